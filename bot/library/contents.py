"""The page of contents: left out of the text, and read for the pages on which sections begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.library.blocks import Printed

_ENTRY = re.compile(
    r"^\W*(?P<words>[^\W_].*?)(?:\s*\|\s*|[\t ]*\.{3,}[\t .]*|\t+|\s{2,}|…+\s*| )(?P<page>\d{1,3})\s*\|?\s*$"
)
_SEPARATOR = re.compile(r"^[\s|:-]+$")
_ROW = re.compile(r"^\|.*\|\s*$")
_HEADING = re.compile(r"^\W*(?:table of )?contents(?: page)?\W*$", re.I)
_FEWEST, _LONGEST, _NEAR, _EARLY = 4, 140, 3, 0.2


@dataclass(frozen=True)
class Contents:
    """The lines without the page of contents, and the page of each heading that it names, in its order."""

    lines: list[Printed]
    pages: tuple[tuple[str, int], ...] = ()


def without_contents(lines: Sequence[Printed]) -> Contents:
    """Takes out the first run of lines that are headings with rising page numbers; as it was where there is none."""
    starts = [at for at, line in enumerate(lines) if _HEADING.match(line.text)]
    early = range(int(len(lines) * _EARLY) + 1)
    for start in (*starts, *early):
        end, pages = _run(lines, start + 1 if start in starts else start)
        if len(pages) >= _FEWEST and _rises([page for _, page in pages]):
            return Contents([*lines[:start], *lines[end:]], pages)
    return Contents(list(lines))


def _run(lines: Sequence[Printed], start: int) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Where the run of entries that begins here ends, and its entries. Short lines between two entries belong to it."""
    pages: list[tuple[str, int]] = []
    end = start
    for at in range(start, len(lines)):
        words = lines[at].text.strip()
        entry = _ENTRY.match(words) if len(words) <= _LONGEST else None
        if entry:
            pages.append((entry["words"].strip(" .|\t"), int(entry["page"])))
            end = at + 1
        elif _SEPARATOR.match(words) or _ROW.match(words):
            end = at + 1
        elif at == start or at - end >= _NEAR or len(words) > _LONGEST // 2:
            break
    return end, tuple(pages)


def _rises(pages: Sequence[int]) -> bool:
    """Whether the numbers are those of pages in order, a few misread ones aside."""
    ups = sum(after >= before for before, after in pairwise(pages))
    return ups >= 0.8 * (len(pages) - 1) and max(pages) > min(pages)
