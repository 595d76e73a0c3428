"""What of people's words a list may show: masked again, and not at all where few asked and a word looks doubtful."""

import re
from collections.abc import Callable, Container

from bot.upkeep.grouping import Group
from bot.upkeep.unanswered import Unanswered
from bot.upkeep.words import common_words
from knowledge.words import normal, tokens

ENOUGH_ASKERS = 3  # of so many people no single one is told by what was typed
_PLACEHOLDER = re.compile(r"<[A-Z]+>")
_LONG_NUMBER = re.compile(r"\d[\d\s/-]{3,}\d")
_INSIDE = re.compile(r"(?<![.!?\n:]\s)(?<!^)\b[A-Z][a-z']+\b")

type Mask = Callable[[str], str]  # today's masker


def shown(group: Group, mask: Mask, known: Container[str], most: int, *, with_said: bool = False) -> list[str] | None:
    """The words of the group's first questions as they may be shown; None when they may not.

    They are masked again. Words of fewer than ENOUGH_ASKERS people are held back as a whole when one looks doubtful.
    `with_said` adds what the asker said of the answer.
    """
    stored = [_with_said(one) if with_said else one.words for one in group.questions[:most]]
    texts = [(words, mask(words)) for words in stored]
    if group.askers < ENOUGH_ASKERS and any(is_doubtful(stored, now, known) for stored, now in texts):
        return None
    return [now for _, now in texts]


def _with_said(one: Unanswered) -> str:
    return f"{one.words} (of the answer: {one.said})" if one.said else one.words


def is_doubtful(stored: str, masked: str, known: Container[str]) -> bool:
    """Whether the words may still point to somebody: the masker finds more today than when they were stored, or there
    is a long number or, within a sentence, a word with a capital letter that nobody knows."""
    if stored != masked:
        return True
    plain = _PLACEHOLDER.sub("", masked)
    capitals = [word for found in _INSIDE.findall(plain) for word in tokens(normal(found))]
    return bool(_LONG_NUMBER.search(plain)) or any(
        word not in known and word not in common_words() for word in capitals
    )
