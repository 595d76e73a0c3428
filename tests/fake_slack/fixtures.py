"""Fixtures for the tests of the fake itself. A test file takes them over: `slack = fixtures.slack`."""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from functools import cache

import pytest
import pytest_asyncio
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from .client import FakeSlack
from .people import BOT_TOKEN
from .process import connected, fake_slack_server
from .small_bot import ScriptedBot, make_bolt_app, served

_running = ExitStack()


@cache
def _address(_running: ExitStack) -> str:
    return _running.enter_context(fake_slack_server())


@pytest_asyncio.fixture
async def slack(request: pytest.FixtureRequest) -> AsyncIterator[FakeSlack]:
    """A fake that all these tests share, with nothing left from other tests and no bot; it ends with the session."""
    if not _address.cache_info().currsize:
        request.session.addfinalizer(_running.close)
    async with connected(_address(_running)) as client:
        yield client


@pytest.fixture
def bolt(slack: FakeSlack) -> AsyncApp:
    """A Bolt app that calls the fake, not served yet."""
    return make_bolt_app(slack.api_url)


@pytest_asyncio.fixture
async def with_bolt(slack: FakeSlack, bolt: AsyncApp) -> AsyncIterator[FakeSlack]:
    """The fake with the small Bolt app as its bot, over HTTP."""
    async with served(bolt.web_app()) as bot:
        await slack.replicas([bot])
        yield slack


@pytest_asyncio.fixture
async def with_silent_bot(slack: FakeSlack) -> AsyncIterator[FakeSlack]:
    """The fake with a bot that acknowledges everything and does nothing."""
    async with served(ScriptedBot().app()) as bot:
        await slack.replicas([bot])
        yield slack


@pytest.fixture
def api(slack: FakeSlack) -> AsyncWebClient:
    """The Web API as a bot calls it."""
    return AsyncWebClient(BOT_TOKEN, base_url=slack.api_url)
