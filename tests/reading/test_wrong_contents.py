"""Files that can be opened but hold no plan, or one with faults: each fault is told with its place."""

from pathlib import Path

import pytest

from bot.reading.faults import PlanFileError
from bot.reading.plan_file import read_plan
from tests.reading.making import csv, document, refused, text

HEADING = ("Number", "Action", "Lead", "Due")


def test_a_file_without_a_plan_says_which_columns_are_looked_for(tmp_path: Path) -> None:
    path = text(tmp_path / "minutes.txt", "Minutes of the meeting", "", ["Present:", "Amira Example"])
    (fault,) = refused(path)
    assert fault.startswith(
        "minutes.txt holds no table of a plan: no line names columns that are known, such as number"
    )
    assert "mapping file" in fault


def test_a_heading_without_an_action_below_is_refused_and_says_what_stands_there(tmp_path: Path) -> None:
    path = csv(tmp_path / "plan.csv", "Number,Action", "tbc,Something")
    assert refused(path) == [
        "plan.csv has a heading, but no action below it.",
        "Line 2: 'tbc' is no number of an action.",
    ]


def test_a_plan_without_numbers_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path / "plan.csv", "Action,Lead,Due", "Train staff,Ben,Oct-26")
    assert refused(path) == ["Line 1: there is no column for the number of the action. Add one."]


def test_a_table_without_numbers_beside_a_good_one_is_told_row_by_row(tmp_path: Path) -> None:
    path = document(
        tmp_path / "plan.docx",
        (HEADING, ("1.1", "One", "", "")),
        "Other business",
        (("Action", "Owner"), ("Book a room", "Ben")),
    )
    read = read_plan(path)
    assert [row.why for row in read.unread] == ["its table has no column for the number of the action"] * 2


def test_all_faults_are_told_at_once_and_with_many_the_rest_is_counted(tmp_path: Path) -> None:
    rows = [f"{number},=1+{number},31/02/2026" for number in range(1, 31)]
    faults = refused(csv(tmp_path / "plan.csv", "Number,Action,Due", *rows))
    assert faults[0] == "Line 2: '=1+1' is a formula. Formulas are not run: write its result as text."
    assert len(faults) == 41 and faults[-1] == "There are 20 more faults."


def test_a_row_that_nobody_can_have_meant_is_refused(tmp_path: Path) -> None:
    (hidden,) = refused(csv(tmp_path / "plan.csv", "Number,Action", "1,One\x07"))
    assert hidden == "Line 2: a cell holds a control character that nobody can see. Type that cell anew."
    (long,) = refused(csv(tmp_path / "plan.csv", "Number,Action", f"1,{'word ' * 1_200}"))
    assert long.startswith("Line 2: the row has 6,000 letters, more than 5,000.")


def test_a_separator_inside_a_cell_and_an_open_quote_are_told_with_the_line(tmp_path: Path) -> None:
    (beyond,) = refused(csv(tmp_path / "plan.csv", "Number,Action", "1,Train, then ask"))
    assert beyond == "Line 2: 'then ask' stands under no heading. Put a cell that holds the separator in quotes."
    (huge,) = refused(csv(tmp_path / "plan.csv", "Number,Action", f'1,"{"x" * 200_000}'))
    assert huge.startswith("Line 2:")
    (quote,) = refused(csv(tmp_path / "plan.csv", "Number,Action", '1,"Train', "2,Ask"))
    assert quote == "Line 2: the quotation marks do not match from here on."


def test_two_columns_of_one_meaning_are_refused(tmp_path: Path) -> None:
    (fault,) = refused(csv(tmp_path / "plan.csv", "Number,Action,Lead,Owner", "1,Train,Ben,Amira"))
    assert fault.startswith("Line 1: the columns 'Lead' and 'Owner' both mean lead.")


def test_a_status_that_is_not_known_is_refused_with_those_that_are(tmp_path: Path) -> None:
    (fault,) = refused(csv(tmp_path / "plan.csv", "Number,Action,RAG,Status", "1,Train,G,maybe"))
    assert fault.startswith("Line 2: the status 'maybe' is not known. Known are open, not started")


def test_more_lines_than_a_plan_has_are_refused(tmp_path: Path) -> None:
    path = csv(tmp_path / "plan.csv", "Number,Action", *(f"{number},A" for number in range(20_001)))
    assert refused(path) == ["plan.csv has 20,002 lines. A plan has at most 20,000."]


def test_a_name_without_letters_gives_no_id(tmp_path: Path) -> None:
    assert "gives no name for the plan" in refused(csv(tmp_path / "---.csv", "Number,Action", "1,A"))[0]


@pytest.mark.parametrize(
    ("mapping", "fault"),
    [
        ("columns: {colour: [Farbe]}", "mapping.yaml: there is no field colour. The fields are number, title"),
        ("colums: {}", "mapping.yaml: colums: Extra inputs are not permitted."),
        ("rag: {pink: [P]}", "mapping.yaml: rag.pink.[key]: Input should be 'red', 'amber', 'green' or 'completed'."),
        ("- a list", "mapping.yaml: : Input should be a valid dictionary"),
        ("a: [", "mapping.yaml is no mapping file (ParserError)."),
    ],
)
def test_a_mapping_file_that_cannot_be_used_says_why(tmp_path: Path, mapping: str, fault: str) -> None:
    (tmp_path / "mapping.yaml").write_text(mapping)
    with pytest.raises(PlanFileError) as caught:
        read_plan(csv(tmp_path / "plan.csv", "Number,Action", "1,A"), tmp_path / "mapping.yaml")
    assert caught.value.faults[0].startswith(fault)


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_plan(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    assert refused(tmp_path / "folder.csv") == ["folder.csv is no file. Give the name of a file."]
