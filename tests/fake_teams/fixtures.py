"""Fixtures for the tests of the stand-in itself. A test file takes them over: `teams = fixtures.teams`."""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from functools import cache

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from .client import FakeTeams
from .process import connected, fake_teams_server
from .small_bot import Api, ScriptedBot, served

_running = ExitStack()


@cache
def _address(_running: ExitStack) -> str:
    return _running.enter_context(fake_teams_server())


@pytest_asyncio.fixture
async def teams(request: pytest.FixtureRequest) -> AsyncIterator[FakeTeams]:
    """A stand-in that all these tests share, with nothing left from other tests and no bot."""
    if not _address.cache_info().currsize:
        request.session.addfinalizer(_running.close)
    async with connected(_address(_running)) as client:
        yield client


@pytest_asyncio.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[ScriptedBot]:
    """A bot that answers as a test tells it to."""
    async with served(ScriptedBot()) as running:
        await teams.replicas([running.url])
        yield running


@pytest_asyncio.fixture
async def api(teams: FakeTeams) -> AsyncIterator[Api]:
    """The Connector as a bot calls it."""
    async with ClientSession(trust_env=False) as session:
        yield Api(teams.service_url, session)
