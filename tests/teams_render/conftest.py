"""The answers that the tests draw, made once."""

import pytest

from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from tests.slack_render.helpers import every_answer


@pytest.fixture(scope="session")
def answers(knowledge: Knowledge) -> tuple[Answer, ...]:
    """One for each pathway, area and time of the day, with and without a red flag."""
    return tuple(every_answer(knowledge))
