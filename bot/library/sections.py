"""From marked blocks to the sections of a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.library.headings import DEEP, Marked, plain
from knowledge.documents.passages import Paragraph, SectionCopy

_BULLET = re.compile(r"^(?:(?:[-•●▪◦❖➢✓‣·*]|o(?= ))\s*)+(?=\S)")
_BEFORE = "Before the first heading"


@dataclass
class _Open:
    """A section that is being read."""

    number: str
    heading: str
    rank: int
    under: tuple[str, ...]
    page: int | None
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.number, self.heading)))

    def closed(self) -> SectionCopy:
        return SectionCopy(
            number=self.number,
            heading=self.heading,
            under=self.under,
            page=self.page,
            paragraphs=tuple(self.paragraphs),
        )


def sections_of(blocks: Sequence[Marked], contents: Sequence[tuple[str, int]]) -> tuple[SectionCopy, ...]:
    """The sections in order, each with the headings above it. Pages come from the blocks, else from the contents."""
    listed = _Listed(contents)
    current = _Open("", _BEFORE, 0, (), None)
    above: list[_Open] = []
    found: list[_Open] = [current]
    counted: list[int] = []  # the bare numbers so far
    for one in blocks:
        if one.rank:
            titles = [section for section in above if section.rank >= DEEP]
            above = [section for section in above if section.rank < one.rank]
            if one.number.isdigit():
                if counted and int(one.number) <= counted[-1]:  # another report begins in the same file
                    above = [replace(section, rank=0) for section in titles]
                counted.append(int(one.number))
            page = one.block.page or listed.page(one.heading) or (above[-1].page if above else None)
            current = _Open(one.number, one.heading, one.rank, tuple(section.name for section in above), page)
            above.append(current)
            found.append(current)
        if words := _BULLET.sub("• ", re.sub(r"\s+", " ", one.words).strip()):
            current.paragraphs.append(Paragraph(text=words, page=one.block.page))
            current.page = current.page or one.block.page
    return tuple(section.closed() for section in found if section.paragraphs or section.name != _BEFORE)


class _Listed:
    """The pages of the contents, taken in order, since headings recur."""

    def __init__(self, contents: Sequence[tuple[str, int]]) -> None:
        self._left = [(plain(words), page) for words, page in contents]

    def page(self, heading: str) -> int | None:
        """The page of a heading that the contents name; None for another."""
        wanted = plain(heading)
        for at, (words, page) in enumerate(self._left):
            if wanted and words == wanted:
                del self._left[at]
                return page
        return None
