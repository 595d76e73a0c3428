"""The decision note: what a practitioner puts into the record. It holds neither the asker's words nor personal data."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section
from knowledge.hours import LONDON
from knowledge.note_shape import Note, NotePart

CONFIRM = "confirm with the partnership"
_ASKED = "asked"  # the section with the questions of the guided route
_PARTS = (
    "danger",
    "banner",
    "more",
    "reply",
    "steps",
    "timescale",
    "consent",
    "also",
)  # the other sections that a note repeats
_HEADINGS = {_ASKED: "What was asked", "also": "Other routes named"}
_OWN_WORDS = "A question in the practitioner's own words, which are not kept in this note."


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
