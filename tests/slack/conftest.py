"""One stand-in for Slack for all these tests, reset for each; each test gets a bot with an empty database."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app.assistant import make_masker
from bot.masking import Masker
from bot.settings import Settings
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa, fake_rasa
from tests.fake_slack import FakeSlack, connected, fake_slack_server
from tests.running import Clock
from tests.slack.bot import MONDAY_10, Bot, running_bot, settings_for, with_people
from tests.slack.office import Office, open_office


@pytest.fixture(scope="session")
def masker(knowledge: Knowledge) -> Masker:
    return make_masker(Settings(), knowledge)


@pytest.fixture(scope="session")
def slack_address() -> Iterator[str]:
    """A stand-in that all these tests share."""
    with fake_slack_server() as url:
        yield url


@pytest.fixture
async def slack(slack_address: str) -> AsyncIterator[FakeSlack]:
    """The stand-in for one test."""
    async with watched(slack_address) as running:
        yield running


@asynccontextmanager
async def watched(slack_address: str) -> AsyncIterator[FakeSlack]:
    """The stand-in, as if it had just been started; at the end nothing may have been sent that Slack cannot draw."""
    async with connected(slack_address) as running:
        yield running
        unusable = {"invalid_blocks", "invalid_arguments", "invalid_blocks_format", "msg_too_long", "no_text"}
        assert not [call for call in await running.calls() if call["outcome"] in unusable]
        shown = " ".join(error["text"] for error in await running.errors())
        assert "invalid" not in shown and "not valid" not in shown


@pytest.fixture
def database(sqlite_url: str) -> Path:
    """The bot's database file."""
    return Path(sqlite_url.removeprefix("sqlite:///"))


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


@pytest.fixture
async def office(slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge) -> AsyncIterator[Office]:
    """A bot whose post a test sends itself, and a mail server."""
    async with open_office(slack, sqlite_store, masker, knowledge) as opened:
        yield opened
