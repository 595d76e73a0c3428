"""What a person may type and choose in a card, as the client of Teams allows it."""

import re
from datetime import date

from .elements import inputs_of
from .people import Json


def start_values(card: Json) -> dict[str, str]:
    """What the inputs hold before anything is typed."""
    return {name: _start(one) for name, one in inputs_of(card).items()}


def _start(one: Json) -> str:
    if one["type"] == "Input.Toggle":
        return str(one.get("value", one.get("valueOff", "false")))
    return str(one.get("value", ""))


def typed(card: Json, values: Json) -> dict[str, str]:
    """What the inputs hold afterwards. Raises ValueError for what a client would not let a person do."""
    inputs = inputs_of(card)
    if unknown := values.keys() - inputs.keys():
        raise ValueError(f"no input {', '.join(sorted(unknown))}; there are {', '.join(inputs) or 'none'}")
    return start_values(card) | {name: _typed(inputs[name], value) for name, value in values.items()}


def missing(card: Json, values: dict[str, str]) -> dict[str, str]:
    """The client's own words at the inputs that must be filled and are not, by id."""
    found = {}
    for name, one in inputs_of(card).items():
        on = one.get("valueOn", "true") if one["type"] == "Input.Toggle" else None
        if one.get("isRequired") and (values[name] != on if on else not values[name].strip()):
            found[name] = str(one.get("errorMessage") or "This field is required.")
    return found


def sent(values: dict[str, str]) -> dict[str, str]:
    """What comes to the bot: an empty input is left out."""
    return {name: value for name, value in values.items() if value}


def _typed(one: Json, value: object) -> str:
    match one["type"]:
        case "Input.Toggle":
            return _ticked(one, value)
        case "Input.ChoiceSet":
            return _chosen(one, str(value))
        case "Input.Date" if value:
            return _between(one, date.fromisoformat(str(value)).isoformat())
        case "Input.Number" if value not in ("", None):
            return str(float(str(value)) if "." in str(value) else int(str(value)))
        case "Input.Text":
            return _written(one, str(value))
    return str(value or "")


def _ticked(one: Json, value: object) -> str:
    on, off = str(one.get("valueOn", "true")), str(one.get("valueOff", "false"))
    chosen = value if isinstance(value, str) else (on if value else off)
    if chosen not in (on, off):
        raise ValueError(f"{one['id']} is {on!r} or {off!r}")
    return chosen


def _chosen(one: Json, value: str) -> str:
    offered = {str(choice["value"]) for choice in one.get("choices", [])} | {""}
    wanted = value.split(",") if one.get("isMultiSelect") else [value]
    if unknown := set(wanted) - offered:
        raise ValueError(f"{one['id']} has no choice {', '.join(sorted(unknown))}; it has {', '.join(sorted(offered))}")
    return value


def _between(one: Json, value: str) -> str:
    if not str(one.get("min", "")) <= value <= str(one.get("max", "9999-12-31")):
        raise ValueError(f"{one['id']} takes dates from {one.get('min')} to {one.get('max')}")
    return value


def _written(one: Json, value: str) -> str:
    text = value if one.get("isMultiline") else value.replace("\n", " ")
    if (most := one.get("maxLength")) and len(text) > most:
        raise ValueError(f"{one['id']} takes {most} letters, not {len(text)}")
    if (pattern := one.get("regex")) and text and not re.search(pattern, text):
        raise ValueError(f"{one['id']} must match {pattern}")
    return text
