"""The cells of the exception report: what people typed, unchanged but for what a spreadsheet would run."""

from pathlib import Path

import pytest

from bot.partnership.cells import clean_cell
from bot.partnership.exceptions import exceptions
from bot.reading.plan_file import read_plan
from bot.reports.exceptions import exceptions_docx, exceptions_markdown
from tests.reports.overdue import APPENDIX, both, report
from tests.reports.reading import markdown_rows
from tests.reports.samples import MADE_ON, action

REAL = Path(__file__).parents[3] / "shared" / "seeds" / "thurrock-lscp-performance-report-2019.txt"
HOSTILE = (
    "a | b \\| c \\",
    "first line\nsecond line\n\nfourth",
    '=HYPERLINK("http://example.org") and +1, -1, @x',
    "<script>alert(1)</script> <br> &amp; & &lt;",
    "*not* _slanted_ `code` ~~gone~~ [link](http://example.org) ![picture](http://example.org/x.png) $x$",
    "# no heading\n- no list\n> no quote",
    "{{ 7 * 7 }} {% raw %}",
    "“Curly” – dash, é, 漢字, 👧🏽, العربية",
    "tab\tin it",
    "long " * 9_000 + "end",
)


def test_both_documents_hold_every_action_and_its_comment_to_the_letter(tmp_path: Path) -> None:
    found = tuple(action(f"1.{n}", comment, order=n) for n, comment in enumerate(HOSTILE))
    wanted = [(one.number, clean_cell(one.comment)) for one in found]
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == wanted
    assert text == wanted


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_would_run_in_a_spreadsheet_gets_an_apostrophe(tmp_path: Path, sign: str) -> None:
    found = (action("1.1", f"{sign}1+1", lead_words=f"{sign}lead", title=f"{sign}title"),)
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == text == [("1.1", f"'{sign}1+1")]
    (row,) = markdown_rows(exceptions_markdown(report(found), with_leads=True), APPENDIX)
    assert row[1:3] == (f"'{sign}title", f"'{sign}lead")


def test_what_no_document_can_hold_is_replaced_and_all_else_stays(tmp_path: Path) -> None:
    found = (action("1.1", "a\x00b\x07c\x1bd\ud800e\ufffef\r\ng"),)
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == text == [("1.1", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ng")]


@pytest.mark.skipif(not REAL.exists(), reason="the performance report of 2019 is not here")
def test_the_real_list_gives_its_22_rows_again_in_order_and_unchanged(tmp_path: Path) -> None:
    read = read_plan(REAL, plan="overdue-2019")
    found = exceptions(read.actions, MADE_ON, {read.plan.id})
    word, text = both(report(found, read.plan), tmp_path / "exceptions.docx")
    assert word == text == [(one.number, one.comment) for one in read.actions]
    assert len(word) == 22


@pytest.mark.skipif(not REAL.exists(), reason="the performance report of 2019 is not here")
def test_the_exported_word_document_can_be_imported_again(tmp_path: Path) -> None:
    read = read_plan(REAL, plan="overdue-2019")
    found = exceptions(read.actions, MADE_ON, {read.plan.id})
    exceptions_docx(report(found, read.plan), tmp_path / "overdue-2019.docx")
    again = read_plan(tmp_path / "overdue-2019.docx", plan="overdue-2019")
    assert [(one.number, one.comment) for one in again.actions] == [(one.number, one.comment) for one in read.actions]


def test_what_got_an_apostrophe_is_imported_again_without_it(tmp_path: Path) -> None:
    found = (action("1.1", "- waits for the board\n- then training"), action("1.2", "=1+1", order=2))
    exceptions_docx(report(found), tmp_path / "list.docx")
    again = read_plan(tmp_path / "list.docx")
    assert [(one.number, one.comment) for one in again.actions] == [(one.number, one.comment) for one in found]
