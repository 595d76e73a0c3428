"""Which sentences of a pathway answer the very question that was asked."""

from collections.abc import Iterator

from knowledge.model import Area, Pathway, Sentence
from knowledge.words import asked_for, normal

_MOST = 4


def replies(pathway: Pathway, area: Area, text: str) -> list[Sentence]:
    """The sentences whose `asks` the message uses, the best first, at most four."""
    message = normal(text)
    scored = [(asked_for(s.asks, message), s) for s in _asked_sentences(pathway) if s.holds_in(area)]
    ranked = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [sentence for _, sentence in ranked[:_MOST]]


def _asked_sentences(pathway: Pathway) -> Iterator[Sentence]:
    return (sentence for sentence in pathway.sentences() if sentence.asks)
