"""The log as a file for a spreadsheet: CSV, or a workbook that says about itself what it is."""

import csv
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.workflows.log_rows import Row

_NUMBERS = {"line", "lines", "stage", "working hours to acknowledge"}
_NOT_IN_A_SHEET = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NARROWEST, _WIDEST = 10, 60


class FileError(Exception):
    """The file cannot be written there; the message says why and what to do."""


def require_place(path: Path, force: bool) -> None:
    """Raise FileError when the folder is missing, or the file is there and may not be replaced."""
    if not path.parent.is_dir():
        raise FileError(f"There is no folder {path.parent}. Nothing was written.")
    if path.is_dir():
        raise FileError(f"{path} is a folder. Give the name of a file.")
    if path.exists() and not force:
        raise FileError(f"{path} is there already. Nothing was written. Give another name, or --force to replace it.")


def write_csv(columns: Sequence[str], rows: Sequence[Row], path: Path, force: bool) -> None:
    """The rows under their headings, in UTF-8 with the mark by which Excel knows it. Raises FileError or OSError."""
    with _new_file(path, force) as new, new.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def write_xlsx(
    columns: Sequence[str], events: Sequence[Row], summary: Sequence[Row], about: Row, path: Path, force: bool
) -> None:
    """A workbook with the lines, the escalations as they stand, and what it is. Raises FileError or OSError."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _sheet(book, "Log", columns, events)
    _sheet(book, "Escalations", tuple(summary[0]) if summary else ("reference",), summary)
    facts = [{"About this file": name, "": value} for name, value in about.items()]
    _sheet(book, "About", ("About this file", ""), facts)
    with _new_file(path, force) as new:
        book.save(new)


def _sheet(book: Workbook, title: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    sheet: Worksheet = book.create_sheet(title)
    sheet.append(list(columns))
    for number, row in enumerate(rows, 2):
        for place, name in enumerate(columns, 1):
            _fill(sheet, number, place, name, row[name])
    for place, name in enumerate(columns, 1):
        sheet.cell(1, place).font = Font(bold=True)
        longest = max([len(name), *(len(line) for row in rows for line in row[name].split("\n"))])
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
    sheet.freeze_panes = "A2"


def _fill(sheet: Worksheet, number: int, place: int, name: str, value: str) -> None:
    cell = sheet.cell(number, place)
    if name in _NUMBERS and value:
        cell.value = float(value) if "." in value else int(value)
        return
    cell.value = _NOT_IN_A_SHEET.sub("\ufffd", value)
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.alignment = Alignment(wrap_text=True, vertical="top")


@contextmanager
def _new_file(path: Path, force: bool) -> Iterator[Path]:
    """A file beside the place, readable for its owner only, that takes the place when it is complete."""
    require_place(path, force)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
