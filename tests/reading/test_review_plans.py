"""The action plan of a case review in the text of a document: cut by page breaks, invented from first to last."""

from datetime import date
from pathlib import Path

from bot.partnership.plan import Rag
from bot.reading.read import Kind
from tests.reading.making import of_kind, only
from tests.reading.review_text import CARE, Q1, plan


def test_a_row_with_all_its_cells_fills_every_field(tmp_path: Path) -> None:
    action = only(plan(tmp_path, (Q1, *CARE)))
    assert action.id == "review/1a/care-trust/1"
    assert (action.aim, action.question, action.number) == ("Finding 1: Too late", Q1, "1a")
    assert (action.agency, action.response, action.title) == ("Care Trust", "We know", "Train staff")
    assert (action.rag, action.rag_words, action.constraints) == (Rag.GREEN, "G", "No room")
    assert (action.due, action.due_words) == (date(2014, 10, 31), "Oct-14")
    assert (action.lead_words, action.outcome) == ("AB/CD", "Staff know")


def test_rows_without_question_and_agency_belong_to_the_agency_above(tmp_path: Path) -> None:
    read = plan(
        tmp_path,
        (Q1, *CARE),
        ("", "", "", "Ask families", "A", "", "Ongoing", "", ""),
        ("", "River Police", "Agreed", "Write a guide", "R", "", "", "", ""),
        "",
        ("", "", "Print the guide", "A", "", "", "", ""),
    )
    assert [action.id.removeprefix("review/") for action in read.actions] == [
        *("1a/care-trust/1", "1a/care-trust/2", "1a/river-police/1", "1a/river-police/2")
    ]
    assert {action.question for action in read.actions} == {Q1}


def test_leading_cells_that_a_page_break_cut_off_change_nothing_in_what_is_read(tmp_path: Path) -> None:
    rows = [
        ("", *CARE),
        ("", "", "", "Ask families", "A", "Few answer", "Sept 14", "AB", ""),
        ("", "River Police", "Agreed", "Write a guide", "R", "", "30.09.14", "CD", "It is used"),
        ("", "", "", "Print the guide", "A", "", "", "", ""),
        ("", "Care Trust", "", "Meet weekly", "Action complete", "", "", "", ""),
    ]
    whole = plan(tmp_path, (Q1, *CARE), "", *rows)
    eight = plan(tmp_path, (Q1, *CARE), "", *(row[1:] for row in rows))
    mixed = plan(tmp_path, (Q1, *CARE), "", rows[0][1:], rows[1][2:], rows[2][1:], rows[3][3:], "", rows[4])
    assert whole.actions == eight.actions == mixed.actions
    assert not whole.doubtful or {row.why for row in whole.doubtful} == {row.why for row in eight.doubtful}


def test_six_cells_are_placed_by_their_colour(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), "", ("", "Ask families", "A", "", "They answer", "AB"))
    second = read.actions[1]
    assert (second.title, second.rag, second.due_words, second.lead_words) == (
        "Ask families",
        Rag.AMBER,
        "They answer",
        "AB",
    )


def test_a_row_without_colour_and_agency_is_placed_like_its_neighbours(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), "", CARE, ("", "Online course", "Meet once", "", "", "", "", ""))
    last = read.actions[-1]
    assert (last.agency, last.response, last.title) == ("Care Trust", "Online course", "Meet once")
    assert not read.doubtful
    behind = plan(tmp_path, (Q1, *CARE), "", ("", *CARE[:-1]), ("", "", "Online course", "Meet once", "", "", "", ""))
    last = behind.actions[-1]
    assert (last.agency, last.response, last.title) == ("Care Trust", "Online course", "Meet once")


def test_cells_shifted_to_the_left_with_an_empty_one_behind_are_put_right(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("River Police", "Agreed", "Write a guide", "R", "", "", "CD", "It is used", ""))
    last = read.actions[-1]
    assert (last.agency, last.response, last.title, last.rag) == ("River Police", "Agreed", "Write a guide", Rag.RED)
    assert (last.lead_words, last.outcome) == ("CD", "It is used")


def test_an_agency_that_never_has_a_colour_is_known_by_coming_again(tmp_path: Path) -> None:
    read = plan(
        tmp_path,
        (Q1, *CARE),
        "",
        *(CARE, ("Court Service", "No response", *[""] * 6)),
        "",
        *((Q1.replace("1a", "1b"), *CARE), ("", "Court Service", "No response", *[""] * 6)),
        ("Court Service", "Yes", *[""] * 7),
    )
    answers = of_kind(read, Kind.ANSWER)
    assert [row.why.split(":")[0] for row in answers] == ["1a Court Service", "1b Court Service", "1b Court Service"]


def test_an_agency_is_known_with_its_short_form_in_brackets_too(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), "", ("Care (CT) Trust", "Yes", *[""] * 6))
    assert of_kind(read, Kind.ANSWER)[0].why.startswith("1a Care (CT) Trust: answered 'Yes'")
    assert not read.doubtful


def test_response_and_action_in_one_cell_are_taken_as_the_action_and_are_doubtful(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, "Care Trust", "Train staff", "G", "", "Oct-14", "AB", ""))
    assert (only(read).title, only(read).response, only(read).due) == ("Train staff", "", date(2014, 10, 31))
    assert [row.why for row in read.doubtful] == ["response and action stand in one cell; it is taken as the action"]


def test_lead_and_outcome_in_one_cell_stay_together_and_are_doubtful(tmp_path: Path) -> None:
    both = "Head of Care Staff are able to see at once what is to be done and do it"
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "Agreed", "Write a guide", "A", "", "Oct-14", both))
    assert (read.actions[1].lead_words, read.actions[1].outcome) == (both, "")
    assert [row.why for row in read.doubtful] == ["lead and outcome seem to stand in one cell; it is kept as the lead"]


def test_a_lead_that_slipped_under_the_outcome_is_known_by_other_rows(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "Agreed", "Write a guide", "A", "", "", "", "CD/AB"))
    assert (read.actions[1].lead_words, read.actions[1].outcome) == ("CD/AB", "")
    assert "stands under the outcome" in read.doubtful[0].why


def test_a_row_that_has_a_lead_keeps_it_whatever_its_outcome_says(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("", "River Police", "Agreed", "Write a guide", "A", "", "", "EF", "CD/AB"))
    assert (read.actions[1].lead_words, read.actions[1].outcome) == ("EF", "CD/AB")


def test_a_text_that_is_no_agency_where_the_action_is_missing_is_the_action(tmp_path: Path) -> None:
    read = plan(tmp_path, (Q1, *CARE), ("Surgeries were set up for all.", "", "", "G", "", "Completed", "CD", "", ""))
    last = read.actions[-1]
    assert (last.agency, last.title, last.rag) == ("Care Trust", "Surgeries were set up for all.", Rag.GREEN)
    assert "no agency that is known" in read.doubtful[0].why
