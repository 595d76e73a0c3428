"""A box to copy from: a card's own text has signs in it that keep clients from making links and formatting of it."""

from bot.teams.render.elements import Json, card
from bot.teams.render.measure import fits

_LABEL = "To copy: select everything in this box. Nothing that you change here is sent or kept."


def with_copy(drawn: Json, text: str) -> Json:
    """The card with the text in a box above; the box alone where both are too large."""
    box = {
        "type": "Input.Text",
        "id": "copied",
        "label": _LABEL,
        "isMultiline": True,
        "maxLength": len(text),
        "value": text,
    }
    both = {**drawn, "body": [box, *drawn["body"]]}
    return both if fits(both) else card([box], text)
