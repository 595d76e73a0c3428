"""The partnership's own copies of its documents: editions with their sections, and the passages quoted from them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.model import Entry, Identifier, Text


class Paragraph(Entry):
    """A paragraph, an item of a list or a row of a table, and the page it begins on where that is known."""

    text: Text
    page: int | None = None


class SectionCopy(Entry):
    """One section: its number and heading (either may be missing), the headings above it, and its own paragraphs."""

    number: str = ""
    heading: str = ""
    under: tuple[str, ...] = ()
    page: int | None = None
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def name(self) -> str:
        """How the section is cited: `4.2 Bruising`; a paragraph with a number alone is cited by that."""
        return " ".join(part for part in (self.number, self.heading) if part)

    @property
    def last_page(self) -> int | None:
        """The page on which its last paragraph begins."""
        return next((one.page for one in reversed(self.paragraphs) if one.page), self.page)


class Edition(Entry):
    """A copy of one edition of a document, as it is stored."""

    format: Literal[1] = 1  # raised when the shape of a stored copy changes
    document: Identifier
    edition: date
    imported_on: date
    fingerprint: Text  # SHA-256 of the file it was read from
    pages: int | None = None
    sections: tuple[SectionCopy, ...]


@dataclass(frozen=True)
class Passage:
    """Some sentences of one section, word for word, and where they stand."""

    document: str
    edition: date
    section: str
    page: int | None
    text: str
    imported_on: date
