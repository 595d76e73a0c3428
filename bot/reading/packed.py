"""Workbooks and documents are packed: what is inside is looked at before anything opens it."""

import zipfile
import zlib
from pathlib import Path

from bot.reading.faults import PlanFileError

MAIN_PART = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_UNPACKED, _LARGEST_PART, _MOST_PARTS = 100 * 1024 * 1024, 30 * 1024 * 1024, 5_000
_DEFINITIONS = [mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")]
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, UnicodeDecodeError, ValueError)


def check_parts(path: Path, kind: str) -> None:
    """Raise PlanFileError for macros, for what would unpack beyond all measure, and for what Office does not write."""
    try:
        with zipfile.ZipFile(path) as packed:
            wrong = _wrong(packed, kind)
    except _BROKEN as error:
        wrong = f"is damaged or protected ({type(error).__name__}). Open it, save it anew and try again"
    if wrong:
        raise PlanFileError([f"{path.name} {wrong}."])


def _wrong(packed: zipfile.ZipFile, kind: str) -> str:
    parts = packed.infolist()
    written = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        return "is far larger inside than such a file can be. It was not opened"
    if any(part.file_size > _LARGEST_PART for part in written):
        return "is far larger inside than such a file can be. It was not opened"
    if any("vbaproject" in part.filename.lower() for part in parts):
        return f"holds macros. Save it as .{kind} without macros"
    if MAIN_PART[kind] not in packed.namelist():
        return f"is not what its ending .{kind} says. Open it, save it anew and try again"
    if any(mark in content for content in map(packed.read, written) for mark in _DEFINITIONS):
        return "holds definitions that no Office program writes. Save it anew in Excel or Word"
    return ""
