"""CSV files, and plain text in which tables stand with tabs between the cells."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.reading.faults import PlanFileError
from bot.reading.lines import Cell, Line, gap, prose, row

_SEPARATORS = (",", ";", "\t")
_LOOKED_AT = 30  # records in which the heading is looked for


def decoded(path: Path) -> str:
    """The text. Raises PlanFileError when it is not text."""
    content = path.read_bytes()
    codes = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise PlanFileError([f"{path.name} is not text. Save it as CSV (UTF-8), .xlsx or .docx and try again."])


def read_csv(text: str, known: Callable[[list[str]], int]) -> Iterator[Line]:
    """Each record; the separator is the one that shows most known names. Raises PlanFileError for open quotes."""
    separator = max(_SEPARATORS, key=lambda one: _best(text, one, known))
    reader, begins = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1
    try:
        for cells in reader:
            yield row(begins, f"Line {begins}", (Cell(cell.strip()) for cell in cells)) if cells else gap(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise PlanFileError([f"Line {begins}: the quotation marks do not match from here on."]) from error


def read_tabbed(text: str) -> Iterator[Line]:
    """Each line: cells where there are tabs, prose where there are none."""
    for number, line in enumerate(text.replace("\f", "").split("\n"), 1):
        if "\t" in line:
            yield row(number, f"Line {number}", (Cell(cell.strip()) for cell in line.split("\t")))
        elif line.strip():
            yield prose(number, f"Line {number}", line.strip())
        else:
            yield gap(number)


def _best(text: str, separator: str, known: Callable[[list[str]], int]) -> int:
    top = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    try:
        return max((known(cells) for cells in csv.reader(io.StringIO(top, newline=""), delimiter=separator)), default=0)
    except csv.Error:
        return 0
