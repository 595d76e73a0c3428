"""Socket Mode: the same questions without an open port; whatever happens to the connection, the next event is heard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.masking import Masker
from bot.slack.connection import socket, web_client
from bot.slack.front import make_app
from bot.slack.identify import Directory
from bot.store.database import Store
from knowledge.knowledge import Knowledge
from tests.assistant.fake_rasa import FakeRasa
from tests.fake_slack import FakeSlack
from tests.slack.bot import Bot, running_bot, settings_for, with_people
from tests.slack.test_asking import QUESTION

PING_SECONDS = 0.5  # five as shipped: all that waits for a ping is faster here

type Ending = Literal["refresh", "abort", "half_open", "close", "link_disabled"]


@asynccontextmanager
async def listening(bot: Bot, api_url: str) -> AsyncIterator[None]:
    """The bot hears Slack over a socket with quick pings; Slack tries again for some seconds what was not heard."""
    await bot.slack.settings(mode="socket", ack_seconds=1.0, retry_delays=[0.2] * 50)
    async with web_client("xoxb-fake", api_url, "", stand_in=True) as client:
        app = make_app(bot.desk, client, Directory(bot.desk, client), "")
        async with socket(app, "xapp-fake", PING_SECONDS) as connected:
            bot.channels.checks["slack"] = connected
            yield


@pytest.fixture
async def line(bot: Bot) -> AsyncIterator[Bot]:
    """A bot with a socket that is open."""
    async with listening(bot, bot.slack.api_url):
        await bot.slack.wait_for(sockets=1)
        yield bot


async def is_answered(slack: FakeSlack) -> None:
    """A question asked now is heard over the socket and answered."""
    sent = await slack.message("U_NADIA", QUESTION)
    assert sent.ok and {one.to for one in sent.attempts} == {"socket"}
    await slack.wait_for_message("U_NADIA", "LADO")


async def test_over_a_socket_questions_commands_and_forms_work_as_over_http(
    slack: FakeSlack, sqlite_store: Store, masker: Masker, knowledge: Knowledge, rasa: FakeRasa
) -> None:
    await slack.settings(mode="socket")
    await with_people(sqlite_store)
    settings = settings_for(slack, "socket")
    async with running_bot(slack, sqlite_store, masker, knowledge, rasa.url, settings=settings) as bot:
        await slack.wait_for(sockets=1)
        assert await bot.channels.connected() == {"slack": True}
        await is_answered(slack)
        assert "999" in str((await slack.command("U_TOM", "/refer", QUESTION)).answer)
        answer = await slack.wait_for_message("U_TOM", "LADO")
        await slack.press("U_TOM", answer, "question.wrong")
        await slack.submit("U_TOM", await slack.wait_for_view("U_TOM"), {"reason": "not_clear"})
        await slack.wait_for_view("U_TOM", "Thank you")
    assert not await bot.channels.checks["slack"]()


@pytest.mark.parametrize("what", ["refresh", "abort", "half_open", "close", "link_disabled"])
async def test_after_a_lost_connection_the_next_event_is_answered_over_another_one(line: Bot, what: Ending) -> None:
    await line.slack.socket(what)
    await is_answered(line.slack)
    await line.slack.wait_for(calls=2, method="apps.connections.open", outcome="ok")


@pytest.mark.parametrize("fault", ["429", "500", "drop", "error:internal_error"])
async def test_when_slack_gives_no_address_it_is_asked_again_until_it_does(line: Bot, fault: str) -> None:
    await line.slack.fault(fault, "apps.connections.open", times=2)
    await line.slack.socket("abort")
    await is_answered(line.slack)
    outcomes = [call["outcome"] for call in await line.slack.calls("apps.connections.open")]
    assert outcomes.count(f"fault:{fault}") == 2 and outcomes[-1] == "ok"


async def test_an_address_that_slack_does_not_take_any_more_is_not_tried_for_ever(bot: Bot) -> None:
    async with used_address_first(bot.slack) as api_url, listening(bot, api_url):
        await is_answered(bot.slack)


async def test_the_health_check_and_the_log_say_when_the_connection_is_lost(
    line: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    assert await line.channels.connected() == {"slack": True}
    await line.slack.fault("500", "apps.connections.open", times=1000)
    await line.slack.socket("abort")
    await line.slack.wait_for(calls=4, method="apps.connections.open", outcome="fault:500")
    assert await line.channels.connected() == {"slack": False}
    assert "not connected to Slack" in caplog.text
    await line.slack.no_faults()
    await is_answered(line.slack)
    assert await line.channels.connected() == {"slack": True}


@asynccontextmanager
async def used_address_first(slack: FakeSlack) -> AsyncIterator[str]:
    """The Web API's address; the first socket address that it gives is one that was used before."""
    given: list[str] = []

    async def forward(request: web.Request) -> web.Response:
        method, kept = request.match_info["method"], ("Authorization", "Content-Type")
        headers = {name: request.headers[name] for name in kept if name in request.headers}
        async with session.post(f"{slack.api_url}{method}", data=await request.read(), headers=headers) as answer:
            body = await answer.json()
        if method == "apps.connections.open":
            body["url"] = body["url"] if given else body["url"].replace("ticket=", "ticket=used-")
            given.append(body["url"])
        return web.json_response(body)

    app = web.Application()
    app.router.add_post("/api/{method}", forward)
    async with ClientSession() as session, TestServer(app) as server:
        yield str(server.make_url("/api/"))
