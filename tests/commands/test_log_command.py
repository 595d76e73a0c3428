"""`signpost log`."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Store
from tests.commands.command import Console
from tests.workflows.whole_case import NOTE, tamper, tell

ROOT = Path(__file__).parents[2]


@pytest.fixture
def told(sqlite_url: str) -> Iterator[Store]:
    """The console's database after one whole escalation."""
    store = Store.open(sqlite_url)
    with store.begin() as tx:
        tell(tx)
    yield store
    store.close()


def test_verify_says_how_many_lines_there_are_and_the_head(told: Store, console: Console) -> None:
    done = console("log", "verify")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("9 lines, no faults. Head ")


def test_verify_names_each_fault_and_ends_with_1(told: Store, console: Console) -> None:
    tamper(told, "UPDATE history SET who = 'person:bt-2' WHERE seq = 2")
    done = console("log", "verify")
    assert (done.code, done.err) == (1, "signpost: 1 fault in the log.\n")
    assert done.out == "Line 2 was changed after it was written.\n"


def test_a_head_that_was_noted_must_still_be_in_the_log(told: Store, console: Console, tmp_path: Path) -> None:
    head = console("log", "verify").out.split()[-1]
    console("log", "export", "--format", "csv", "--out", str(tmp_path / "a.csv"), "--with-words", "--reason", "Audit.")
    done = console("log", "verify", "--expect", head)
    assert done.code == 0
    assert "The hash that you expect is that of line 9; 1 line came after it." in done.out
    other = console("log", "verify", "--expect", "f" * 64)
    assert other.code == 1 and "No line has the hash that you expect" in other.out
    assert console("log", "verify", "--expect", "abc").code == 2


def test_an_export_is_without_words_unless_they_are_asked_for(told: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    done = console("log", "export", "--format", "csv", "--out", str(path))
    assert (done.code, done.err) == (0, "")
    assert "9 lines written to" in done.out and "No typed words, no names of people" in done.out
    assert "the partnership has not confirmed it" in done.out
    assert "typed-" not in path.read_text() and "Amira" not in path.read_text()


def test_an_export_with_words_is_a_line_of_the_log_and_says_so(told: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    call = ("log", "export", "--format", "csv", "--out", str(path), "--with-words", "--reason", "An audit of October.")
    done = console(*call)
    assert done.code == 0 and "The log says that you took its words (line 10)." in done.out
    with path.open(encoding="utf-8-sig", newline="") as file:
        *_, last = shown = list(csv.DictReader(file))
    assert any(NOTE in row["words"] for row in shown)
    assert (last["reference"], last["words"]) == ("LOG", "Reason: An audit of October.")
    assert console("log", "verify").out.startswith("10 lines, no faults.")


def test_a_workbook_is_written_for_the_days_asked_for(told: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    days = ("--from", "2026-10-23", "--to", "2026-10-23")
    done = console("log", "export", "--format", "xlsx", "--out", str(path), *days)
    assert done.code == 0 and done.out.startswith("1 line written to")
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--with-words",), "--with-words needs --reason"),
        (("--with-words", "--reason", " "), "--with-words needs --reason"),
        (("--reason", "Audit."), "--with-words needs --reason"),
        (("--from", "2026-10-24", "--to", "2026-10-23"), "--from 2026-10-24 lies after --to 2026-10-23"),
        (("--from", "yesterday"), "'yesterday' is no day, write it as 2026-09-01"),
    ],
)
def test_a_wrong_call_writes_and_records_nothing(
    told: Store, console: Console, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    path = tmp_path / "log.csv"
    done = console("log", "export", "--format", "csv", "--out", str(path), *words)
    assert done.code == 2 and sentence in done.err
    assert not path.exists()
    assert console("log", "verify").out.startswith("9 lines")


def test_a_file_that_is_there_is_kept_and_nothing_is_recorded(told: Store, console: Console, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("an older export")
    call = ("log", "export", "--format", "csv", "--out", str(path), "--with-words", "--reason", "Audit.")
    done = console(*call)
    assert done.code == 1 and "is there already. Nothing was written." in done.err
    assert path.read_text() == "an older export"
    assert console("log", "verify").out.startswith("9 lines")
    assert console(*call, "--force").code == 0


def test_a_folder_that_is_not_there_is_named(told: Store, console: Console, tmp_path: Path) -> None:
    done = console("log", "export", "--format", "csv", "--out", str(tmp_path / "none" / "log.csv"))
    assert done.code == 1 and done.err.startswith("signpost: There is no folder")


def test_the_program_itself_knows_the_command_and_takes_the_database_from_the_environment(
    told: Store, sqlite_url: str
) -> None:
    call = [sys.executable, "-m", "bot", "log", "verify"]
    done = subprocess.run(call, env={**os.environ, "DATABASE_URL": sqlite_url}, cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"9 lines, no faults.")
