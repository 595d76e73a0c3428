"""Which sections of a copy a citation means."""

import re
import unicodedata
from collections.abc import Sequence

from knowledge.documents.passages import Edition, SectionCopy

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})
_BULLET = re.compile(r"^(?:[-•●▪◦❖➢✓‣·*o]\s+)+")
_CALLED = re.compile(r"^(?:section|sections|chapter|ch|paragraph|para|part|clause|no|s)\.?\s+", re.I)
_NUMBER = re.compile(r"^(?:[A-Z]\d{0,2}(?:\.\d+)*|\d{1,3}(?:\.\d{1,3})*)$", re.I)
_PARTED = re.compile(r"\s*(?:;|,(?=\s*(?:section|chapter|ch|para)))\s*", re.I)
_RANGE = re.compile(r"^(?P<above>(?:\d{1,3}\.)*)(?P<first>\d{1,3})\s*[-–]\s*(?P=above)?(?P<last>\d{1,3})$")


def plain(words: str) -> str:
    """The words without case, signs and doubled spaces: what must be the same for a section to be unchanged."""
    words = unicodedata.normalize("NFKC", words).translate(_SIGNS).lower()
    return " ".join(_BULLET.sub("", words.strip()).split())


def bare_number(number: str) -> str:
    """`Section 4.2.` as `4.2`."""
    return _CALLED.sub("", number).rstrip(".").lower()


def sections_cited(edition: Edition, citation: str) -> list[int]:
    """Places of the sections that a citation means, those below them included; [] when it means none of them.

    A citation is a number (`4.2`, `section 4.2 Bruising`, `Part B, chapter 7`), a range (`2.8-2.9`), a heading, or
    several of these with semicolons.
    """
    found: set[int] = set()
    for part in _parts(citation):
        for at in _meant(edition.sections, part):
            found |= {at, *_below(edition.sections, at)}
    return sorted(found)


def _parts(citation: str) -> list[str]:
    """The citation taken apart: at semicolons and commas, and a range into its numbers."""
    found: list[str] = []
    for part in _PARTED.split(citation.strip()):
        if run := _RANGE.match(_CALLED.sub("", part)):
            found += [f"{run['above']}{number}" for number in range(int(run["first"]), int(run["last"]) + 1)]
        else:
            found.append(part)
    return found


def _meant(sections: Sequence[SectionCopy], part: str) -> list[int]:
    """Places of the sections that one part of a citation names by its number, else by its heading."""
    words = _CALLED.sub("", part.strip())
    number = words.split()[0].rstrip(".:,").lower() if words.split() else ""
    if _NUMBER.match(number) and (number != words.lower() or any(c.isdigit() for c in number)):
        named = [at for at, section in enumerate(sections) if section.number and bare_number(section.number) == number]
        if named:
            return named
    wanted = {plain(part), plain(words)}
    return [at for at, one in enumerate(sections) if one.heading and {plain(one.heading), plain(one.name)} & wanted]


def _below(sections: Sequence[SectionCopy], at: int) -> list[int]:
    """Places of the sections that stand below one: by the headings above them, or by their numbers."""
    name, number = sections[at].name, bare_number(sections[at].number)
    found = []
    for place in range(at + 1, len(sections)):
        section = sections[place]
        is_deeper = bool(number) and bare_number(section.number).startswith(f"{number}.")
        if name not in section.under and not is_deeper:
            break
        found.append(place)
    return found
