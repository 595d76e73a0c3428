"""Numbers before headings and paragraphs: `4.2`, `3.`, `Section 1`, `Part B`, `Appendix 2`."""

import re
from dataclasses import dataclass

_DOTTED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,3}){1,4})\.?(?:\s+|$)(?P<words>.*)$", re.S)
_SINGLE = re.compile(r"^(?P<number>\d{1,2})(?:\.|\))?\s+(?P<words>[^\W\d_].*)$", re.S)
_CALLED = re.compile(
    r"^(?P<number>(?:section|part|chapter|appendix|annex|schedule)\s+(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]\d?|[IVX]{1,4}))\b"
    r"\s*(?P<mark>[:.–—-]?)\s*(?P<words>.*)$",
    re.S | re.I,
)
_NO_HEADING = re.compile(r"^(?:am|pm|st|nd|rd|th|%|per cent|years?|months?|weeks?|days?|hours?)\b", re.I)
_MONTH = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.I
)


@dataclass(frozen=True)
class Numbered:
    """A number and the words behind it. `rank` is 1 for `4`, `Section 4` and the like, 2 for `4.2`."""

    number: str
    words: str
    rank: int

    @property
    def is_single(self) -> bool:
        """Whether it is a bare `4`, as the items of a list have it too."""
        return self.number.isdigit()

    @property
    def is_called(self) -> bool:
        """Whether it is of the kind `Section 11`, which without a title may be the section of an Act."""
        return self.number[:1].isalpha()


def begins_numbered(text: str) -> bool:
    """Whether the text begins with a number with points in it, or as `Section 4` does."""
    found = numbered(text)
    return found is not None and not found.is_single


def numbered(text: str) -> Numbered | None:
    """The number that a heading or paragraph begins with; None for a text without one, a date, a time or an amount."""
    text = text.strip()
    if found := _CALLED.match(text):
        words = found["words"].strip()
        if not words or found["mark"] or words[:1].isupper():
            return Numbered(" ".join(found["number"].split()), words, 1)
        return None
    found = _DOTTED.match(text) or _SINGLE.match(text)
    if found is None or _NO_HEADING.match(found["words"]) or _MONTH.match(found["words"]):
        return None
    if found["number"].startswith("0") or (".0" in found["number"][:-1] and not found["words"]):
        return None
    return Numbered(found["number"], found["words"].strip(), found["number"].count(".") + 1)
