"""The fake Slack fails as it is told to, and its response_urls wear out."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fake_slack import FakeSlack, fixtures
from tests.fake_slack.people import BOT_TOKEN
from tests.fake_slack.small_bot import AGAIN, refused

api, slack, with_silent_bot = fixtures.api, fixtures.slack, fixtures.with_silent_bot
pytestmark = pytest.mark.usefixtures("with_silent_bot")


async def test_an_ephemeral_message_is_seen_by_one_person_only(slack: FakeSlack, api: AsyncWebClient) -> None:
    await api.chat_postEphemeral(channel="C_GENERAL", user="U_NADIA", text="only you", blocks=[AGAIN])
    assert await slack.messages("C_GENERAL", user="U_TOM") == []
    (seen,) = await slack.messages("C_GENERAL", user="U_NADIA")
    pressed = await slack.press("U_NADIA", seen, "again")
    assert "message" not in pressed.payload and pressed.payload["container"]["is_ephemeral"]
    answer = AsyncWebhookClient(pressed.payload["response_url"])
    await answer.send_dict({"delete_original": True})
    assert await slack.messages("C_GENERAL") == []
    outside = api.chat_postEphemeral(channel="G_BUSINESS", user="U_NADIA", text="a")
    assert (await refused(outside))["error"] == "user_not_in_channel"


async def test_a_response_url_works_five_times_and_for_half_an_hour(slack: FakeSlack) -> None:
    async def uses() -> list[tuple[int, str]]:
        url = AsyncWebhookClient((await slack.command("U_NADIA", "/refer", "x")).payload["response_url"])
        answers = [await url.send(text=str(number)) for number in range(6)]
        return [(answer.status_code, answer.body) for answer in answers]

    assert await uses() == [(200, '{"ok": true}')] * 5 + [(404, '{"ok": false, "error": "used_url"}')]
    assert [message.ephemeral_to for message in await slack.replies("U_NADIA")] == ["U_NADIA"] * 5
    await slack.settings(response_url_seconds=0)
    assert (await uses())[0] == (404, '{"ok": false, "error": "expired_url"}')


@pytest.mark.parametrize(("kind", "status"), [("500", 500), ("502", 502), ("503", 503), ("html", 200)])
async def test_a_fault_can_be_a_broken_answer(slack: FakeSlack, api: AsyncWebClient, kind: str, status: int) -> None:
    await slack.fault(kind, "chat.postMessage", channel="D_NADIA")
    with pytest.raises(SlackApiError) as broken:
        await api.chat_postMessage(channel="U_NADIA", text="a")
    assert broken.value.response.status_code == status
    assert await slack.messages("U_NADIA") == []
    assert (await api.chat_postMessage(channel="U_NADIA", text="a"))["ok"]


async def test_a_fault_can_be_an_error_code_a_lost_answer_or_a_late_one(slack: FakeSlack, api: AsyncWebClient) -> None:
    await slack.fault("error:account_inactive")
    assert (await refused(api.auth_test()))["error"] == "account_inactive"
    impatient = AsyncWebClient(BOT_TOKEN, base_url=slack.api_url, timeout=1, retry_handlers=[])
    for kind, error in [("drop", aiohttp.ClientError), ("drop_after", aiohttp.ClientError), ("slow", TimeoutError)]:
        await slack.fault(kind, seconds=2)
        with pytest.raises(error):
            await impatient.chat_postMessage(channel="U_NADIA", text=kind)
    assert [message.text for message in await slack.messages("U_NADIA")] == ["drop_after", "slow"]
