"""Starts the fake as a process of its own."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

from .client import FakeSlack

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def fake_slack_process(**settings: object) -> AsyncIterator[FakeSlack]:
    """A fake on a free port, with a client for it.

    Takes the settings of world.py: mode="socket", bots=["http://…/slack/events"], signing_secret="…". Retries come
    after 0, 0.1 and 0.3 seconds unless `retry_delays` says otherwise.
    """
    given = json.dumps({"retry_delays": [0.0, 0.1, 0.3], **settings})
    command = (sys.executable, "-m", "tests.fake_slack", "--port", "0", "--settings", given)
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    try:
        if process.stdout is None or not (line := (await process.stdout.readline()).decode()):
            raise RuntimeError("the fake Slack did not start")
        async with ClientSession(trust_env=False) as session:
            yield FakeSlack(line.removeprefix("fake slack at ").strip(), session)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
