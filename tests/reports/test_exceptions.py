"""The exception report: every overdue action in the plan's order, with its comment unchanged."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.partnership.exceptions import exceptions
from bot.partnership.period import ExceptionReport
from bot.partnership.plan import Action, Plan, Progress
from bot.reading.plan_file import read_plan
from bot.reports.exceptions import exceptions_docx, exceptions_markdown
from tests.reports.reading import Rows, markdown_rows, opened, word_rows, words_of
from tests.reports.samples import DELIVERY, LISTED, MADE_ON, PLAN, action

REAL = Path(__file__).parents[3] / "shared" / "seeds" / "thurrock-lscp-performance-report-2019.txt"
COLUMNS = ("Action", "Comment")
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


def report(found: tuple[Action, ...], *plans: Plan) -> ExceptionReport:
    return ExceptionReport(found, plans or (PLAN,), MADE_ON, MADE_ON, {"head": "Amira Example"})


def both(one: ExceptionReport, path: Path) -> tuple[Rows, Rows]:
    """The rows of the Word document and of the Markdown."""
    exceptions_docx(one, path)
    return word_rows(path, COLUMNS), markdown_rows(exceptions_markdown(one), COLUMNS)


def test_what_is_overdue_comes_in_the_order_of_its_plan_and_not_by_number() -> None:
    found = exceptions(reversed(DELIVERY), date(2026, 7, 1))
    assert [one.number for one in found] == ["1.1", "1.10", "2.1"]


def test_an_action_is_overdue_from_the_day_after_its_date() -> None:
    assert exceptions([action("1.1")], date(2026, 6, 30)) == ()
    assert len(exceptions([action("1.1")], date(2026, 7, 1))) == 1


def test_of_a_list_of_what_is_overdue_all_that_is_open_and_has_no_later_date_is_an_exception() -> None:
    undated = action("1.4", plan=LISTED, due=None)
    given_time = action("2.2", plan=LISTED, due=date(2026, 12, 1), order=1)
    done = replace(undated, id="done", progress=Progress.DONE)
    every = [undated, given_time, done]
    assert exceptions(every, MADE_ON, {LISTED.id}) == (undated,)
    assert exceptions(every, MADE_ON) == ()


def test_both_documents_hold_every_action_and_its_comment_to_the_letter(tmp_path: Path) -> None:
    found = tuple(action(f"1.{n}", comment, order=n) for n, comment in enumerate(HOSTILE))
    wanted = [(one.number, one.comment) for one in found]
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == wanted
    assert text == wanted


def test_what_no_document_can_hold_is_replaced_and_all_else_stays(tmp_path: Path) -> None:
    found = (action("1.1", "a\x00b\x07c\x1bd\ud800e\ufffef\r\ng"),)
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == text == [("1.1", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ng")]


def test_where_agencies_share_a_number_the_agency_stands_beside_it(tmp_path: Path) -> None:
    found = (action("6", "One.", agency="Police", id="a"), action("6", "Two.", agency="Housing", id="b"))
    word, _ = both(report(found), tmp_path / "exceptions.docx")
    assert word == [("6, Police", "One."), ("6, Housing", "Two.")]


def test_a_constraint_stands_where_there_is_no_comment(tmp_path: Path) -> None:
    word, _ = both(report((action("6", constraints="No budget yet."),)), tmp_path / "exceptions.docx")
    assert word == [("6", "No budget yet.")]


def test_each_plan_has_its_own_table(tmp_path: Path) -> None:
    found = (action("1.1", "One."), action("1.4", "Two.", plan=LISTED))
    exceptions_docx(report(found, PLAN, LISTED), tmp_path / "exceptions.docx")
    assert len(opened(tmp_path / "exceptions.docx").tables) == 2
    assert "Overdue in Overdue list: 1 action" in words_of(tmp_path / "exceptions.docx")


def test_an_empty_report_says_that_nothing_is_overdue(tmp_path: Path) -> None:
    exceptions_docx(report(()), tmp_path / "exceptions.docx", with_leads=True)
    assert "Nothing is overdue." in words_of(tmp_path / "exceptions.docx")
    assert "0 actions overdue on 7 September 2026." in exceptions_markdown(report(()))


def test_leads_dates_and_colours_are_in_an_appendix_only_when_asked_for(tmp_path: Path) -> None:
    found = (action("1.1", lead="head"), action("1.2", lead="head", not_mine=True), action("1.3", due=None))
    assert "Amira" not in exceptions_markdown(report(found))
    columns = ("Action", "Title", "Lead", "Due", "RAG")
    assert markdown_rows(exceptions_markdown(report(found), with_leads=True), columns) == [
        ("1.1", "Title of 1.1", "Amira Example", "30 June 2026", "not rated"),
        ("1.2", "Title of 1.2", "none", "30 June 2026", "not rated"),
        ("1.3", "Title of 1.3", "none", "no date", "not rated"),
    ]


def test_a_thousand_actions_are_all_there(tmp_path: Path) -> None:
    found = tuple(action(f"1.{n}", f"Comment {n}.", order=n) for n in range(1000))
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == text == [(one.number, one.comment) for one in found]


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
