"""The lines of a file, whatever its kind."""

from collections.abc import Iterator
from pathlib import Path

from bot.reading.document import read_document
from bot.reading.faults import PlanFileError
from bot.reading.lines import Line
from bot.reading.names import Names
from bot.reading.texts import decoded, read_csv, read_tabbed
from bot.reading.workbook import read_workbook

CUT_BY_PAGES = "txt"  # the kind of file whose rows page breaks have cut
_MOST_ROWS = 20_000


def lines_of(path: Path, kind: str, names: Names) -> list[Line]:
    """The lines of a file of this kind. Raises PlanFileError when they cannot be read or are too many."""
    reading: Iterator[Line]
    if kind == "xlsx":
        reading = read_workbook(path)
    elif kind == "docx":
        reading = read_document(path)
    else:
        text = decoded(path)
        reading = read_tabbed(text) if kind == CUT_BY_PAGES else read_csv(text, names.known)
    lines = list(reading)
    if len(lines) > _MOST_ROWS:
        raise PlanFileError([f"{path.name} has {len(lines):,} lines. A plan has at most {_MOST_ROWS:,}."])
    return lines
