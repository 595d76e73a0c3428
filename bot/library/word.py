"""Word documents: headings by their style, paragraphs, list items, and tables row by row."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from bot.library.blocks import Block, Found
from bot.library.faults import DocumentFileError
from bot.library.word_numbers import Numbers
from bot.reading.document import CELL, PARAGRAPH, ROW, TABLE, TRACKED, inner, words_of

_RENDERED, _BREAK = qn("w:lastRenderedPageBreak"), qn("w:br")
_CONTENTS = re.compile(r"^(?:toc|table of)\b", re.I)
_HEADING = re.compile(r"^heading (\d)", re.I)
type Element = Any  # lxml has no types


def read_word(path: Path) -> Found:
    """The blocks of the document. Raises DocumentFileError when it cannot be read or holds tracked changes."""
    try:
        document = Document(str(path))
        body = document.element.body
        styles = {style.style_id: style for style in document.styles}
        numbers = Numbers.of(document)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise DocumentFileError(
            f"{path.name} cannot be read as a document ({type(error).__name__}). Save it anew in Word."
        ) from error
    if any(next(body.iter(tag), None) is not None for tag in TRACKED):
        raise DocumentFileError(f"{path.name} has tracked changes. Accept or reject them, save it and try again.")
    reader = _Reader(styles, numbers, counts_pages=next(body.iter(_RENDERED), None) is not None)
    blocks = tuple(block for block in reader.blocks(body) if block.text)
    return Found(blocks, reader.page)


class _Reader:
    """Goes through the body in order. Pages are counted where Word wrote down where it broke them."""

    def __init__(self, styles: dict[str, Any], numbers: Numbers, counts_pages: bool) -> None:
        self._styles, self._numbers = styles, numbers
        self.page: int | None = 1 if counts_pages else None

    def blocks(self, body: Element) -> Iterator[Block]:
        for part in inner(body, {PARAGRAPH, TABLE}):
            if part.tag == PARAGRAPH:
                yield self._paragraph(part)
            else:
                yield from self._rows(part)

    def _paragraph(self, part: Element) -> Block:
        style = self._styles.get(_value(part, "w:pPr/w:pStyle"))
        name = style.name or "" if style is not None else ""
        number = self._numbers.next(part, style)
        before = self._turned(part)
        words = words_of(part)
        if _CONTENTS.match(name):
            return Block("", before)
        level = _level(part, style, name)
        if level:
            return Block(f"{number} {words}".strip() if words else "", before, level)
        is_list = _find(part, "w:pPr/w:numPr") is not None or name.lower().startswith("list")
        return Block(f"{number} {words}".strip() if words else "", before, is_item=is_list and not number)

    def _rows(self, table: Element) -> Iterator[Block]:
        for row in inner(table, {ROW}):
            page = self._turned(row)
            cells = [" ".join(filter(None, map(words_of, inner(cell, {PARAGRAPH})))) for cell in inner(row, {CELL})]
            yield Block(" | ".join(filter(None, cells)), page, is_item=True)

    def _turned(self, part: Element) -> int | None:
        """The page on which the part begins; the pages that end inside it are counted for what follows."""
        if self.page is None:
            return None
        runs = [one for one in part.iter(_RENDERED, qn("w:t")) if one.tag == _RENDERED or (one.text or "").strip()]
        leading = next((at for at, one in enumerate(runs) if one.tag != _RENDERED), len(runs))
        begins = self.page + leading
        self.page += sum(one.tag == _RENDERED for one in runs)
        return begins


def _level(part: Element, style: Any, name: str) -> int:  # noqa: ANN401 - python-docx's style
    """The rank of a heading by its style's name or its outline level; 0 for what is none."""
    if found := _HEADING.match(name):
        return int(found[1])
    if name.lower() == "title":
        return 1
    outline = _value(part, "w:pPr/w:outlineLvl")
    if not outline and style is not None:
        outline = _value(style.element, "w:pPr/w:outlineLvl")
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0


def _find(element: Element, where: str) -> Element:
    return element.find("/".join(qn(name) for name in where.split("/")))


def _value(element: Element, where: str) -> str:
    found = _find(element, where)
    return "" if found is None else str(found.get(qn("w:val"), ""))
