"""What the cells of a case review say: answers without an action, colours, HTML, findings."""

from pathlib import Path

import pytest

from bot.partnership.plan import Progress, Rag
from bot.reading.plan_file import read_plan
from bot.reading.read import Kind
from tests.reading.making import REVIEW, of_kind, only, text, titles
from tests.reading.review_text import CARE, Q1, RULE, plan


@pytest.mark.parametrize(
    "answer", ["No response", "Yes", "as above", "See previous response to 1b", "We cannot comment"]
)
def test_an_answer_alone_is_kept_without_an_action(tmp_path: Path, answer: str) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", answer, *[""] * 6))
    assert len(read.actions) == 1
    assert [row.why for row in of_kind(read, Kind.ANSWER)] == [f"1a River Police: answered '{answer}'"]


@pytest.mark.parametrize("words", ["N/A", "Please see below", "As above 4 & 5"])
def test_an_action_that_says_nothing_is_kept_as_an_answer(tmp_path: Path, words: str) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "Yes", words, *[""] * 5))
    assert [row.why for row in of_kind(read, Kind.ANSWER)] == [f"1a River Police: the action says '{words}'"]


def test_an_action_that_begins_like_a_pointer_and_says_more_is_an_action(tmp_path: Path) -> None:
    words = "As above 6a and a reduction in the number of incidents"
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "", words, *[""] * 5))
    assert titles(read)[1] == words
    assert not read.doubtful


def test_one_text_merged_over_all_cells_is_no_action(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", *["This is not for the police"] * 7))
    assert len(read.actions) == 1
    assert "one text stands in all the cells" in of_kind(read, Kind.ANSWER)[0].why


def test_a_response_that_somebody_looks_after_is_taken_as_the_action(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "By audits", "", "A", "", "", "Chair", ""))
    assert (read.actions[1].title, read.actions[1].response) == ("By audits", "By audits")
    assert "the response was taken as the action" in read.doubtful[0].why


def test_an_action_that_points_to_the_response_gets_its_words(tmp_path: Path) -> None:
    row = ("", "River Police", "Buy phones", "see previous column", "R", "", "", "Board", "")
    assert plan(tmp_path, (Q1, *CARE), row).actions[1].title == "see previous column: Buy phones"


@pytest.mark.parametrize(
    ("words", "rag", "progress"),
    [
        ("G", Rag.GREEN, Progress.OPEN),
        ("A A A A", Rag.AMBER, Progress.OPEN),
        ("R", Rag.RED, Progress.OPEN),
        ("Action complete", Rag.COMPLETED, Progress.DONE),
        ("Action complete as the powers are in place, watching goes on.", Rag.COMPLETED, Progress.DONE),
        ("", None, Progress.OPEN),
        ("N/A", None, Progress.OPEN),
        ("A G", None, Progress.OPEN),
        ("see action 5b", None, Progress.OPEN),
    ],
)
def test_a_colour_is_taken_where_it_is_certain(tmp_path: Path, words: str, rag: Rag | None, progress: Progress) -> None:
    read = plan(tmp_path, (Q1, "Care Trust", "We know", "Train staff", words, "", "", "AB", ""))
    assert (only(read).rag, only(read).rag_words, only(read).progress) == (rag, words, progress)
    assert bool(read.doubtful) is (words in {"A G", "see action 5b"})


def test_html_is_taken_out_and_every_item_is_kept(tmp_path: Path) -> None:
    items = '<ul style="x: none"><li>Train staff</li><li>Ask R&amp;D</li></ul>'
    row = (Q1, "Care Trust", "a < b", items, "G", "", "", "", "<p>One</p> <p>Two <b>three</b></p>")
    action = only(read := plan(tmp_path, row))
    assert (action.title, action.outcome, action.response) == ("Train staff\nAsk R&D", "One\nTwo three", "a < b")
    assert read.changed == (
        *("Line 4: HTML tags were taken out of the title.", "Line 4: HTML tags were taken out of the outcome."),
    )


def test_drawn_lines_repeated_headings_and_page_marks_are_no_rows_of_the_plan(tmp_path: Path) -> None:
    read = plan(tmp_path, RULE, "", (Q1, *CARE), "", "Page 14", "", REVIEW, ("", "River Police", *CARE[1:]), RULE)
    assert [action.agency for action in read.actions] == ["Care Trust", "River Police"]
    assert [action.aim for action in read.actions] == ["Finding 1: Too late"] * 2
    assert (len(of_kind(read, Kind.HEADING)), len(of_kind(read, Kind.RULE))) == (2, 2)
    assert "Line 8: the page mark 'Page 14' was left out." in read.changed


def test_each_table_has_the_finding_above_it_and_a_narrow_table_after_the_last_is_not_the_plans(tmp_path: Path) -> None:
    read = plan(
        tmp_path,
        (Q1, *CARE),
        "",
        "Finding 2: Words matter",
        "What the board must consider",
        "",
        REVIEW,
        ("2a. And this?", *CARE),
        "",
        "2. Getting through to others",
        "",
        REVIEW,
        ("3a. How?", *CARE),
        RULE,
        "",
        ["14 July 2026", "Item 9"],
        ["Report of:", "Somebody"],
    )
    assert [action.aim for action in read.actions] == [
        *("Finding 1: Too late", "Finding 2: Words matter", "2. Getting through to others")
    ]
    assert [row.words for row in read.elsewhere] == ["14 July 2026 | Item 9", "Report of: | Somebody"]


def test_a_numbered_chapter_above_the_first_table_is_no_finding(tmp_path: Path) -> None:
    read = read_plan(text(tmp_path / "r.txt", "2. Introduction", "", list(REVIEW), [Q1, *CARE]))
    assert only(read).aim == ""


def test_the_key_of_the_colours_is_kept(tmp_path: Path) -> None:
    key = (["", "Red off track"], ["", "Amber watch"], ["", "Green on track"], ["", "Action completed"])
    read = read_plan(text(tmp_path / "r.txt", "A plan", *map(list, key), "", list(REVIEW), [Q1, *CARE]))
    assert read.rag_key == ("Red off track", "Amber watch", "Green on track", "Action completed")


def test_a_cell_that_lost_its_end_is_doubtful(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, "Care Trust", "We know", "Train staff as opposed to", "G", "", "", "", ""))
    assert [row.why for row in read.doubtful] == ["the title seems to be cut off: '... staff as opposed to'"]


def test_a_row_wider_than_its_heading_is_told_and_not_guessed_at(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), (Q1, *CARE, "more"))
    assert [(row.line, row.why) for row in read.unread] == [(5, "it has 10 cells, the heading 9")]
