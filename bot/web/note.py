"""The decision note: what a worker pastes into a record. It never holds the asker's words or personal data."""

from collections.abc import Iterator
from datetime import datetime

from knowledge.answer import Answer, AnswerContact, AnswerSource, Line, Section
from knowledge.hours import LONDON

CONFIRM = "confirm with the partnership"
_PARTS = ("danger", "lead", "reply", "steps", "timescale", "consent")  # `why` quotes the asker, so it stays out


def decision_note(answer: Answer, at: datetime) -> str:
    """The route, steps, contacts and sources of an answer as plain text, with the moment `at` in London time."""
    sections = {section.key: section for section in answer.sections}
    parts = [sections[key] for key in _PARTS if key in sections]
    cited = {line.source for part in parts for line in part.lines}
    blocks = [
        _head(answer, at),
        *(_block(part) for part in parts if part.key != "lead" or part.lines),
        _listed("Contacts", [_contact(contact) for contact in answer.contacts]),
        _listed("Sources", [_source(n, s) for n, s in enumerate(answer.sources, 1) if n in cited]),
        f"Signpost knowledge version: {answer.knowledge_version}",
        "Add to the record yourself: your reasons, who you spoke to, when, and what was agreed.",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(answer: Answer, at: datetime) -> str:
    local = at.astimezone(LONDON)
    lines = ["Decision note (Signpost)", f"{local:%A} {local.day} {local:%B %Y, %H:%M} {local.tzname()}"]
    lines.append(f"Route: {answer.title}")
    if answer.level is not None:
        lines.append(f"Threshold level: {answer.level}")
    return "\n".join(lines)


def _block(section: Section) -> str:
    numbered = section.key == "steps"
    lines = [f"{n}. {_words(line)}" if numbered else _words(line) for n, line in enumerate(section.lines, 1)]
    heading = [] if section.key == "lead" else [section.heading]
    return "\n".join([*heading, *lines]) if lines else ""


def _words(line: Line) -> str:
    number = f" [{line.source}]" if line.source else ""
    return f"{line.text}{number}{f' ({CONFIRM})' if line.confirm else ''}"


def _listed(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *lines]) if lines else ""


def _contact(contact: AnswerContact) -> str:
    ways = ", ".join(way for way in (contact.phone, contact.email, contact.url) if way)
    stale = f" - may be out of date, copy read {contact.checked_on}" if contact.stale else ""
    return f"{contact.name}: {ways} ({contact.hours}){stale}"


def _source(number: int, source: AnswerSource) -> str:
    return f"[{number}] " + ", ".join(_source_parts(source))


def _source_parts(source: AnswerSource) -> Iterator[str]:
    yield source.document
    yield f"edition {source.edition}"
    if source.section:
        yield source.section
    if source.page is not None:
        yield f"page {source.page}"
    if source.url:
        yield source.url
