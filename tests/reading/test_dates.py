"""Dates as people write them: only a plain one is taken."""

from datetime import date
from pathlib import Path

import pytest

from bot.reading.days import read_due
from bot.reading.plan_file import read_plan
from tests.reading.making import csv, only, refused


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30/09/2026", date(2026, 9, 30)),
        ("1/9/26", date(2026, 9, 1)),
        ("30.09.26", date(2026, 9, 30)),
        ("30-09-2026", date(2026, 9, 30)),
        ("2026-09-30", date(2026, 9, 30)),
        ("30/09/2026 14:30", date(2026, 9, 30)),
        ("3rd September 2026", date(2026, 9, 3)),
        ("3 Sept. 2026", date(2026, 9, 3)),
        ("30-Sep-26", date(2026, 9, 30)),
        ("31st of October 2026", date(2026, 10, 31)),
        ("September 3, 2026", date(2026, 9, 3)),
        ("Oct-26", date(2026, 10, 31)),
        ("Sept '26", date(2026, 9, 30)),
        ("Feb 2028", date(2028, 2, 29)),
        ("DECEMBER 2026", date(2026, 12, 31)),
    ],
)
def test_a_plain_date_is_taken_and_a_month_means_its_last_day(words: str, day: date) -> None:
    assert read_due(words).day == day


@pytest.mark.parametrize(
    "words",
    [
        *("", "Ongoing", "N/A", "Complete July 2026", "30.09.26 - draft, 03.11.26 done"),
        *("March '26 and ongoing", "2026", "Training on 30/09/2026", "by the end of June 2026", "2026/27 plan"),
    ],
)
def test_words_that_are_more_or_less_than_a_date_stay_words(words: str) -> None:
    due = read_due(words)
    assert (due.day, due.fault, due.doubt) == (None, "", "")


@pytest.mark.parametrize("words", ["Sept 26", "May 14", "14 May", "14-Oct", "October"])
def test_what_may_mean_two_dates_or_has_no_year_is_doubtful(words: str) -> None:
    due = read_due(words)
    assert due.day is None and words in due.doubt


def test_a_cell_of_several_dates_gives_none_and_is_told_unless_one_of_them_is_wrong() -> None:
    for words in ("30/09/2026 31/12/26", "Oct-26, Nov-26", "30/09/2026 and 31/12/2026"):
        due = read_due(words)
        assert (due.day, due.fault) == (None, "") and due.doubt.startswith(f"'{words}' holds 2 dates")
    assert read_due("30/09/2026 31/02/2027").fault.startswith("'31/02/2027' is no day")


@pytest.mark.parametrize(
    "words", ["31/02/2026", "31 June 2026", "2026-13-01", "09/30/2026", "00/01/2026", "1 Oct 3026"]
)
def test_a_date_that_is_none_is_a_fault(words: str) -> None:
    due = read_due(words)
    assert due.day is None and words in due.fault


def test_the_words_of_a_date_stay_as_they_were_written(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "plan.csv", "No,Action,Due", "1,A,Oct-26"))
    assert (only(read).due, only(read).due_words) == (date(2026, 10, 31), "Oct-26")


def test_a_wrong_date_refuses_the_file_and_says_where_it_stands_and_what_to_write(tmp_path: Path) -> None:
    path = csv(tmp_path / "plan.csv", "No,Action,Due", "1,A,Oct-26", "2,B,31/02/2026")
    assert refused(path) == [
        "Line 3: '31/02/2026' is no day of the calendar. Write a day such as 30/09/2026, or a month such as Sep 2026."
    ]


def test_the_plan_year_is_that_of_most_dates_and_begins_in_april(tmp_path: Path) -> None:
    rows = ("1,A,31/03/2027", "2,B,01/04/2026", "3,C,01/04/2027")
    assert read_plan(csv(tmp_path / "plan.csv", "No,Action,Due", *rows)).plan.year == "2026/27"
    assert read_plan(csv(tmp_path / "plan.csv", "No,Action,Due", *rows), year="2030/31").plan.year == "2030/31"
    assert read_plan(csv(tmp_path / "plan.csv", "No,Action,Due", "1,A,Ongoing")).plan.year == ""
