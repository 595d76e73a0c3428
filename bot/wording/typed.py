"""Words made ready for every channel: without letters that do harm, cut to fit, and numbers to ring found in them."""

import re
import unicodedata
from collections.abc import Callable

WEB = re.compile(r"(https?://[^\s<>|]*[^\s<>|.,;:!?)])")
_NUMBER = re.compile(r"(?<![\d/=.-])(?:999|101|111|0\d{2,4}(?: ?\d{2,4}){1,3})(?![\d/-])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # could turn a telephone number round
_ELLIPSIS = "…"
_JOINER = "\u200d"


def cleaned(text: str) -> str:
    """The text without control characters, half letters and marks that reverse the reading order of what follows."""
    return _REORDERING.sub("", _CONTROL.sub(" ", text.replace("\r\n", "\n")))


def ringable(text: str, link: Callable[[str], str]) -> str:
    """The text with 999 and every telephone number in it turned into what `link` makes of it."""
    return _NUMBER.sub(lambda found: link(found[0]) if _is_number(found[0]) else found[0], text)


def dialled_digits(phone: str) -> str:
    """What a telephone dials for a number as it is written."""
    return re.sub(r"[^\d+]", "", phone.split("ext")[0])


def letters(text: str) -> int:
    """The length as a channel may count it: an emoji counts two, so that no count of theirs is longer than ours."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(text: str, most: int, unbroken: Callable[[str], str] = str) -> str:
    """The text in at most so many letters: cut after a word, with an ellipsis. `unbroken` takes half markup away."""
    if letters(text) <= most:
        return text
    kept = unbroken(_first(text, most - 1))
    after = text[len(kept) : len(kept) + 1]
    return (kept.rstrip() if after.isspace() else _whole_words(kept)) + _ELLIPSIS


def _first(text: str, most: int) -> str:
    """The first letters, without half an emoji or a letter parted from its accents at the end."""
    end = len(text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore"))
    while end > 0 and (_hangs_on(text[end : end + 1]) or text[end - 1] == _JOINER):
        end -= 1
    return text[:end]


def _hangs_on(letter: str) -> bool:
    return bool(letter) and (letter == _JOINER or unicodedata.category(letter) in {"Mn", "Me"})


def _whole_words(text: str) -> str:
    """The text up to its last gap; as it is when that would lose half of it."""
    gap = max(text.rfind(" "), text.rfind("\n"))
    return text[:gap].rstrip() if gap * 2 >= len(text) else text


def _is_number(found: str) -> bool:
    return len(found) == 3 or 8 <= len(found.replace(" ", "")) <= 11
