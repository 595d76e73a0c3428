"""Reads written reports back, the way somebody else's program would."""

import html
import re
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

type Rows = list[tuple[str, ...]]


def word_rows(path: Path, columns: tuple[str, ...]) -> Rows:
    """The rows of every table with these headings."""
    tables = [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in opened(path).tables]
    return [row for table in tables if table[0] == columns for row in table[1:]]


def opened(path: Path) -> WordDocument:
    """The document."""
    return Document(str(path))


def words_of(path: Path) -> str:
    """Everything that a Word document says, pictures included."""
    document = opened(path)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    alts = (shape._inline.docPr.get("descr") or "" for shape in document.inline_shapes)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *alts])


def markdown_rows(text: str, columns: tuple[str, ...]) -> Rows:
    """The rows of every table with these headings, as a program shows them that knows Markdown."""
    found: Rows = []
    inside = False
    for line in text.split("\n"):
        cells = _cells(line) if line.startswith("| ") else None
        if cells is None or cells == columns:
            inside = cells == columns
        elif inside and not set(line) <= set("|-: "):
            found.append(cells)
    return found


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_shown(cell) for cell in _split(line))


def _split(line: str) -> list[str]:
    """The cells: a bar after a backslash is a letter."""
    tokens = re.findall(r"\\.|[^\\|]+|\|", line)
    cells = [""]
    for token in tokens:
        cells = [*cells, ""] if token == "|" else [*cells[:-1], cells[-1] + token]
    return [cell.strip() for cell in cells[1:-1]]


def _shown(cell: str) -> str:
    parts = re.findall(r"\\.|<br>|&\w+;|[^\\<&]+|.", cell)
    return "".join({"<br>": "\n"}.get(part, html.unescape(part) if part[0] != "\\" else part[1:]) for part in parts)
