"""PDF files: the printed lines of each page with the height of their letters."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from bot.library.blocks import Printed
from bot.library.faults import DocumentFileError

_MOST_PAGES = 1_500
_MOST_LETTERS = 5_000_000
_FEWEST_LETTERS = 20  # of a page on average; fewer is a picture of pages
# What pypdf raises besides its own errors for files that are damaged or built to do harm.
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OverflowError)
_NEW_PARAGRAPH = 1.6  # times the usual distance of lines


def read_pdf(path: Path) -> tuple[list[Printed], int]:
    """The lines and the number of pages. Raises DocumentFileError when they cannot be read."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise DocumentFileError(
                f"{path.name} is protected with a password. Take the password off, save it and try again."
            )
        pages = len(reader.pages)
        if pages > _MOST_PAGES:
            raise DocumentFileError(f"{path.name} has {pages:,} pages. A document has at most {_MOST_PAGES:,}.")
        lines = list(_lines(path, reader))
    except _BROKEN as error:
        raise DocumentFileError(
            f"{path.name} cannot be read as a PDF ({type(error).__name__}). Save it anew and try again."
        ) from error
    if sum(len(line.text) for line in lines) < _FEWEST_LETTERS * max(pages, 1):
        raise DocumentFileError(
            f"{path.name} holds pictures of pages and no text. Run text recognition (OCR) over it and try again."
        )
    return lines, pages


def _lines(path: Path, reader: PdfReader) -> Iterator[Printed]:
    letters = 0
    for number, page in enumerate(reader.pages, 1):
        for line in _Page(page, number).lines():
            letters += len(line.text)
            if letters > _MOST_LETTERS:
                raise DocumentFileError(f"{path.name} holds far more text than a document can. It was not read.")
            yield line


class _Page:
    """One page: its pieces of text, put together to lines by their height on the page."""

    def __init__(self, page: PageObject, number: int) -> None:
        self._number = number
        self._pieces: list[tuple[float, str, float, bool]] = []  # height on the page, words, letter height, bold
        page.extract_text(visitor_text=self._heard)

    def _heard(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:  # noqa: ANN401 - pypdf's own
        """Take one piece. The letters' height is the font's size as the two matrices stretch it."""
        if not text:
            return
        height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
        stretched = abs(size * (tm[3] or 1.0) * (cm[3] or 1.0))
        name = str((font or {}).get("/BaseFont", ""))
        self._pieces.append((height, text, stretched, "bold" in name.lower()))

    def lines(self) -> Iterator[Printed]:
        """The lines from top to bottom as the file gives them."""
        joined = list(self._joined())
        apart = sorted(above[0] - line[0] for above, line in pairwise(joined) if above[0] > line[0])
        usual = apart[len(apart) // 2] if apart else 0.0
        before: float | None = None
        for height, words, size, bold in joined:
            gap = before is None or before <= height or (usual > 0 and before - height > usual * _NEW_PARAGRAPH)
            yield Printed(words, self._number, round(size, 1), bold, gap)
            before = height

    def _joined(self) -> Iterator[tuple[float, str, float, bool]]:
        words, height, size, bold = "", 0.0, 0.0, False
        for at, text, letter, is_bold in self._pieces:
            for part in re.split(r"(\n)", text):
                if part == "\n":
                    if said := _tidy(words):
                        yield height, said, size, bold
                    words = ""
                elif part:
                    if not words.strip() and part.strip():
                        height, size, bold = at, letter, is_bold
                    words += part
        if said := _tidy(words):
            yield height, said, size, bold


def _tidy(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\x00", "")).strip()
