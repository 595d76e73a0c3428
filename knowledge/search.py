"""Finds the passages of the partnership's own copies that a question asks about.

Windows of a few sentences are scored by BM25 over word stems, and so are the sections that they stand in. The words of
a section's heading and of the headings above it count with a window's own. Words that mean the same stand for each
other: abbreviations of the glossary, and the groups of `document_questions.yaml`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from knowledge.bm25 import Bm25
from knowledge.kin import Kin
from knowledge.passages import Edition, Passage, SectionCopy
from knowledge.words import normal

_HEADING, _ABOVE = 2.0, 0.6  # weight of a word of the heading, and of those above, against one of the text
_SECTION = 0.35  # share of the score of the section that a window stands in
_OTHER = 0.7  # what a word that means the same counts against the very word asked
_KIN = 0.6  # what a word of the same family, or one spelt nearly so, counts
_LETTERS, _MOST_LETTERS = 560, 700  # of a passage: as many sentences as fit, and where a single one is cut off
_BEGINS = 1.05  # for a passage that begins with a paragraph
_SCRAP, _SENTENCE = 0.5, 12.0  # share of the score that a passage without words keeps, and words that keep all of it
_OF_ONE_SECTION = 2  # passages at most
_LEAST = 0.4  # share of the best score below which a passage is not shown
_PAIR = 0.4  # what two words of the question side by side add, as a share of the score
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"')\]]*\s+(?=[\"“‘(]?[A-Z0-9•])")
_NO_END = re.compile(r"(?:^|\s)(?:\(?\d{1,3}|[a-z]|e\.g|i\.e|no|dr|mr|mrs|ms|st|para|cf|vs)[.)]$", re.I)
_STOP = frozenset(
    "a about above according actually again all also although always am an and another any anybody anyone anything "
    "are around as ask asked asking at be because been before being below but by came can cannot come could did didn't do "
    "does doesn't doing don't done down each either else ever every everyone exactly few find for from further get gets "
    "getting give given gives giving go goes going gone got had happen happened happening happens has have having he her "
    "here hers him his how however i if in into is isn't it it's its just kind know let like look made make many may me "
    "might more most much must my near need needs no nor not now of off often on once one only onto or other our ours out "
    "over own part people per perhaps please put quite quote rather re really regarding said same say says see shall she "
    "should so some somebody someone something soon still such take tell than that that's the their theirs them then there "
    "these they thing things this those though through to too under until up upon us use used very want was wasn't way we "
    "we've well went were what whatever when where whether which while who who's whom whose why will with within without "
    "won't would you you're your yours bit section page document show did isn't i'm i've they're wouldn't shouldn't hasn't "
    "haven't".split()
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.removesuffix("'s")))


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [_stem(word) for word in _WORD.findall(normal(text)) if word not in _STOP]


def _all_stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(normal(text))]


@dataclass(frozen=True)
class _Window:
    passage: Passage
    place: tuple[int, int, int]  # edition, section, first sentence: windows that share sentences are told by these
    end: int
    worth: float  # how good a quotation it makes, whatever it says
    weights: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]
    length: float


@dataclass(frozen=True)
class _Part:
    """A sentence, its page, and whether a paragraph begins with it."""

    words: str
    page: int | None
    begins: bool


class Index:
    """All windows of some editions, ready to be searched. `same` holds groups of words that mean the same."""

    def __init__(self, editions: Sequence[Edition], same: Iterable[Collection[str]] = ()) -> None:
        self._windows: list[_Window] = []
        self._section: list[int] = []  # of each window, the place of its section among those scored
        sections: list[tuple[Mapping[str, float], float]] = []
        for number, edition in enumerate(editions):
            for at, section in enumerate(edition.sections):
                windows = list(_windows(edition, section, (number, at)))
                self._windows += windows
                self._section += [len(sections)] * len(windows)
                sections.append(_weighted(section, stems(" ".join(one.text for one in section.paragraphs))))
        self._texts = Bm25([one.weights for one in self._windows], [one.length for one in self._windows])
        self._sections = Bm25([weights for weights, _ in sections], [length for _, length in sections])
        self._synonyms = _Synonyms(same, Kin(self._texts.words))

    def search(self, question: str, documents: Collection[str] = (), most: int = 3) -> list[Passage]:
        """The best passages, the best first, none sharing a sentence; only of these documents where some are named."""
        words = self._synonyms.spread(question)
        among = None
        if documents:
            among = {at for at, window in enumerate(self._windows) if window.passage.document in documents}
        scores = self._texts.scores(words, among)
        of_sections = self._sections.scores(words, None if among is None else {self._section[at] for at in among})
        asked = stems(question)
        pairs = set(zip(asked, asked[1:], strict=False))
        for at, score in scores.items():
            beside = len(pairs & self._windows[at].pairs) / max(len(pairs), 1)
            scores[at] = score * self._windows[at].worth * (1 + _PAIR * beside) + _SECTION * of_sections.get(self._section[at], 0.0)
        return list(self._best(scores, most))

    def _best(self, scores: Mapping[int, float], most: int) -> Iterator[Passage]:
        taken: list[_Window] = []
        least = _LEAST * max(scores.values(), default=0.0)
        for at in sorted(scores, key=lambda one: (-scores[one], one)):
            window = self._windows[at]
            if scores[at] < least:
                return
            if any(_overlap(window, other) or window.passage.text == other.passage.text for other in taken):
                continue
            if sum(other.place[:2] == window.place[:2] for other in taken) == _OF_ONE_SECTION:
                continue
            taken.append(window)
            yield window.passage
            if len(taken) == most:
                return


class _Synonyms:
    """Spreads each word or phrase of a question over what means the same."""

    def __init__(self, same: Iterable[Collection[str]], kin: Kin) -> None:
        self._kin = kin
        self._means: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for group in same:
            names = {tuple(_all_stems(name)): tuple(stems(name)) for name in group}
            for name in names:
                self._means.setdefault(name, set()).update({other for key, other in names.items() if key != name and other})
        self._longest = max(map(len, self._means), default=1)

    def spread(self, question: str) -> list[dict[str, float]]:
        """For each word of the question the stems that may stand for it, with what each counts.

        A word that stands for several brings each of them; several that one word stands for bring that one.
        """
        words = {word: {word: 1.0, **dict.fromkeys(self._kin.of(word), _KIN)} for word in stems(question)}
        ordered = _all_stems(question)
        for size in range(1, self._longest + 1):
            for at in range(len(ordered) - size + 1):
                phrase = ordered[at : at + size]
                asked = [word for word in phrase if word in words]
                for other in sorted(self._means.get(tuple(phrase), ())):
                    if len(other) > 1:
                        for word in other:
                            words.setdefault(word, {word: _OTHER})
                    for word in asked if len(other) == 1 else ():
                        words[word].setdefault(other[0], _OTHER)
        return list(words.values())


def _windows(edition: Edition, section: SectionCopy, place: tuple[int, int]) -> Iterator[_Window]:
    """Windows of neighbouring sentences, each as long as a passage may be; the next begins one sentence further on."""
    parts = [
        _Part(sentence, one.page, at == 0) for one in section.paragraphs for at, sentence in enumerate(sentences(one.text))
    ]
    heading = stems(section.heading)
    last_end = 0
    for first in range(len(parts)):
        end = _end(parts, first)
        if end == last_end:  # holds nothing that the window before does not hold
            continue
        last_end = end
        text, page = " ".join(part.words for part in parts[first:end]), parts[first].page or section.page
        passage = Passage(edition.document, edition.edition, cited(section), page, text, edition.imported_on)
        words = stems(text)
        weights, length = _weighted(section, words)
        pairs = frozenset(zip(words, words[1:], strict=False)) | frozenset(zip(heading, heading[1:], strict=False))
        yield _Window(passage, (*place, first), end, _worth(parts[first].begins, length), weights, pairs, length)


def _worth(begins: bool, length: float) -> float:
    """Better when it begins with a paragraph, worse when it is hardly a sentence."""
    return (_BEGINS if begins else 1.0) * min(1.0, _SCRAP + (1 - _SCRAP) * length / _SENTENCE)


def _weighted(section: SectionCopy, words: Sequence[str]) -> tuple[Mapping[str, float], float]:
    """The weight of each word of a text in this section, those of the headings added; and its length in words."""
    weights: dict[str, float] = dict(Counter(words))
    above = {stem for name in section.under for stem in stems(name)}
    for names, weight in ((set(stems(section.heading or section.number)), _HEADING), (above, _ABOVE)):
        for word in names:
            weights[word] = weights.get(word, 0.0) + weight
    return weights, float(len(words))


def cited(section: SectionCopy) -> str:
    """How a passage names its section: its own name behind the nearest numbered one above it."""
    if section.number or not section.under:
        return section.name
    above = next((name for name in reversed(section.under) if name[:1].isdigit()), section.under[-1])
    return f"{above}: {section.name}"


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; one that is far too long to quote is cut between words into parts."""
    found: list[str] = []
    for sentence in _whole(_SENTENCE_END.split(text)):
        while len(sentence) > _MOST_LETTERS:
            cut = sentence.rfind(" ", 0, _MOST_LETTERS)
            cut = cut if cut > 0 else _MOST_LETTERS
            found.append(sentence[:cut].strip())
            sentence = sentence[cut:].strip()
        if sentence.strip():
            found.append(sentence.strip())
    return found


def _whole(pieces: Sequence[str]) -> list[str]:
    """The pieces with `3.` and `e.g.` put before what they belong to."""
    found: list[str] = []
    for piece in pieces:
        if found and _NO_END.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _end(parts: Sequence[_Part], first: int) -> int:
    letters, end = len(parts[first].words), first + 1
    while end < len(parts) and letters + 1 + len(parts[end].words) <= _LETTERS:
        letters += 1 + len(parts[end].words)
        end += 1
    return end


def _overlap(one: _Window, other: _Window) -> bool:
    return one.place[:2] == other.place[:2] and one.place[2] < other.end and other.place[2] < one.end
