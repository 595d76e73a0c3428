"""From a list of what is overdue to the exception report: every row again, in order, comments unchanged."""

from pathlib import Path

import pytest

from tests.commands.command import Console
from tests.reading.making import text
from tests.reports.reading import Rows, markdown_rows, word_rows

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
REAL = SEEDS / "thurrock-lscp-performance-report-2019.txt"
REVIEW = SEEDS / "thurrock-scrutiny-committee-2015-07.txt"
COLUMNS = ("Action", "Comment")
INVENTED: Rows = [
    ("1.1", "Waits for the trainer – a date in the “spring” is likely; see 1.10"),
    ("1.10", "This will be discussed at the 26 th September 2026 meeting"),
    ("2.3", "The group has met once – this will be on the next agenda"),  # torn by the end of a page
    ("12.2", "Nobody's lead has changed | 50% are done"),
]


def invented(folder: Path) -> Path:
    """A report whose table has the shape of a partnership's own, with a page break in one of its rows."""
    first, second = INVENTED[2][1][:17], INVENTED[2][1][18:]
    rows = [*map(list, INVENTED[:2]), ["2.3", first], "", ["", second], list(INVENTED[3])]
    head = ("Performance report April to August 2026", "", "2.1 Delivery plan: exception report", "")
    said = "The following actions are shown as overdue."
    return text(folder / "performance-report-2026.txt", *head, said, "", list(COLUMNS), *rows, "", "2.2 Website")


def reported(console: Console, folder: Path, *words: str) -> Rows:
    """The rows of the report, after checking that both forms have the same."""
    path = folder / "exceptions.docx"
    assert console("report", "exceptions", *words, "--format", "docx", "--out", str(path), "--force").code == 0
    printed = console("report", "exceptions", *words, "--format", "markdown").out
    assert word_rows(path, COLUMNS) == markdown_rows(printed, COLUMNS)
    return word_rows(path, COLUMNS)


def test_an_invented_list_of_what_is_overdue_comes_out_as_it_went_in(console: Console, tmp_path: Path) -> None:
    done = console("plan", "import", str(invented(tmp_path)))
    assert done.code == 0 and "4 actions, listed as overdue." in done.out
    assert reported(console, tmp_path) == INVENTED


def test_one_plan_or_every_plan_is_reported_and_the_report_says_which(console: Console, tmp_path: Path) -> None:
    console("plan", "import", str(invented(tmp_path)))
    other = text(tmp_path / "other.txt", ["Number", "Action", "Due", "Comment"], ["7", "Train", "30/06/2026", "Soon"])
    console("plan", "import", str(other))
    at = ("--at", "2026-11-23")
    assert reported(console, tmp_path, *at) == [("7", "Soon"), *INVENTED]
    assert reported(console, tmp_path, *at, "--plan", "other") == [("7", "Soon")]
    said = console("report", "exceptions", *at).out
    assert "5 actions overdue on 23 November 2026." in said
    assert "Plans: Other, 2026/27 (1) and Performance report 2026 (4)." in said
    assert "Plan: Other, 2026/27 (1)." in console("report", "exceptions", *at, "--plan", "other").out


@pytest.mark.skipif(not REAL.exists(), reason="the performance report of 2019 is not here")
def test_the_22_rows_of_the_real_report_come_out_as_they_went_in(console: Console, tmp_path: Path) -> None:
    lines = [line.split("\t") for line in REAL.read_text(encoding="utf-8").split("\n")]
    table = lines[lines.index(list(COLUMNS)) + 1 :]
    wanted: Rows = []
    for number, comment in (cells for cells in table[: table.index([""], 20)] if len(cells) == len(COLUMNS)):
        wanted = (
            [*wanted, (number, comment)] if number else [*wanted[:-1], (wanted[-1][0], f"{wanted[-1][1]} {comment}")]
        )
    assert "22 actions, listed as overdue." in console("plan", "import", str(REAL)).out
    assert len(wanted) == 22 and reported(console, tmp_path) == wanted
    if REVIEW.exists():  # another plan beside it changes nothing in its own report
        assert console("plan", "import", str(REVIEW)).code == 0
        assert reported(console, tmp_path, "--plan", REAL.stem) == wanted
