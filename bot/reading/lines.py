"""A file as a sequence of lines, whatever its format: rows of cells, prose between them, and gaps."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

_RULE = re.compile(r"[-–—=_:|]{2,}")


class Kind(Enum):
    """What a line is."""

    ROW = auto()
    PROSE = auto()
    GAP = auto()


@dataclass(frozen=True)
class Cell:
    """The words that a person sees in one cell."""

    words: str = ""
    uncertain: str = ""  # why the words may not be what was typed: matters where a number is a name
    fault: str = ""  # why the cell cannot be used
    merged: int = 0  # cells with the same number are one merged cell


@dataclass(frozen=True)
class Line:
    """One line, and how a person finds it in the file."""

    number: int
    place: str
    kind: Kind
    cells: tuple[Cell, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(cell.words for cell in self.cells)

    @property
    def words(self) -> str:
        """All the words, for people."""
        return self.only or " | ".join(self.texts).strip(" |")

    @property
    def only(self) -> str:
        """The words of the row when it has no others: one cell, or a merged one."""
        said = {words for words in self.texts if words}
        return said.pop() if len(said) == 1 else ""

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.words or cell.fault for cell in self.cells)

    @property
    def is_rule(self) -> bool:
        """Whether it only draws a line (`---- | ----`)."""
        said = [words for words in self.texts if words]
        return bool(said) and all(_RULE.fullmatch(words) for words in said)

    @property
    def is_one_cell(self) -> bool:
        """Whether a cell that was merged across columns is all that stands in the row."""
        merged = [cell.merged for cell in self.cells if cell.words]
        return len(merged) > 1 and merged[0] > 0 and len(set(merged)) == 1


def row(number: int, place: str, cells: Iterable[Cell]) -> Line:
    """A row of a table."""
    return Line(number, place, Kind.ROW, tuple(cells))


def prose(number: int, place: str, words: str) -> Line:
    """Words outside every table."""
    return Line(number, place, Kind.PROSE, (Cell(words),))


def gap(number: int) -> Line:
    """An empty line."""
    return Line(number, "", Kind.GAP)
