"""The few blocks that Signpost uses, and how many letters they hold together."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.slack.render.escape import plain
from bot.slack.render.measure import fit, letters

type Json = dict[str, Any]

MESSAGE_LETTERS = 11_500  # Slack refuses about 13,000 in all blocks of a message
MESSAGE_TEXT = 39_000  # Slack cuts at 40,000
UPDATE_TEXT = 4_000  # the most that chat.update takes
SECTION = 2_900  # Slack: 3,000
_HEADER, _BUTTON, _VALUE = 150, 75, 2_000
_ROW = 5
_EMPTY = "-"  # Slack refuses texts without letters


def mrkdwn(text: str, most: int = SECTION) -> Json:
    """Formatted text. `verbatim`: Slack looks for no names and addresses of its own in it."""
    return {"type": "mrkdwn", "text": fit(text, most) if text.strip() else _EMPTY, "verbatim": True}


def plain_text(text: str, most: int) -> Json:
    """Text that Slack does not format."""
    return {"type": "plain_text", "text": plain(text, most) if text.strip() else _EMPTY, "emoji": False}


def section(text: str) -> Json:
    """A paragraph of mrkdwn, shown whole: Slack may not fold a long one behind "See more"."""
    return {"type": "section", "text": mrkdwn(text), "expand": True}


def sections(lines: Iterable[str], gap: str = "\n") -> list[Json]:
    """The lines in as few paragraphs as hold them."""
    return [section(text) for text in _packed(lines, gap)]


def context(lines: Iterable[str]) -> list[Json]:
    """Small print, one line below the other: several elements of one block would run on in a row."""
    return [{"type": "context", "elements": [mrkdwn(text)]} for text in _packed(lines, "\n")]


def header(text: str) -> Json:
    """A heading; it is cut at 150 letters."""
    return {"type": "header", "text": plain_text(text, _HEADER)}


def divider() -> Json:
    """A line across."""
    return {"type": "divider"}


def button(action: str, label: str, value: str, style: str | None = None) -> Json:
    """One button. Raises ValueError for a value that Slack cannot carry: cut, it would name another subject."""
    if letters(value) > _VALUE:
        raise ValueError(f"the value of {action} is longer than {_VALUE} letters")
    drawn = {"type": "button", "action_id": action, "text": plain_text(label, _BUTTON)}
    return drawn | ({"value": value} if value else {}) | ({"style": style} if style else {})


def rows(buttons: Sequence[Json], width: int = _ROW) -> list[Json]:
    """The buttons in rows. A row has each action id once: the second of a kind gets `:2` behind it, and so on."""
    found: list[Json] = []
    for start in range(0, len(buttons), width):
        seen: dict[str, int] = {}
        found.append({"type": "actions", "elements": [_numbered(one, seen) for one in buttons[start : start + width]]})
    return found


def total(blocks: object) -> int:
    """The letters in all texts of the blocks."""
    if isinstance(blocks, list):
        return sum(total(one) for one in blocks)
    if not isinstance(blocks, dict):
        return 0
    own = letters(blocks["text"]) if isinstance(blocks.get("text"), str) else 0
    return own + sum(total(value) for value in blocks.values())


def _numbered(drawn: Json, seen: dict[str, int]) -> Json:
    action = drawn["action_id"]
    seen[action] = seen.get(action, 0) + 1
    return drawn if seen[action] == 1 else drawn | {"action_id": f"{action}:{seen[action]}"}


def _packed(lines: Iterable[str], gap: str) -> list[str]:
    packed: list[str] = []
    for line in (fit(one, SECTION) for one in lines if one):
        if packed and letters(packed[-1]) + letters(gap) + letters(line) <= SECTION:
            packed[-1] += gap + line
        else:
            packed.append(line)
    return packed
