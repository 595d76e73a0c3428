"""Word documents: paragraphs as prose, tables as rows with merged cells repeated."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from bot.reading.faults import PlanFileError
from bot.reading.lines import Cell, Line, gap, prose, row

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_NOT_SHOWN = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
TRACKED = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
_WIDEST = 200
type Element = Any  # lxml has no types


def read_document(path: Path) -> Iterator[Line]:
    """The document in order. Raises PlanFileError when it cannot be read or has changes that nobody has accepted."""
    try:
        body = Document(str(path)).element.body
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise PlanFileError(
            [f"{path.name} cannot be read as a document ({type(error).__name__}). Save it anew in Word."]
        ) from error
    if any(next(body.iter(tag), None) is not None for tag in TRACKED):
        raise PlanFileError([f"{path.name} has tracked changes. Accept or reject them, save it and try again."])
    number = tables = 0
    for part in inner(body, {PARAGRAPH, TABLE}):
        if part.tag == PARAGRAPH:
            number += 1
            words = words_of(part)
            yield prose(number, f"Paragraph {number}", words) if words else gap(number)
            continue
        tables += 1
        for place, line in enumerate(_Table(part).rows(), 1):
            number += 1
            yield row(number, f"Table {tables}, row {place}", line)
        yield gap(number)


class _Table:
    """Unfolds merged cells: below and to the right of its first place a merged cell is repeated."""

    def __init__(self, table: Element) -> None:
        self._table, self._merged = table, 0
        self._above: dict[int, Cell] = {}

    def rows(self) -> Iterator[list[Cell]]:
        for line in inner(self._table, {ROW}):
            cells = self._cells(line)
            self._above = dict(enumerate(cells))
            yield cells

    def _cells(self, line: Element) -> list[Cell]:
        cells = [Cell()] * _figure(line, "w:trPr/w:gridBefore")
        for one in inner(line, {CELL}):
            span = max(_figure(one, "w:tcPr/w:gridSpan"), 1)
            merge = one.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            cell = (
                self._above.get(len(cells), Cell()) if goes_on else self._new(one, merged=span > 1 or merge is not None)
            )
            cells += [cell] * span
            if len(cells) > _WIDEST:
                raise PlanFileError([f"A table has more than {_WIDEST} columns. That is no plan."])
        return cells

    def _new(self, cell: Element, *, merged: bool) -> Cell:
        words = "\n".join(said for part in inner(cell, {PARAGRAPH}) if (said := words_of(part)))
        self._merged += merged
        hidden = (
            ""
            if words or next(cell.iter(qn("w:numPr")), None) is None
            else "the number is made by Word and stands nowhere in the file. Type the numbers as text."
        )
        return Cell(words, fault=hidden, merged=self._merged if merged else 0)


def inner(element: Element, tags: set[str]) -> Iterator[Element]:
    """The nearest parts with these tags, also inside content controls and nested tables."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from inner(child, tags)


def words_of(paragraph: Element) -> str:
    said = [_BREAKS.get(part.tag) or part.text or "" for part in inner(paragraph, {qn("w:t"), *_BREAKS})]
    return re.sub(r"[^\S\n]+", " ", "".join(said)).strip()


def _figure(element: Element, where: str) -> int:
    found = element.find("/".join(qn(name) for name in where.split("/")))
    value = found.get(qn("w:val"), "") if found is not None else ""
    return int(value) if value.isdigit() and int(value) <= _WIDEST else 0
