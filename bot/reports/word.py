"""A document as Word file: headings as styles, tables whose headings are repeated, pictures with alternative text."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row

from bot.reports import word_format
from bot.reports.blocks import Block, Bullets, Heading, Paper, Picture, Table, Text, clean, in_table

_FONT, _DARK = "Arial", RGBColor(0x1D, 0x35, 0x57)
_PAGE, _MARGIN = (Cm(21), Cm(29.7)), Cm(2.2)  # A4
WIDTH = _PAGE[0] - 2 * _MARGIN
CELL = "Table text"  # the style of what stands in a table
_SIZES = {"Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "Caption": 10, "Footer": 9}
_KEPT_WHOLE = 6  # a longer list may be torn at the end of a page
_TORN_FROM = 900  # a cell with more letters may be torn at the end of a page


def write_word(paper: Paper, path: Path) -> None:
    """Write the document there. Raises OSError."""
    word_document(paper).save(str(path))


def word_document(paper: Paper) -> WordDocument:
    """The document as python-docx holds it."""
    document = blank(paper.title, paper.made_on, paper.edition)
    document.add_paragraph(clean(paper.title), style="Title")
    for line in paper.lines:
        document.add_paragraph(clean(line))
    for block in paper.blocks:
        _add(document, block)
    return document


def blank(title: str, made_on: date, edition: str = "") -> WordDocument:
    """An empty document in the house's look, with title, edition and number of pages below every page."""
    document = Document()
    word_format.speak_english(document)
    _look(document)
    about = document.core_properties
    about.title, about.author, about.language, about.comments = clean(title), "Signpost", "en-GB", ""
    about.created = about.modified = datetime(made_on.year, made_on.month, made_on.day)
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run(f"{clean(f'{title}, {edition}' if edition else title)}, page ")
    word_format.add_field(footer, "PAGE")
    footer.add_run(" of ")
    word_format.add_field(footer, "NUMPAGES")
    return document


def _look(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for name, size in _SIZES.items():
        style = cast(ParagraphStyle, document.styles[name])
        word_format.use_font(style, _FONT)
        style.font.size = Pt(size)
        if name not in {"Normal", "Footer"}:
            style.font.color.rgb, style.font.bold = _DARK, True
            style.paragraph_format.keep_with_next = True
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = document.styles["Normal"], Pt(9.5)
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(2), 1.0


def _add(document: WordDocument, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(clean(text), level)
        case Text(text):
            document.add_paragraph(clean(text)).paragraph_format.keep_with_next = text.endswith(":") or None
        case Bullets(items):
            for place, item in enumerate(items, 1):
                one = document.add_paragraph(clean(item), style="List Bullet")
                one.paragraph_format.keep_with_next = place < len(items) <= _KEPT_WHOLE or None
        case Picture(draw, alt):
            picture = document.add_picture(BytesIO(draw()), width=WIDTH)
            word_format.describe_picture(picture, clean(alt))
            word_format.keep_inside_margins(picture)
        case Table():
            _add_table(document, block)


def _add_table(document: WordDocument, block: Table) -> None:
    document.add_paragraph(clean(block.caption), style="Caption")
    table = document.add_table(rows=0, cols=len(block.columns), style="Table Grid")
    word_format.describe_table(table, clean(block.caption))
    table.autofit = False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = int(WIDTH * width / sum(block.widths))
    head = table.add_row()
    _fill(head, block.columns, block.numbers, bold=True)
    word_format.repeat_on_every_page(head)
    for cell in head.cells:
        word_format.shade(cell, word_format.HEADING_ROW)
    _keep_with_next(head)
    for place, values in enumerate(block.rows):
        row = table.add_row()
        _fill(row, values, block.numbers)
        if max(map(len, values)) < _TORN_FROM:
            word_format.keep_together(row)
            if place == 0:
                _keep_with_next(row)
    document.add_paragraph(style=CELL)


def _fill(row: _Row, values: tuple[str, ...], numbers: frozenset[int], bold: bool = False) -> None:
    for place, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        paragraph.add_run(in_table(value)).bold = bold or None
        if place in numbers:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
