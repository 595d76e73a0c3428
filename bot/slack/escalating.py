"""Raising an escalation: the form, its check for personal data, the record, the receipt; then it is acknowledged."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.escalation import Escalation, Kind
from bot.slack.checking import must_change
from bot.slack.payload import action_pattern, user_of
from bot.slack.place import PREFIX
from bot.slack.receive import masked
from bot.slack.render.form import errors, message_view, values, view
from bot.wording.form import Form
from bot.wording.forms import escalation_form, raised_from
from bot.wording.options import FormError
from bot.wording.told import told
from bot.wording.urgent import urgent_lines
from bot.workflows import escalations
from bot.workflows.danger import tells_of_danger
from bot.workflows.desk import Desk
from knowledge.model import Area

_TYPED = ("disputed", "tried", "wanted", "case_reference")
_REFERENCES = ("case_reference",)


def register(app: AsyncApp, desk: Desk) -> None:
    """Bind the listeners."""

    @app.command("/escalate")
    async def by_command(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
        form = empty_form(desk, disputed=command.get("text", ""))
        await client.views_open(trigger_id=command["trigger_id"], view=view(form))
        await ack()

    @app.shortcut("escalate_message")
    async def by_shortcut(ack: AsyncAck, shortcut: dict[str, Any], client: AsyncWebClient) -> None:
        # somebody else's words: whoever passes them on has typed no name
        form = empty_form(desk, disputed=await masked(desk, shortcut["message"].get("text", "")))
        await client.views_open(trigger_id=shortcut["trigger_id"], view=view(form))
        await ack()

    @app.action(action_pattern("escalate.open"))
    async def by_button(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=view(empty_form(desk)))
        await ack()

    @app.view("escalation.raise")
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack(**await take(desk, body))


def empty_form(desk: Desk, disputed: str = "") -> Form:
    """The form to fill in; what is urgent stands above it."""
    return escalation_form(desk.rules, _urgent(desk, desk.home_area), Kind.DISAGREEMENT, disputed[:1500])


async def take(desk: Desk, body: dict[str, Any]) -> dict[str, Any]:
    """What Slack is told of a sent form: faults beside their fields, words to look at again, or the receipt."""
    try:
        raised = raised_from(values(body["view"]), desk.rules)
    except FormError as fault:
        return errors(fault.faults)
    form = escalation_form(desk.rules, _urgent(desk, Area(raised.area)), raised.kind)
    if again := await must_change(desk, body, form, _TYPED, _REFERENCES):
        return again
    item = await desk.do(escalations.raise_escalation, user_of(body), raised, f"{PREFIX}{body['view']['id']}")
    return {"response_action": "update", "view": _receipt(desk, item)}


def _receipt(desk: Desk, item: Escalation) -> dict[str, Any]:
    """The reference number and what happens next; where danger is told of, 999 and the front door stand first."""
    urgent = _urgent(desk, Area(item.raised.area)) if tells_of_danger(desk.knowledge, item.raised) else ()
    message = told(item, "raise", item.raised_by, desk.clock(), desk.rules, lambda key: key, urgent)
    return message_view("Recorded", message, urgent)


def _urgent(desk: Desk, area: Area) -> tuple[str, ...]:
    return urgent_lines(desk.knowledge, area, desk.clock())
