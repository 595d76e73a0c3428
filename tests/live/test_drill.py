"""The drill through the real Rasa and the real action server: as it ships it must pass."""

import pytest

from bot.partnership.drill import Result, result_of
from bot.workflows.drill import put_all
from knowledge.knowledge import Knowledge
from tests.live.conftest import Live

pytestmark = pytest.mark.live


def test_the_drill_passes_and_no_danger_is_missed(live: Live, knowledge: Knowledge) -> None:
    every = live.run(lambda: put_all(knowledge.drill, live.assistant.try_out))
    assert every is not None
    wrong = [f"{one.id}: expected {one.expected}; got {one.got}" for one in every if one.outcome != "passed"]
    assert result_of(every, knowledge.drill.ordinary_misses) is Result.PASSED, "\n".join(wrong)
    assert [one.id for one in every if one.is_danger and one.is_miss] == []
