"""The fake Slack speaks Socket Mode, and its sockets end as Slack's do."""

import asyncio

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, fixtures
from tests.fake_slack.people import APP_TOKEN
from tests.fake_slack.small_bot import make_bolt_app, over_socket

bolt, slack = fixtures.bolt, fixtures.slack


async def test_a_bolt_app_works_through_a_socket(slack: FakeSlack, bolt: AsyncApp) -> None:
    await slack.settings(mode="socket")
    async with over_socket(bolt):
        mention = await slack.mention("U_NADIA", "C_GENERAL", "hello")
        assert (await slack.wait_for_message("C_GENERAL", "Hello")).thread_ts == mention.payload["event"]["ts"]
        assert (await slack.command("U_NADIA", "/refer", "bruise")).answer == {"text": "Looking for bruise"}
        await slack.shortcut("U_BEN", "refer_message", "hm")
        view = await slack.wait_for_view("U_BEN")
        refused = await slack.submit("U_BEN", view, {"what": "slow"})
        assert refused.answer["response_action"] == "errors"


@pytest.mark.parametrize("trouble", ["refresh", "abort", "close", "half_open"])
async def test_a_bolt_app_comes_back_when_its_socket_ends(slack: FakeSlack, bolt: AsyncApp, trouble: str) -> None:
    await slack.settings(mode="socket", ack_seconds=0.5)
    async with over_socket(bolt):
        await slack.wait_for(sockets=1)
        if trouble == "refresh":
            await slack.fault("429", "apps.connections.open", retry_after=0)
        await slack.socket(trouble)  # type: ignore[arg-type]
        await slack.wait_for(calls=2, method="apps.connections.open", outcome="ok")
        await slack.wait_for(sockets=1)
        assert (await slack.mention("U_NADIA", "C_GENERAL", "hello")).ok


async def test_two_sockets_share_events_or_both_get_them(slack: FakeSlack) -> None:
    await slack.settings(mode="socket")
    async with over_socket(make_bolt_app(slack.api_url)), over_socket(make_bolt_app(slack.api_url)):
        await slack.wait_for(sockets=2)
        assert len((await slack.mention("U_NADIA", "C_GENERAL", "one")).attempts) == 1
        await slack.replicas(to="all")
        both = await slack.mention("U_NADIA", "C_GENERAL", "two")
        assert both.ok and len(both.attempts) == 2
        await slack.wait_for_message("C_GENERAL", count=3)


async def test_without_a_socket_a_command_fails_and_an_event_waits_for_its_next_try(
    slack: FakeSlack, bolt: AsyncApp
) -> None:
    await slack.settings(mode="socket", retry_delays=[1.0])
    assert (await slack.command("U_NADIA", "/refer")).failure == "no_connection"
    sending = asyncio.create_task(slack.mention("U_NADIA", "C_GENERAL", "hello"))
    async with over_socket(bolt):
        sent = await sending
        assert sent.ok and [attempt.failure for attempt in sent.attempts] == ["no_connection", None]


async def test_a_ticket_opens_one_socket_and_the_eleventh_socket_is_one_too_many(slack: FakeSlack) -> None:
    api = AsyncWebClient(APP_TOKEN, base_url=slack.api_url)
    async with aiohttp.ClientSession() as session:
        urls = [(await api.apps_connections_open(app_token=APP_TOKEN))["url"] for _ in range(11)]
        sockets = [await session.ws_connect(url) for url in urls]
        hellos = [await socket.receive_json() for socket in sockets]
        assert [hello["num_connections"] for hello in hellos] == list(range(1, 12))
        assert (await sockets[-1].receive_json())["reason"] == "too_many_websockets"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(urls[0])
