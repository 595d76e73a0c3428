"""Finds the passages of the partnership's own copies that a question asks about.

Windows of a few sentences are scored by BM25 over word stems, and so are the sections that they stand in. The words of
a section's heading and of the headings above it count with a window's own. Words that mean the same stand for each
other: abbreviations of the glossary, and the groups of `document_questions.yaml`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from knowledge.documents.bm25 import Bm25
from knowledge.documents.kin import Kin
from knowledge.documents.passages import Edition, Passage
from knowledge.documents.stems import stems
from knowledge.documents.synonyms import Synonyms
from knowledge.documents.windows import Window, overlap, weighted, windows

_SECTION = 0.35  # share of the score of the section that a window stands in
_PAIR = 0.4  # what two words of the question side by side add, as a share of the score
_OF_ONE_SECTION = 2  # passages at most
_LEAST = 0.4  # share of the best score below which a passage is not shown


class Index:
    """All windows of some editions, ready to be searched. `same` holds groups of words that mean the same."""

    def __init__(self, editions: Sequence[Edition], same: Iterable[Collection[str]] = ()) -> None:
        self._windows: list[Window] = []
        self._section: list[int] = []  # of each window, the place of its section among those scored
        sections: list[tuple[Mapping[str, float], float]] = []
        for number, edition in enumerate(editions):
            for at, section in enumerate(edition.sections):
                found = list(windows(edition, section, (number, at)))
                self._windows += found
                self._section += [len(sections)] * len(found)
                sections.append(weighted(section, stems(" ".join(one.text for one in section.paragraphs))))
        self._texts = Bm25([one.weights for one in self._windows], [one.length for one in self._windows])
        self._sections = Bm25([weights for weights, _ in sections], [length for _, length in sections])
        self._synonyms = Synonyms(same, Kin(self._texts.words))

    def search(self, question: str, documents: Collection[str] = (), most: int = 3) -> list[Passage]:
        """The best passages, the best first, none sharing a sentence; only of these documents where some are named."""
        words = self._synonyms.spread(question)
        among = None
        if documents:
            among = {at for at, window in enumerate(self._windows) if window.passage.document in documents}
        scores = self._texts.scores(words, among)
        of_sections = self._sections.scores(words, None if among is None else {self._section[at] for at in among})
        asked = stems(question)
        pairs = set(pairwise(asked))
        for at, score in scores.items():
            beside = len(pairs & self._windows[at].pairs) / max(len(pairs), 1)
            scores[at] = score * self._windows[at].worth * (1 + _PAIR * beside) + _SECTION * of_sections.get(
                self._section[at], 0.0
            )
        return list(self._best(scores, most))

    def _best(self, scores: Mapping[int, float], most: int) -> Iterator[Passage]:
        taken: list[Window] = []
        least = _LEAST * max(scores.values(), default=0.0)
        for at in sorted(scores, key=lambda one: (-scores[one], one)):
            window = self._windows[at]
            if scores[at] < least:
                return
            if any(overlap(window, other) or window.passage.text == other.passage.text for other in taken):
                continue
            if sum(other.place[:2] == window.place[:2] for other in taken) == _OF_ONE_SECTION:
                continue
            taken.append(window)
            yield window.passage
            if len(taken) == most:
                return
