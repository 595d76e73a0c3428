"""Takes out what is printed on every page: running headers, running footers and page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.library.blocks import Printed

_EDGE = 3  # lines at the top and at the foot of a page that may be running ones
_FEWEST_PAGES, _SHARE = 2, 0.6
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.I)


def without_running(lines: Iterable[Printed]) -> list[Printed]:
    """The lines without those that recur at the edge of the pages, figures aside, and without bare page numbers."""
    pages = [list(of_page) for _, of_page in groupby(lines, key=lambda line: line.page)]
    if len(pages) < 2:
        return [line for page in pages for line in page]
    seen = Counter(words for page in pages for words in {_words(line) for line in _edges(page)})
    often = {words for words, times in seen.items() if times >= max(_FEWEST_PAGES, _SHARE * len(pages))}
    return [line for page in pages for line in _kept(page, often)]


def _kept(page: Sequence[Printed], often: set[str]) -> list[Printed]:
    """The page without running lines: from both edges inwards, as far as one follows the other."""
    first, last = 0, len(page)
    while first < min(_EDGE, last) and _is_running(page[first], often):
        first += 1
    while last > max(len(page) - _EDGE, first) and _is_running(page[last - 1], often):
        last -= 1
    return list(page[first:last])


def _is_running(line: Printed, often: set[str]) -> bool:
    return _words(line) in often or bool(_NUMBER.fullmatch(line.text.strip()))


def _edges(page: Sequence[Printed]) -> list[Printed]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _words(line: Printed) -> str:
    return re.sub(r"\d+", "#", line.text.strip().lower())
