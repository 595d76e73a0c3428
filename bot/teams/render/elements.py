"""The few elements of Adaptive Cards 1.5 that Signpost uses."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.dialogue.buttons import AT_ONCE
from bot.teams.render.escape import escaped, own, pressable, spoken
from bot.wording.message import Button
from bot.wording.typed import fit, letters

type Json = dict[str, Any]

_SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
_STYLES = {"primary": "positive", "danger": "destructive"}
_BUTTON, _VALUE, _ROW = 75, 2_000, 3
_SPEAK, _FALLBACK = 600, 1_500
_MORE = "More"
_EMPTY = "-"


def card(body: Sequence[Json], says: str, actions: Sequence[Json] = ()) -> Json:
    """A whole card. `says` is all of it in plain words, for a voice and for a client too old to draw it."""
    return {
        "type": "AdaptiveCard",
        "$schema": _SCHEMA,
        "version": "1.5",
        "speak": spoken(says, _SPEAK),
        "fallbackText": fit(escaped(says), _FALLBACK) or _EMPTY,
        "body": list(body),
        **({"actions": list(actions)} if actions else {}),
        "msteams": {"width": "Full"},
    }


def words(text: str, **looks: object) -> Json:
    """A paragraph of text that is escaped already."""
    return {"type": "TextBlock", "text": text if text.strip() else _EMPTY, "wrap": True, **looks}


def bold(text: str, **looks: object) -> Json:
    """A paragraph in bold."""
    return words(text, weight="Bolder", **looks)


def title(text: str, **looks: object) -> Json:
    """What a card is about; a screen reader can jump to it."""
    return bold(text, style="heading", size="Large", **looks)


def heading(text: str, **looks: object) -> Json:
    """The heading of a part; a screen reader can jump to it."""
    return bold(text, style="heading", size="Medium", **looks)


def small(text: str, **looks: object) -> Json:
    """Small print."""
    return words(text, **{"size": "Small", "isSubtle": True} | looks)


def box(items: Sequence[Json], **looks: object) -> Json:
    """Elements that belong together."""
    return {"type": "Container", "items": list(items), **looks}


def part_box(items: Sequence[Json]) -> Json:
    """A part of a card, with a line across above it."""
    return box(items, separator=True, spacing="Medium")


def urgent_box(lines: Iterable[str]) -> list[Json]:
    """Signpost's own sentences about danger, first of all: of each the first sentence bold, what else it says below."""
    found: list[Json] = []
    for line in lines:
        first, gap, rest = line.partition(". ")
        found.append(bold(own(first + gap.strip())))
        found += [words(own(rest), spacing="None")] if rest else []
    return [box(found, style="attention")] if found else []


def rows(buttons: Iterable[Button]) -> list[Json]:
    """The buttons in rows; those that are seldom needed wait behind "More"."""
    drawn: dict[bool, list[Json]] = {False: [], True: []}
    for one in buttons:
        drawn[one.more].append(_button(one))
    hidden = {"type": "Action.ShowCard", "title": _MORE, "card": {"type": "AdaptiveCard", "body": _sets(drawn[True])}}
    return _sets([*drawn[False], *([hidden] if drawn[True] else [])])


def _sets(actions: Sequence[Json]) -> list[Json]:
    starts = range(0, len(actions), _ROW)
    return [{"type": "ActionSet", "actions": list(actions[start : start + _ROW])} for start in starts]


def _button(one: Button) -> Json:
    """A press that does something at once, or one that opens a window. Raises ValueError for a value that is too long.

    Cut, the value would name another subject.
    """
    if letters(one.value) > _VALUE:
        raise ValueError(f"the value of {one.action} is longer than {_VALUE} letters")
    style = {"style": _STYLES[one.style]} if one.style else {}
    title = {"title": pressable(one.label, _BUTTON)}
    if one.action in AT_ONCE:
        return {"type": "Action.Execute", "verb": one.action, "data": {"value": one.value}, **title, **style}
    window = {"msteams": {"type": "task/fetch"}, "verb": one.action, "value": one.value}
    return {"type": "Action.Submit", "data": window, **title, **style}
