"""The fake Slack delivers as Slack does: signed, in time, again where Slack tries again."""

import asyncio

from aiohttp import web
from slack_bolt.async_app import AsyncApp

from tests.fake_slack import FakeSlack, fixtures
from tests.fake_slack.signing import signature
from tests.fake_slack.small_bot import ScriptedBot, served

OTHER = "another-secret"


bolt, slack = fixtures.bolt, fixtures.slack


def test_the_signature_is_the_one_of_slacks_own_example() -> None:
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    assert signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body) == expected


async def test_bolt_takes_signed_requests_and_refuses_forged_and_old_ones(slack: FakeSlack, bolt: AsyncApp) -> None:
    async with served(bolt.web_app()) as bot:
        await slack.replicas([bot])
        assert (await slack.verify_url("abc")).answer == {"challenge": "abc"}
        body = (await slack.message("U_NADIA", "hello")).payload
        assert [a.status for a in await slack.send_raw(body)] == [200]
        assert [a.status for a in await slack.send_raw(body, secret=OTHER)] == [401]
        assert [a.status for a in await slack.send_raw(body, timestamp="1531420618")] == [401]


async def test_an_event_is_tried_three_more_times_with_the_same_id(slack: FakeSlack) -> None:
    bot = ScriptedBot([500, 404, 500, 500])
    async with served(bot.app()) as url:
        await slack.replicas([url])
        sent = await slack.message("U_NADIA", "hello")
    assert not sent.ok and sent.failure == "http_error"
    assert [headers.get("X-Slack-Retry-Num") for headers in bot.headers] == [None, "1", "2", "3"]
    assert bot.headers[1]["X-Slack-Retry-Reason"] == "http_error"
    assert {payload["event_id"] for payload in bot.payloads} == {sent.event_id}


async def test_an_event_is_not_tried_again_when_the_bot_says_so(slack: FakeSlack) -> None:
    bot = ScriptedBot([500], headers={"X-Slack-No-Retry": "1"})
    async with served(bot.app()) as url:
        await slack.replicas([url])
        assert len((await slack.message("U_NADIA", "hello")).attempts) == 1


async def test_an_answer_after_the_limit_and_a_bot_that_is_down_are_told_apart(slack: FakeSlack) -> None:
    await slack.settings(ack_seconds=0.1, retry_delays=[0.0])
    app = ScriptedBot().app()
    app.middlewares.append(_late)
    async with served(app) as url:
        await slack.replicas([url])
        assert [a.failure for a in (await slack.message("U_NADIA", "a")).attempts] == ["http_timeout", "http_timeout"]
    assert (await slack.message("U_NADIA", "b")).failure == "connection_failed"


async def test_a_command_and_a_button_are_sent_once_and_their_failure_is_shown(slack: FakeSlack) -> None:
    bot = ScriptedBot([500, 200, 500])
    async with served(bot.app()) as url:
        await slack.replicas([url])
        assert len((await slack.command("U_TOM", "/refer", "bruise")).attempts) == 1
        await slack.shortcut("U_TOM", "refer_message", "He has a bruise")
        await slack.shortcut("U_TOM", "refer_message", "He has a bruise")
    assert [error["text"] for error in await slack.errors("U_TOM")] == [
        '/refer failed with the error "dispatch_failed"',
        "Signpost did not respond (http_error). Try again.",
    ]
    assert len(bot.payloads) == 3


async def test_replicas_take_turns_or_all_get_everything(slack: FakeSlack) -> None:
    first, second = ScriptedBot(), ScriptedBot()
    async with served(first.app()) as one, served(second.app()) as two:
        await slack.replicas([one, two])
        await slack.message("U_NADIA", "a")
        await slack.message("U_NADIA", "b")
        assert (len(first.payloads), len(second.payloads)) == (1, 1)
        await slack.replicas(to="all")
        sent = await slack.message("U_NADIA", "c")
    assert sent.ok and first.payloads[-1]["event_id"] == second.payloads[-1]["event_id"] == sent.event_id


@web.middleware
async def _late(request: web.Request, handler: object) -> web.StreamResponse:
    await asyncio.Event().wait()  # for ever: the caller's limit must end it
    raise AssertionError
