"""Exception reports that the tests write, and what stands in them."""

from pathlib import Path

from bot.partnership.period import ExceptionReport
from bot.partnership.plan import Action, Plan
from bot.reports.exceptions import exceptions_docx, exceptions_markdown
from tests.reports.reading import Rows, markdown_rows, word_rows
from tests.reports.samples import MADE_ON, PLAN

COLUMNS = ("Action", "Comment")
APPENDIX = ("Action", "Title", "Lead", "Due", "RAG")


def report(found: tuple[Action, ...], *plans: Plan) -> ExceptionReport:
    """A report of what was found, in these plans."""
    return ExceptionReport(found, plans or (PLAN,), MADE_ON, MADE_ON, {"head": "Amira Example"})


def both(one: ExceptionReport, path: Path) -> tuple[Rows, Rows]:
    """The rows of the Word document and of the Markdown."""
    exceptions_docx(one, path)
    return word_rows(path, COLUMNS), markdown_rows(exceptions_markdown(one), COLUMNS)
