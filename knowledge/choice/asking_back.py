"""What an answer asks back: one question at a time, only where the reply would change the route, two in a row at most.

The route and the numbers to ring are in the same answer: nobody waits for a reply before acting.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.answer import Question
from knowledge.choice.decide import Decision
from knowledge.flags import Raised
from knowledge.knowledge import Knowledge
from knowledge.model import Option
from knowledge.words import find, normal

NEAREST = "nearest"  # the id of "which of these is nearest?"


@dataclass(frozen=True)
class Back:
    """A question back: its id, what is asked, and the pathway that each reply leads to."""

    id: str
    question: Question
    leads: dict[str, str]


def nearest(knowledge: Knowledge, decision: Decision) -> Back:
    """Two or three routes to choose from, for an answer that is not sure of any."""
    offers = {knowledge.pathways[p].offer: p for p in (decision.primary, *decision.also[:2])}
    return Back(NEAREST, Question("Which of these is nearest?", tuple(offers)), offers)


def deciding(
    knowledge: Knowledge, decision: Decision, raised: Sequence[Raised], text: str, asked: Collection[str]
) -> Back | None:
    """The question worth asking after this answer, or None. `text` is all that was said of the matter so far."""
    if any(r.flag.act == "999" for r in raised) or len(asked) >= knowledge.settings.questions_in_a_row:
        return None
    words, others = normal(text), {*decision.also, *decision.concerns}
    for known in knowledge.questions:
        decides = decision.primary in known.between and others & set(known.against)
        if decides and known.id not in asked and _open(knowledge, known.needs, known.known_by, words):
            return _back(known.id, known.text, known.options)
    general = knowledge.pathways[decision.primary].question
    if general and decision.primary not in asked and not asked and _open(knowledge, (), general.known_by, words):
        return _back(decision.primary, general.text, general.options)
    return None


def recognised(knowledge: Knowledge, question: Question, named: Sequence[str]) -> Back:
    """The question as it was asked, found again by its words; `named` are the pathways that its answer named."""
    for known in knowledge.questions:
        if known.text == question.text:
            return _back(known.id, known.text, known.options)
    general = knowledge.pathways[named[0]].question
    if general and general.text == question.text:
        return _back(named[0], general.text, general.options)
    offers = {knowledge.pathways[p].offer: p for p in named}
    return Back(NEAREST, question, {offer: p for offer, p in offers.items() if offer in question.options})


def _open(knowledge: Knowledge, needs: Collection[str], known_by: Collection[str], words: str) -> bool:
    """Whether the message speaks of the matter and does not hold the fact already."""

    def said(name: str) -> bool:
        return bool(find(name, knowledge.vocabulary[name], words))

    return all(said(name) for name in needs) and not any(said(name) for name in known_by)


def _back(id: str, text: str, options: Sequence[Option]) -> Back:
    return Back(id, Question(text, tuple(o.text for o in options)), {o.text: o.pathway for o in options})
