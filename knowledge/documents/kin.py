"""Words of the same family, and words as people misspell them, among the words that a collection of texts holds."""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

_SHORTEST, _ENDING = 5, 4  # letters that a family shares at least, and how much longer one of it may be
_NEAR = 0.84  # likeness from which an unknown word is taken for a misspelt known one


class Kin:
    """Finds what stands for a word that was asked: `audit` for `auditor`, `threshold` for `threshhold`."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._of = lru_cache(maxsize=4096)(self._find)

    def of(self, word: str) -> tuple[str, ...]:
        """The kin of a stem, without itself."""
        return self._of(word)

    def _find(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST or word.isdigit():
            return ()
        root = word[: max(_SHORTEST, len(word) - 2)]
        family = []
        for at in range(bisect_left(self._words, root), len(self._words)):
            if not self._words[at].startswith(root):
                break
            if self._words[at] != word and len(self._words[at]) <= len(word) + _ENDING:
                family.append(self._words[at])
        at = bisect_left(self._words, word)
        is_known = at < len(self._words) and self._words[at] == word
        if is_known or family:
            return tuple(family)
        beside = [one for one in self._words if one[:1] == word[:1] and abs(len(one) - len(word)) <= 2]
        return tuple(get_close_matches(word, beside, n=2, cutoff=_NEAR))
