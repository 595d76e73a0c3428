"""The exception report: every overdue action in the plan's order, with its comment unchanged."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.partnership.exceptions import exceptions
from bot.partnership.plan import Progress
from bot.reports.exceptions import exceptions_docx, exceptions_markdown
from tests.reports.overdue import APPENDIX, both, report
from tests.reports.reading import markdown_rows, opened, words_of
from tests.reports.samples import DELIVERY, LISTED, MADE_ON, PLAN, action


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


def test_where_agencies_share_a_number_the_agency_stands_beside_it(tmp_path: Path) -> None:
    found = (action("6", "One.", agency="Police", id="a"), action("6", "Two.", agency="Housing", id="b"))
    word, _ = both(report(found), tmp_path / "exceptions.docx")
    assert word == [("6, Police", "One."), ("6, Housing", "Two.")]


def test_an_action_of_one_agency_among_several_is_named_with_it_and_counted(tmp_path: Path) -> None:
    ids = ("6/police/1", "6/police/2", "7/housing/1", "8/housing/2")
    found = tuple(action(id[0], "One.", agency=id.split("/")[1], id=f"{PLAN.id}/{id}") for id in ids)
    word, _ = both(report(found), tmp_path / "exceptions.docx")
    assert [number for number, _ in word] == ["6, police (1)", "6, police (2)", "7, housing", "8, housing (2)"]


def test_an_action_without_a_comment_says_so(tmp_path: Path) -> None:
    word, text = both(report((action("6"),)), tmp_path / "exceptions.docx")
    assert word == text == [("6", "No comment.")]


def test_the_report_names_every_plan_that_was_looked_at_with_its_number(tmp_path: Path) -> None:
    one = report((action("1.1"), action("1.2")), PLAN, LISTED)
    exceptions_docx(one, tmp_path / "exceptions.docx")
    said = "Plans: Delivery plan, 2026/27 (2) and Overdue list, 2026/27 (none)."
    assert said in words_of(tmp_path / "exceptions.docx") and said in exceptions_markdown(one)
    assert "Plan: Delivery plan, 2026/27 (none)." in exceptions_markdown(report(()))


def test_a_constraint_stands_where_there_is_no_comment(tmp_path: Path) -> None:
    word, _ = both(report((action("6", constraints="No budget yet."),)), tmp_path / "exceptions.docx")
    assert word == [("6", "No budget yet.")]


def test_each_plan_has_its_own_table(tmp_path: Path) -> None:
    found = (action("1.1", "One."), action("1.4", "Two.", plan=LISTED))
    exceptions_docx(report(found, PLAN, LISTED), tmp_path / "exceptions.docx")
    assert len(opened(tmp_path / "exceptions.docx").tables) == 2
    assert "Overdue in Overdue list, 2026/27: 1 action" in words_of(tmp_path / "exceptions.docx")


def test_an_empty_report_says_that_nothing_is_overdue(tmp_path: Path) -> None:
    exceptions_docx(report(()), tmp_path / "exceptions.docx", with_leads=True)
    assert "Nothing is overdue." in words_of(tmp_path / "exceptions.docx")
    assert "0 actions overdue on 7 September 2026." in exceptions_markdown(report(()))


def test_leads_dates_and_colours_are_in_an_appendix_only_when_asked_for(tmp_path: Path) -> None:
    found = (action("1.1", lead="head"), action("1.2", lead="head", not_mine=True), action("1.3", due=None))
    assert "Amira" not in exceptions_markdown(report(found))
    assert markdown_rows(exceptions_markdown(report(found), with_leads=True), APPENDIX) == [
        ("1.1", "Title of 1.1", "Amira Example", "30 June 2026", "not rated"),
        ("1.2", "Title of 1.2", "none", "30 June 2026", "not rated"),
        ("1.3", "Title of 1.3", "none", "no date", "not rated"),
    ]


def test_a_thousand_actions_are_all_there(tmp_path: Path) -> None:
    found = tuple(action(f"1.{n}", f"Comment {n}.", order=n) for n in range(1000))
    word, text = both(report(found), tmp_path / "exceptions.docx")
    assert word == text == [(one.number, one.comment) for one in found]
