"""What reading a plan file gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.partnership.plan import Action, Plan
from bot.reading.lines import Line


class Kind(StrEnum):
    """What a row of the file turned out to be."""

    ACTION = "action"
    ANSWER = "answer without an action"
    CONTINUED = "second half of a row above"
    AIM = "aim"
    HEADING = "heading"
    RULE = "drawn line"
    BLANK = "empty row"
    UNREAD = "not read"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Row:
    """One row of a table in the file: where it stands, its words, and what was made of it and why."""

    line: int
    words: str
    why: str
    place: str = ""  # such as "Sheet 'Plan', row 5"
    kind: Kind = Kind.ACTION


@dataclass(frozen=True)
class ReadPlan:
    """A plan as its file tells it. Every row of its tables stands once in `understood` or `unread`."""

    plan: Plan
    actions: tuple[Action, ...]
    understood: tuple[Row, ...]
    unread: tuple[Row, ...]
    changed: tuple[str, ...]  # what is not as it stands in the file
    doubtful: tuple[Row, ...] = ()  # understood, but a person should look
    rows: int = 0  # lines of the plan's tables, headings included
    unknown_columns: tuple[str, ...] = ()
    rag_key: tuple[str, ...] = ()  # how the file itself explains its colours
    elsewhere: tuple[Row, ...] = ()  # rows of other tables in the file


@dataclass
class Notes:
    """Collects what becomes of each row."""

    understood: list[Row] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)
    doubtful: list[Row] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def understand(self, line: Line, kind: Kind, why: str = "", how: str = "") -> None:
        """The row is accounted for. `how` its cells were placed."""
        self.understood.append(_row(line, kind, "; ".join(part for part in (why, how) if part)))

    def leave(self, line: Line, why: str) -> None:
        """The row could not be read."""
        self.unread.append(_row(line, Kind.UNREAD, why))

    def doubt(self, line: Line, why: str) -> None:
        """The row was read, but somebody should look."""
        self.doubtful.append(_row(line, Kind.DOUBTFUL, why))

    def change(self, line: Line, what: str) -> None:
        """Something is not as it stands in the file."""
        self.changed.append(f"{line.place}: {what}.")

    def fault(self, line: Line, sentence: str) -> None:
        """The file cannot be used."""
        self.faults.append(f"{line.place}: {sentence}")


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _row(line: Line, kind: Kind, why: str) -> Row:
    return Row(line.number, line.words, why, line.place, kind)
