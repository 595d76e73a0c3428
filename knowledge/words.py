"""Reading a message: clauses, words with their spans, negation and the past.

The patterns are data (`vocabulary.yaml`); here is only how a pattern is looked for and when a hit does not count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_SENTENCE = re.compile(r"[^.!?\n;]+(?:[.!?\n;]+|$)")
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
_ANY_WORD = re.compile(r"(?<!\[)\\w")  # outside a list of letters
_TOKEN = re.compile(r"[a-z0-9']+")


def normal(text: str) -> str:
    """The text in lower case with plain quotes and dashes; the same length, so that spans still fit."""
    plain = text.translate(_QUOTES)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Start and words of each sentence or line of the text."""
    for found in _SENTENCE.finditer(text):
        yield found.start(), found.group()


def tokens(text: str) -> list[str]:
    """The words of a normalised text."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=4096)
def pattern(phrase: str) -> re.Pattern[str]:
    """A vocabulary phrase as a regular expression at word boundaries, as people type it.

    A space matches any run of spaces or hyphens, " ?" also none ("6yo"), and an apostrophe may be missing ("wont").
    A word written as `\\w+` may be one with an apostrophe ("mum's throat").
    """
    return _as_typed((phrase,))


@lru_cache(maxsize=4096)
def _as_typed(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases. Where none of them stands, this says so in one look at the text instead of many."""
    typed = "|".join(
        _ANY_WORD.sub(r"[\\w']", p.replace("'", "'?")).replace(" ?", r"[\s-]*").replace(" ", r"[\s-]+") for p in phrases
    )
    return re.compile(rf"(?<!\w)(?:{typed})(?!\w)")


@dataclass(frozen=True)
class Hit:
    """A phrase of the vocabulary found in the message: its words and where they stand."""

    name: str
    words: str
    start: int
    end: int


def find(name: str, phrases: Iterable[str], text: str) -> list[Hit]:
    """Every place in the normalised text where one of the phrases stands."""
    every = tuple(phrases)
    if not _as_typed(every).search(text):
        return []
    return [
        Hit(name, found.group(), found.start(), found.end())
        for phrase in every
        for found in pattern(phrase).finditer(text)
    ]


def asked_for(asks: Iterable[str], text: str) -> int:
    """How strongly a question asks for a sentence: the words of all its `asks` that begin a word of the text."""
    return sum(len(ask.split()) for ask in asks if _beginning(ask).search(text))


@lru_cache(maxsize=4096)
def _beginning(ask: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(ask)}")
