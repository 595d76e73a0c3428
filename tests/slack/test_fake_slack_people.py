"""What people do in the fake Slack reaches the bot in Slack's shapes, and they see what Slack would show."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, fake_slack_process, fixtures
from tests.fake_slack.small_bot import AGAIN, plain

api, bolt, slack, with_bolt = fixtures.api, fixtures.bolt, fixtures.slack, fixtures.with_bolt
pytestmark = pytest.mark.usefixtures("with_bolt")


async def test_what_is_typed_arrives_escaped_and_with_links_marked_up(slack: FakeSlack) -> None:
    sent = await slack.message("U_NADIA", "<!channel> & ring jo@a.example or see https://b.example/x.")
    expected = "&lt;!channel&gt; &amp; ring <mailto:jo@a.example|jo@a.example> or see <https://b.example/x>."
    assert sent.payload["event"]["text"] == expected
    assert (await slack.mention("U_NADIA", "C_GENERAL", "hi")).payload["event"]["text"] == "<@U_BOT> hi"
    assert "<!here>" in (await slack.message("U_NADIA", "<!here>", markup=True)).payload["event"]["text"]


async def test_a_bolt_app_answers_a_direct_message_and_its_own_echo_is_not_answered(slack: FakeSlack) -> None:
    await slack.message("U_NADIA", "hello")
    await slack.wait_for_message("U_NADIA", "You wrote: hello")
    await slack.wait_for(deliveries=2)
    echo = (await slack.deliveries())[1]
    assert echo.ok and echo.payload["event"]["bot_id"] == "B_BOT"
    assert len(await slack.replies("U_NADIA")) == 1


async def test_a_reply_in_a_thread_of_a_direct_message_makes_bolt_ask_for_the_thread(slack: FakeSlack) -> None:
    first = (await slack.message("U_NADIA", "hello")).payload["event"]["ts"]
    await slack.message("U_NADIA", "more", thread=first)
    assert (await slack.wait_for_message("U_NADIA", "You wrote: more")).thread_ts == first
    assert [call["outcome"] for call in await slack.calls("conversations.replies")] == ["ok"]


async def test_what_is_chosen_in_a_message_is_in_the_state_of_the_next_press(
    slack: FakeSlack, api: AsyncWebClient
) -> None:
    menu = {"type": "static_select", "action_id": "area", "options": [{"text": plain("Essex"), "value": "essex"}]}
    blocks = [AGAIN | {"block_id": "b", "elements": [*AGAIN["elements"], menu]}]
    await slack.replicas([])
    await api.chat_postMessage(channel="C_GENERAL", text="Where?", blocks=blocks)
    message = await slack.wait_for_message("C_GENERAL", "Essex")
    await slack.press("U_BEN", message, "area", value="Essex")
    pressed = (await slack.press("U_BEN", message, "again")).payload
    assert pressed["state"]["values"]["b"]["area"]["selected_option"]["value"] == "essex"
    others = (await slack.press("U_TOM", message, "again")).payload
    assert others["state"]["values"]["b"]["area"]["selected_option"] is None


async def test_a_message_can_be_an_edit_or_come_from_another_bot(slack: FakeSlack) -> None:
    await slack.message("U_NADIA", "helo")
    (first, *_) = await slack.messages("U_NADIA")
    edited = (await slack.edit("U_NADIA", first, "hello")).payload["event"]
    assert (edited["subtype"], edited["message"]["text"]) == ("message_changed", "hello")
    other = await slack.message("U_NADIA", "beep", more={"subtype": "bot_message", "bot_id": "B_OTHER"})
    assert other.payload["event"]["bot_id"] == "B_OTHER"


async def test_a_button_of_a_message_and_of_the_home_tab_can_be_pressed(slack: FakeSlack) -> None:
    await slack.mention("U_NADIA", "C_GENERAL", "hello")
    answer = await slack.wait_for_message("C_GENERAL", "Again")
    assert answer.actions == ["again"]
    await slack.press("U_NADIA", answer, "again")
    await slack.wait_for_message("C_GENERAL", "Pressed")
    await slack.open_home("U_NADIA")
    await slack.press("U_NADIA", await slack.wait_for_home("U_NADIA"), "again")
    assert (await slack.wait_for_view("U_NADIA")).title == "Escalate"
    with pytest.raises(ValueError, match="nothing here has the action_id 'other'; there is again"):
        await slack.press("U_NADIA", await slack.wait_for_home("U_NADIA"), "other")


async def test_notices_and_a_guest_and_a_stranger_reach_the_bot(slack: FakeSlack) -> None:
    assert (await slack.notice("app_rate_limited")).payload["type"] == "app_rate_limited"
    assert (await slack.notice("tokens_revoked")).payload["event"]["tokens"]["bot"] == ["U_BOT"]
    assert (await slack.notice("app_uninstalled")).payload["event"]["type"] == "app_uninstalled"
    stranger = (await slack.mention("U_STRANGER", "C_GENERAL", "hi")).payload
    assert stranger["event"]["user_team"] == "T_OTHER" and stranger["is_ext_shared_channel"]
    with pytest.raises(ValueError, match="U_GONE cannot use Slack"):
        await slack.message("U_GONE", "hi")


async def test_the_fake_starts_and_stops_as_a_process_and_says_what_it_waited_for() -> None:
    async with fake_slack_process(mode="socket") as slack:
        with pytest.raises(TimeoutError, match=r"sockets.*found"):
            await slack.wait_for(sockets=1, seconds=0.05)
