"""Plan files that the tests make: invented look-alikes of what partnerships send."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from bot.partnership.plan import Action
from bot.reading.faults import PlanFileError
from bot.reading.plan_file import read_plan
from bot.reading.read import Kind, ReadPlan, Row

REVIEW = (
    *("Questions", "Agency", "Response", "Actions", "RAG", "Constraints/Problems", "Target Date/Evidence"),
    *("Lead Person", "Desired Outcome"),
)
type Cells = Sequence[object]


def text(path: Path, *lines: str | Sequence[str]) -> Path:
    """A text: strings are prose, lists are rows with tabs."""
    written = [line if isinstance(line, str) else "\t".join(line) for line in lines]
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return path


def csv(path: Path, *lines: str, separator: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV file of lines as they are, with another separator in place of the comma."""
    path.write_bytes(("\n".join(lines).replace(",", separator) + "\n").encode(encoding))
    return path


def workbook(path: Path, *rows: Cells, merged: Sequence[str] = (), formats: dict[str, str] | None = None) -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plan"
    for row in rows:
        sheet.append(list(row))
    for place, shown in (formats or {}).items():
        sheet[place].number_format = shown
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def document(path: Path, *parts: str | Sequence[Sequence[str]]) -> Path:
    """A Word document: strings are paragraphs, lists of rows are tables."""
    made = Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), len(part[0]))
        for line, row in zip(table.rows, part, strict=True):
            for cell, words in zip(line.cells, row, strict=True):
                cell.text = words
    made.save(str(path))
    return path


def refused(path: Path) -> list[str]:
    """The sentences with which the file is refused."""
    with pytest.raises(PlanFileError) as caught:
        read_plan(path)
    return caught.value.faults


def accounted(read: ReadPlan) -> ReadPlan:
    """The same, after checking that each row stands once and only once among what was understood and not read."""
    lines = [row.line for row in (*read.understood, *read.unread)]
    assert len(lines) == len(set(lines)) == read.rows
    assert len(of_kind(read, Kind.ACTION)) == len(read.actions)
    return read


def of_kind(read: ReadPlan, kind: Kind) -> list[Row]:
    """The rows that turned out to be of this kind."""
    return [row for row in read.understood if row.kind is kind]


def titles(read: ReadPlan) -> list[str]:
    """The actions in short, in order."""
    return [action.title for action in read.actions]


def only(read: ReadPlan) -> Action:
    """The one action of the file."""
    (action,) = read.actions
    return action
