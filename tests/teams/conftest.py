"""One stand-in for Teams for all these tests, reset for each."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from tests.fake_teams import FakeTeams, connected, fake_teams_server


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
