"""BM25 (Robertson and Zaragoza, 2009) over texts whose words have weights."""

import math
from collections.abc import Mapping, Sequence, Set

_K1, _B = 1.2, 0.6  # how soon repeating a word stops to count, and how much long texts are held back
_SHORTEST = 0.75  # share of the usual length below which a text gains nothing by being shorter


class Bm25:
    """Scores texts for the words of a question. A text is the weight of each of its words, and its length in words."""

    def __init__(self, texts: Sequence[Mapping[str, float]], lengths: Sequence[float]) -> None:
        self._texts = texts
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        self._held_back = [_K1 * (1 - _B + _B * max(length / mean, _SHORTEST)) for length in lengths]
        self._holding: dict[str, set[int]] = {}
        for at, text in enumerate(texts):
            for word in text:
                self._holding.setdefault(word, set()).add(at)

    @property
    def words(self) -> list[str]:
        """All words of the texts, sorted."""
        return sorted(self._holding)

    def scores(self, words: Sequence[Mapping[str, float]], among: Set[int] | None = None) -> dict[int, float]:
        """The score of each text that holds one of the words. Each word is given with what else may stand for it.

        `among` leaves out all other texts, and then a word is rare or common among these.
        """
        found: dict[int, float] = {}
        total = len(self._texts if among is None else among)
        for variants in words:
            best: dict[int, float] = {}
            rarest = max(
                self._rarity(word, total, among) for word, share in variants.items() if share == max(variants.values())
            )
            for word, share in variants.items():
                rare = min(self._rarity(word, total, among), rarest) * share
                for at in self._among(word, among):
                    times = self._texts[at][word]
                    score = rare * times * (_K1 + 1) / (times + self._held_back[at])
                    best[at] = max(best.get(at, 0.0), score)
            for at, score in best.items():
                found[at] = found.get(at, 0.0) + score
        return found

    def _rarity(self, word: str, total: int, among: Set[int] | None) -> float:
        holding = len(self._among(word, among))
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))

    def _among(self, word: str, among: Set[int] | None) -> Set[int]:
        holding = self._holding.get(word, set())
        return holding if among is None else holding & among
