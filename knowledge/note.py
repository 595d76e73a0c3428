"""The decision note: what a practitioner puts into the record. It holds neither the asker's words nor personal data."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section
from knowledge.hours import LONDON

TITLE = "Decision note (Signpost)"
CONFIRM = "confirm with the partnership"
TO_ADD = ("Your reasons", "Who you spoke to, and when", "What was agreed")
WHAT_TO_ADD = "To be added by you"
_ASKED = "asked"  # the section with the questions of the guided route
_PARTS = (
    "danger",
    "banner",
    "reply",
    "steps",
    "timescale",
    "consent",
    "also",
)  # the other sections that a note repeats
_HEADINGS = {_ASKED: "What was asked", "also": "Other routes named"}
_OWN_WORDS = "A question in the practitioner's own words, which are not kept in this note."


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


def decision_note(answer: Answer, at: datetime) -> Note:
    """What was asked, what applied, the route, who, by when and the sources, with the moment `at` in London time."""
    sections = {section.key: section for section in answer.sections}
    shown = [section for section in (_asked(sections), _applied(sections), *map(sections.get, _PARTS)) if section]
    cited = {line.source for section in (*shown, *_lead(sections)) for line in section.lines}
    parts = [
        *(_said(section) for section in shown if section.lines),
        NotePart(_contacts_heading(sections), tuple(_contact(contact) for contact in answer.contacts)),
        NotePart("Sources", tuple(_source(n, s) for n, s in enumerate(answer.sources, 1) if n in cited)),
    ]
    return Note(tuple(_facts(answer, at, _lead(sections))), tuple(part for part in parts if part.lines))


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


def _facts(answer: Answer, at: datetime, lead: Iterable[Section]) -> Iterator[tuple[str, str]]:
    local = at.astimezone(LONDON)
    yield "Made", f"{local:%A} {local.day} {local:%B %Y, %H:%M} {local.tzname()}"
    yield "Route", answer.title
    yield from (("In short", _words(line)) for section in lead for line in section.lines[-1:])
    if answer.level is not None:
        yield "Threshold level", str(answer.level)
    yield "Urgent", "Yes, act now" if answer.urgent else "No"
    yield "Signpost knowledge version", answer.knowledge_version


def _lead(sections: dict[str, Section]) -> list[Section]:
    return [sections["lead"]] if "lead" in sections else []


def _asked(sections: dict[str, Section]) -> Section:
    """The questions of the guided route with the answers given; of free text only that there was one."""
    return sections.get(_ASKED) or Section(_ASKED, "", (Line(_OWN_WORDS),))


def _applied(sections: dict[str, Section]) -> Section | None:
    """When the route applies. What has no source quotes the asker, so it stays out."""
    why = sections.get("why")
    return Section("why", "What applied", tuple(line for line in why.lines if line.source)) if why else None


def _contacts_heading(sections: dict[str, Section]) -> str:
    """With the area, and whether it was office hours."""
    return sections["contacts"].heading if "contacts" in sections else "Who to contact"


def _said(section: Section) -> NotePart:
    lines = tuple(_words(line) for line in section.lines)
    return NotePart(
        _HEADINGS.get(section.key, section.heading), lines, section.key in {"steps", _ASKED} and len(lines) > 1
    )


def _words(line: Line) -> str:
    number = f" [{line.source}]" if line.source else ""
    return f"{line.text}{number}{f' ({CONFIRM})' if line.confirm else ''}"


def _contact(contact: AnswerContact) -> str:
    ways = ", ".join(way for way in (contact.phone, contact.email, contact.url) if way)
    stale = f" - may be out of date, copy read {contact.checked_on}" if contact.stale else ""
    return f"{contact.name}: {ways} ({contact.hours}){stale}"


def _source(number: int, source: AnswerSource) -> str:
    page = f"page {source.page}" if source.page is not None else None
    parts = (source.document, f"edition {source.edition}", source.section, page, source.url)
    return f"[{number}] " + ", ".join(part for part in parts if part)


def _part(data: Any) -> NotePart:  # noqa: ANN401 - JSON from outside
    lines, is_numbered = data["lines"], data["numbered"]
    if not isinstance(lines, list) or not isinstance(is_numbered, bool):
        raise TypeError
    return NotePart(_text(data["heading"]), tuple(map(_text, lines)), is_numbered)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
