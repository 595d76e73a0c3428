"""Plans as Excel workbooks, with what Excel does to numbers, dates and merged cells."""

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.reading.plan_file import read_plan
from bot.reading.read import Kind
from tests.reading.making import accounted, of_kind, only, refused, titles, workbook

HEADING = ("Number", "Action", "Lead", "Due")


def test_text_dates_and_months_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "plan.xlsx",
        HEADING,
        ("1.1", "One", "Ben", date(2026, 9, 30)),
        ("1.10", "Two", None, datetime(2026, 10, 1)),
        ("1.2", "Three\nin two lines", "", "Ongoing"),
        formats={"D2": "dd/mm/yyyy", "D3": "mmm-yy"},
    )
    read = accounted(read_plan(path))
    assert [(one.number, one.due, one.due_words) for one in read.actions] == [
        ("1.1", date(2026, 9, 30), "30/09/2026"),
        ("1.10", date(2026, 10, 31), "Oct-2026"),
        ("1.2", None, "Ongoing"),
    ]
    assert titles(read)[2] == "Three\nin two lines"


@pytest.mark.parametrize("value", [1.1, 12.5, date(2026, 1, 1)])
def test_a_number_that_excel_may_have_changed_is_refused_with_what_to_do(tmp_path: Path, value: object) -> None:
    (fault,) = refused(workbook(tmp_path / "plan.xlsx", HEADING, (value, "One", "Ben", "")))
    assert fault.startswith("Sheet 'Plan', row 2: A2 holds") and "Format the column as text" in fault


def test_a_number_shown_with_fixed_places_or_a_whole_one_is_certain(tmp_path: Path) -> None:
    rows = ((1.1, "One", "", ""), (2, "Two", "", ""))
    read = read_plan(workbook(tmp_path / "plan.xlsx", HEADING, *rows, formats={"A2": "0.00"}))
    assert [one.number for one in read.actions] == ["1.10", "2"]


def test_a_number_in_another_column_is_only_words(tmp_path: Path) -> None:
    heading, row = ("Number", "Action", "Comment", "Evidence", "Outcome"), ("1.1", "One", 12.5, True, 0.4)
    action = only(read_plan(workbook(tmp_path / "plan.xlsx", heading, row, formats={"E2": "0.0%"})))
    assert (action.comment, action.evidence, action.outcome) == ("12.5", "yes", "40%")


def test_a_formula_is_not_run_and_refuses_the_file(tmp_path: Path) -> None:
    (fault,) = refused(workbook(tmp_path / "plan.xlsx", HEADING, ("1.1", "=HYPERLINK(A1)", "Ben", "")))
    assert fault == (
        "Sheet 'Plan', row 2: B2 is a formula (=HYPERLINK(A1)). Formulas are not run: replace it by its value."
    )


def test_a_cell_that_shows_an_error_refuses_the_file(tmp_path: Path) -> None:
    (fault,) = refused(workbook(tmp_path / "plan.xlsx", HEADING, ("1.1", "#REF!", "Ben", "")))
    assert "B2 shows the error #REF!" in fault


def test_merged_cells_are_repeated_and_a_merged_row_is_a_heading(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "plan.xlsx",
        ("Delivery plan 2026/27",),
        ("Number", "Action", "Agency", "Due"),
        ("The voice of the child",),
        ("1.1", "One", "Police", "Oct-26"),
        ("1.2", "Two", None, None),
        merged=("A1:D1", "A3:D3", "C4:C5", "D4:D5"),
    )
    read = accounted(read_plan(path))
    assert [(one.aim, one.agency, one.due_words) for one in read.actions] == [
        ("The voice of the child", "Police", "Oct-26")
    ] * 2
    assert read.plan.year == "2026/27"
    assert [row.words for row in of_kind(read, Kind.AIM)] == ["The voice of the child"]


def test_a_number_merged_over_two_actions_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "p.xlsx", HEADING, ("1.1", "One", "", ""), (None, "Two", "", ""), merged=("A2:A3",))
    assert "the number 1.1 stands at Sheet 'Plan', row 2 already" in refused(path)[0]


def test_a_merged_heading_over_two_columns_joins_what_stands_below(tmp_path: Path) -> None:
    heading = ("Number", "Action", "Comment", None)
    path = workbook(tmp_path / "plan.xlsx", heading, ("1.1", "One", "first", "second"), merged=("C1:D1",))
    assert only(read_plan(path)).comment == "first\nsecond"


def test_empty_rows_do_not_end_the_plan_and_row_numbers_stay_those_of_excel(tmp_path: Path) -> None:
    rows = (HEADING, ("1.1", "One", "", ""), (), (), ("1.2", "Two", "", ""), ("x", "Three", "y", ""))
    read = accounted(read_plan(workbook(tmp_path / "plan.xlsx", *rows)))
    assert titles(read) == ["One", "Two"]
    assert read.unread[0].place == "Sheet 'Plan', row 6"


def test_what_a_workbook_says_of_its_own_size_is_not_believed(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", HEADING, ("1.1", "One", "", ""), ("1.2", "Two", "", ""))
    lying = tmp_path / "lying.xlsx"
    with ZipFile(whole) as old, ZipFile(lying, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<dimension ref="A1:D3"', b'<dimension ref="A1:B2"'))
    assert titles(read_plan(lying)) == ["One", "Two"]
