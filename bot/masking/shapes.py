"""Finds by shape: contacts, numbers, dates, plates and links; leaves public numbers and field terms."""

import re
from collections.abc import Iterable

from bot.masking.contacts import LINK, PERSONAL_HOST, PHONE
from bot.masking.lexicon import KEEP, NAME, SURNAME, UNKNOWN, WORD, Lexicon
from bot.masking.model import Redaction
from bot.masking.patterns import FIELD_MIX, SHAPES
from bot.masking.public import Public, digits

_DIGITS = re.compile(r"\d")

# School years, dates without birth, and how long as notes have it: "9/12" is nine months.
_NO_REFERENCE = re.compile(
    r"(?:19|20)\d\d[/\-](?:19|20)?\d\d|\d\d?[/\-]\d\d?[/\-]\d{2,4}|\d{1,2}/(?:7|12|24|52)", re.IGNORECASE
)
# Measures and medicines: "HbA1c", "SGLT2i", "DPP4i". A user name is longer, or ends in more digits.
_SHORTHAND = re.compile(r"(?=\w*[A-Z]\w?[A-Z])[A-Za-z]{2,5}\d[a-z]")
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
_CLOCK_TIMES = re.compile(rf"{_CLOCK}(?:\s?[\-/]\s?{_CLOCK})+")
_CLOCK_TIME = re.compile(_CLOCK)
_TIMED_BY = re.compile(r"\s?-?\s?(?:hrs?|hours|h)\b", re.IGNORECASE)
# A word that may stand before the time of an entry, not only before a number.
_ENTRY = re.compile(r"(?:log|warrant|incident|record)\W*\d", re.IGNORECASE)


class ShapeFinder:
    """Applies the patterns; knows which numbers are public and which mixed words belong to the field."""

    def __init__(self, lexicon: Lexicon, keep: Iterable[str]) -> None:
        self._public = Public(keep)
        self._lexicon = lexicon

    def find(self, text: str) -> tuple[list[Redaction], list[tuple[int, int]]]:
        """Return the findings, and all stretches (kept links and public numbers too) closed to name search."""
        found, closed = self._links(text)
        for m in PHONE.finditer(text):
            if self._public.number(m.group()):
                closed.append(m.span())
            elif 9 <= len(digits(m.group())) <= 14:
                found.append(Redaction(*m.span(), "PHONE"))
        for kind, pattern in SHAPES:
            for m in pattern.finditer(text):
                span = m.span("x") if "x" in pattern.groupindex else m.span()
                if kind == "EMAIL" and self._public.email(m.group()):
                    closed.append(span)
                elif not _inside(span, closed) and self._personal(kind, m, text[span[0] : span[1]]):
                    found.append(Redaction(*span, kind))
        return found, closed + [(r.start, r.end) for r in found]

    def _links(self, text: str) -> tuple[list[Redaction], list[tuple[int, int]]]:
        """Links to a person's page, or with a name in them, are findings; other links are closed to search."""
        found: list[Redaction] = []
        closed: list[tuple[int, int]] = []
        for m in LINK.finditer(text):
            if m.start() and text[m.start() - 1] == "@":
                continue
            path = m.group().partition("//")[2] or m.group()
            parts = re.findall(r"[a-z]{3,}", path.partition("/")[2].lower())
            if PERSONAL_HOST.search(m.group()) or any(self._lexicon.kind(part) == NAME for part in parts):
                found.append(Redaction(*m.span(), "HANDLE"))
            else:
                closed.append(m.span())
        return found, closed

    def _personal(self, kind: str, match: re.Match[str], stretch: str) -> bool:
        if kind == "HANDLE":
            return self._handle(stretch)
        if kind == "VEHICLE":
            letters = match.groupdict().get("word") or match.groupdict().get("first")
            if letters:
                return self._lexicon.kind(letters.lower()) in (UNKNOWN, NAME) and not FIELD_MIX.match(stretch)
            return not FIELD_MIX.match(stretch)
        if kind == "ID":
            if self._public.number(stretch) or self._public.emergency(match.group()):
                return False
            return not (FIELD_MIX.match(stretch) or _NO_REFERENCE.fullmatch(stretch) or _timed(match, stretch))
        return True

    def _handle(self, stretch: str) -> bool:
        """Whether a word is a user name: an ordinary or field word after "Snapchat" is not."""
        if stretch.startswith("@"):
            return True
        parts = [part for part in re.split(r"[_.\-]", stretch) if part]
        if all(FIELD_MIX.match(part) or self._lexicon.kind(part.lower()) in (WORD, KEEP) for part in parts):
            return "_" in stretch and bool(_DIGITS.search(stretch)) and not any(FIELD_MIX.match(part) for part in parts)
        if _SHORTHAND.fullmatch(stretch):
            return False
        if _DIGITS.search(stretch) or "_" in stretch:
            return not re.fullmatch(r"[\d.:,\-]+\w{0,2}", stretch) and self._lexicon.kind(stretch.lower()) in (
                UNKNOWN,
                NAME,
            )
        kind = self._lexicon.kind(stretch.lower())
        return (
            (kind == UNKNOWN and not self._lexicon.misspelt(stretch.lower(), beside_cue=True))
            or kind in (NAME,)
            or (kind not in (WORD, KEEP, SURNAME) and "." in stretch)
        )


def _inside(span: tuple[int, int], closed: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in closed)


def _timed(match: re.Match[str], stretch: str) -> bool:
    """Whether digits are clock times: "2200-0200" alone, "warrant 0700 hrs", an entry of the small hours "Log 0417"."""
    alone = match.group() == stretch
    if _CLOCK_TIMES.fullmatch(stretch):
        return alone
    if not _CLOCK_TIME.fullmatch(stretch):
        return False
    return bool(_TIMED_BY.match(match.string, match.end())) or (stretch[0] == "0" and bool(_ENTRY.match(match.group())))
