"""Rows whose cells were cut off or shifted: which column each cell belongs to.

A page break takes leading cells away, a conversion merges two. What is certain are the anchors: a question begins with
its number, an agency is known by name, the RAG cell holds a colour.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.reading.columns import Columns
from bot.reading.layouts import Layout, Placed, layouts, placed
from bot.reading.lines import Kind, Line
from bot.reading.names import Names
from bot.reading.signs import Signs, is_key, key_of, may_be_agency, same_agency
from bot.reading.tables import Table

NEEDED = {"agency", "rag"}
_ANCHOR, _AS_NEIGHBOURS, _CUT_IN_FRONT = 10, 5, 1
_PASSES = 2  # to learn agencies that never stand in a row with a colour
type Tables = Sequence[tuple[Table, Columns]]


class Anchors:
    """Places the rows of tables that have a column for the agency and one for the RAG."""

    def __init__(self, tables: Tables, names: Names) -> None:
        self._signs = Signs(names)
        for agency in self._certain_agencies(tables):
            self._signs.learn(agency)
        for _ in range(_PASSES):
            for agency in self._seen_again(tables):
                self._signs.learn(agency)

    def place(self, block: Sequence[Line], columns: Columns) -> list[Placed]:
        """Each row of a block: rows of one page are cut alike, so what one shows holds for neighbours of its width."""
        shown: dict[int, Counter[Layout]] = {}
        for line in block:
            layout, score = self._best(line, columns, {})
            if score >= _ANCHOR:
                shown.setdefault(len(line.cells), Counter())[layout] += 1
        usual = {cells: counted.most_common(1)[0][0] for cells, counted in shown.items()}
        best = [(line, *self._best(line, columns, usual)) for line in block]
        return [placed(line, layout, columns.fields, certain=score >= _AS_NEIGHBOURS) for line, layout, score in best]

    def is_agency(self, words: str) -> bool:
        """Whether the words name an agency of the tables."""
        return self._signs.is_agency(words)

    def _certain_agencies(self, tables: Tables) -> Iterator[str]:
        """What stands under the agency in rows that have all their cells."""
        for table, columns in tables:
            fields = columns.fields
            for texts in (line.texts for line in table.rows if len(line.cells) == len(fields)):
                said = dict(zip(fields, texts, strict=True))
                begins = is_key(said.get(key_of(columns), ""), columns)
                if may_be_agency(said["agency"]) and (begins or self._signs.is_colour(said["rag"])):
                    yield said["agency"]

    def _seen_again(self, tables: Tables) -> set[str]:
        """Names that stand under the agency more than once where rows are placed like their neighbours."""
        names = Counter[str]()
        for table, columns in tables:
            for block in table.blocks:
                lines = [line for line in block if may_be_placed(line, columns)]
                for line, one in zip(lines, self.place(lines, columns), strict=True):
                    said = dict(zip(one.layout, line.texts, strict=False)).get("agency", "")
                    names[same_agency(said)] += may_be_agency(said) and not one.doubt
        return {name for name, count in names.items() if count > 1}

    def _best(self, line: Line, columns: Columns, usual: Mapping[int, Layout]) -> tuple[Layout, int]:
        def score(layout: Layout) -> int:
            as_usual = _AS_NEIGHBOURS if usual.get(len(line.cells)) == layout else 0
            in_front = _CUT_IN_FRONT if layout == columns.fields[-len(layout) :] else 0
            return self._anchored(line, layout, columns) + as_usual + in_front

        best = max(layouts(line, columns.fields), key=score)
        return best, score(best)

    def _anchored(self, line: Line, layout: Layout, columns: Columns) -> int:
        """How well the anchors lie where they must."""
        said = [(field, words) for field, words in zip(layout, line.texts, strict=False) if words]
        score = sum(_ANCHOR if field == "rag" else -_ANCHOR for field, words in said if self._signs.is_colour(words))
        if said and is_key(said[0][1], columns):
            score += {key_of(columns): _ANCHOR, "agency": -_ANCHOR}.get(said.pop(0)[0], 0)
        if said and self.is_agency(said[0][1]):
            score += _ANCHOR if said[0][0] == "agency" else -_ANCHOR
        return score


def may_be_placed(line: Line, columns: Columns) -> bool:
    """Whether the line is a row with words, no wider than the heading."""
    return line.kind is Kind.ROW and not (line.is_blank or line.is_rule) and not any(line.texts[len(columns.fields) :])
