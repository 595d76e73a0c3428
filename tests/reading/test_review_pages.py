"""A case review as text: cells that a page break tore apart, and headings repeated on each page."""

from pathlib import Path

from bot.reading.read import Kind
from tests.reading.making import of_kind, only, titles
from tests.reading.review_text import CARE, Q1, plan


def test_an_answer_broken_over_a_page_is_joined_and_repeated_words_stand_once(tmp_path: Path) -> None:
    read = plan(
        tmp_path,
        (Q1, "Care Trust", "Young people may be more likely to have a", "Train staff", "G", "", "", "", ""),
        "",
        ("", "more likely to have a mobile phone", "Give advice", "A", "", "", "", ""),
    )
    assert [action.response for action in read.actions] == [
        "Young people may be more likely to have a mobile phone",
        "",
    ]
    assert titles(read) == ["Train staff", "Give advice"]
    assert "Line 6: the response goes on from Line 4." in read.changed


def test_an_action_broken_over_a_page_is_one_action(tmp_path: Path) -> None:
    rows = (
        (Q1, "Care Trust", "We know", "Train staff and", "G", "", "", "", ""),
        "",
        ("", "", "all the volunteers", *[""] * 5),
    )
    read = plan(tmp_path, *rows)
    assert titles(read) == ["Train staff and all the volunteers"]
    assert [row.why for row in of_kind(read, Kind.CONTINUED)] == ["goes on from Line 4"]


def test_the_second_half_of_another_cell_goes_to_the_row_above(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), "", ("", "", "", "", "", "to the manager", "", ""))
    assert only(read).due_words == "Oct-14 to the manager"
    assert only(read).due is None
    assert read.doubtful[-1].why == "its due was joined to that of Line 4"


def test_a_question_broken_over_a_page_is_one_question(tmp_path: Path) -> None:
    read = plan(tmp_path, ("1a. Does the board know", *CARE), "", ("what is to be done?", "River Police", *CARE[1:]))
    assert [(one.number, one.agency) for one in read.actions] == [("1a", "Care Trust"), ("1a", "River Police")]
    assert read.actions[1].question == "1a. Does the board know what is to be done?"


def test_an_agency_without_action_and_answer_is_told_as_not_read(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "Care Trust", "", "", "", "", "", "Somebody", ""))
    assert [row.why for row in read.unread] == ["there is neither an action nor an answer"]
