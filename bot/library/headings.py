"""Which blocks are headings: by their style, by their number, or by standing alone in few words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.library.blocks import Block
from bot.library.numbering import Numbered, numbered

_LETTERS, _WORDS = 110, 14
_SENTENCE = re.compile(r"[.,;:!]$|[.!?]\s+[A-Z].*[.!?]?$")
_STARTS = re.compile(r"^[\"“'‘(]?[A-Z0-9]")
_NOT_A_HEADING = re.compile(
    r"^(?:dear|yours|signed|tel|telephone|email|e-mail|www|http|note)\b|@|https?:|^[\d\W]+$"
    r"|^\d{1,2}(?:st|nd|rd|th)? [a-z]+ \d{4}$",
    re.I,
)
_REPEATED = 3
DEEP = 20  # rank of a heading that no number and no style ranks


@dataclass(frozen=True)
class Marked:
    """A block with what was made of it: `rank` 0 is text; a number may stand before text as before a heading."""

    block: Block
    rank: int = 0
    number: str = ""
    heading: str = ""

    @property
    def words(self) -> str:
        """The text below the heading that the block itself brings: of a numbered paragraph all of it."""
        return "" if self.rank and self.heading else self.block.text


def marked(blocks: Sequence[Block], known: set[str]) -> list[Marked]:
    """Each block with its rank. `known` holds the headings of the page of contents, as `plain` writes them."""
    has_styles = sum(block.level > 0 for block in blocks) > 1
    higher, counted = _higher(blocks), _counted(blocks)
    found = [
        _styled(block, higher) if block.level else _mark(block, known, has_styles, counted.get(at))
        for at, block in enumerate(blocks)
    ]
    return _without_empty(_ranked(found), known)


def plain(words: str) -> str:
    """A heading without number, case and signs, for holding two against each other."""
    words = re.sub(r"<[^>]*>", "", words)
    found = numbered(words)
    return " ".join(re.findall(r"\w+", (found.words if found and found.words else words).lower()))


def _mark(block: Block, known: set[str], has_styles: bool, number: Numbered | None) -> Marked:
    text = block.text
    if number:
        return Marked(block, number.rank, number.number, number.words if _may_be_heading(number.words) else "")
    if block.is_item or has_styles or not block.apart:
        return Marked(block)
    if plain(text) in known or (_may_be_heading(text) and ": " not in text and not numbered(text)):
        return Marked(block, DEEP, "", text)
    return Marked(block)


def _styled(block: Block, higher: int) -> Marked:
    """A heading by its style: ranked by its number, else by its style as far as numbered ones with that style are."""
    if number := numbered(block.text):
        return Marked(block, number.rank, number.number, number.words or number.number)
    return Marked(block, max(block.level - higher, 1), "", block.text)


def _higher(blocks: Sequence[Block]) -> int:
    """By how many ranks the styles of numbered headings stand below their numbers: 1 where `4` is a second heading."""
    return min((block.level - one.rank for block in blocks if block.level and (one := numbered(block.text))), default=0)


def _counted(blocks: Sequence[Block]) -> dict[int, Numbered]:
    """The numbers that head sections, by the place of their block.

    `4.2` does so everywhere but in tables. A bare `4` only before few words, when the heading with 3 came before it or
    the one with 5 comes after it, and when it is no item of a list.
    """
    free = {at: one for at, block in enumerate(blocks) if block.apart and (one := numbered(block.text))}
    bare = [at for at, one in free.items() if one.is_single and _may_be_heading(one.words) and not _in_list(free, at)]
    chained = {
        at
        for before, after in pairwise(bare)
        if int(free[after].number) == int(free[before].number) + 1
        for at in (before, after)
    }
    dotted = {at for at, one in free.items() if not one.is_single and (not one.is_called or _may_be_heading(one.words))}
    return {at: one for at, one in free.items() if at in chained | dotted}


def _in_list(free: Mapping[int, Numbered], at: int) -> bool:
    """Whether a bare number is an item of a list: the block before it has the number before, or the next the next."""
    number = int(free[at].number)
    beside = ((at - 1, number - 1), (at + 1, number + 1))
    return any(place in free and free[place].number == str(wanted) for place, wanted in beside)


def _may_be_heading(words: str) -> bool:
    """Few words, no sentence, a capital or a figure first."""
    if not words or len(words) > _LETTERS or len(words.split()) > _WORDS:
        return False
    return bool(_STARTS.match(words)) and not _SENTENCE.search(words) and not _NOT_A_HEADING.search(words)


def _ranked(found: Sequence[Marked]) -> list[Marked]:
    """Headings without number or style stand below the numbered ones; those that recur below those that do not."""
    times = Counter(plain(one.heading) for one in found if one.rank == DEEP)
    return [
        replace(one, rank=DEEP + 1) if one.rank == DEEP and times[plain(one.heading)] >= _REPEATED else one
        for one in found
    ]


def _without_empty(found: Sequence[Marked], known: set[str]) -> list[Marked]:
    """Of short lines in a row (a list, an address) only the last can head what follows; the others are text."""
    result = list(found)
    for at in range(len(result) - 1):
        one, after = result[at], result[at + 1]
        if one.rank >= DEEP and after.rank and after.rank <= one.rank and plain(one.heading) not in known:
            result[at] = Marked(one.block)
    if result and result[-1].rank >= DEEP:
        result[-1] = Marked(result[-1].block)
    return result
