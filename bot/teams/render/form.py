"""A form as the card of a dialog, and what comes back when it is sent."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.teams.render.elements import Json, bold, card, urgent_box, words
from bot.teams.render.escape import escaped, plain, pressable
from bot.teams.render.inputs import field_box
from bot.wording.form import Field, Form, Option
from bot.wording.message import Button
from bot.wording.typed import fit

_FORM, _CARRIES = "form", "carries"
_RESERVED = {_FORM, _CARRIES, "msteams", "verb", "value"}
_CARRIED, _LINE, _LABEL, _BUTTON = 3_000, 600, 150, 75


def form_card(form: Form, people: Sequence[Option] = (), errors: Mapping[str, str] | None = None) -> Json:
    """The card of a form. Raises ValueError for what could not come back unchanged."""
    faults = errors or {}
    if len(json.dumps(form.carries, ensure_ascii=False)) > _CARRIED:
        raise ValueError(f"the form {form.id} carries more than {_CARRIED} letters")
    if taken := _RESERVED & {field.id for field in form.fields}:
        raise ValueError(f"the form {form.id} has a field {min(taken)}")
    again = [field for field in form.fields if field.doubted or field.id in faults]
    body = [
        *urgent_box(fit(line, _LINE) for line in form.urgent),
        *([bold(_again(again), color="Attention")] if again else []),
        *(words(escaped(fit(line, _LINE))) for line in form.intro),
        *(field_box(field, people, faults.get(field.id, "")) for field in form.fields),
    ]
    sent = {"type": "Action.Submit", "title": pressable(form.submit, _BUTTON), "style": "positive"}
    data = {_FORM: form.id, _CARRIES: dict(form.carries)}
    says = [*(line.partition(". ")[0] for line in form.urgent), form.title]
    return card(body, ". ".join(says), [sent | {"data": data}, *map(_unsent, form.buttons)])


def values(data: Mapping[str, Any], form: Form | None = None) -> dict[str, str]:
    """What was typed and chosen in a sent form, by field; what was left empty or is absent is \"\"."""
    names = [field.id for field in form.fields] if form else [str(name) for name in data if name not in _RESERVED]
    return {name: _text(data.get(name)) for name in names}


def carries(data: Mapping[str, Any]) -> dict[str, str]:
    """What the form carried, unchanged."""
    found = data.get(_CARRIES)
    return {str(name): _text(value) for name, value in found.items()} if isinstance(found, Mapping) else {}


def form_id(data: Mapping[str, Any]) -> str:
    """Which form was sent; "" when it was none."""
    return _text(data.get(_FORM))


def _unsent(one: Button) -> Json:
    """A button that leaves the form as it is: what was chosen in it is not sent along."""
    title = pressable(one.label, _BUTTON)
    data = {"verb": one.action, "value": one.value}
    return {"type": "Action.Submit", "title": title, "associatedInputs": "none", "data": data}


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _again(fields: Sequence[Field]) -> str:
    """Names the answers that must change: they may stand far below."""
    labels = [plain(field.label, _LABEL) for field in fields]
    return f"Not sent yet. Please look again at: {'; '.join(labels)}."
