"""The fields of a form as Slack's inputs."""

from datetime import date

from bot.slack.render.blocks import Json, plain_text
from bot.slack.render.escape import plain
from bot.slack.render.measure import letters
from bot.wording.form import TICKED, Field, Input, Option

ELEMENT = "value"  # the action id of every input
PREFIX = "slack:"
_LABEL, _HINT, _OPTION, _TYPED = 500, 2_000, 75, 3_000
_RADIO, _SHORT, _MOST_RADIOS, _MOST_OPTIONS, _OPTION_VALUE = 3, 40, 10, 100, 150


def field_block(field: Field) -> Json:
    """One input. Raises ValueError for a choice that Slack cannot draw."""
    block = {
        "type": "input",
        "block_id": field.id,
        "label": plain_text(field.label, _LABEL),
        "element": {"action_id": ELEMENT} | _ELEMENTS[field.input](field),
        "optional": not field.required,
    }
    return block | ({"hint": plain_text(field.hint, _HINT)} if field.hint else {})


def _typed(field: Field) -> Json:
    longest = min(field.longest, _TYPED)
    first = {"initial_value": plain(field.value, longest)} if field.value.strip() else {}
    multiline = field.input is Input.TEXT
    return {"type": "plain_text_input", "multiline": multiline, "max_length": longest} | first


def _choice(field: Field) -> Json:
    if not 0 < len(field.options) <= _MOST_OPTIONS:
        raise ValueError(f"{field.id} has {len(field.options)} options; Slack takes 1 to {_MOST_OPTIONS}")
    options = [_option(field, option) for option in field.options]
    chosen = next((one for one in options if one["value"] == field.value), None)
    few = len(options) <= _RADIO and all(letters(option.label) <= _SHORT for option in field.options)
    short = few or (field.input is Input.RADIO and len(options) <= _MOST_RADIOS)
    kind = "radio_buttons" if short else "static_select"
    return {"type": kind, "options": options} | ({"initial_option": chosen} if chosen else {})


def _tick(field: Field) -> Json:
    label = field.options[0].label if field.options else "Yes"
    box = {"text": plain_text(label, _OPTION), "value": TICKED}
    first = {"initial_options": [box]} if field.value == TICKED else {}
    return {"type": "checkboxes", "options": [box]} | first


def _day(field: Field) -> Json:
    try:
        return {"type": "datepicker", "initial_date": date.fromisoformat(field.value).isoformat()}
    except ValueError:
        return {"type": "datepicker"}


def _person(field: Field) -> Json:
    user = field.value.removeprefix(PREFIX) if field.value.startswith(PREFIX) else ""
    return {"type": "users_select"} | ({"initial_user": user} if user else {})


def _option(field: Field, option: Option) -> Json:
    if not 0 < letters(option.value) <= _OPTION_VALUE:
        raise ValueError(f"{field.id}: the value of an option has 1 to {_OPTION_VALUE} letters")
    return {"text": plain_text(option.label, _OPTION), "value": option.value}


_ELEMENTS = {
    Input.LINE: _typed,
    Input.TEXT: _typed,
    Input.CHOICE: _choice,
    Input.RADIO: _choice,
    Input.TICK: _tick,
    Input.DATE: _day,
    Input.PERSON: _person,
}
