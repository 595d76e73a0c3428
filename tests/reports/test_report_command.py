"""`signpost report` and `signpost event`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Store
from tests.commands.command import Console
from tests.reports.reading import markdown_rows, opened, word_rows
from tests.reports.samples import whole_summer

ROWS = [
    ("1.1", "Training is booked for October."),
    ("1.10", "Waits for the new threshold document."),
    ("2.1", "No comment."),
]
PERIOD = ("--from", "2026-05-01", "--to", "2026-08-31")


@pytest.fixture
def summer(sqlite_url: str) -> Iterator[Store]:
    """The console's database with the invented summer."""
    store = Store.open(sqlite_url)
    with store.begin() as tx:
        whole_summer(tx)
    yield store
    store.close()


def test_the_exceptions_are_printed_as_markdown(summer: Store, console: Console) -> None:
    done = console("report", "exceptions", "--at", "2026-08-31")
    assert (done.code, done.err) == (0, "")
    assert markdown_rows(done.out, ("Action", "Comment")) == ROWS


def test_the_exceptions_are_written_as_word(summer: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "exceptions.docx"
    done = console("report", "exceptions", "--format", "docx", "--at", "2026-08-31", "--out", str(path))
    assert (done.code, done.out) == (0, f"3 overdue actions written to {path}.\n")
    assert word_rows(path, ("Action", "Comment")) == ROWS
    assert [one for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_what_was_overdue_is_told_for_the_day_asked_for(summer: Store, console: Console) -> None:
    assert "Nothing is overdue." in console("report", "exceptions", "--at", "2026-06-30").out
    assert "4 actions overdue" in console("report", "exceptions", "--at", "2026-12-02").out


def test_the_report_of_a_period_is_written_as_word_or_printed(summer: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    done = console("report", "performance", *PERIOD, "--out", str(path))
    assert (done.code, done.out, done.err) == (0, f"Performance report written to {path}.\n", "")
    assert opened(path).core_properties.title == "Performance report"
    assert len(opened(path).inline_shapes) == 1
    printed = console("report", "performance", *PERIOD, "--format", "markdown")
    assert printed.out.startswith("# Performance report\n")
    text = tmp_path / "report.md"
    assert console("report", "performance", *PERIOD, "--format", "markdown", "--out", str(text)).code == 0
    assert text.read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("performance", *PERIOD), 2, "A Word document needs --out FILE."),
        (("performance", "--from", "2026-09-01", "--to", "2026-08-31"), 2, "--from 2026-09-01 lies after --to"),
        (("performance", "--from", "31/02/2026", "--to", "2026-08-31"), 2, "'31/02/2026' is no day"),
        (("exceptions", "--format", "docx"), 2, "A Word document needs --out FILE."),
        (("exceptions", "--plan", "other"), 1, "There is no plan 'other'. Known are: delivery-2026."),
        (("exceptions", "--out", "/no/such/folder/a.md"), 1, "There is no folder /no/such/folder."),
    ],
)
def test_a_wrong_call_says_what_to_do(
    summer: Store, console: Console, words: tuple[str, ...], code: int, sentence: str
) -> None:
    done = console("report", *words)
    assert done.code == code and sentence in done.err and done.out == ""


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    summer: Store, console: Console, tmp_path: Path
) -> None:
    path = tmp_path / "report.md"
    path.write_text("an older report")
    done = console("report", "exceptions", "--out", str(path))
    assert done.code == 1 and "is there already. Nothing was written." in done.err
    assert path.read_text() == "an older report"
    assert console("report", "exceptions", "--out", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("# Exception report")


def test_training_is_noted_once_listed_and_removed(console: Console) -> None:
    training = ("--date", "2026-06-24", "--kind", "training", "--title", "Neglect", "--topic", "neglect_gcp2")
    assert console("event", "list").out == "No training or event is noted yet.\n"
    assert console("event", "add", *training, "--attended", "25").out == "Noted as number 1.\n"
    assert console("event", "add", *training, "--attended", "25").out == "Noted as number 1.\n"
    changed = console("event", "add", *training, "--attended", "26")
    assert changed.code == 1 and "signpost event remove 1" in changed.err
    assert "2026-06-24  training  Neglect  25        neglect_gcp2" in console("event", "list").out
    assert console("event", "remove", "1").out == "Number 1 is removed.\n"
    assert console("event", "remove", "1").code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--title", " "), "Give the event a title"),
        (("--title", "A", "--attended", "-1"), "The number of people who attended cannot be right."),
        (("--title", "A", "--topic", "neglect"), "There is no topic 'neglect'."),
    ],
)
def test_an_event_that_cannot_be_right_is_refused(console: Console, words: tuple[str, ...], sentence: str) -> None:
    done = console("event", "add", "--date", "2026-06-24", "--kind", "training", *words)
    assert done.code == 1 and sentence in done.err
    assert console("event", "list").out == "No training or event is noted yet.\n"
