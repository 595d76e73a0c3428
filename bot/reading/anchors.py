"""Rows whose cells were cut off or shifted: which column each cell belongs to.

A page break takes leading cells away, a conversion merges two. What is certain are the anchors: a question begins with
its number, an agency is known by name, the RAG cell holds a colour.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.partnership.plan import Rag
from bot.reading.columns import Columns
from bot.reading.lines import Line
from bot.reading.names import Names, plain
from bot.reading.tables import Table

_QUESTION = re.compile(r"\d{1,3}\s?[a-z]?[.)]\s*\S")
_LETTERS = re.compile(r"[A-Za-z](?: [A-Za-z])*")
_LONGEST_AGENCY, _LONGEST_COLOUR, _LONGEST_LEAD = 60, 20, 60
_ANCHOR, _AS_NEIGHBOURS, _CUT_IN_FRONT = 10, 5, 1
type Layout = tuple[str, ...]  # the field of each cell
NEEDED = {"agency", "rag"}


@dataclass(frozen=True)
class Placed:
    """A row with the field of each of its cells. `how` tells people; `doubt` why it may be wrong."""

    layout: Layout
    how: str = ""
    doubt: str = ""


class Anchors:
    """Places the rows of tables that have a column for the agency and one for the RAG."""

    def __init__(self, tables: Sequence[tuple[Table, Columns]], names: Names) -> None:
        self._names = names
        self._agencies = {_agency(name) for table, columns in tables for name in self._named(table, columns)}

    def place(self, block: Sequence[Line], columns: Columns) -> list[Placed]:
        """Each row of a block: rows of one page are cut alike, so what one shows holds for neighbours of its width."""
        shown: dict[int, Counter[Layout]] = {}
        for line in block:
            layout, score = self._best(line, columns, {})
            if score >= _ANCHOR:
                shown.setdefault(len(line.cells), Counter())[layout] += 1
        usual = {cells: layouts.most_common(1)[0][0] for cells, layouts in shown.items()}
        return [self._placed(line, columns, usual) for line in block]

    def is_agency(self, words: str) -> bool:
        """Whether the words name an agency that stands in a row with all its cells."""
        return _agency(words) in self._agencies

    def _named(self, table: Table, columns: Columns) -> Iterator[str]:
        agency, rag = columns.fields.index("agency"), columns.fields.index("rag")
        question = columns.fields.index("question") if "question" in columns else agency
        for texts in (line.texts for line in table.rows):
            if len(texts) == len(columns.fields) and 0 < len(texts[agency]) <= _LONGEST_AGENCY:
                if self._is_colour(texts[rag]) or _QUESTION.match(texts[question]):
                    yield texts[agency]

    def _placed(self, line: Line, columns: Columns, usual: Mapping[int, Layout]) -> Placed:
        layout, score = self._best(line, columns, usual)
        if layout == columns.fields:
            return Placed(layout)
        how = f"{len(line.cells)} of {len(columns.fields)} cells, read from the column {layout[0]} on"
        doubt = _doubt(layout, columns, line.texts)
        if not doubt and score < _AS_NEIGHBOURS:
            doubt = "neither an agency nor a colour shows which cells were cut off"
        return Placed(layout, how, doubt)

    def _best(self, line: Line, columns: Columns, usual: Mapping[int, Layout]) -> tuple[Layout, int]:
        def score(layout: Layout) -> int:
            as_usual = _AS_NEIGHBOURS if usual.get(len(line.cells)) == layout else 0
            in_front = _CUT_IN_FRONT if layout == columns.fields[-len(layout) :] else 0
            return self._anchored(line.texts, layout) + as_usual + in_front

        best = max(_layouts(line, columns.fields), key=score)
        return best, score(best)

    def _anchored(self, texts: Sequence[str], layout: Layout) -> int:
        """How well the anchors lie where they must."""
        said = [(field, words) for field, words in zip(layout, texts, strict=False) if words]
        score = sum(_ANCHOR if field == "rag" else -_ANCHOR for field, words in said if self._is_colour(words))
        if said and _QUESTION.match(said[0][1]):
            score += {"question": _ANCHOR, "agency": -_ANCHOR}.get(said.pop(0)[0], 0)
        if said and self.is_agency(said[0][1]):
            score += _ANCHOR if said[0][0] == "agency" else -_ANCHOR
        return score

    def _is_colour(self, words: str) -> bool:
        """Whether only a RAG cell can hold these words. `Completed` alone stands in other columns too."""
        colour = self._names.rag(words)
        if colour is None or _LETTERS.fullmatch(words):
            return colour is not None and len(words.split()[0]) == 1
        return plain(words).startswith("action ") if colour is Rag.COMPLETED else len(words) <= _LONGEST_COLOUR


def _layouts(line: Line, fields: Layout) -> Iterator[Layout]:
    """The ways in which the cells may stand under the columns."""
    cells = len(line.cells)
    last = max((place for place, words in enumerate(line.texts, 1) if words), default=1)
    for cut in range(len(fields) - last + 1):
        yield fields[cut : cut + cells]
    if {"response", "title"} <= set(fields) and last < len(fields):
        yield tuple(field for field in fields if field != "response")[:cells]


def _doubt(layout: Layout, columns: Columns, texts: Sequence[str]) -> str:
    missing = [field for field in columns.fields[columns.fields.index(layout[0]) :] if field not in layout]
    if "response" in missing:
        return "response and action stand in one cell; it is taken as the action"
    if missing == ["outcome"] and layout[-1] == "lead" and len(texts[len(layout) - 1]) > _LONGEST_LEAD:
        return "lead and outcome seem to stand in one cell; it is kept as the lead"
    if missing and missing != ["outcome"]:
        return f"there is no cell for {', '.join(missing)}"
    return ""


def _agency(words: str) -> str:
    return plain(re.sub(r"\([^()]*\)", "", words))
