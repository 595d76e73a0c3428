"""Finds the plan's tables among the lines of a file: where each begins, which lines are its rows, where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.reading.lines import Kind, Line
from bot.reading.names import Names

_PAGE_MARK = re.compile(r"(?:page\s+)?\d+(?:\s+of\s+\d+)?|[-–—\s]*\d+[-–—\s]*", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}\.\s+\S")
_LONGEST_NUMBERED = 150
_NARROW = 3  # tables up to so many columns must be met in full width after a gap


@dataclass
class Table:
    """One table: its heading and the lines below it, in blocks between empty lines."""

    heading: Line
    aim: str  # empty: as in the table before
    blocks: list[list[Line]] = field(default_factory=lambda: [[]])

    @property
    def width(self) -> int:
        """How many columns have a name."""
        texts = self.heading.texts
        return max(place for place, words in enumerate(texts, 1) if words)

    @property
    def rows(self) -> list[Line]:
        """All lines below the heading."""
        return [line for block in self.blocks for line in block]

    def may_go_on(self, line: Line) -> bool:
        """Whether a row after a gap can still belong here, by its width."""
        cells = len(line.cells)
        if self.blocks[-1] or not self.rows:  # directly below
            return True
        return cells >= self.width if self.width <= _NARROW else cells > self.width / 2


@dataclass
class Found:
    """The tables, and what stands outside them."""

    tables: list[Table] = field(default_factory=list)
    outside: list[Line] = field(default_factory=list)  # rows in no table of the plan
    prose: list[Line] = field(default_factory=list)  # all words outside tables, in order
    page_marks: list[Line] = field(default_factory=list)


def find_tables(lines: Sequence[Line], names: Names) -> Found:
    """Every table whose heading names columns that are known."""
    found, table, above = Found(), None, list[Line]()
    for place, line in enumerate(lines):
        if line.kind is Kind.GAP:
            if table and table.blocks[-1]:
                table.blocks.append([])
        elif line.kind is Kind.ROW and names.is_heading(line.texts):
            table = Table(line, _aim(above, names, first=not found.tables))
            found.tables.append(table)
            above = []
        elif table and _belongs(line, table, _next_in_block(lines, place), found, names):
            continue
        else:
            table = None
            above.append(line)
            _outside(line, found)
    return found


def _belongs(line: Line, table: Table, below: Line | None, found: Found, names: Names) -> bool:
    """Put the line into the table when it is its own; True then. `below`: the next row without a gap between."""
    if line.kind is Kind.ROW and table.may_go_on(line):
        table.blocks[-1].append(line)
        return True
    if line.kind is Kind.PROSE and _PAGE_MARK.fullmatch(line.words):
        found.page_marks.append(line)
        return True
    if line.kind is Kind.PROSE and table.blocks[-1] and below and not names.is_heading(below.texts):
        table.blocks[-1].append(line)  # between two rows: a row that cannot be read, not the end
        return True
    return False


def _next_in_block(lines: Sequence[Line], place: int) -> Line | None:
    for line in islice(lines, place + 1, None):
        if line.kind is not Kind.PROSE:
            return line if line.kind is Kind.ROW else None
    return None


def _outside(line: Line, found: Found) -> None:
    if line.kind is Kind.ROW and not line.only and not line.is_blank:
        found.outside.append(line)
    elif line.words:
        found.prose.append(line)


def _aim(above: Sequence[Line], names: Names, *, first: bool) -> str:
    """The last heading before the table. Below the first table a numbered line (`2. ...`) is one as well."""
    for line in reversed(above):
        if names.begins_aim(line.words):
            return line.words
        if not first and len(line.words) <= _LONGEST_NUMBERED and _NUMBERED.match(line.words):
            return line.words
    return ""
