"""How a word sounds and how it is cut short: tells "soshal" and "colln" from names that no list knows."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import Hamming

# Spellings that sound alike in British speech, tried in this order; what is silent goes.
_ALIKE = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"wh", "w"),
        (r"eigh|iegh", "a"),
        (r"augh(?!t)|ough(?=s?$)", "af"),
        (r"gh", ""),
        (r"ph", "f"),
        (r"(?:c|t|s|sc)i(?=[aeo])", "sh"),
        (r"tch", "ch"),
        (r"s?c(?=[eiy])", "s"),
        (r"dg(?=e)|^g(?=en|eo|em|ia|in|y)|(?!^)g(?=[eiy])", "j"),
        (r"c(?!h)|k+|q", "k"),
        (r"kk", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"(?<=[^aeiou])e(?=s$|d$|ful|ment|ly|less)", ""),
        (r"(?:er|or|ar|re|our|ah)$", "a"),
        (r"(?:ear|er|ir|ur)(?=[^aeiouy])", "ur"),
        (r"(?:ey|ie|ee|y)$", "i"),
        (r"(?<=[^aeiou])e$", ""),
        (r"ea|ee|ie|ei", "i"),
        (r"oo|ou|ew", "u"),
        (r"ow|oa|oe", "o"),
        (r"ai|ay|ey", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"(?!^)[aeiouyw]")
_STARTS = 3  # letters of an abbreviation that must be the word's own


class Sounds:
    """Compares words by sound with a list of ordinary words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(words)
        self._by_bones: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            sound = heard(word)
            self._by_bones[_bones(sound)].append(sound)

    def like_a_word(self, word: str) -> bool:
        """Whether the word sounds like a listed one; a longer word may differ in a vowel."""
        sound = heard(word)
        alike = self._by_bones.get(_bones(sound), ())
        if len(word) < 3 or sound in alike:
            return len(word) > 2
        far = len(sound) // 5  # "becum" is "become", but short names are near to many words
        return (
            any(Hamming.distance(sound, other, pad=False) <= far for other in alike if len(other) == len(sound))
            and far > 0
        )

    def cut_short(self, word: str) -> bool:
        """Whether the word is a listed one cut short ("susp") or without its middle ("colln", "cttee")."""
        if not 3 <= len(word) <= 6 or word[-1] in "aeiouy":
            return self._middle_gone(word) if len(word) > 3 else False
        at = bisect_left(self._sorted, word)
        truncated = at < len(self._sorted) and self._sorted[at].startswith(word)
        return truncated or self._middle_gone(word)

    def _middle_gone(self, word: str) -> bool:
        if len(word) > 7 or sum(letter in "aeiouy" for letter in word) > 0.4 * len(word):
            return False
        at = bisect_left(self._sorted, word[0])
        end = bisect_left(self._sorted, chr(ord(word[0]) + 1))
        ends_alike = (w for w in self._sorted[at:end] if w[-1] == word[-1] and len(w) > len(word) + 1)
        return any(_inside(word, other) for other in ends_alike)


def heard(word: str) -> str:
    """Return a folded word as it sounds, roughly: "social" and "soshal" come out the same."""
    for pattern, sound in _ALIKE:
        word = pattern.sub(sound, word)
    return word


def _bones(sound: str) -> str:
    """Return the consonants, with the first letter whatever it is."""
    return _VOWELS.sub("", sound)


def _inside(short: str, word: str) -> bool:
    """Whether the letters of `short` come in `word` in their order."""
    letters = iter(word)
    return all(letter in letters for letter in short)
