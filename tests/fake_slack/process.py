"""Starts the fake as a process of its own."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from aiohttp import ClientSession

from .client import FakeSlack

ROOT = Path(__file__).parents[2]


@contextmanager
def fake_slack_server(**settings: object) -> Iterator[str]:
    """The address of a fake on a free port, for a fixture that many tests share; `connected` gives a client for it."""
    given = json.dumps({"retry_delays": [0.0, 0.1, 0.3], **settings})
    command = [sys.executable, "-m", "tests.fake_slack", "--port", "0", "--settings", given]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError("the fake Slack did not start")
            yield line.removeprefix("fake slack at ").strip()
        finally:
            process.terminate()


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[FakeSlack]:
    """A client of the fake at this address, which has just been reset."""
    async with ClientSession(trust_env=False) as session:
        slack = FakeSlack(url, session)
        await slack.reset()
        yield slack


@asynccontextmanager
async def fake_slack_process(**settings: object) -> AsyncIterator[FakeSlack]:
    """A fake on a free port, with a client for it.

    Takes the settings of world.py: mode="socket", bots=["http://…/slack/events"], signing_secret="…". Retries come
    after 0, 0.1 and 0.3 seconds unless `retry_delays` says otherwise.
    """
    with fake_slack_server(**settings) as url:
        async with connected(url) as slack:
            yield slack
