"""Plans in which each action has a number, as CSV and as text."""

from datetime import date
from pathlib import Path

import pytest

from bot.partnership.plan import Progress, Rag
from bot.reading.plan_file import read_plan
from bot.reading.read import Kind
from tests.reading.making import accounted, csv, of_kind, only, refused, titles

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "plan.csv"
HEADING = "Number,Action,Lead,Due,RAG"


def test_the_example_in_the_documentation_is_read_whole_and_without_doubts() -> None:
    read = accounted(read_plan(EXAMPLE, plan="Delivery 2026"))
    assert [action.id for action in read.actions] == [
        f"delivery-2026/{number}" for number in ("1.1", "1.2", "1.10", "2.1", "2.2", "3.1")
    ]
    assert (read.unread, read.doubtful, read.changed, read.unknown_columns) == ((), (), (), ())
    assert read.plan.year == "2026/27" and not read.plan.listed_overdue
    assert [action.due for action in read.actions] == [
        *(date(2026, 6, 30), date(2026, 9, 30), date(2027, 3, 31), date(2026, 11, 30), date(2026, 5, 15), None)
    ]
    assert read.actions[-1].due_words == "Ongoing"


def test_every_column_goes_to_its_field(tmp_path: Path) -> None:
    heading = "Ref,Strategic aim,Action required,Group,Organisation,Owner,By when,Linked meeting,Status,RAG,Update"
    row = "1.1,Voice of the child,Ask children,Audit group,Police,Amira Example,30/09/2026,Board,in progress,g,Begun"
    path = csv(tmp_path / "plan.csv", f"{heading},Barriers,Evidence,Impact", f"{row},No room,Minutes,They are heard")
    action = only(accounted(read_plan(path)))
    assert (action.number, action.title, action.aim) == ("1.1", "Ask children", "Voice of the child")
    assert (action.group, action.agency, action.lead_words, action.lead) == (
        "Audit group",
        "Police",
        "Amira Example",
        None,
    )
    assert (action.due, action.due_words, action.meeting) == (date(2026, 9, 30), "30/09/2026", "Board")
    assert (action.progress, action.rag, action.rag_words) == (Progress.OPEN, Rag.GREEN, "g")
    assert (action.comment, action.constraints, action.evidence) == ("Begun", "No room", "Minutes")
    assert action.outcome == "They are heard"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_in_any_usual_separator_and_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    path = csv(tmp_path / "p.csv", HEADING, "1.10,Café – “open”,Zoë,Oct-26,A", separator=separator, encoding=encoding)
    action = only(read_plan(path))
    assert (action.number, action.title, action.lead_words) == ("1.10", "Café – “open”", "Zoë")


def test_a_cell_in_quotes_may_hold_commas_and_line_breaks_and_the_next_line_number_is_still_right(
    tmp_path: Path,
) -> None:
    rows = ('1.1,"First, of two\nsecond line",Ben,31/12/2026,G', "1.2,Next,Ben,31/02/2026,G")
    assert refused(csv(tmp_path / "plan.csv", HEADING, *rows))[0].startswith("Line 4: '31/02/2026' is no day")
    read = read_plan(csv(tmp_path / "plan.csv", HEADING, rows[0]))
    assert titles(read) == ["First, of two\nsecond line"]


def test_rows_above_the_heading_are_not_actions_and_tell_the_year_and_that_all_is_overdue(tmp_path: Path) -> None:
    path = csv(tmp_path / "list.csv", "Delivery plan 2026/27", "Exception report", "", "Action,Comment", "1.4,Waits")
    read = accounted(read_plan(path))
    assert (read.plan.year, read.plan.listed_overdue) == ("2026/27", True)
    assert (only(read).number, only(read).title, only(read).comment) == ("1.4", "", "Waits")


def test_action_is_the_title_where_another_column_holds_the_number(tmp_path: Path) -> None:
    read = read_plan(csv(tmp_path / "plan.csv", "No,Action,Comment", "1.4,Train staff,Waits"))
    assert (only(read).number, only(read).title) == ("1.4", "Train staff")
    assert not read.plan.listed_overdue


def test_rows_that_hold_no_action_are_told_one_by_one(tmp_path: Path) -> None:
    rows = ("tbc,Nobody knows,Ben,,", "1.2,,,,", ",Without number,Ben,,", ",,,,", "1.3,Real,Ben,,")
    read = accounted(read_plan(csv(tmp_path / "plan.csv", HEADING, *rows)))
    assert titles(read) == ["Real"]
    assert [(row.line, row.why) for row in read.unread] == [
        (2, "'tbc' is no number of an action"),
        (3, "there is nothing but a number"),
        (4, "there is no number"),
    ]
    assert [row.line for row in of_kind(read, Kind.BLANK)] == [5]


def test_a_row_that_only_names_an_aim_holds_for_the_rows_below(tmp_path: Path) -> None:
    rows = ("Aim 1: Early help,,,,", "1.1,One,Ben,,", "Voice of the child,,,,", "2.1,Two,Ben,,")
    read = accounted(read_plan(csv(tmp_path / "plan.csv", HEADING, *rows)))
    assert [action.aim for action in read.actions] == ["Aim 1: Early help", "Voice of the child"]
    assert [row.line for row in read.doubtful] == [4]


def test_a_number_that_stands_twice_is_refused_and_1_1_is_not_1_10(tmp_path: Path) -> None:
    assert len(read_plan(csv(tmp_path / "a.csv", HEADING, "1.1,A,Ben,,", "1.10,B,Ben,,")).actions) == 2
    (fault,) = refused(csv(tmp_path / "b.csv", HEADING, "1.1,A,Ben,,", "1.9,B,Ben,,", "1.1,C,Ben,,"))
    assert fault.startswith("Line 4: the number 1.1 stands at Line 2 already.") and "1.10" in fault


def test_one_number_may_stand_once_for_each_agency(tmp_path: Path) -> None:
    read = read_plan(
        csv(tmp_path / "plan.csv", "No,Action,Agency", "1,Train,Police", "1,Train,Children's Care", "2,Ask,Police")
    )
    assert [action.id for action in read.actions] == ["plan/1/police/1", "plan/1/childrens-care/1", "plan/2"]
    (fault,) = refused(csv(tmp_path / "plan.csv", "No,Action,Agency", "1,Train,Police", "1,Ask,Police"))
    assert "the number 1 for Police stands at Line 2 already" in fault
