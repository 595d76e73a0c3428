"""The lines of an answer, and the rule that what it states rests on a source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

QUOTES = "Your message says "  # what follows are the asker's own words


class AnswerError(ValueError):
    """This cannot be an answer. The message holds no words of it."""


@dataclass(frozen=True)
class Line:
    """One sentence of an answer: its words, the number of its source, and whether it is still to be confirmed."""

    text: str
    source: int | None = None
    confirm: bool = False


@dataclass(frozen=True)
class Section:
    """A headed part of an answer. `key` names the part (`steps`, `consent`, ...) for renderers."""

    key: str
    heading: str
    lines: tuple[Line, ...]


def check_sources(kind: str, sections: Sequence[Section], sources: int) -> None:
    """Raises AnswerError for a line that states something and names none of so many sources."""
    for section in sections:
        for line in _stating(kind, section):
            if line.source is None or not 1 <= line.source <= sources:
                raise AnswerError(f"a line of the section {section.key!r} rests on no source")


def _stating(kind: str, section: Section) -> Iterator[Line]:
    """The lines that need a source: not contacts (each has its own), replies, quoted words and a greeting."""
    if section.key in {"contacts", "question"} or (kind == "smalltalk" and section.key == "lead"):
        return (line for line in section.lines if line.source is not None)
    return (line for line in section.lines if line.source is not None or not _quotes(section, line))


def _quotes(section: Section, line: Line) -> bool:
    return section.key == "why" and line.text.startswith(QUOTES)
