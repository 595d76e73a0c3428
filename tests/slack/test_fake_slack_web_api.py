"""The fake Slack answers Web API calls as Slack does, and fails as it is told to."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, fixtures
from tests.fake_slack.people import BOT_TOKEN
from tests.fake_slack.small_bot import AGAIN, MODAL, plain, refused

api, slack, with_silent_bot = fixtures.api, fixtures.slack, fixtures.with_silent_bot
pytestmark = pytest.mark.usefixtures("with_silent_bot")


async def test_a_token_must_be_there_and_be_the_right_one(slack: FakeSlack) -> None:
    for token, error in [(None, "not_authed"), ("xoxb-other", "invalid_auth"), ("xapp-fake", "not_allowed_token_type")]:
        client = AsyncWebClient(token=token, base_url=slack.api_url)
        assert (await refused(client.auth_test()))["error"] == error
    assert (await AsyncWebClient(BOT_TOKEN, base_url=slack.api_url).auth_test())["bot_id"] == "B_BOT"
    assert "xoxb" not in str(await slack.calls())


async def test_a_call_without_its_scope_is_refused_with_what_it_needs(slack: FakeSlack, api: AsyncWebClient) -> None:
    assert (await refused(api.reactions_add(channel="C_GENERAL", timestamp="1", name="eyes")))[
        "error"
    ] == "missing_scope"
    await slack.settings(scopes=["users:read"])
    answer = await refused(api.chat_postMessage(channel="C_GENERAL", text="a"))
    assert (answer["needed"], answer["provided"]) == ("chat:write", "users:read")
    assert "email" not in (await api.users_info(user="U_NADIA"))["user"]["profile"]
    with pytest.raises(ValueError, match="app_mentions:read"):
        await slack.mention("U_NADIA", "C_GENERAL", "hello")


@pytest.mark.parametrize(
    ("channel", "error"),
    [("C_NOWHERE", "channel_not_found"), ("C_PRACTICE", "not_in_channel"), ("U_GONE", "channel_not_found")],
)
async def test_a_message_needs_a_channel_the_bot_is_in(api: AsyncWebClient, channel: str, error: str) -> None:
    assert (await refused(api.chat_postMessage(channel=channel, text="a")))["error"] == error


async def test_a_bot_that_was_removed_or_whose_channel_was_archived_cannot_post(
    slack: FakeSlack, api: AsyncWebClient
) -> None:
    await slack.kick("G_BUSINESS")
    await slack.kick("C_GENERAL")
    assert (await refused(api.chat_postMessage(channel="G_BUSINESS", text="a")))["error"] == "channel_not_found"
    assert (await refused(api.chat_postMessage(channel="C_GENERAL", text="a")))["error"] == "not_in_channel"
    assert (await slack.mention("U_NADIA", "C_GENERAL", "hello")).held_back
    await slack.administer(invite="G_BUSINESS", archive="G_BUSINESS")
    assert (await refused(api.chat_postMessage(channel="G_BUSINESS", text="a")))["error"] == "is_archived"


async def test_people_are_found_as_far_as_slack_lets_them_be(api: AsyncWebClient) -> None:
    assert (await api.users_lookupByEmail(email="nadia@health.example"))["user"]["id"] == "U_NADIA"
    assert (await refused(api.users_lookupByEmail(email="gwen@lscp.example")))["error"] == "users_not_found"
    stranger, guest = [(await api.users_info(user=user))["user"] for user in ("U_STRANGER", "U_GREG")]
    assert stranger["is_stranger"] and "email" not in stranger["profile"] and guest["is_restricted"]
    assert (await api.conversations_open(users=["U_NADIA"]))["channel"]["id"] == "D_NADIA"
    assert (await refused(api.conversations_open(users=["U_GONE"])))["error"] == "user_disabled"


async def test_a_burst_passes_then_a_channel_takes_one_message_a_second(slack: FakeSlack, api: AsyncWebClient) -> None:
    for _ in range(5):
        await api.chat_postMessage(channel="C_GENERAL", text="a")
    with pytest.raises(SlackApiError) as limited:
        await api.chat_postMessage(channel="C_GENERAL", text="a")
    assert (limited.value.response.status_code, limited.value.response.headers["Retry-After"]) == (429, "1")
    await api.chat_postMessage(channel="G_BUSINESS", text="another channel")
    await slack.settings(rate_burst=1, rate_seconds=0.05)
    api.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    await slack.fault("429", "chat.postMessage", channel="C_GENERAL", retry_after=0)
    assert (await api.chat_postMessage(channel="C_GENERAL", text="later"))["ok"]
    outcomes = [call["outcome"] for call in await slack.calls("chat.postMessage")]
    assert outcomes[5:] == ["ratelimited", "ok", "fault:429", "ok"]


async def test_blocks_that_slack_refuses_are_refused_with_their_faults(api: AsyncWebClient) -> None:
    long = {"type": "header", "text": plain("x" * 151)}
    answer = await refused(api.chat_postMessage(channel="C_GENERAL", text="a", blocks=[long]))
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] /blocks/0/text/text has 151 characters; the most is 150"
    ]
    assert (await refused(api.api_call("chat.postMessage", json={"channel": "C_GENERAL"})))["error"] == "no_text"
    assert (await refused(api.chat_postMessage(channel="C_GENERAL", text="x" * 40_001)))["error"] == "msg_too_long"


async def test_only_own_messages_that_are_there_can_be_changed(slack: FakeSlack, api: AsyncWebClient) -> None:
    sent = await slack.message("U_NADIA", "hello")
    theirs, unknown = sent.payload["event"]["ts"], "1.000001"
    assert (await refused(api.chat_update(channel="D_NADIA", ts=theirs, text="a")))["error"] == "cant_update_message"
    assert (await refused(api.chat_update(channel="D_NADIA", ts=unknown, text="a")))["error"] == "message_not_found"
    own = (await api.chat_postMessage(channel="U_NADIA", text="a", blocks=[AGAIN]))["ts"]
    await api.chat_update(channel="D_NADIA", ts=own, text="b")
    assert [(m.text, m.blocks) for m in await slack.replies("U_NADIA")] == [("b", [])]
    await api.chat_delete(channel="D_NADIA", ts=own)
    assert await slack.replies("U_NADIA") == []


async def test_a_trigger_opens_one_view_and_only_for_a_while(slack: FakeSlack, api: AsyncWebClient) -> None:
    trigger = (await slack.shortcut("U_BEN", "refer_message", "hm")).payload["trigger_id"]
    await api.views_open(trigger_id=trigger, view=MODAL)
    assert (await refused(api.views_open(trigger_id=trigger, view=MODAL)))["error"] == "exchanged_trigger_id"
    assert (await refused(api.views_open(trigger_id="1.2.3", view=MODAL)))["error"] == "invalid_trigger_id"
    await slack.settings(trigger_seconds=0)
    late = (await slack.command("U_BEN", "/refer")).payload["trigger_id"]
    assert (await refused(api.views_open(trigger_id=late, view=MODAL)))["error"] == "expired_trigger_id"
    untitled = {name: value for name, value in MODAL.items() if name != "title"}
    assert (await refused(api.views_open(trigger_id=late, view=untitled)))["error"] == "invalid_arguments"
