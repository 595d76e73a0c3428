"""What kind of file it is, and whether it is safe to open."""

from pathlib import Path

from bot.reading.faults import PlanFileError
from bot.reading.packed import MAIN_PART, check_parts

LARGEST = 20 * 1024 * 1024
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = {"xlsm", "xltm", "xlsb", "xlam", "docm", "dotm"}
_OLD = {
    "xls": "a workbook of the old kind. Open it in Excel and save it as .xlsx or CSV",
    "doc": "a document of the old kind. Open it in Word and save it as .docx",
}
_TEXT = {"csv": "csv", "tsv": "tsv", "tab": "tsv", "txt": "txt"}


def kind_of(path: Path) -> str:
    """`csv`, `tsv`, `txt`, `xlsx` or `docx`. Raises PlanFileError when none or not safe, OSError when not there."""
    size, kind = path.stat().st_size, path.suffix.lower().lstrip(".")
    if not path.is_file():
        raise PlanFileError([f"{path.name} is no file. Give the name of a file."])
    if wrong := _wrong(size, kind):
        raise PlanFileError([f"{path.name} {wrong}."])
    content = path.read_bytes()
    if wrong := _wrong_inside(content, kind):
        raise PlanFileError([f"{path.name} {wrong}."])
    if kind in MAIN_PART:
        check_parts(path, kind)
    return _TEXT.get(kind, kind)


def _wrong(size: int, kind: str) -> str:
    """What is wrong with the file from outside."""
    if size > LARGEST:
        most = LARGEST // 1024 // 1024
        return (
            f"has {size / 1024 / 1024:.0f} MB; a plan has at most {most} MB. Take out pictures, or save the table alone"
        )
    if not size:
        return "is empty"
    return "is of a kind that can hold macros. Save it as .xlsx or .docx without macros" if kind in _MACROS else ""


def _wrong_inside(content: bytes, kind: str) -> str:
    """What is wrong with how the file begins."""
    if content.startswith(OLE) and ENCRYPTED in content:
        return "is protected with a password. Take the password off, save it and try again"
    if kind in _OLD:
        return f"is {_OLD[kind]}"
    if content.startswith(OLE):
        return "is protected with a password, or of an old kind under a new ending. Save it anew without a password"
    if kind not in {*_TEXT, *MAIN_PART}:
        return "is of no kind that can be read. Signpost reads .csv, .tsv, .txt, .xlsx and .docx"
    if content.startswith(ZIP) is (kind in _TEXT):
        return f"is not what its ending .{kind} says. Open it, save it anew and try again"
    return ""
