"""What a question is about: its telling words, and how alike two questions are by them."""

import math
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from knowledge.knowledge import Knowledge
from knowledge.words import normal, tokens

_COMMON = Path(__file__).parent / "data" / "common_words.txt"
_STEMMER = threading.local()  # a stemmer holds the word that it works on

type Vector = Mapping[str, float]  # stem -> weight; as a whole of length 1


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The words that say nothing of a question's matter."""
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def telling(text: str) -> list[str]:
    """The words of the text that say what it is about, in order; a placeholder of masking is none of them."""
    return [word for word in tokens(normal(text)) if len(word) > 1 and word not in common_words()]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its ending, so that `referral` and `referrals` are the same."""
    if not hasattr(_STEMMER, "english"):
        _STEMMER.english = snowballstemmer.stemmer("english")
    return str(_STEMMER.english.stemWord(word))


def stems(text: str) -> Counter[str]:
    """How often each telling word is used."""
    return Counter(stem(word) for word in telling(text))


@dataclass(frozen=True)
class Weights:
    """How rare each word is, and so how much it says: in how many texts of so many it is found."""

    texts: int
    found_in: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Weights":
        """The weights of words in these texts."""
        read = [set(stems(text)) for text in texts]
        return cls(len(read), Counter(one for found in read for one in found))

    def vector(self, text: str) -> Vector:
        """The text's words, the rarer the heavier (TF-IDF); empty for a text without a telling word."""
        heavy = {
            one: (1 + math.log(count)) * math.log((self.texts + 1) / (self.found_in.get(one, 0) + 0.5))
            for one, count in stems(text).items()
        }
        length = math.sqrt(sum(weight * weight for weight in heavy.values()))
        return {one: weight / length for one, weight in heavy.items()} if length else {}


def likeness(one: Vector, other: Vector) -> float:
    """From 0, nothing in common, to 1, the same words (cosine)."""
    small, large = sorted((one, other), key=len)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def said_in(knowledge: Knowledge) -> list[str]:
    """All that the knowledge says and listens for: how common a word of the field is, and a word that names nobody."""
    sentences = [one for pathway in knowledge.pathways.values() for one in pathway.sentences()]
    said = [" ".join((one.say, *one.asks)) for one in sentences]
    titles = [f"{one.title} {one.offer}" for one in knowledge.pathways.values()]
    terms = [" ".join((one.term, one.means, one.say, *one.also)) for one in knowledge.glossary]
    return [*said, *titles, *terms]
