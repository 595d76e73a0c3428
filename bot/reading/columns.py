"""What each column of a table means."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.reading.faults import PlanFileError
from bot.reading.names import Names
from bot.reading.tables import Table

_NUMBER = re.compile(r"[A-Za-z]{0,4}[-.]?\d{1,4}(?:[.\-/]\d{1,3}){0,3} ?[a-z]?(?:[.)]|\([a-z]\))?", re.ASCII)


@dataclass(frozen=True)
class Columns:
    """The field of each column, in order; an empty one where the name is not known."""

    fields: tuple[str, ...]
    unknown: tuple[str, ...]  # names that mean nothing to us

    def __contains__(self, field: str) -> bool:
        return field in self.fields


def is_number(words: str) -> bool:
    """Whether it can be the number of an action, such as 1.10, 4a or SP-3."""
    return _NUMBER.fullmatch(words) is not None


def columns_of(table: Table, names: Names) -> Columns:
    """The meaning of the table's columns. Raises PlanFileError when two mean the same."""
    heading = table.heading.texts[: table.width]
    meanings = [list(names.fields(name)) for name in heading]
    while unclear := [place for place, fields in enumerate(meanings) if len(fields) > 1]:
        certain = {fields[0] for fields in meanings if len(fields) == 1}
        _decide(meanings, unclear, certain, table, names)
    fields = tuple(several[0] if several else "" for several in meanings)
    _refuse_doubles(fields, table)
    return Columns(fields, tuple(_unknown(table, fields)))


def _unknown(table: Table, fields: Sequence[str]) -> Iterator[str]:
    """The columns that mean nothing to us, with how many cells are left out with them."""
    for place, field in enumerate(fields):
        name = table.heading.texts[place]
        count = sum(bool(line.texts[place]) for line in table.rows if place < len(line.cells) and not line.is_rule)
        if not field and (name or count):
            what = f"'{name}'" if name else f"column {place + 1}, which has no name"
            yield f"{what} ({count} cell{'' if count == 1 else 's'})"


def _decide(meanings: list[list[str]], unclear: list[int], certain: set[str], table: Table, names: Names) -> None:
    """Narrow the first unclear column: by what is taken already, then by what stands in it."""
    place = unclear[0]
    left = [field for field in meanings[place] if field not in certain] or meanings[place][:1]
    tests: dict[str, Callable[[str], bool]] = {"number": is_number, "rag": lambda words: names.rag(words) is not None}
    said = [row.texts[place] for row in table.rows if place < len(row.cells) and row.texts[place] and not row.is_rule]
    fits = [field for field in left if field in tests and sum(map(tests[field], said)) > len(said) / 2]
    plain = [field for field in left if field not in tests]
    meanings[place] = (fits or plain or left)[:1]


def _refuse_doubles(fields: Sequence[str], table: Table) -> None:
    heading = table.heading.cells
    faults = []
    for place, field in enumerate(fields):
        first = fields.index(field)
        same_cell = heading[place].merged and heading[place].merged == heading[first].merged
        if field and first != place and not same_cell:
            both = f"the columns '{heading[first].words}' and '{heading[place].words}' both mean {field}"
            faults.append(f"{table.heading.place}: {both}. Rename one, or say in a mapping file what it means.")
    if faults:
        raise PlanFileError(faults)
