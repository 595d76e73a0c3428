"""Builds the template of the letter about unanswered actions: `python -m scripts.letter_template`.

The result is kept in the repository. It can also be changed in Word; what stands in double braces is filled in.
"""

from datetime import date

from docx.document import Document

from bot.reports import word_format
from bot.reports.letters import TEMPLATE
from bot.reports.word import CELL, WIDTH, blank

_MADE_ON = date(2026, 11, 23)
_OPENING = (
    "The partnership has had no answer in time from {{ agency }} to {{ how_many }} that its groups gave. The table "
    "below has them."
)
_ANSWER = (
    "Please send the business team an answer to each action that has none yet. If an action cannot be done, say why "
    "and what would be possible instead."
)
_WHO = (
    "Please also tell us who will answer for {{ agency }} from now on. If our record is wrong, tell us and we will put "
    "it right."
)
_CHECK = "The rule is the partnership's own. How the days and the failures were counted is our reading of it:"
_COLUMNS = {
    "Action": ("{{ item.number }}", 3.3),
    "What was asked": ("{{ item.words }}", 4.6),
    "Given by": ("{{ item.group }}, {{ item.met_on }}", 2.8),
    "Received": ("{{ item.received_on }}", 1.9),
    "Answer due": ("{{ item.due_on }}", 1.9),
    "Answer": ("{{ item.answer }}", 2),
}


def build() -> Document:
    """The template: a letter with fields."""
    document = blank("Draft letter about actions without an answer", _MADE_ON)
    _mark(document)
    for line in ("{{ written_on }}", "{{ executive_member }}\n{{ agency }}", "Dear {{ executive_member }}"):
        document.add_paragraph(line)
    document.add_heading("Actions without an answer in time", 1)
    document.add_paragraph(_OPENING)
    _table(document)
    document.add_heading("The rule", 2)
    document.add_paragraph("{{ rule }}")
    document.add_heading("What I ask of you", 2)
    for line in (_ANSWER, _WHO, "Yours sincerely", "{{ sender }}\nBusiness Manager"):
        document.add_paragraph(line)
    _copies(document)
    _check(document)
    return document


def _mark(document: Document) -> None:
    """DRAFT above every page."""
    header = document.sections[0].header.paragraphs[0]
    header.add_run("DRAFT, not sent").bold = True
    header.add_run(". Signpost wrote it for {{ sender }}, who checks it and sends it.")


def _table(document: Document) -> None:
    table = document.add_table(rows=0, cols=len(_COLUMNS), style="Table Grid")
    word_format.describe_table(table, "Actions without an answer in time")
    table.autofit = False
    total = sum(width for _, width in _COLUMNS.values())
    for column, (_, width) in zip(table.columns, _COLUMNS.values(), strict=True):
        column.width = int(WIDTH * width / total)
    head = table.add_row()
    word_format.repeat_on_every_page(head)
    for cell, name in zip(head.cells, _COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
        cell.paragraphs[0].style = CELL
        word_format.shade(cell, word_format.HEADING_ROW)
    table.add_row().cells[0].paragraphs[0].add_run("{%tr for item in items %}")
    row = table.add_row()
    word_format.keep_together(row)
    for cell, (field, _) in zip(row.cells, _COLUMNS.values(), strict=True):
        cell.paragraphs[0].add_run(field)
        cell.paragraphs[0].style = CELL
    table.add_row().cells[0].paragraphs[0].add_run("{%tr endfor %}")
    document.add_paragraph()


def _copies(document: Document) -> None:
    document.add_paragraph("{%p if copied_to %}")
    document.add_heading("For information to the strategic partners", 2)
    _each(document, "copied_to")
    document.add_paragraph("{%p endif %}")


def _check(document: Document) -> None:
    """What the sender must look at; it goes before the letter does."""
    heading = document.add_heading("Before you send it: check, then delete this page", 1)
    heading.paragraph_format.page_break_before = True
    document.add_paragraph(_CHECK)
    _each(document, "readings")
    document.add_paragraph("Check that no answer has come since, and that no child can be told from the words above.")


def _each(document: Document, items: str) -> None:
    document.add_paragraph(f"{{%p for one in {items} %}}")
    document.add_paragraph("{{ one }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")


if __name__ == "__main__":
    build().save(str(TEMPLATE))
