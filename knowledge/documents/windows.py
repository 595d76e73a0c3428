"""The windows of a copy that a search looks at: a few sentences of one section, as long as a passage may be."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.documents.passages import Edition, Passage, SectionCopy
from knowledge.documents.stems import stems

_HEADING, _ABOVE = 2.0, 0.6  # weight of a word of the heading, and of those above, against one of the text
_LETTERS, _MOST_LETTERS = 560, 700  # of a passage: as many sentences as fit, and where a single one is cut off
_BEGINS = 1.05  # for a passage that begins with a paragraph
_SCRAP, _SENTENCE = 0.5, 12.0  # share of the score that a passage without words keeps, and words that keep all of it
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"')\]]*\s+(?=[\"“‘(]?[A-Z0-9•])")
_NO_END = re.compile(r"(?:^|\s)(?:\(?\d{1,3}|[a-z]|e\.g|i\.e|no|dr|mr|mrs|ms|st|para|cf|vs)[.)]$", re.I)


@dataclass(frozen=True)
class Window:
    """Some sentences of a section, ready to be scored: the weights of their words, and which stand side by side."""

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


def windows(edition: Edition, section: SectionCopy, place: tuple[int, int]) -> Iterator[Window]:
    """Windows of neighbouring sentences, each as long as a passage may be; the next begins one sentence further on."""
    parts = [
        _Part(sentence, one.page, at == 0)
        for one in section.paragraphs
        for at, sentence in enumerate(sentences(one.text))
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
        weights, length = weighted(section, words)
        pairs = frozenset(pairwise(words)) | frozenset(pairwise(heading))
        yield Window(passage, (*place, first), end, _worth(parts[first].begins, length), weights, pairs, length)


def _worth(begins: bool, length: float) -> float:
    """Better when it begins with a paragraph, worse when it is hardly a sentence."""
    return (_BEGINS if begins else 1.0) * min(1.0, _SCRAP + (1 - _SCRAP) * length / _SENTENCE)


def weighted(section: SectionCopy, words: Sequence[str]) -> tuple[Mapping[str, float], float]:
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


def overlap(one: Window, other: Window) -> bool:
    return one.place[:2] == other.place[:2] and one.place[2] < other.end and other.place[2] < one.end
