"""The rows of one table with their cells under their fields, checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.partnership.cells import cell_as_typed
from bot.reading.anchors import NEEDED, Anchors
from bot.reading.columns import Columns, is_number
from bot.reading.layouts import Placed
from bot.reading.lines import Kind as LineKind
from bot.reading.lines import Line
from bot.reading.names import Names
from bot.reading.read import Kind, Notes
from bot.reading.tables import Table
from bot.reading.words import without_html

_LONGEST_ROW = 5_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


@dataclass
class Entry:
    """A row as words under fields. `aim` is set when the row is only the heading of what follows."""

    line: Line
    said: dict[str, str] = field(default_factory=dict)
    aim: str = ""
    how: str = ""  # how its cells were placed when some are missing

    def __getitem__(self, name: str) -> str:
        return self.said.get(name, "")


class Rows:
    """Turns tables into entries. `loose`: the rows were cut by page breaks, as in the text of a document."""

    def __init__(self, tables: Sequence[tuple[Table, Columns]], names: Names, notes: Notes, *, loose: bool) -> None:
        self._names, self._notes, self._loose = names, notes, loose
        anchored = [(table, columns) for table, columns in tables if set(columns.fields) >= NEEDED]
        self._anchors = Anchors(anchored, names) if loose else None

    def of(self, table: Table, columns: Columns) -> Iterator[Entry]:
        """The entries of a table. Rows that say nothing are noted and left out."""
        self._notes.understand(table.heading, Kind.HEADING)
        for block in table.blocks:
            yield from self._block([line for line in block if self._checked(line, columns)], columns)

    def _checked(self, line: Line, columns: Columns) -> bool:
        """Whether the line can be placed; otherwise it is noted."""
        notes = self._notes
        for sentence in _faults(line):
            notes.fault(line, sentence)
        if line.is_rule or line.is_blank:
            notes.understand(line, Kind.RULE if line.is_rule else Kind.BLANK)
        elif line.kind is LineKind.PROSE:
            notes.leave(line, "it stands between two rows and has no cells, so it is not clear to what it belongs")
        elif any(line.texts[len(columns.fields) :]):
            self._too_wide(line, len(columns.fields))
        else:
            return True
        return False

    def _too_wide(self, line: Line, width: int) -> None:
        if self._loose:
            self._notes.leave(line, f"it has {len(line.cells)} cells, the heading {width}")
        else:
            beyond = next(words for words in line.texts[width:] if words)
            self._notes.fault(
                line, f"'{beyond[:60]}' stands under no heading. Put a cell that holds the separator in quotes."
            )

    def _block(self, lines: Sequence[Line], columns: Columns) -> Iterator[Entry]:
        entries = [line for line in lines if not self._is_aim(line, columns)]
        placed = dict(zip(entries, self._placed(entries, columns), strict=True))
        for line in lines:
            if line in placed:
                yield self._entry(line, placed[line])
            else:
                self._notes.understand(line, Kind.AIM)
                yield Entry(line, aim=line.only)

    def _is_aim(self, line: Line, columns: Columns) -> bool:
        """Whether the row is only the heading of the rows below."""
        if line.is_one_cell:
            return True
        if not line.only or line.texts[0] != line.only:
            return False
        if self._names.begins_aim(line.only):
            return True
        if columns.fields[0] != "number" or is_number(line.only):
            return False
        self._notes.doubt(line, "it has words in the first cell only and was taken as the heading of the rows below")
        return True

    def _placed(self, lines: Sequence[Line], columns: Columns) -> list[Placed]:
        if self._anchors and set(columns.fields) >= NEEDED:
            return self._anchors.place(lines, columns)
        return [Placed(columns.fields, doubt=self._short(line, columns)) for line in lines]

    def _short(self, line: Line, columns: Columns) -> str:
        width, cells = len(columns.fields), len(line.cells)
        return (
            f"it has {cells} of {width} cells; they were read from the first column on"
            if cells < width and self._loose
            else ""
        )

    def _entry(self, line: Line, placed: Placed) -> Entry:
        entry = Entry(line, how=placed.how)
        for name, cell in zip(placed.layout, line.cells, strict=False):
            words = without_html(cell_as_typed(cell.words))
            if words != cell_as_typed(cell.words):
                self._notes.change(line, f"HTML tags were taken out of the {name}")
            if name == "number" and cell.uncertain:
                self._notes.fault(line, cell.uncertain)
            if name and words and words not in entry[name].split("\n"):
                entry.said[name] = f"{entry[name]}\n{words}".strip()
        if placed.doubt:
            self._notes.doubt(line, placed.doubt)
        self._agency_in_its_place(entry)
        return entry

    def _agency_in_its_place(self, entry: Entry) -> None:
        """A text in the agency's cell that is no agency, in a row that misses its action, is the action."""
        words = entry["agency"]
        if not self._anchors or not words or entry["title"] or entry["response"] or self._anchors.is_agency(words):
            return
        entry.said["title"] = entry.said.pop("agency")
        self._notes.doubt(entry.line, f"'{words[:60]}' is no agency that is known; it was taken as the action")


def _faults(line: Line) -> Iterator[str]:
    """What makes the whole file unusable."""
    for cell in line.cells:
        if cell.fault:
            yield cell.fault
        elif cell.words.startswith("="):
            yield f"'{cell.words[:40]}' is a formula. Formulas are not run: write its result as text."
        elif _CONTROL.search(cell.words):
            yield "a cell holds a control character that nobody can see. Type that cell anew."
    if (letters := sum(map(len, line.texts))) > _LONGEST_ROW:
        yield f"the row has {letters:,} letters, more than {_LONGEST_ROW:,}. Look whether several rows ran into one."
