"""Small numbers of people are not shown, and cannot be worked out from the other numbers either.

From 1 up to the least number that is shown, a number is FEW. Where the total is known so much else is WITHHELD that
each hidden number could still be anything its mark allows. What a reader is taken to know stands in docs/reports.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from math import inf


class Hidden(Enum):
    """Why a number is not shown."""

    FEW = "few"
    WITHHELD = "withheld"  # it would give away another number


type Count = int | Hidden


@dataclass(frozen=True)
class Shares:
    """A part of each of several numbers, and of those that are shown together."""

    part: Count
    whole: int
    parts: dict[str, Count]


def count(number: int, least: int) -> Count:
    """A number that stands alone."""
    return Hidden.FEW if 0 < number < least else number


def share(number: int, whole: int, least: int) -> Count:
    """A part of a whole. What is left of the whole is guarded as well."""
    return _share(number, whole, least).count if whole >= least else count(number, least)


def parts(counts: Mapping[str, int], least: int) -> dict[str, Count] | None:
    """The parts of a total that is shown; None when they cannot be shown without giving a small one away."""
    return _shown({name: _part(number, least) for name, number in counts.items()})


def shares(counts: Mapping[str, int], wholes: Mapping[str, Count], least: int) -> Shares:
    """How many of each whole. Of a whole that is hidden no part is shown, and it counts in no total."""
    known = {name: whole for name, whole in wholes.items() if isinstance(whole, int)}
    cells = {name: _share(counts[name], whole, least) for name, whole in known.items()}
    total = share(sum(counts[name] for name in known), sum(known.values()), least)
    shown = _shown(cells) if isinstance(total, int) else None
    if shown is None:  # nothing can be taken from a total that is not shown
        total, shown = Hidden.WITHHELD, {name: cell.count for name, cell in cells.items()}
    return Shares(total, sum(known.values()), {name: shown.get(name, Hidden.WITHHELD) for name in wholes})


@dataclass(frozen=True)
class _Cell:
    """A number, its mark when it is hidden, and what a reader then thinks possible.

    `must` is what the reader must not be able to narrow down.
    """

    number: int
    mark: Hidden | None
    low: float
    high: float
    must: tuple[int, int] | None = None

    @property
    def count(self) -> Count:
        return self.number if self.mark is None else self.mark


def _part(number: int, least: int) -> _Cell:
    if 0 < number < least:
        return _Cell(number, Hidden.FEW, 1, least - 1, (1, least - 1))
    return _Cell(number, None, least, inf)


def _share(number: int, whole: int, least: int) -> _Cell:
    rest = whole - number
    if number == 0 or (rest == 0 and whole < 2 * least - 1):
        return _Cell(number, None, min(number, 1), whole)
    if whole < 2 * least - 1:  # here FEW would leave too little for the rest
        return _Cell(number, Hidden.WITHHELD, 1, whole, (1, whole - 1))
    if number < least:
        return _Cell(number, Hidden.FEW, 1, least - 1, (1, least - 1))
    if 0 < rest < least:
        return _Cell(number, Hidden.WITHHELD, least, whole, (whole - least + 1, whole - 1))
    return _Cell(number, None, least, whole)


def _shown(cells: Mapping[str, _Cell]) -> dict[str, Count] | None:
    """What is shown of the parts of a known total; None when hiding all of them is not enough."""
    hidden = {name: cell for name, cell in cells.items() if cell.mark}
    spare = sorted((n for n, cell in cells.items() if not cell.mark and cell.number), key=lambda n: cells[n].number)
    while not _open(hidden.values()):
        if not spare:
            return None
        enough = (name for name in spare if _open([*hidden.values(), cells[name]]))
        chosen = next(enough, spare[0])
        spare.remove(chosen)
        hidden[chosen] = cells[chosen]
    return {name: (cell.mark or Hidden.WITHHELD) if name in hidden else cell.number for name, cell in cells.items()}


def _open(hidden: Iterable[_Cell]) -> bool:
    """Whether their known sum narrows none of the guarded numbers down."""
    cells = list(hidden)
    total = sum(cell.number for cell in cells)
    for place, cell in enumerate(cells):
        if cell.must:
            others = [*cells[:place], *cells[place + 1 :]]
            smallest, largest = total - sum(one.high for one in others), total - sum(one.low for one in others)
            if smallest > cell.must[0] or largest < cell.must[1]:
                return False
    return True
