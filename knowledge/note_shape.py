"""A decision note before it is written: its shape, its JSON, and its plain text."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Self

TITLE = "Decision note (Signpost)"
TO_ADD = ("Your reasons", "Who you spoke to, and when", "What was agreed")
WHAT_TO_ADD = "To be added by you"


@dataclass(frozen=True)
class NotePart:
    """A headed part of a note."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Note:
    """A note before it is written: facts as pairs of name and value, then parts, then room for the practitioner."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[NotePart, ...]
    to_add: tuple[str, ...] = TO_ADD

    def to_json(self) -> str:
        """The note as JSON, for a page that keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a note back. Raises ValueError for anything that is not one."""
        data = json.loads(text)
        try:
            facts, parts, to_add = (data[name] for name in ("facts", "parts", "to_add"))
            return cls(
                tuple((_text(name), _text(value)) for name, value in facts),
                tuple(_part(one) for one in parts),
                tuple(map(_text, to_add)),
            )
        except (KeyError, TypeError, AttributeError) as fault:
            raise ValueError("this is no decision note") from fault


def note_text(note: Note) -> str:
    """The note as plain text."""
    blocks = [
        "\n".join([TITLE, *(f"{name}: {value}" for name, value in note.facts)]),
        *("\n".join([part.heading, *numbered(part)]) for part in note.parts),
        "\n".join([WHAT_TO_ADD, *(f"{one}:" for one in note.to_add)]),
    ]
    return "\n\n".join(blocks) + "\n"


def numbered(part: NotePart) -> tuple[str, ...]:
    """The lines of a part, with their numbers where it has them."""
    return tuple(f"{n}. {line}" for n, line in enumerate(part.lines, 1)) if part.numbered else part.lines


def _part(data: Any) -> NotePart:  # noqa: ANN401 - JSON from outside
    lines, is_numbered = data["lines"], data["numbered"]
    if not isinstance(lines, list) or not isinstance(is_numbered, bool):
        raise TypeError
    return NotePart(_text(data["heading"]), tuple(map(_text, lines)), is_numbered)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
