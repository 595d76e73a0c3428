"""What kind of file it is, and whether it is safe to open."""

import zipfile
import zlib
from pathlib import Path

from bot.reading.faults import PlanFileError

LARGEST = 20 * 1024 * 1024
_UNPACKED, _LARGEST_PART, _MOST_PARTS = 100 * 1024 * 1024, 30 * 1024 * 1024, 5_000
_MAIN = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = {"xlsm", "xltm", "xlsb", "xlam", "docm", "dotm"}
_OLD = {
    "xls": "workbook of the old kind (.xls). Open it in Excel and save it as .xlsx",
    "doc": "document of the old kind (.doc). Open it in Word and save it as .docx",
}
_TEXT = {"csv", "tsv", "tab", "txt"}
_READABLE = "Signpost reads .csv, .tsv, .txt, .xlsx and .docx."
_DOCTYPE = [mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")]


def kind_of(path: Path) -> str:
    """`csv`, `tsv`, `txt`, `xlsx` or `docx`. Raises PlanFileError when it is none or not safe, OSError when not there."""
    if path.is_dir():
        raise _refused(f"{path.name} is a folder. Give the name of a file.")
    size, kind = path.stat().st_size, path.suffix.lower().lstrip(".")
    if size > LARGEST:
        raise _refused(
            f"{path.name} has {size / 1024 / 1024:.0f} MB. A plan has at most {LARGEST // 1024 // 1024} MB. Take out pictures, or save the table alone."
        )
    if not size:
        raise _refused(f"{path.name} is empty.")
    if kind in _MACROS:
        raise _refused(f"{path.name} is of a kind that can hold macros. Save it as .xlsx or .docx without macros.")
    _look_inside(path, kind)
    return {"tab": "tsv"}.get(kind, kind)


def _look_inside(path: Path, kind: str) -> None:
    content = path.read_bytes()
    if content.startswith(_OLE):
        raise _refused(_old(path.name, kind, content))
    if kind in _OLD:
        raise _refused(f"{path.name} is a {_OLD[kind]}.")
    if kind not in _TEXT | set(_MAIN):
        raise _refused(f"{path.name} is of no kind that can be read. {_READABLE}")
    if content.startswith(_ZIP) is (kind in _TEXT):
        raise _refused(f"{path.name} is not what its ending .{kind} says. Open it, save it anew and try again.")
    if kind in _MAIN:
        _check_parts(path, kind)


def _old(name: str, kind: str, content: bytes) -> str:
    if _ENCRYPTED in content:
        return f"{name} is protected with a password. Take the password off, save it and try again."
    if kind in _OLD:
        return f"{name} is a {_OLD[kind]}."
    return f"{name} is protected with a password, or a file of the old kind under a new ending. Save it anew without a password."


def _check_parts(path: Path, kind: str) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise _refused(f"{path.name} is far larger inside than a plan can be. It was not opened.")
            if any("vbaproject" in part.filename.lower() for part in parts):
                raise _refused(f"{path.name} holds macros. Save it as .{kind} without macros.")
            if _MAIN[kind] not in packed.namelist():
                raise _refused(f"{path.name} is not what its ending .{kind} says. Open it, save it anew and try again.")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(path.name, part.file_size, packed.read(part))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, UnicodeDecodeError) as error:
        raise _refused(
            f"{path.name} is damaged or protected ({type(error).__name__}). Open it, save it anew and try again."
        ) from error


def _check_part(name: str, size: int, content: bytes) -> None:
    if size > _LARGEST_PART:
        raise _refused(f"{name} is far larger inside than a plan can be. It was not opened.")
    if any(mark in content for mark in _DOCTYPE):
        raise _refused(f"{name} holds definitions that no Office program writes. Save it anew in Excel or Word.")


def _refused(sentence: str) -> PlanFileError:
    return PlanFileError([sentence])
