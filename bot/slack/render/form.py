"""A form as a modal, and what comes back when it is sent."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.slack.render.blocks import Json, button, plain_text, rows, section, sections
from bot.slack.render.escape import bold, dialled, escaped, own, plain
from bot.slack.render.inputs import ELEMENT, PREFIX, field_block
from bot.slack.render.message import message_blocks
from bot.slack.render.modal import TITLE, modal
from bot.wording.form import TICKED, Form
from bot.wording.message import Message

_CARRIED, _ERROR = 3_000, 500


def view(form: Form) -> Json:
    """The modal of a form. Raises ValueError when Slack could not carry what must come back unchanged."""
    carried = json.dumps(form.carries, ensure_ascii=False)
    if len(carried) > _CARRIED:
        raise ValueError(f"the form {form.id} carries more than {_CARRIED} letters")
    top = [*sections(bold(own(line)) for line in form.urgent), *sections(map(escaped, form.intro), "\n\n")]
    under = rows([button(one.action, one.label, one.value) for one in form.buttons])
    drawn = modal(form.title, [*top, *map(field_block, form.fields), *under], close="Cancel")
    return drawn | {
        "callback_id": form.id,
        "private_metadata": carried,
        "submit": plain_text(form.submit, TITLE),
    }


def values(view_payload: Mapping[str, Any]) -> dict[str, str]:
    """What was typed and chosen in a sent form, by field; what was left empty is \"\"."""
    typed = view_payload.get("state", {}).get("values", {})
    return {name: _value(state[ELEMENT]) for name, state in typed.items() if ELEMENT in state}


def carries(view_payload: Mapping[str, Any]) -> dict[str, str]:
    """What the form carried, unchanged."""
    found = json.loads(view_payload.get("private_metadata") or "{}")
    return {str(name): str(value) for name, value in found.items()}


def errors(faults: Mapping[str, str]) -> Json:
    """The answer to a sent form that shows a sentence beside each field named and keeps what was typed."""
    shown = {name: plain(sentence, _ERROR) for name, sentence in faults.items()}
    return {"response_action": "errors", "errors": shown}


def sentence_view(sentence: str) -> Json:
    """A modal that says one thing."""
    return modal("Signpost", [section(dialled(sentence))])


def message_view(title: str, notice: Message, urgent: tuple[str, ...] = ()) -> Json:
    """A notice as a modal; `urgent` lines stand before its own, and no line is said twice."""
    lines = dict.fromkeys((*urgent, *notice.urgent))
    return modal(title, message_blocks(replace(notice, urgent=tuple(lines))))


def _value(state: Mapping[str, Any]) -> str:
    """The state of one input as the text that a form gives back."""
    match state["type"]:
        case "checkboxes":
            return TICKED if state.get("selected_options") else ""
        case "static_select" | "radio_buttons":
            return str((state.get("selected_option") or {}).get("value", ""))
        case "datepicker":
            return state.get("selected_date") or ""
        case "users_select":
            return f"{PREFIX}{state['selected_user']}" if state.get("selected_user") else ""
        case _:
            return state.get("value") or ""
