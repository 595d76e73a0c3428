"""Tells a misspelt ordinary word ("brusies") from a name that no list knows ("tolliver")."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Spelling:
    """Compares a word with frequent words, all words and given names, shelved by first letter."""

    def __init__(self, frequent: Iterable[str], words: Iterable[str], names: Iterable[str]) -> None:
        self._frequent, self._words, self._names = _shelved(frequent), _shelved(words), _shelved(names)

    def misspelt(self, word: str, beside_cue: bool) -> bool:
        """Return whether an unknown word is nearer to an ordinary word than to a name."""
        if len(word) < 4:
            return not beside_cue
        if beside_cue:
            return _distance(word, self._frequent, 1) is not None and _distance(word, self._names, 1) is None
        far = 1 if len(word) < 7 else 2 if len(word) < 10 else 3
        to_word = _distance(word, self._frequent, far)
        if to_word is None and len(word) > 5:
            to_word = _distance(word, self._words, 1)
        if to_word is None:
            return False
        return to_word == 1 or _distance(word, self._names, 1) is None


def _shelved(words: Iterable[str]) -> dict[str, list[str]]:
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        shelves[word[:1]].append(word)
    return shelves


def _distance(word: str, shelves: dict[str, list[str]], far: int) -> int | None:
    """Return how far the nearest listed word is, up to `far`; the first two letters may be swapped."""
    found: list[int] = []
    for initial in {word[0], word[1]}:
        best = process.extractOne(word, shelves.get(initial, []), scorer=OSA.distance, score_cutoff=far)
        if best is not None:
            found.append(int(best[1]))
    return min(found, default=None)
