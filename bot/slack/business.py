"""The business team's buttons. Each is checked on our side; a button on a screen proves no right."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.partnership.escalation import Escalation
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.slack.checking import must_change
from bot.slack.identify import Directory
from bot.slack.payload import action_pattern, pressed, user_of
from bot.slack.place import PREFIX
from bot.slack.render.form import carries, sentence_view, values, view
from bot.wording import forms
from bot.wording.form import Form
from bot.workflows import escalations
from bot.workflows.desk import Desk

_TYPED = ("text", "reason")

type FormFor = Callable[[Escalation, Rules, Mapping[int, str]], Form]

_FORMS: dict[str, FormFor] = {
    "note": lambda item, rules, lines: forms.note_form(item.ref),
    "assign": lambda item, rules, lines: forms.assign_form(item.ref),
    "move_stage": lambda item, rules, lines: forms.move_stage_form(item, rules),
    "resolve": lambda item, rules, lines: forms.resolve_form(item.ref, rules),
    "reopen": lambda item, rules, lines: forms.reopen_form(item.ref),
    "withdraw": lambda item, rules, lines: forms.withdraw_form(item.ref),
    "link_duplicate": lambda item, rules, lines: forms.duplicate_form(item.ref),
    "ask_redaction": lambda item, rules, lines: forms.redaction_form(item, lines),
}


async def _apply(desk: Desk, deed: str, who: str, ref: str, given: Mapping[str, str]) -> Escalation:
    """Do what a form asks for. Raises Refused for what the form did not offer."""
    text, reason = given.get("text", ""), given.get("reason", "")
    match deed:
        case "note":
            return await desk.do(escalations.add_note, who, ref, text)
        case "assign":
            return await desk.do(escalations.assign, who, ref, given.get("owner", ""))
        case "move_stage":
            return await desk.do(escalations.move_stage, who, ref, _number(given.get("stage", "")), reason)
        case "resolve":
            return await desk.do(escalations.resolve, who, ref, given.get("outcome", ""), reason)
        case "reopen":
            return await desk.do(escalations.reopen, who, ref, reason)
        case "withdraw":
            return await desk.do(escalations.withdraw, who, ref, reason)
        case "link_duplicate":
            return await desk.do(escalations.link_duplicate, who, ref, given.get("of", ""))
        case _:
            return await desk.do(escalations.ask_redaction, who, ref, _number(given.get("line", "")))


def _number(chosen: str) -> int:
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 10):
        raise Refused("Choose one of those in the list.")
    return int(chosen)


def register(app: AsyncApp, desk: Desk, directory: Directory) -> None:
    """Bind the listeners."""

    @app.action(action_pattern("escalation.acknowledge"))
    async def acknowledge(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await desk.do(escalations.acknowledge, user_of(body), pressed(action))
        await ack()

    @app.action(action_pattern("escalation.redact"))
    async def redact(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        ref, _, line = pressed(action).partition(":")
        await desk.do(escalations.redact, user_of(body), ref, _number(line))
        await ack()

    for deed in _FORMS:
        _register_form(app, desk, directory, deed)


def _register_form(app: AsyncApp, desk: Desk, directory: Directory, deed: str) -> None:
    """A button that opens a form, and the form."""

    @app.action(action_pattern(f"escalation.{deed}"))
    async def opened(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], client: AsyncWebClient) -> None:
        form = await _form(desk, user_of(body), pressed(action).partition(":")[0], deed)
        await client.views_open(trigger_id=body["trigger_id"], view=view(form))
        await ack()

    @app.view(f"escalation.{deed}")
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        given, ref = values(body["view"]), carries(body["view"]).get("ref", "")
        if again := await must_change(desk, body, await _form(desk, user_of(body), ref, deed), _TYPED):
            await ack(**again)
            return
        if owner := given.get("owner"):  # the people file may know them by e-mail only
            await directory.learn(owner.removeprefix(PREFIX))
        item = await _apply(desk, deed, user_of(body), ref, given)
        await ack(response_action="update", view=sentence_view(f"Done: {item.ref} is recorded and the card changes."))


async def _form(desk: Desk, who: str, ref: str, deed: str) -> Form:
    """The form of a deed, for somebody who may do it. Raises Refused for others."""
    rights = "redact" if deed == "ask_redaction" else deed
    item = await desk.do(escalations.view, who, ref, rights)
    lines = await desk.do(escalations.lines, who, ref) if deed == "ask_redaction" else {}
    if deed == "ask_redaction" and not set(item.lines) - {line for line, _ in item.redactions_asked}:
        raise Refused("There is nothing more to ask for. What was asked for has a button for the second person.")
    return _FORMS[deed](item, desk.rules, lines)
