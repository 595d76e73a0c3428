"""Numbered actions in the text of a document, and rows that lost a part."""

from pathlib import Path

from bot.reading.plan_file import read_plan
from bot.reading.read import Kind
from tests.reading.making import accounted, csv, of_kind, text


def test_a_comment_that_goes_on_below_a_page_break_is_whole_again(tmp_path: Path) -> None:
    path = text(
        tmp_path / "report.txt",
        "3.1 Exception report",
        "These actions are overdue.",
        "",
        ["Action", "Comment"],
        ["1.1", "Waits for the refreshed"],
        "",
        ["", "threshold document"],
        ["1.10", "Next meeting"],
        "",
        "3.2 Visits to the website",
        ["Month", "Hits"],
        ["May", "12"],
    )
    read = accounted(read_plan(path))
    assert [(one.number, one.comment) for one in read.actions] == [
        ("1.1", "Waits for the refreshed threshold document"),
        ("1.10", "Next meeting"),
    ]
    assert read.plan.listed_overdue
    assert [row.why for row in of_kind(read, Kind.CONTINUED)] == ["goes on from Line 5"]
    assert [row.line for row in read.elsewhere] == [11, 12]


def test_a_row_without_a_number_in_a_file_without_pages_is_joined_and_doubtful(tmp_path: Path) -> None:
    read = accounted(read_plan(csv(tmp_path / "p.csv", "No,Action,Comment", "1.1,One,First", ",,second")))
    assert [one.comment for one in read.actions] == ["First second"]
    assert [row.why for row in read.doubtful] == ["it has no number and was joined to Line 2"]


def test_a_row_of_a_text_that_lost_its_last_cells_is_read_and_doubtful(tmp_path: Path) -> None:
    read = accounted(read_plan(text(tmp_path / "r.txt", ["No", "Action", "Comment"], ["1.1", "One"])))
    assert [row.why for row in read.doubtful] == ["it has 2 of 3 cells; they were read from the first column on"]


def test_a_line_without_cells_between_two_rows_is_not_joined_to_either(tmp_path: Path) -> None:
    path = text(tmp_path / "r.txt", ["Action", "Comment"], ["1.1", "One"], "whose words?", ["1.2", "Two"], "The end.")
    read = accounted(read_plan(path))
    assert [one.comment for one in read.actions] == ["One", "Two"]
    assert [(row.line, row.words) for row in read.unread] == [(3, "whose words?")]
