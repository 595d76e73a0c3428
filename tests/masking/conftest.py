"""The maskers of these tests: one with nothing to keep, and the one that the assistant has."""

import pytest

from bot.app.assistant import make_masker
from bot.masking import Masker
from bot.settings import Settings
from knowledge.knowledge import Knowledge
from knowledge.load import load


@pytest.fixture(scope="session")
def masker() -> Masker:
    return Masker()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def shipped(knowledge: Knowledge) -> Masker:
    """The masker as the assistant has it, with the terms, places and contacts of the knowledge to keep."""
    return make_masker(Settings(), knowledge)
