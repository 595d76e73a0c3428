"""The fields of a form as the inputs of a card."""

from collections.abc import Sequence
from datetime import date

from bot.teams.render.elements import Json, bold, box, small
from bot.teams.render.escape import escaped, plain
from bot.wording.form import TICKED, Field, Input, Option
from bot.wording.typed import cleaned, fit

_LABEL, _OPTION, _HINT, _FAULT = 150, 200, 600, 300
_FEW = 3  # choices that are shown at once


def field_box(field: Field, people: Sequence[Option] = (), fault: str = "") -> Json:
    """One field: its label, the fault found in it in words, the input, and the hint. ValueError without options."""
    optional = "" if field.required or field.input is Input.TICK else " (optional)"
    label = plain(field.label, _LABEL)
    needed = {"isRequired": True, "errorMessage": f"Still needed: {label}"} if field.required else {}
    asked = {"id": field.id, "label": label + optional, **needed, **_input(field, people)}
    found = [bold(f"Please change this: {escaped(fit(fault, _FAULT))}", color="Attention")] if fault else []
    return box([*found, asked, *_hint(field)], **({"style": "emphasis"} if fault or field.doubted else {}))


def _hint(field: Field) -> list[Json]:
    """The hint in small letters; in bold where it names words that may point to a person."""
    text = escaped(fit(field.hint, _HINT))
    if field.doubted:
        return [bold(text, color="Attention", spacing="Small")]
    return [small(text, spacing="None")] if text else []


def _input(field: Field, people: Sequence[Option]) -> Json:
    match field.input:
        case Input.LINE | Input.TEXT:
            value = fit(cleaned(field.value), field.longest)
            return {
                "type": "Input.Text",
                "isMultiline": field.input is Input.TEXT,
                "maxLength": field.longest,
                **({"value": value} if value.strip() else {}),
            }
        case Input.CHOICE | Input.RADIO:
            return _choice(field)
        case Input.TICK:
            title = plain(field.options[0].label if field.options else "Yes", _OPTION)
            value = TICKED if field.value == TICKED else ""
            return {
                "type": "Input.Toggle",
                "title": title,
                "valueOn": TICKED,
                "valueOff": "",
                "value": value,
                "wrap": True,
            }
        case Input.DATE:
            return {"type": "Input.Date", **_day(field.value)}
        case Input.PERSON:
            return _menu(people, field.value, "compact") | {"placeholder": "Type a name"}


def _choice(field: Field) -> Json:
    if not field.options:
        raise ValueError(f"{field.id} has no options")
    if len(field.options) <= _FEW or field.input is Input.RADIO:
        return _menu(field.options, field.value, "expanded")
    return _menu(field.options, field.value, "compact") | {"placeholder": "Choose one"}


def _menu(options: Sequence[Option], value: str, style: str) -> Json:
    choices = [{"title": plain(option.label, _OPTION), "value": option.value} for option in options]
    chosen = {"value": value} if value in {option.value for option in options} else {}
    return {"type": "Input.ChoiceSet", "style": style, "choices": choices, "wrap": True, **chosen}


def _day(value: str) -> Json:
    try:
        return {"value": date.fromisoformat(value).isoformat()}
    except ValueError:
        return {}
