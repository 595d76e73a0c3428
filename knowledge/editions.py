"""What changed between two editions of one document, and which sections a citation means."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from knowledge.passages import Edition, SectionCopy
from knowledge.windows import sentences

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})
_BULLET = re.compile(r"^(?:[-•●▪◦❖➢✓‣·*o]\s+)+")
_CALLED = re.compile(r"^(?:section|sections|chapter|ch|paragraph|para|part|clause|no|s)\.?\s+", re.I)
_NUMBER = re.compile(r"^(?:[A-Z]\d{0,2}(?:\.\d+)*|\d{1,3}(?:\.\d{1,3})*)$", re.I)
_PARTED = re.compile(r"\s*(?:;|,(?=\s*(?:section|chapter|ch|para)))\s*", re.I)


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


def plain(words: str) -> str:
    """The words without case, signs and doubled spaces: what must be the same for a section to be unchanged."""
    words = unicodedata.normalize("NFKC", words).translate(_SIGNS).lower()
    return " ".join(_BULLET.sub("", words.strip()).split())


def sections_cited(edition: Edition, citation: str) -> list[int]:
    """Places of the sections that a citation means, those below them included; [] when it means none of them.

    A citation is a number (`4.2`, `section 4.2 Bruising`, `Part B, chapter 7`), a heading, or several with semicolons.
    """
    found: set[int] = set()
    for part in _PARTED.split(citation.strip()):
        for at in _meant(edition.sections, part):
            found |= {at, *_below(edition.sections, at)}
    return sorted(found)


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
    moved = _number(section.number) != _number(other.number)
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
            _number(section.number) or f"{plain(section.under[-1]) if section.under else ''} > {plain(section.heading)}"
        )
        seen[name] += 1
        found.append((at, (name, seen[name]), section))
    return found


def _number(number: str) -> str:
    return _CALLED.sub("", number).rstrip(".").lower()


def _meant(sections: Sequence[SectionCopy], part: str) -> list[int]:
    """Places of the sections that one part of a citation names by its number, else by its heading."""
    words = _CALLED.sub("", part.strip())
    number = words.split()[0].rstrip(".:,").lower() if words.split() else ""
    if _NUMBER.match(number) and (number != words.lower() or any(c.isdigit() for c in number)):
        named = [at for at, section in enumerate(sections) if section.number and _number(section.number) == number]
        if named:
            return named
    wanted = {plain(part), plain(words)}
    return [at for at, one in enumerate(sections) if one.heading and {plain(one.heading), plain(one.name)} & wanted]


def _below(sections: Sequence[SectionCopy], at: int) -> list[int]:
    """Places of the sections that stand below one: by the headings above them, or by their numbers."""
    name, number = sections[at].name, _number(sections[at].number)
    found = []
    for place in range(at + 1, len(sections)):
        section = sections[place]
        is_deeper = bool(number) and _number(section.number).startswith(f"{number}.")
        if name not in section.under and not is_deeper:
            break
        found.append(place)
    return found


def _said(section: SectionCopy) -> tuple[str, ...]:
    return tuple(sentence for one in section.paragraphs for sentence in sentences(one.text))
