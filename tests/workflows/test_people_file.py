"""The people file: what it may look like, and every fault named with its line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.partnership.people import Away, Role
from bot.workflows.people_file import PeopleError, read_people

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "people.csv"
HEADING = "id,name,agency,role,slack_id,email,prefers,deputy,away,active"
AMIRA = "bt-1,Amira Example,Partnership,business team,U1,amira@partnership.example,slack,,,yes"

type Writer = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    """Writes lines as a people file."""

    def write(*lines: str, encoding: str = "utf-8", heading: str = HEADING) -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes("\r\n".join((heading, *lines)).encode(encoding))
        return path

    return write


def faults_of(path: Path) -> list[str]:
    with pytest.raises(PeopleError) as caught:
        read_people(path)
    return caught.value.faults


def test_the_example_in_the_documentation_can_be_taken_over() -> None:
    amira, ben, _, dilip, *_, gwen = read_people(EXAMPLE)
    assert (amira.id, amira.role, amira.deputy) == ("bt-1", Role.BUSINESS_TEAM, ben.id)
    assert amira.away == (Away(date(2026, 12, 21), date(2027, 1, 2)),)
    assert dilip.groups == ("Learning group", "Policy group")
    assert dilip.away[0] == Away(date(2026, 8, 5), date(2026, 8, 19))
    assert (gwen.active, gwen.order) == (False, 6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_with_accents_are_read_in_every_spelling_that_excel_writes(written: Writer, encoding: str) -> None:
    path = written(AMIRA.replace("Amira", "Amélie"), encoding=encoding)
    assert read_people(path)[0].name == "Amélie Example"


def test_semicolons_separate_cells_where_the_heading_has_them(written: Writer) -> None:
    path = written(
        "Amira Example;Partnership;Business Team;amira@partnership.example;Policy|Learning",
        heading="Name;Agency;Role;E-mail;Groups",
    )
    amira = read_people(path)[0]
    assert (amira.role, amira.groups) == (Role.BUSINESS_TEAM, ("Policy", "Learning"))


def test_without_an_id_the_email_is_the_id_and_without_both_the_slack_id(written: Writer) -> None:
    path = written(AMIRA, ",Ben Sample,Police,lead,,Ben@police.example,,,,", ",Carys Model,Health,chair,u3,,,,,")
    assert [one.id for one in read_people(path)] == ["bt-1", "ben@police.example", "U3"]


@pytest.mark.parametrize("named", ["bt-1", "AMIRA@partnership.example", "u1"])
def test_a_deputy_can_be_named_by_id_email_or_slack_id(written: Writer, named: str) -> None:
    path = written(AMIRA, f"x,Ben Sample,Police,lead,U2,,,{named},,")
    assert read_people(path)[1].deputy == "bt-1"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "x,Ben Sample,Police,boss,U2,,,,,",
            "Line 3: role 'boss' is not known. Use practitioner, business team, chair or lead.",
        ),
        ("x,,Police,lead,U2,,,,,", "Line 3: the name is missing."),
        ("x,Ben Sample,,lead,U2,,,,,", "Line 3: the agency is missing."),
        (
            "x,Ben Sample,Police,lead,,,,,,",
            "Line 3: there is neither an e-mail address nor a Slack or Teams id, so nothing could reach this person.",
        ),
        ("BT-1,Ben Sample,Police,lead,U2,,,,,", "Line 3: 'bt-1' stands on line 2 already."),
        ("x,Ben Sample,Police,lead,U1,,,,,", "Line 3: 'u1' stands on line 2 already."),
        (
            "x,Ben Sample,Police,lead,,Amira@partnership.example,,,,",
            "Line 3: 'amira@partnership.example' stands on line 2 already.",
        ),
        (
            "x,Ben Sample,Police,lead,U2,,,nobody,,",
            "Line 3: the deputy 'nobody' is not in the file. Write that person's id or e-mail.",
        ),
        ("x,Ben Sample,Police,lead,U2,,,x,,", "Line 3: Ben Sample cannot be their own deputy."),
        (
            "x,Ben Sample,Police,lead,U2,,,,2027-01-02 to 2026-12-21,",
            "Line 3: away ends before it begins: 2027-01-02 to 2026-12-21.",
        ),
        (
            "x,Ben Sample,Police,lead,U2,,,,2026-02-30,",
            "Line 3: '2026-02-30' is no day of the calendar. Write it as 2026-12-21 or 21/12/2026.",
        ),
        (
            "x,Ben Sample,Police,lead,U2,,,,1/8/2026 to 2/8/2026 to 3/8/2026,",
            "Line 3: away '1/8/2026 to 2/8/2026 to 3/8/2026' is not understood. Write 2026-12-21 to 2027-01-02.",
        ),
        ("x,Ben Sample,Police,lead,U2,,pigeon,,,", "Line 3: prefers 'pigeon' is not known. Use slack, teams or email."),
        ("x,Ben Sample,Police,lead,U2,,,,,maybe", "Line 3: active 'maybe' is not known. Use yes or no."),
        ("x,Ben Sample,Police,lead,@ben,,,,,", "Line 3: '@ben' is not a Slack member id. It looks like U0123ABCD."),
        (
            'x,Ben Sample,Police,lead,,"a@b.example, c@d.example",,,,',
            "Line 3: 'a@b.example, c@d.example' is not an e-mail address.",
        ),
        (
            "x,Ben Sample,Police, lead,U2,,,,,yes,loose",
            "Line 3: 'loose' stands under no heading. Put a cell that holds the separator in quotes.",
        ),
        (f"{'x' * 81},Ben Sample,Police,lead,U2,,,,,", "Line 3: the id is longer than 80 letters."),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(written: Writer, row: str, fault: str) -> None:
    assert faults_of(written(AMIRA, row)) == [fault]


def test_all_faults_are_named_at_once_in_the_order_of_the_lines(written: Writer) -> None:
    found = faults_of(written(",,Police,boss,U2,,,,,", "", AMIRA, ",Carys Model,,chair,U3,,,x,,"))
    assert [fault.partition(":")[0] for fault in found] == ["Line 2", "Line 2", "Line 5", "Line 5"]


def test_a_name_over_two_lines_does_not_shift_the_numbers_of_the_lines_after_it(written: Writer) -> None:
    path = written(AMIRA.replace("Amira Example", '"Amira\r\nExample"'), "x,Ben Sample,Police,boss,U2,,,,,")
    assert faults_of(path)[0].startswith("Line 4: role 'boss'")


def test_an_unknown_a_doubled_and_a_missing_column_are_named(written: Writer) -> None:
    found = faults_of(written(heading="name,colour,role,Role,prefers"))
    assert found[0].startswith("Line 1: the column 'colour' is not known. Known are id, name, agency,")
    assert "Line 1: the column 'role' is there twice." in found
    assert "Line 1: the column 'agency' is missing." in found
    assert found[-1].startswith("Line 1: there is neither a column 'email' nor 'slack_id' nor 'teams_id'.")


def test_without_an_active_member_of_the_business_team_nobody_would_hear_so_the_file_is_refused(
    written: Writer,
) -> None:
    found = faults_of(written(AMIRA.replace(",yes", ",no")))
    assert found == ["Nobody is an active member of the business team. Give at least one person that role."]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04\x14\x00", "The file is not text"),
        (HEADING.encode("utf-16"), "The file is not text"),
        (b"name\x81", "The file is not text"),
        (b"name," * 500_000, "The file is larger than 2 MB."),
        (f'{HEADING}\n{AMIRA}\nx,"Ben,Police,lead,U2'.encode(), "Line 3: the quotation marks do not match"),
    ],
)
def test_what_is_no_csv_is_refused_with_a_sentence(tmp_path: Path, content: bytes, fault: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    (found,) = faults_of(path)
    assert found.startswith(fault)
