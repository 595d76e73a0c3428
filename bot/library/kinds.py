"""What kind of document a file is, and whether it is safe to open."""

from pathlib import Path

from bot.library.faults import DocumentFileError
from bot.reading.faults import PlanFileError
from bot.reading.guard import ENCRYPTED, OLE, ZIP
from bot.reading.packed import check_parts

_LARGEST = 50 * 1024 * 1024
_KINDS = {"pdf": "pdf", "docx": "docx", "html": "html", "htm": "html", "txt": "txt", "text": "txt", "md": "txt"}
_SAVE = "Save it as .pdf or .docx and try again"


def kind_of(path: Path) -> str:
    """`pdf`, `docx`, `html` or `txt`. Raises DocumentFileError when none or not safe, OSError when not there."""
    size, kind = path.stat().st_size, path.suffix.lower().lstrip(".")
    if not path.is_file():
        raise DocumentFileError(f"{path.name} is no file. Give the name of a file.")
    wrong = _wrong_outside(size, kind) or _wrong_inside(path.read_bytes(), kind)
    if wrong:
        raise DocumentFileError(f"{path.name} {wrong}.")
    if kind == "docx":
        try:
            check_parts(path, kind)
        except PlanFileError as error:
            raise DocumentFileError(str(error)) from error
    return _KINDS[kind]


def _wrong_outside(size: int, kind: str) -> str:
    if kind in {"doc", "docm", "rtf", "odt"}:
        return f"is a document of a kind that is not read. {_SAVE}"
    if kind not in _KINDS:
        return "is of no kind that can be read. Signpost reads .pdf, .docx, .html and .txt"
    if size > _LARGEST:
        return f"has {size / 1024 / 1024:.0f} MB; a document has at most {_LARGEST // 1024 // 1024} MB"
    return "" if size else "is empty"


def _wrong_inside(content: bytes, kind: str) -> str:
    """What is wrong with how the file begins."""
    if content.startswith(OLE):
        locked = "is protected with a password. Take the password off, save it and try again"
        return locked if ENCRYPTED in content else f"is of an old kind under a new ending. {_SAVE}"
    begins = "docx" if content.startswith(ZIP) else "pdf" if b"%PDF-" in content[:1024] else "text"
    wanted = kind if kind in {"docx", "pdf"} else "text"
    return "" if begins == wanted else f"is not what its ending .{kind} says. Open it, save it anew and try again"
