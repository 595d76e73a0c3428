"""Plain text: its lines, with the pages that form feeds or lines such as `Page 3` mark."""

import re
from pathlib import Path

from bot.library.blocks import Printed
from bot.library.faults import DocumentFileError
from bot.reading.faults import PlanFileError
from bot.reading.texts import decoded

_MARK = re.compile(r"^\W*page\s+(\d{1,4})(?:\s+of\s+\d{1,4})?\W*$", re.I)
_TAGS = "a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|tbody|td|th|tr|u|ul"
_MARKUP = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>|\*\*|(?<!\w)[*_](?=\w)|(?<=[\w.?!”\"])[*_](?!\w)", re.I)
_FEWEST_MARKS = 2
_LARGEST = 10_000_000


def read_plain(path: Path) -> tuple[list[Printed], int | None]:
    """The lines and the number of pages, None where nothing marks them. Raises DocumentFileError when it is no text."""
    try:
        text = decoded(path)
    except PlanFileError as error:
        raise DocumentFileError(f"{path.name} is not text. Save it as .txt (UTF-8) and try again.") from error
    if len(text) > _LARGEST:
        raise DocumentFileError(f"{path.name} holds far more text than a document can. It was not read.")
    if "\f" in text:
        pages = text.split("\f")
        return [one for number, page in enumerate(pages, 1) for one in _lines(page.split("\n"), number)], len(pages)
    lines = text.split("\n")
    marks = [(at, int(found[1])) for at, line in enumerate(lines) if (found := _MARK.match(line))]
    numbers = [number for _, number in marks]
    if len(marks) < _FEWEST_MARKS or numbers != sorted(set(numbers)):
        return _lines(lines, None), None
    return _marked(lines, marks), numbers[-1]


def _marked(lines: list[str], marks: list[tuple[int, int]]) -> list[Printed]:
    """The lines between page marks. A mark before all words heads its page; otherwise marks stand at the foot."""
    heads = not any(line.strip() for line in lines[: marks[0][0]])
    edges = [*(at for at, _ in marks), len(lines)]
    found: list[Printed] = []
    if not heads:
        found += _lines(lines[: edges[0]], marks[0][1])
    for (at, number), end in zip(marks, edges[1:], strict=True):
        found += _lines(lines[at + 1 : end], number if heads else number + 1)
    return found


def _lines(lines: list[str], page: int | None) -> list[Printed]:
    found: list[Printed] = []
    gap = True
    for line in lines:
        words = _MARKUP.sub("", line).replace("\u00ad", "").rstrip()
        if words.strip():
            found.append(Printed(words, page, gap=gap))
        gap = not words.strip()
    return found
