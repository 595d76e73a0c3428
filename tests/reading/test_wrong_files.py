"""Files that cannot be used: one clear sentence, and nothing of the file is returned."""

import random
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.reading.faults import PlanFileError
from bot.reading.guard import LARGEST
from bot.reading.plan_file import read_plan
from tests.reading.making import document, refused, workbook

HEADING = ("Number", "Action", "Lead", "Due")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A workbook that could be read."""
    return workbook(tmp_path / "good.xlsx", HEADING, ("1.1", "One", "Ben", ""))


def with_part(path: Path, good: Path, name: str, content: bytes | str) -> Path:
    """A copy of the packed file with one part more, or another one."""
    with ZipFile(good) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return path


@pytest.mark.parametrize("ending", ["xlsm", "xltm", "docm", "xlsb"])
def test_a_file_that_can_hold_macros_is_refused_by_its_ending(tmp_path: Path, good: Path, ending: str) -> None:
    path = good.rename(tmp_path / f"plan.{ending}")
    assert refused(path) == [
        f"plan.{ending} is of a kind that can hold macros. Save it as .xlsx or .docx without macros."
    ]


def test_macros_under_a_harmless_ending_are_found(tmp_path: Path, good: Path) -> None:
    path = with_part(tmp_path / "plan.xlsx", good, "xl/vbaProject.bin", b"macros")
    assert refused(path) == ["plan.xlsx holds macros. Save it as .xlsx without macros."]
    letter = document(tmp_path / "good.docx", (HEADING, ("1.1", "One", "", "")))
    path = with_part(tmp_path / "plan.docx", letter, "word/vbaProject.bin", b"macros")
    assert refused(path) == ["plan.docx holds macros. Save it as .docx without macros."]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.xls", OLE, "is a workbook of the old kind. Open it in Excel and save it as .xlsx or CSV."),
        ("plan.doc", OLE, "is a document of the old kind. Open it in Word and save it as .docx."),
        (
            "plan.xlsx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is protected with a password. Take the password off",
        ),
        (
            "plan.xls",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is protected with a password. Take the password off",
        ),
        ("plan.xlsx", OLE, "is protected with a password, or of an old kind under a new ending."),
        ("plan.docx", b"Number,Action\n1,A\n", "is not what its ending .docx says."),
        ("plan.csv", b"PK\x03\x04 and so on", "is not what its ending .csv says."),
        ("plan.xlsx", b"PK\x03\x04 and so on", "is damaged or protected (BadZipFile)."),
        ("plan.pdf", b"%PDF-1.7", "is of no kind that can be read. Signpost reads .csv, .tsv, .txt, .xlsx and .docx."),
        ("plan", b"Number,Action\n1,A\n", "is of no kind that can be read."),
        ("plan.csv", b"", "is empty."),
        ("plan.csv", b"Number,Action\n\x00\x01\x02", "is not text."),
        ("plan.csv", b"Number,Action\n1,\x81\n", "is not text."),
    ],
)
def test_a_file_of_the_wrong_kind_is_named_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (fault,) = refused(path)
    assert fault.startswith(f"{name} {sentence}")


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    (fault,) = refused(path)
    assert fault.startswith("plan.csv has 50 MB; a plan has at most 20 MB.") and LARGEST == 20 * 1024 * 1024


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_opened(tmp_path: Path, good: Path) -> None:
    sheet = with_part(tmp_path / "sheet.xlsx", good, "xl/worksheets/sheet1.xml", b"<a/>" + b" " * (40 * 1024 * 1024))
    picture = with_part(tmp_path / "picture.xlsx", good, "xl/media/picture.png", b"\0" * (110 * 1024 * 1024))
    assert sheet.stat().st_size < 200_000 and picture.stat().st_size < 200_000
    assert refused(sheet) == ["sheet.xlsx is far larger inside than such a file can be. It was not opened."]
    assert refused(picture) == ["picture.xlsx is far larger inside than such a file can be. It was not opened."]


def test_a_workbook_whose_sheet_is_broken_is_refused(tmp_path: Path, good: Path) -> None:
    path = with_part(tmp_path / "plan.xlsx", good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row")
    assert refused(path)[0].startswith("plan.xlsx cannot be read as a workbook (")


@pytest.mark.parametrize("code", ["ascii", "utf-16-le"])
def test_entities_that_grow_when_they_are_read_are_refused(tmp_path: Path, good: Path, code: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;&b;</a>'.encode(code)
    path = with_part(tmp_path / "plan.xlsx", good, "xl/sharedStrings.xml", bomb)
    assert refused(path) == [
        "plan.xlsx holds definitions that no Office program writes. Save it anew in Excel or Word."
    ]


def test_a_sheet_that_reaches_to_the_last_column_is_refused(tmp_path: Path) -> None:
    wide = workbook(tmp_path / "wide.xlsx", HEADING, ("1.1", "One", *[""] * 300, "far away"))
    assert "reaches beyond row 100,000 or column 200" in refused(wide)[0]
    deep = workbook(tmp_path / "deep.xlsx", HEADING, ("1.1", "One"), merged=("A2:A200000",))
    assert "reaches beyond row 100,000 or column 200" in refused(deep)[0]
    merged = workbook(tmp_path / "merged.xlsx", HEADING, ("1.1", "One"), merged=("A3:XFD3",))
    assert "reaches beyond row 100,000 or column 200" in refused(merged)[0]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_damaged_file_is_refused_or_read_but_never_breaks_the_reader(tmp_path: Path, kind: str) -> None:
    rows = (HEADING, ("1.1", "One", "Ben", "Oct-26"))
    path = tmp_path / f"plan.{kind}"
    good = workbook(path, *rows) if kind == "xlsx" else document(path, rows)
    content, chance = good.read_bytes(), random.Random(4)  # noqa: S311 - not for secrets
    refusals = 0
    for _ in range(60):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(bytes(broken))
        try:
            read_plan(path)
        except PlanFileError as error:
            refusals += bool(error.faults)
    assert refusals > 20
