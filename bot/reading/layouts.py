"""The ways in which the cells of a cut row may stand under the columns of its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.lines import Line

_LONGEST_LEAD = 60
type Layout = tuple[str, ...]  # the field of each cell


@dataclass(frozen=True)
class Placed:
    """A row with the field of each of its cells. `how` tells people; `doubt` why it may be wrong."""

    layout: Layout
    how: str = ""
    doubt: str = ""


def layouts(line: Line, fields: Layout) -> Iterator[Layout]:
    """As it stands; with leading cells cut off; with response and action in one cell."""
    cells = len(line.cells)
    last = max((place for place, words in enumerate(line.texts, 1) if words), default=1)
    for cut in range(len(fields) - last + 1):
        yield fields[cut : cut + cells]
    if {"response", "title"} <= set(fields) and last < len(fields):
        yield tuple(field for field in fields if field != "response")[:cells]


def placed(line: Line, layout: Layout, fields: Layout, *, certain: bool) -> Placed:
    """The row in this layout, with what a person should know of it."""
    if layout == fields:
        return Placed(layout)
    how = f"{len(line.cells)} of {len(fields)} cells, read from the column {layout[0]} on"
    guessed = "" if certain else "neither an agency nor a colour shows which cells were cut off"
    return Placed(layout, how, _doubt(layout, fields, line.texts) or guessed)


def _doubt(layout: Layout, fields: Layout, texts: Sequence[str]) -> str:
    missing = [field for field in fields[fields.index(layout[0]) :] if field not in layout]
    if "response" in missing:
        return "response and action stand in one cell; it is taken as the action"
    if missing == ["outcome"] and layout[-1] == "lead" and len(texts[len(layout) - 1]) > _LONGEST_LEAD:
        return "lead and outcome seem to stand in one cell; it is kept as the lead"
    return f"there is no cell for {', '.join(missing)}" if missing and missing != ["outcome"] else ""
