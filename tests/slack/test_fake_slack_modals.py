"""Modals in the fake Slack behave as Slack's do, before and after the bot has answered."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, SeenView, fixtures
from tests.fake_slack.people import BOT_TOKEN, Json
from tests.fake_slack.small_bot import MODAL, ScriptedBot, plain, served, text_input

bolt, slack, with_bolt = fixtures.bolt, fixtures.slack, fixtures.with_bolt
pytestmark = pytest.mark.usefixtures("with_bolt")


async def opened(slack: FakeSlack, view: Json, user: str = "U_BEN") -> SeenView:
    """A modal that is open for somebody, in front of a bot that only acknowledges."""
    trigger = (await slack.command(user, "/refer")).payload["trigger_id"]
    await AsyncWebClient(BOT_TOKEN, base_url=slack.api_url).views_open(trigger_id=trigger, view=view)
    return await slack.wait_for_view(user)


def option(value: str) -> Json:
    """An option."""
    return {"text": plain(value.title()), "value": value}


async def test_a_modal_goes_from_empty_to_refused_to_sent(slack: FakeSlack) -> None:
    await slack.shortcut("U_BEN", "refer_message", "He has a bruise")
    view = await slack.wait_for_view("U_BEN", "What is wrong?")
    empty = await slack.submit("U_BEN", view)
    assert empty.held_back == "what: Please complete this required field." and not empty.attempts
    await slack.submit("U_BEN", view, {"what": "<!channel> slow"})
    shown = await slack.view("U_BEN")
    assert shown and shown.errors == {"what": "Say why it is urgent."}
    assert shown.values["what"]["what"]["value"] == "<!channel> slow"
    sent = await slack.submit("U_BEN", view, {"what": "<!channel> urgent"})
    assert sent.payload["view"]["state"]["values"]["who"]["who"]["value"] is None
    assert await slack.view("U_BEN") is None
    message = await slack.wait_for_message("G_BUSINESS", "urgent")
    assert message.notifies == ("<!channel>",)


async def test_every_kind_of_input_can_be_filled(slack: FakeSlack) -> None:
    kinds: dict[str, Json] = {
        "area": {"type": "static_select", "options": [option("essex"), option("thurrock")]},
        "seen": {"type": "checkboxes", "options": [option("school"), option("home")]},
        "risk": {"type": "radio_buttons", "options": [option("now"), option("later")]},
        "day": {"type": "datepicker", "initial_date": "2026-11-23"},
        "lead": {"type": "users_select"},
    }
    blocks = [
        {"type": "input", "block_id": name, "label": plain(name), "element": {"action_id": name, **element}}
        for name, element in kinds.items()
    ]
    await slack.replicas([])
    view = await opened(slack, MODAL | {"blocks": blocks})
    assert view.values["day"]["day"]["selected_date"] == "2026-11-23"
    with pytest.raises(ValueError, match="area has no option 'kent'; it has 'essex', 'thurrock'"):
        await slack.submit("U_BEN", view, {"area": "kent"})
    filled = {"area": "Essex", "seen": ["home", "school"], "risk": "now", "day": "2026-12-01", "lead/lead": "U_TOM"}
    await slack.submit("U_BEN", view, filled)
    values = (await slack.deliveries())[-1].payload["view"]["state"]["values"]
    assert values["area"]["area"]["selected_option"]["value"] == "essex"
    assert [o["value"] for o in values["seen"]["seen"]["selected_options"]] == ["home", "school"]
    assert values["risk"]["risk"] == {"type": "radio_buttons", "selected_option": option("now")}
    assert (values["day"]["day"]["selected_date"], values["lead"]["lead"]["selected_user"]) == ("2026-12-01", "U_TOM")


async def test_the_answers_to_a_submission_do_what_they_say(slack: FakeSlack) -> None:
    third_view = MODAL | {"callback_id": "third", "blocks": [text_input("what", "Other")]}
    bot = ScriptedBot(answers=[
        {"response_action": "push", "view": MODAL | {"callback_id": "second", "notify_on_close": True}},
        {"response_action": "update", "view": third_view},
        {"response_action": "errors", "errors": {"nowhere": "?"}},
        {"response_action": "clear"},
    ])  # fmt: skip
    view = await opened(slack, MODAL)
    async with served(bot.app()) as url:
        await slack.replicas([url])
        await slack.submit("U_BEN", view, {"what": "a"})
        second = await slack.view("U_BEN")
        assert second and (second.callback_id, second.raw["root_view_id"]) == ("second", view.id)
        await slack.submit("U_BEN", second, {"what": "b"})
        third = await slack.view("U_BEN")
        assert third and third.callback_id == "third" and third.values["what"]["what"]["value"] == "b"
        await slack.submit("U_BEN", third)
        troubled = await slack.view("U_BEN")
        assert troubled and troubled.trouble == "We had some trouble connecting. Try again?"
        await slack.submit("U_BEN", third)
        assert await slack.view("U_BEN") is None


async def test_closing_a_modal_tells_a_bot_that_asked(slack: FakeSlack) -> None:
    bot = ScriptedBot()
    asking, quiet = await opened(slack, MODAL | {"notify_on_close": True}), await opened(slack, MODAL, "U_TOM")
    async with served(bot.app()) as url:
        await slack.replicas([url])
        closed = await slack.close("U_BEN", asking)
        assert (closed.payload["type"], closed.payload["is_cleared"]) == ("view_closed", False)
        assert (await slack.close("U_TOM", quiet)).held_back
