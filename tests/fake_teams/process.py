"""Starts the stand-in as a process of its own."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from aiohttp import ClientSession

from .client import FakeTeams

ROOT = Path(__file__).parents[2]


@contextmanager
def fake_teams_server(**settings: object) -> Iterator[str]:
    """The address of a stand-in on a free port, for a fixture that many tests share; `connected` gives a client."""
    command = [sys.executable, "-m", "tests.fake_teams", "--port", "0", "--settings", json.dumps(settings)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError("the stand-in for Teams did not start")
            yield line.removeprefix("fake teams at ").strip()
        finally:
            process.terminate()


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
