"""The plain text of an answer: everything the card shows, in reading order, for screen readers and terminals."""

from collections.abc import Sequence

from knowledge.answer import AnswerSource, Line, Section

_NUMBERED = {"steps"}
_BARE = {"danger", "banner", "lead"}
_MARK = "*"


def plain_text(title: str, sections: Sequence[Section], sources: Sequence[AnswerSource], confirm_mark: str) -> str:
    """The sections one after another, then the sources with their numbers."""
    blocks = [_block(section, title) for section in sections]
    if any(line.confirm for section in sections for line in section.lines):
        blocks.insert(2, f"{_MARK} after a line: {confirm_mark}.")
    if sources:
        listed = [f"[{number}] {source_words(source)}" for number, source in enumerate(sources, 1)]
        blocks.append("Sources\n" + "\n".join(listed))
    return "\n\n".join(blocks)


def source_words(source: AnswerSource) -> str:
    """One source as a line: document, edition, section, page, address, the day it was last looked at."""
    parts = [source.document, f"edition: {source.edition}"]
    if source.section:
        parts.append(source.section)
    if source.page:
        parts.append(f"page {source.page}")
    if source.url:
        parts.append(source.url)
    return ", ".join(parts) + f" (checked {source.date})"


def line_words(line: Line) -> str:
    """One line with the number of its source and, where it is not confirmed, the star that the text explains."""
    number = f" [{line.source}]" if line.source else ""
    return f"{line.text}{number}{_MARK if line.confirm else ''}"


def _block(section: Section, title: str) -> str:
    words = [line_words(line) for line in section.lines]
    if section.key == "lead":
        return "\n".join([f"Route: {title}", *words])
    if section.key in _BARE:
        return "\n".join(words)
    marks = [f"{n}. " for n in range(1, len(words) + 1)] if section.key in _NUMBERED else ["- "] * len(words)
    return "\n".join([section.heading, *(mark + line for mark, line in zip(marks, words, strict=True))])
