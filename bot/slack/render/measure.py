"""How long a text is for Slack, and cutting one to fit."""

import re
import unicodedata

_BROKEN = re.compile(r"(?:&[a-z]{0,4}|<(?:\w*|\w+:[^>]*))$")  # an entity or a link that the cut went through
_ELLIPSIS = "…"
_JOINER = "\u200d"


def letters(text: str) -> int:
    """The length as Slack may count it: an emoji counts two, so that no count of theirs is longer than ours."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(text: str, most: int) -> str:
    """The text in at most so many letters: cut after a word, with an ellipsis, never inside an entity or a link."""
    if letters(text) <= most:
        return text
    kept = _BROKEN.sub("", _first(text, most - 1))
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
