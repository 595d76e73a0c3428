"""From a message and what the classifier made of it to the answer. Pure: no clock, no network, no environment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.answer import Answer, Line, Section
from knowledge.choice.asking_back import Back, deciding, nearest, recognised
from knowledge.choice.decide import Decision, Reading, decide
from knowledge.compose import Occasion, compose
from knowledge.documents.quoting import asks_for_a_document, inside_when_quoted
from knowledge.flags import Raised, believed, raised_flags
from knowledge.glossary import meaning, terms_in
from knowledge.knowledge import Knowledge
from knowledge.model import Area, Sentence
from knowledge.places import area_named
from knowledge.text import plain_text
from knowledge.words import normal, tokens

_SURE = 0.4  # share from which an intent counts as sure, urgency from which a message counts as urgent
_SHORT = 16  # words of the longest message that can be small talk or ask for a term


@dataclass(frozen=True)
class Said:
    """A message as the assistant understood it.

    `intent` is the classifier's first choice, `ranking` its share for each pathway, `urgency` its own judgement of
    urgency from 0 to 1, `evidence` the words that weighed most. `before` is the message before when this one only
    adds a fact to it ("he is 4 months old"): danger is read from the two together. `place` is the last place named
    in the conversation. `topic` and `offered` come from the answer before: its pathway, and the replies it offered with
    the pathway each leads to. `asked` holds the ids of the questions asked back one after another until now,
    `concerns` the highest share of each pathway in one clause.
    """

    text: str
    area: Area
    at: datetime
    before: str = ""
    place: str = ""
    intent: str | None = None
    ranking: Mapping[str, float] = field(default_factory=dict)
    urgency: float = 0.0
    evidence: tuple[str, ...] = ()
    topic: str | None = None
    offered: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    concerns: Mapping[str, float] = field(default_factory=dict)
    unsure_before: bool = False


def advise(knowledge: Knowledge, said: Said) -> Answer:
    """The answer to a message. Always one, always with the 999 line and the duty line."""
    raised = raised_flags(knowledge, f"{said.before}\n{said.text}" if said.before else said.text)
    if said.ranking and not said.before:  # of what was said before, the language part now knows nothing
        raised = believed(knowledge, raised, said.urgency)
    if not raised and not asks_for_a_document(knowledge, said.text) and (answer := _talk(knowledge, said)):
        return answer
    ranking, settled, first = _understood(knowledge, said)
    words = len(tokens(normal(said.text)))
    decision = decide(knowledge, Reading(ranking, said.urgency, said.concerns, settled), raised, said.topic, words)
    decision = inside_when_quoted(knowledge, decision, said.text)
    kind, back, notices = _asked_back(knowledge, said, decision, raised)
    occasion = Occasion(
        text=said.text,
        areas=_areas(knowledge, said),
        at=said.at,
        raised=raised,
        evidence=said.evidence,
        first=first,
        question=back.question if back else None,
        kind=kind,
        notices=notices,
    )
    return compose(knowledge, decision, occasion)


def asked_back(knowledge: Knowledge, answer: Answer) -> Back | None:
    """What an answer asked back, with the pathway that each reply leads to."""
    return None if answer.question is None else recognised(knowledge, answer.question, (answer.primary, *answer.also))


def _understood(knowledge: Knowledge, said: Said) -> tuple[Mapping[str, float], str | None, str | None]:
    """The shares to decide by; the route, where a reply or a follow-up has settled it; the section to show first."""
    chosen = {normal(k): p for k, p in said.offered.items()}.get(normal(said.text).strip())
    if chosen:
        return {chosen: 1.0}, chosen, None
    follow_up = knowledge.follow_ups.get(said.intent or "")
    pathways = {p: share for p, share in said.ranking.items() if p in knowledge.pathways}
    if follow_up is None or (not said.topic and said.ranking.get(said.intent or "", 0.0) < _SURE):
        return (_scaled(pathways, 1.0) if said.before else pathways), None, None
    leads = follow_up.becomes.get(said.topic, said.topic) if said.topic else follow_up.alone
    return {**_scaled(pathways, 0.4), leads: 0.6 + pathways.get(leads, 0.0) * 0.4}, leads, follow_up.section


def _scaled(ranking: Mapping[str, float], share: float) -> dict[str, float]:
    total = sum(ranking.values()) or 1.0
    return {pathway: value / total * share for pathway, value in ranking.items()}


def _areas(knowledge: Knowledge, said: Said) -> tuple[Area, ...]:
    """The area that the message names, else the one named before, else the asker's own."""
    return (area_named(knowledge, said.text) or area_named(knowledge, said.place) or said.area,)


def _asked_back(
    knowledge: Knowledge, said: Said, decision: Decision, raised: Sequence[Raised]
) -> tuple[str, Back | None, tuple[Sentence, ...]]:
    """Kind of the answer, the question asked back and what is said first: routes to choose from when unsure."""
    if not said.ranking:  # nobody but the red-flag rules has read the message
        return "fallback", None, (knowledge.settings.unsure,) if decision.unsure else ()
    if decision.primary == knowledge.settings.out_of_scope:
        return "advice", None, ()
    if decision.unsure and (said.unsure_before or len(said.asked) >= knowledge.settings.questions_in_a_row):
        return "handoff", None, (knowledge.settings.unsure,)
    if decision.unsure:
        return "clarify", nearest(knowledge, decision), (knowledge.settings.unsure,)
    matter = f"{said.before}\n{said.text}"
    return "advice", deciding(knowledge, decision, raised, matter, said.asked), ()


def _talk(knowledge: Knowledge, said: Said) -> Answer | None:
    """Greetings, thanks, help, the meaning of an abbreviation: no new route, but the danger and duty lines."""
    settings = knowledge.settings
    if not _is_talk(said):
        return None
    decision = Decision(settings.out_of_scope, (), urgent=False, unsure=False, confidence=1.0)
    if said.intent == "explain_term" and (terms := terms_in(knowledge, said.text)):
        lines = tuple(Sentence(say=meaning(t), source=t.source) for t in terms[:3])
        leading = next((t.pathway for t in terms if t.pathway), None)
        decision = replace(decision, primary=leading or settings.front_door_pathway)
        occasion = Occasion(said.text, _areas(knowledge, said), said.at, notices=lines, kind="advice")
        return compose(knowledge, decision, occasion)
    if said.intent not in settings.smalltalk:
        return None
    occasion = Occasion(said.text, _areas(knowledge, said), said.at, kind="smalltalk")
    full = compose(knowledge, decision, occasion)
    return _only(full, Section("lead", "Signpost", (Line(settings.smalltalk[said.intent]),)), settings.confirm_mark)


def _is_talk(said: Said) -> bool:
    """Whether the message may be talk: short, surely so, not urgent. A worry must never pass for a greeting."""
    sure = said.ranking.get(said.intent or "", 0.0) >= _SURE
    return sure and said.urgency < _SURE and len(tokens(normal(said.text))) <= _SHORT


def _only(answer: Answer, lead: Section, confirm_mark: str) -> Answer:
    """A short answer: the danger line, one thing said, the contacts and the duty line."""
    kept = {s.key: s for s in answer.sections if s.key in {"danger", "contacts", "duty"}}
    sections = tuple(s for s in (kept.get("danger"), lead, kept.get("contacts"), kept.get("duty")) if s)
    text = plain_text("Signpost", sections, answer.sources, confirm_mark)
    return replace(answer, title="Signpost", sections=sections, text=text, why="", timescale=None, consent=None)
