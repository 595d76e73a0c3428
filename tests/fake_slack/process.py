"""Starts the fake as a process of its own."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from aiohttp import ClientSession

from tests.stand_in.process import server

from .client import FakeSlack


@contextmanager
def fake_slack_server(**settings: object) -> Iterator[str]:
    """The address of a fake on a free port, for a fixture that many tests share; `connected` gives a client for it."""
    with server("tests.fake_slack", {"retry_delays": [0.0, 0.1, 0.3], **settings}) as url:
        yield url


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
