"""The follow-up of a referral in Slack: noted by a form, asked for later, with a text to chase the outcome."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.refusal import Refused
from bot.slack.checking import must_change
from bot.slack.payload import action_pattern, pressed, user_of
from bot.slack.place import PREFIX
from bot.slack.render.form import errors, message_view, values, view
from bot.wording.forms import FormError, referral_form, referral_from
from bot.wording.referral import answered as thanks
from bot.wording.referral import chase_message, noted
from bot.wording.urgent import front_door_names
from bot.workflows import referrals
from bot.workflows.desk import Desk
from knowledge.hours import LONDON


def register(app: AsyncApp, desk: Desk) -> None:
    """Bind the listeners."""
    doors = front_door_names(desk.knowledge)

    @app.action(action_pattern("referral.open"))
    async def opened(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        form = referral_form(desk.rules, doors, desk.clock().astimezone(LONDON).date())
        await client.views_open(trigger_id=body["trigger_id"], view=view(form))
        await ack()

    @app.view("referral.note")
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(**await _take(desk, body, doors))

    @app.action(action_pattern("referral.answered"))
    async def answered(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        referral = await desk.do(referrals.outcome, user_of(body), pressed(action), True)
        shown = message_view("Noted", thanks(referral, desk.rules))
        await client.views_open(trigger_id=body["trigger_id"], view=shown)
        await ack()

    @app.action(action_pattern("referral.not_yet"))
    async def not_yet(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        referral = await desk.do(referrals.outcome, user_of(body), pressed(action), False)
        shown = message_view("Ask for the outcome", chase_message(referral, desk.rules))
        await client.views_open(trigger_id=body["trigger_id"], view=shown)
        await ack()


async def _take(desk: Desk, body: dict[str, Any], doors: tuple[str, ...]) -> dict[str, Any]:
    """Note the referral; faults stand beside their fields."""
    try:
        given = referral_from(values(body["view"]), doors)
    except FormError as fault:
        return errors(fault.faults)
    if again := await must_change(desk, body, referral_form(desk.rules, doors), ("reference",), ("reference",)):
        return again
    key = f"{PREFIX}{body['view']['id']}"
    try:
        referral = await desk.do(
            referrals.note_referral, user_of(body), given.front_door, given.referred_on, given.reference, key
        )
    except Refused as fault:  # a date that cannot be
        return errors({"referred_on": str(fault)})
    return {"response_action": "update", "view": message_view("Noted", noted(referral, desk.rules))}
