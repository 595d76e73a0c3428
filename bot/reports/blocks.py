"""A document before it is written: its parts in reading order, the same for Word and for Markdown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.partnership.cells import clean_cell

_NOT_IN_A_DOCUMENT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Heading:
    """A heading; 1 is the highest below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """One paragraph."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a row of headings. `widths` are parts of the page's width, one for each column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()  # the places of columns that hold numbers


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, drawn when it is needed, and what it shows in words."""

    draw: Callable[[], bytes]
    alt: str


type Block = Heading | Text | Bullets | Table | Picture


@dataclass(frozen=True)
class Paper:
    """A whole document. `lines` stand below the title, `edition` beside it below every page."""

    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    made_on: date
    edition: str = ""


def clean(words: str) -> str:
    """The words with U+FFFD for what no document can hold, such as control characters, and one kind of line end."""
    return _NOT_IN_A_DOCUMENT.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def in_table(words: str) -> str:
    """The words inside a table. Tables are copied into spreadsheets: what would run there gets an apostrophe."""
    return clean_cell(clean(words))
