"""One stand-in for Teams for all these tests, reset for each."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.masking import Masker
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.fake_teams import FakeTeams, connected, fake_teams_server
from tests.slack.conftest import masker, rasa, slack, slack_address
from tests.teams.office import Office, open_office

__all__ = ["masker", "rasa", "slack", "slack_address"]


@pytest.fixture(scope="session")
def teams_address() -> Iterator[str]:
    """A stand-in that all these tests share."""
    with fake_teams_server() as url:
        yield url


@pytest.fixture
async def teams(teams_address: str) -> AsyncIterator[FakeTeams]:
    """The stand-in for one test."""
    async with watched(teams_address) as running:
        yield running


@asynccontextmanager
async def watched(teams_address: str) -> AsyncIterator[FakeTeams]:
    """The stand-in, as if it had just been started; at the end nothing may have been sent that Teams cannot draw."""
    async with connected(teams_address) as running:
        yield running
        assert await running.errors() == []
        assert not [call for call in await running.calls() if call["status"] in {400, 413}]


@pytest.fixture
async def office(teams: FakeTeams, sqlite_store: Store, masker: Masker, knowledge: Knowledge) -> AsyncIterator[Office]:
    """A bot whose post a test sends itself, and a mail server."""
    async with open_office(teams, sqlite_store, masker, knowledge) as opened:
        yield opened


@pytest.fixture
async def faulty(
    teams_address: str, sqlite_store: Store, masker: Masker, knowledge: Knowledge
) -> AsyncIterator[Office]:
    """The same for what goes wrong: people may be shown errors, and Teams may refuse a card."""
    async with connected(teams_address) as running, open_office(running, sqlite_store, masker, knowledge) as opened:
        yield opened
