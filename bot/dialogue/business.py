"""The business team's buttons and forms. Each is checked on our side; a button on a screen proves no right."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.dialogue.checking import must_change
from bot.dialogue.reply import Opened, Press, Pressed, Reply, Said, Send, Sent
from bot.partnership.escalation import Escalation
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
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


async def _acknowledge(desk: Desk, pressed: Pressed) -> None:
    await desk.do(escalations.acknowledge, pressed.who, pressed.value)


async def _redact(desk: Desk, pressed: Pressed) -> None:
    ref, _, line = pressed.value.partition(":")
    await desk.do(escalations.redact, pressed.who, ref, _number(line))


async def _opened(deed: str, desk: Desk, pressed: Pressed) -> Reply:
    return Opened(await _form(desk, pressed.who, pressed.value.partition(":")[0], deed))


async def _sent(deed: str, desk: Desk, sent: Sent) -> Reply:
    ref = sent.carries.get("ref", "")
    if again := await must_change(desk, sent, await _form(desk, sent.who, ref, deed), _TYPED):
        return again
    if owner := sent.values.get("owner"):
        await sent.learn(owner)
    item = await _apply(desk, deed, sent.who, ref, sent.values)
    return Said(f"Done: {item.ref} is recorded and the card changes.")


async def _form(desk: Desk, who: str, ref: str, deed: str) -> Form:
    """The form of a deed, for somebody who may do it. Raises Refused for others."""
    rights = "redact" if deed == "ask_redaction" else deed
    item = await desk.do(escalations.view, who, ref, rights)
    lines = await desk.do(escalations.lines, who, ref) if deed == "ask_redaction" else {}
    if deed == "ask_redaction" and not set(item.lines) - {line for line, _ in item.redactions_asked}:
        raise Refused("There is nothing more to ask for. What was asked for has a button for the second person.")
    return _FORMS[deed](item, desk.rules, lines)


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


PRESSES: dict[str, Press] = {
    "escalation.acknowledge": _acknowledge,
    "escalation.redact": _redact,
    **{f"escalation.{deed}": partial(_opened, deed) for deed in _FORMS},
}
FORMS: dict[str, Send] = {f"escalation.{deed}": partial(_sent, deed) for deed in _FORMS}
