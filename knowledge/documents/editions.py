"""What changed between two editions of one document."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from knowledge.documents.citations import bare_number, plain
from knowledge.documents.passages import Edition, SectionCopy
from knowledge.documents.windows import sentences


@dataclass(frozen=True)
class Change:
    """A section of the older edition that is not the same in the newer one.

    `now` is the name of its counterpart ("" where it vanished); `before` and `after` hold the sentences that differ.
    """

    section: str
    kind: Literal["changed", "moved", "vanished", "added"]
    now: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(older: Edition, newer: Edition) -> dict[int, Change]:
    """The sections of the older edition that changed, moved or vanished, by their place in it."""
    places, found = _Places(newer.sections), {}
    for at, key, section in _keyed(older.sections):
        other = places.counterpart(key, section)
        if other is None:
            found[at] = Change(section.name, "vanished", "", _said(section), ())
        elif change := _difference(section, other):
            found[at] = change
    return found


def added(older: Edition, newer: Edition, cited: Sequence[int]) -> list[Change]:
    """The sections among these places of the newer edition that the older one does not have."""
    places = _Places(older.sections)
    keyed = {at: (key, section) for at, key, section in _keyed(newer.sections)}
    fresh = [newer.sections[at] for at in cited if places.counterpart(*keyed[at]) is None]
    return [Change(section.name, "added", section.name, (), _said(section)) for section in fresh]


def _difference(section: SectionCopy, other: SectionCopy) -> Change | None:
    before, after = _said(section), _said(other)
    moved = bare_number(section.number) != bare_number(other.number)
    same = [plain(one) for one in before] == [plain(one) for one in after]
    if same and not moved and plain(section.heading) == plain(other.heading):
        return None
    if same:
        return Change(section.name, "moved" if moved else "changed", other.name, (section.name,), (other.name,))
    gone, come = _differing(before, after)
    return Change(section.name, "moved" if moved else "changed", other.name, gone, come)


def _differing(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of both that the other does not have in this place."""
    matcher = SequenceMatcher(None, [plain(one) for one in before], [plain(one) for one in after], autojunk=False)
    parts = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    gone = tuple(before[at] for _, start, end, _, _ in parts for at in range(start, end))
    come = tuple(after[at] for _, _, _, start, end in parts for at in range(start, end))
    return gone, come


class _Places:
    """Finds the counterpart of a section in another edition: by heading where that is plain, else by number."""

    def __init__(self, sections: Sequence[SectionCopy]) -> None:
        self._by_key = {key: section for _, key, section in _keyed(sections)}
        self._by_heading: dict[str, list[SectionCopy]] = {}
        for section in sections:
            if section.heading:
                self._by_heading.setdefault(plain(section.heading), []).append(section)

    def counterpart(self, key: tuple[str, int], section: SectionCopy) -> SectionCopy | None:
        """The same section there; None when it has none."""
        at_key = self._by_key.get(key)
        if at_key is not None and (not section.heading or plain(at_key.heading) == plain(section.heading)):
            return at_key
        named = self._by_heading.get(plain(section.heading), []) if section.heading else []
        return named[0] if len(named) == 1 else at_key


def _keyed(sections: Sequence[SectionCopy]) -> list[tuple[int, tuple[str, int], SectionCopy]]:
    """Each section with what tells it from the others: its number or heading, and the how manieth of that it is."""
    seen: Counter[str] = Counter()
    found = []
    for at, section in enumerate(sections):
        name = (
            bare_number(section.number)
            or f"{plain(section.under[-1]) if section.under else ''} > {plain(section.heading)}"
        )
        seen[name] += 1
        found.append((at, (name, seen[name]), section))
    return found


def _said(section: SectionCopy) -> tuple[str, ...]:
    return tuple(sentence for one in section.paragraphs for sentence in sentences(one.text))
