"""One stand-in for Slack for all these tests; each test gets a bot with an empty database."""

from collections.abc import AsyncIterator

import pytest

from bot.app.assistant import make_masker
from bot.masking import Masker
from bot.settings import Settings
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa, fake_rasa
from tests.fake_slack import FakeSlack, fake_slack_process
from tests.slack.bot import MONDAY_10, Bot, Clock, running_bot, settings_for, with_people


@pytest.fixture(scope="session")
def masker(knowledge: Knowledge) -> Masker:
    return make_masker(Settings(), knowledge)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack_process() as running:
        yield running


@pytest.fixture
async def rasa(knowledge: Knowledge) -> AsyncIterator[FakeRasa]:
    async with fake_rasa(knowledge) as running:
        yield running


@pytest.fixture
async def bot(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> AsyncIterator[Bot]:
    """A bot that hears Slack over signed HTTP, on a Monday at ten, with the invented people known."""
    clock = Clock()
    clock.set(MONDAY_10)
    await with_people(sqlite_store)
    settings = settings_for(slack, "http")
    async with running_bot(slack, sqlite_store, masker, knowledge, rasa.url, settings=settings, clock=clock) as running:
        await slack.replicas([running.url])
        yield running
