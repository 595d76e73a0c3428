"""The page with a fake assistant behind it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import make_web_app

from .answers import DUTY_TEAM, FRIDAY, HUB, FakeAssistant
from .client import Client


@pytest.fixture
def assistant() -> FakeAssistant:
    """The fake assistant behind the page."""
    return FakeAssistant()


@pytest_asyncio.fixture
async def client(assistant: FakeAssistant) -> AsyncIterator[Client]:
    """A client of the web channel with the fake assistant behind it."""
    app = make_web_app(assistant.ask, assistant.health, front_doors=(DUTY_TEAM, HUB), now=lambda: FRIDAY)
    async with TestClient(TestServer(app)) as started:
        yield started
