"""`signpost plan import` of files that cannot be used: a clear sentence, the code 1, and nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.command import Console
from tests.reading.making import csv, document, workbook

GOOD = str(Path(__file__).parents[2] / "docs" / "examples" / "plan.csv")
HEADING = ("Number", "Action", "Due")
PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")


def macros(folder: Path) -> Path:
    return workbook(folder / "good.xlsx", HEADING, ("1.1", "One", "")).rename(folder / "plan.xlsm")


def formula_in_text(folder: Path) -> Path:
    return csv(folder / "plan.csv", "Number,Action", "1.1,=cmd|' /C calc'!A0")


def formula_in_workbook(folder: Path) -> Path:
    return workbook(folder / "plan.xlsx", HEADING, ("1.1", '=HYPERLINK("http://example.org")', ""))


def formula_in_document(folder: Path) -> Path:
    return document(folder / "plan.docx", (HEADING, ("1.1", "=1+1", "")))


def merged_numbers(folder: Path) -> Path:
    return workbook(folder / "plan.xlsx", HEADING, ("1.1", "One", ""), (None, "Two", ""), merged=("A2:A3",))


def merged_to_the_last_column(folder: Path) -> Path:
    return workbook(folder / "plan.xlsx", HEADING, ("1.1", "One", ""), merged=("A3:XFD3",))


def far_too_large(folder: Path) -> Path:
    path = folder / "plan.xlsx"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    return path


def with_a_password(folder: Path) -> Path:
    (folder / "plan.xlsx").write_bytes(PROTECTED)
    return folder / "plan.xlsx"


def no_such_day(folder: Path) -> Path:
    return csv(folder / "plan.csv", "Number,Action,Due", "1.1,One,31/02/2026")


def no_such_day_in_workbook(folder: Path) -> Path:
    return workbook(folder / "plan.xlsx", HEADING, ("1.1", "One", "31/02/2026"))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (macros, "plan.xlsm is of a kind that can hold macros. Save it as .xlsx or .docx without macros."),
        (formula_in_text, "Line 2: '=cmd|' /C calc'!A0' is a formula. Formulas are not run: write its result as text."),
        (formula_in_workbook, "B2 is a formula (=HYPERLINK("),
        (formula_in_document, "Table 1, row 2: '=1+1' is a formula."),
        (merged_numbers, "the number 1.1 stands at Sheet 'Plan', row 2 already."),
        (merged_to_the_last_column, "The sheet 'Plan' reaches beyond row 100,000 or column 200."),
        (far_too_large, "plan.xlsx has 50 MB; a plan has at most 20 MB."),
        (with_a_password, "plan.xlsx is protected with a password. Take the password off"),
        (no_such_day, "Line 2: '31/02/2026' is no day of the calendar. Write a day such as 30/09/2026"),
        (no_such_day_in_workbook, "Sheet 'Plan', row 2: '31/02/2026' is no day of the calendar."),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence_and_changes_nothing(
    console: Console, tmp_path: Path, make: Callable[[Path], Path], sentence: str
) -> None:
    console("plan", "import", GOOD)
    before = console("plan", "list").out
    path = make(tmp_path)
    done = console("plan", "import", str(path), "--plan", "delivery-2026")
    assert done.code == 1
    assert sentence in done.out and len(done.out.splitlines()) == 1
    assert done.err == f"signpost: 1 fault in {path.name}. Nothing was changed.\n"
    assert console("plan", "list").out == before
