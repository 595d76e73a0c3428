"""Excel workbooks: each sheet as rows of what a person sees, merged cells repeated."""

import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.reading.faults import PlanFileError
from bot.reading.lines import Cell, Line, gap, prose, row
from bot.reading.workbook_cells import Value, cell_of

_WIDEST, _LONGEST = 200, 100_000
_BROKEN = (
    BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    zlib.error,
)


def read_workbook(path: Path) -> Iterator[Line]:
    """The sheets in order. Raises PlanFileError when the file cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of ornaments that it does not read
            lines = list(_lines(path))
    except _BROKEN as error:
        raise PlanFileError(
            [f"{path.name} cannot be read as a workbook ({type(error).__name__}). Save it anew in Excel."]
        ) from error
    yield from lines


def _lines(path: Path) -> Iterator[Line]:
    has_merged = _has_merged_cells(path)
    book = load_workbook(path, read_only=not has_merged, data_only=False, keep_links=False)
    number = 0
    try:
        for sheet in book.worksheets:
            number += 1
            yield gap(number)
            yield prose(number, f"Sheet '{sheet.title}'", sheet.title)
            for line in _sheet(sheet, number, has_merged):
                number = line.number
                yield line
    finally:
        book.close()


def _sheet(sheet: Value, number: int, has_merged: bool) -> Iterator[Line]:
    merged = _merged(sheet) if has_merged else {}
    _refuse_size(sheet, has_merged)
    last_is_gap = False
    for place, cells in enumerate(sheet.iter_rows(), 1):
        if len(cells) > _WIDEST or place > _LONGEST:
            raise _too_large(sheet.title)
        shown = [merged.get((place, column)) or cell_of(cell) for column, cell in enumerate(cells, 1)]
        is_gap = not any(cell.words or cell.fault for cell in shown)
        if is_gap and last_is_gap:
            continue
        last_is_gap, number = is_gap, number + 1
        yield gap(number) if is_gap else row(number, f"Sheet '{sheet.title}', row {place}", shown)


def _refuse_size(sheet: Value, has_merged: bool) -> None:
    if not has_merged:
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
    elif sheet.max_row > _LONGEST or sheet.max_column > _WIDEST:
        raise _too_large(sheet.title)


def _too_large(title: str) -> PlanFileError:
    beyond = f"The sheet '{title}' reaches beyond row {_LONGEST:,} or column {_WIDEST}"
    return PlanFileError([f"{beyond}. Delete the empty rows and columns there."])


def _has_merged_cells(path: Path) -> bool:
    with ZipFile(path) as packed:
        sheets = [name for name in packed.namelist() if "worksheets/" in name and name.endswith(".xml")]
        return any(b"mergeCell " in packed.read(name) for name in sheets)


def _merged(sheet: Value) -> dict[tuple[int, int], Cell]:
    """Every place that a merged cell covers, with what stands in it."""
    covered = {}
    for number, area in enumerate(sheet.merged_cells.ranges, 1):
        if area.size["rows"] * area.size["columns"] > _LONGEST:
            raise _too_large(sheet.title)
        first = cell_of(sheet.cell(area.min_row, area.min_col))
        for place in area.cells:
            covered[place] = Cell(first.words, first.uncertain, first.fault, number)
    return covered
