"""Starts the stand-in as a process of its own."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from aiohttp import ClientSession

from tests.stand_in.process import server

from .client import FakeTeams


@contextmanager
def fake_teams_server(**settings: object) -> Iterator[str]:
    """The address of a stand-in on a free port, for a fixture that many tests share; `connected` gives a client."""
    with server("tests.fake_teams", settings) as url:
        yield url


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[FakeTeams]:
    """A client of the stand-in at this address, which has just been reset."""
    async with ClientSession(trust_env=False) as session:
        teams = FakeTeams(url, session)
        await teams.reset()
        yield teams


@asynccontextmanager
async def fake_teams_process(**settings: object) -> AsyncIterator[FakeTeams]:
    """A stand-in on a free port, with a client for it.

    Takes the settings of world.py: bots=["http://…/api/messages"], app_id="…", installed=["nadia"].
    """
    with fake_teams_server(**settings) as url:
        async with connected(url) as teams:
            yield teams
