"""What a Word document needs and python-docx has no words for: language, repeated headings, descriptions, fields."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

HEADING_ROW = "DCE5EE"


def speak_english(document: Document) -> None:
    """The document's language is British English, for screen readers and the spelling check."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def use_font(style: ParagraphStyle, name: str) -> None:
    """The font of a style for every script, in place of the theme's."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)


def repeat_on_every_page(row: _Row) -> None:
    """The row is the table's heading: repeated on every page, and read out as the heading of its columns."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def keep_together(row: _Row) -> None:
    """The row is not torn apart at the end of a page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))


def shade(cell: _Cell, colour: str) -> None:
    """The background of a cell, such as D9E2EC."""
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))


def describe_table(table: Table, words: str) -> None:
    """What the table holds, for those who do not see it."""
    table._tbl.tblPr.append(_element("w:tblCaption", val=words))


def describe_picture(shape: InlineShape, words: str) -> None:
    """What the picture shows, for those who do not see it."""
    shape._inline.docPr.set("descr", words)


def keep_inside_margins(shape: InlineShape) -> None:
    """No room beside the picture: LibreOffice would add some, and push a wide one beyond the margin."""
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")


def add_field(paragraph: Paragraph, name: str) -> None:
    """A figure that Word works out, such as PAGE."""
    field = _element("w:fldSimple", instr=name)
    run = _element("w:r")
    text = _element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _element(name: str, **values: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for attribute, value in values.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
