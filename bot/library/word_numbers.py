"""The numbers that Word makes itself: `4.2` before a heading stands nowhere in the text of the file."""

import re
from dataclasses import dataclass, field
from typing import Any, Self

from docx.oxml.ns import qn

_PLACE = re.compile(r"%(\d)")
_DECIMAL = {"decimal", "decimalZero", ""}
type Element = Any  # lxml has no types


@dataclass(frozen=True)
class _Rank:
    start: int
    shown: str  # such as `%1.%2`; "" where the rank has no number of figures


@dataclass
class Numbers:
    """Counts the numbered paragraphs of each list as Word does."""

    ranks: dict[str, dict[int, _Rank]]  # list id -> rank -> how it is shown
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Self:  # noqa: ANN401 - python-docx's document
        """The lists of the document; none where it has no numbering part."""
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is None:
            return cls({})
        root = part.element
        abstract = {one.get(qn("w:abstractNumId")): _ranks(one) for one in root.iter(qn("w:abstractNum"))}
        lists = {
            one.get(qn("w:numId")): abstract.get(one.find(qn("w:abstractNumId")).get(qn("w:val")), {})
            for one in root.iter(qn("w:num"))
        }
        return cls(lists)

    def next(self, paragraph: Element, style: Any) -> str:  # noqa: ANN401 - python-docx's style
        """The number before this paragraph; "" when Word writes none or a bullet."""
        numbering = _numbering(paragraph, style)
        if numbering is None:
            return ""
        list_id, rank = numbering
        known = self.ranks.get(list_id, {})
        if rank not in known:
            return ""
        counts = self._counts.setdefault(list_id, {})
        counts[rank] = counts.get(rank, known[rank].start - 1) + 1
        for deeper in [one for one in counts if one > rank]:
            del counts[deeper]
        return _PLACE.sub(lambda found: str(counts.get(int(found[1]) - 1, 1)), known[rank].shown)


def _ranks(abstract: Element) -> dict[int, _Rank]:
    found: dict[int, _Rank] = {}
    for level in abstract.iter(qn("w:lvl")):
        form = _value(level, "w:numFmt")
        shown = _value(level, "w:lvlText") if form in _DECIMAL else ""
        start = _value(level, "w:start")
        found[int(level.get(qn("w:ilvl"), "0"))] = _Rank(int(start) if start.isdigit() else 1, shown)
    return found


def _numbering(paragraph: Element, style: Any) -> tuple[str, int] | None:  # noqa: ANN401 - python-docx's style
    """The list and the rank of a paragraph, its own or its style's."""
    while True:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None or style is None:
            break
        paragraph, style = style.element, style.base_style
    if found is None:
        return None
    list_id, rank = _value(found, "w:numId"), _value(found, "w:ilvl")
    return (list_id, int(rank) if rank.isdigit() else 0) if list_id not in {"", "0"} else None


def _value(element: Element, name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val"), ""))
