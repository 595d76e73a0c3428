"""`signpost matrix` and `signpost meeting`. The days are counted from today, as whoever gives the commands does."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from bot.commands.acting import today
from bot.partnership.days import working_days_before
from bot.store import history, people
from bot.store.database import Store
from knowledge.hours import add_working_days
from tests.commands.command import Console
from tests.partnership.gathered import EVERYONE


def ago(count: int) -> date:
    """So many working days before today."""
    return working_days_before(today(), count)


@pytest.fixture
def office(console: Console, sqlite_url: str) -> Console:
    """A console on a database that knows the invented people and one meeting, thirty working days ago."""
    store = Store.open(sqlite_url)
    with store.begin() as tx:
        people.replace_all(tx, EVERYONE)
    store.close()
    console("meeting", "add", "MACE", "--on", str(ago(30)))
    return console


def given(office: Console, words: str, received: date, agency: str = "Police") -> str:
    """The id of a new action of that meeting."""
    call = ("matrix", "add", f"mace-{ago(30)}", "--agency", agency, "--words", words, "--received", str(received))
    return office(*call).out.partition(":")[0]


def test_a_new_action_is_shown_with_the_last_day_for_a_response(office: Console) -> None:
    meeting, received = f"mace-{ago(30)}", ago(3)
    call = ("matrix", "add", meeting, "--agency", "police", "--words", "Send the figures.", "--received", str(received))
    first = office(*call)
    due = add_working_days(received, 10)
    assert (first.code, first.err) == (0, "")
    assert first.out == f"{meeting}/1: Police, received {received}, a response is due by {due}.\n"
    assert "was there already" in office(*call).out
    row = office("matrix", "list").out.splitlines()[1]
    assert row.split() == [f"{meeting}/1", "Police", str(received), str(due), "waits", "Send", "the", "figures."]


def test_acknowledging_leaves_it_waiting_and_an_answer_ends_it(office: Console) -> None:
    id = given(office, "Send the figures.", ago(3))
    assert "That is no response" in office("matrix", "acknowledge", id).out
    assert f"waits, acknowledged {today()}" in office("matrix", "list").out
    assert (
        office("matrix", "answer", id, "--words", "Sent.", "--on", str(ago(1))).out == f"{id}: answered on {ago(1)}.\n"
    )
    assert office("matrix", "list").out == "Nothing waits for a response.\n"
    assert f"answered on {ago(1)}" in office("matrix", "list", "--all").out
    again = office("matrix", "answer", id, "--words", "Sent.")
    assert (again.code, again.out) == (1, "")
    assert again.err == f"signpost: {id} was answered on {ago(1)} already. Nothing was changed.\n"


def test_the_list_counts_the_failures_of_each_agency_and_says_what_is_our_reading(office: Console) -> None:
    late, silent = given(office, "One.", ago(20)), given(office, "Two.", ago(20))
    given(office, "Three.", ago(20), "Health")
    office("matrix", "answer", late, "--words", "Sent.", "--on", str(ago(5)))
    shown = office("matrix", "list").out
    assert "Failures: Health 1; Police 2, letter." in shown
    assert "A response that comes late still counts as a failure (our reading, which the partnership" in shown
    assert office("matrix", "strike", silent, "--reason", "Given twice.").code == 0
    assert "Failures: Health 1; Police 1." in office("matrix", "list").out


def test_the_draft_of_the_letter_is_written_and_nothing_is_sent(office: Console, tmp_path: Path) -> None:
    given(office, "Send the figures.", ago(20))
    path = tmp_path / "letter.docx"
    refused = office("matrix", "letter", "Police", "--out", str(path))
    assert (refused.code, path.exists()) == (1, False)
    assert refused.err == "signpost: Police has 1 of the 2 failures that lead to a letter.\n"
    given(office, "Name a deputy.", ago(20))
    done = office("matrix", "letter", "police", "--out", str(path))
    assert (done.code, done.err) == (0, "")
    assert f"Draft about 2 failures written to {path}. Nothing was sent." in done.out
    assert "- A response that comes late still counts as a failure." in done.out
    words = _words(path)
    assert "Lena Fox" in words and "Send the figures." in words and "Name a deputy." in words
    assert "is there already" in office("matrix", "letter", "Police", "--out", str(path)).err
    assert office("matrix", "letter", "Police", "--out", str(path), "--force").code == 0
    assert office("matrix", "letter", "Police", "--out", str(tmp_path / "letter.txt")).code == 2


def _words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("matrix", "answer", "mace-1/1", "--words", "Sent."), "There is no item mace-1/1 of the matrix"),
        (("matrix", "list", "--agency", "Polise"), "No agency is called 'Polise'. Known are: "),
        (("meeting", "papers", "mace-1"), "There is no meeting mace-1. See: signpost meeting list"),
        (("meeting", "add", "choir", "--on", "2027-01-05"), "choir"),
    ],
)
def test_what_is_refused_is_said_in_one_sentence(office: Console, words: tuple[str, ...], sentence: str) -> None:
    done = office(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("signpost: ") and sentence in done.err and done.err.count("\n") == 1


def test_a_wrong_call_ends_with_2(office: Console) -> None:
    assert office("matrix").code == 2
    assert office("matrix", "answer", "mace-1/1").code == 2
    assert office("meeting", "add", "mace", "--on", "31/02/2027").code == 2
    assert office("meeting", "minutes", "mace-1", "lost").code == 2
    assert office("meeting", "attendance", f"mace-{ago(30)}", "priya:yes").code == 2


def test_a_meeting_is_listed_with_what_is_to_be_done_next(office: Console) -> None:
    id = f"mace-{ago(30)}"
    listed = office("meeting", "list").out
    assert listed.splitlines()[1].split()[:3] == [id, "mace", str(ago(30))]
    assert f"minutes to the chair  {ago(20)} (late)" in listed
    assert office("meeting", "minutes", id, "chair", "--on", str(ago(10))).code == 0
    assert f"the chair agrees the minutes  {ago(5)} (late)" in office("meeting", "list").out
    office("meeting", "minutes", id, "agreed", "--on", str(ago(4)))
    office("meeting", "minutes", id, "circulated")
    assert office("meeting", "list").out.startswith("No meeting needs anything.")
    assert id in office("meeting", "list", "--all").out


def test_a_meeting_is_moved_and_cancelled(office: Console) -> None:
    first, second = add_working_days(today(), 30), add_working_days(today(), 40)
    office("meeting", "add", "Management Executive Board", "--on", str(first), "--extraordinary")
    assert (
        f"meb-{first}: {second}, extraordinary." in office("meeting", "move", f"meb-{first}", "--on", str(second)).out
    )
    cancelled = office("meeting", "cancel", f"meb-{first}", "--reason", "No quorum.")
    assert cancelled.out == f"meb-{first}: cancelled on {today()}, extraordinary.\n"
    assert office("meeting", "papers", f"meb-{first}").code == 1


def test_attendance_is_noted_and_shown_in_per_cent(office: Console) -> None:
    id = f"mace-{ago(30)}"
    noted = office("meeting", "attendance", id, "priya=deputy", "nadia=no")
    assert [line.split() for line in noted.out.splitlines()[1:3]] == [
        ["nadia", "Health", "no"],
        ["priya", "Police", "deputy", "omar"],
    ]
    assert "Nothing is noted for: carys (Carys Model)." in noted.out
    office("meeting", "attendance", id, "--others", "yes")
    shares = office("meeting", "attendance", "--year", str(ago(30))).out
    assert [line.split() for line in shares.splitlines() if " 1 " in line] == [
        ["Health", "1", "0", "0", "0", "1", "0%"],
        ["Independent", "1", "1", "0", "0", "0", "100%"],
        ["Police", "1", "0", "1", "0", "0", "100%"],
        ["Health", "nadia", "1", "0", "0", "0", "1", "0%"],
        ["Independent", "carys", "1", "1", "0", "0", "0", "100%"],
        ["Police", "priya", "1", "0", "1", "0", "0", "100%"],
    ]
    assert "Apologies are an absence unless the designated deputy came (our reading" in shares


def test_a_request_is_recorded_with_the_day_by_which_it_must_be_held(office: Console) -> None:
    call = (
        "meeting",
        "request",
        "meb",
        "--by",
        "nadia",
        "--support",
        "lena",
        "--reason",
        "The new duty.",
        "--in-writing",
    )
    refused = office(*call)
    assert refused.code == 1
    assert refused.err.endswith("the support of at least 2 other members of the partnership; it has 1.\n")
    done = office(*call, "--support", "stella", "--received", str(ago(1)))
    assert f"no day yet, to be held by {add_working_days(ago(1), 15)}, extraordinary" in done.out


def test_the_history_names_who_gave_the_command(office: Console, sqlite_url: str) -> None:
    id = given(office, "Send the figures.", ago(3))
    store = Store.open(sqlite_url)
    with store.begin() as tx:
        (line,) = history.of_subject(tx, f"M:{id}")
    store.close()
    assert line.event.who.startswith("console:")
