"""Which pathways an answer names and in what order, and how urgent it is.

Red flags and the classifier judge independently and the more protective judgement wins
(docs/decisions/0003-worst-first.md). The figures come from `settings.yaml`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.choice.choose import Shares, beside, best_first, chance, sharpened
from knowledge.choice.urgency import is_urgent
from knowledge.flags import Raised
from knowledge.knowledge import Knowledge

_SHORT = 18  # words below which a message can be a reply to what was said before
_NAMED_BESIDE = 2  # routes named beside the first when nothing else asks for more
_MOST_BESIDE = 3


@dataclass(frozen=True)
class Reading:
    """What the language part made of a message: shares of the pathways, urgency, concerns told in single clauses."""

    ranking: Mapping[str, float]
    urgency: float = 0.0
    concerns: Mapping[str, float] | None = None
    settled: str | None = None  # the pathway, where a reply to a question or a follow-up has decided it


@dataclass(frozen=True)
class Decision:
    """The route chosen for a message; `concerns` are the routes in `also` that apply as well, not instead."""

    primary: str
    also: tuple[str, ...]
    urgent: bool
    unsure: bool
    confidence: float
    concerns: tuple[str, ...] = ()


def decide(
    knowledge: Knowledge, reading: Reading, raised: Sequence[Raised], topic: str | None = None, words: int = 0
) -> Decision:
    """Choose the routes.

    `topic` is the pathway of the answer before. A message of few words may continue it, but one that tells of danger
    stands alone: what was harmless a minute ago must not pull it back.
    """
    settings = knowledge.settings
    scores = dict(reading.ranking)
    if topic is not None and words <= _SHORT and reading.urgency < settings.alone_above:
        scores = _continued(scores, topic, settings.topic_weight)
    shares = sharpened({p: s for p, s in scores.items() if p != settings.out_of_scope}, settings.sharpness)
    leading = next((r.flag.pathway for r in raised if r.flag.leads), None)
    primary = leading or reading.settled or _first(knowledge, scores, shares, raised, reading.urgency)
    concerns = _concerns(knowledge, reading, shares, primary)
    urgent = is_urgent(knowledge, primary, shares, raised, reading.urgency)
    open_to = shares if raised or urgent else _perhaps_outside(knowledge, scores, shares)
    also = _also(knowledge, open_to, primary, concerns, raised)
    confidence = _confidence(knowledge, scores, shares, primary)
    return Decision(
        primary=primary,
        also=also,
        urgent=urgent,
        unsure=leading is None and confidence < settings.unsure_below,
        confidence=round(min(confidence, 1.0), 3),
        concerns=tuple(p for p in also if p in concerns),
    )


def _confidence(knowledge: Knowledge, scores: Mapping[str, float], shares: Mapping[str, float], primary: str) -> float:
    """How likely the first route is a right one, given how much of the whole speaks for any of ours."""
    outside = knowledge.settings.out_of_scope
    if primary == outside:
        return scores.get(outside, 0.0)
    ours = sum(share for route, share in scores.items() if route != outside)
    return chance(knowledge, shares, primary) * min(ours, 1.0)


def _continued(ranking: Mapping[str, float], topic: str, weight: float) -> dict[str, float]:
    """The shares, with some of the whole given to the topic that the message continues."""
    kept = 1 - weight
    return {p: ranking.get(p, 0.0) * kept + weight * (p == topic) for p in {*ranking, topic}}


def _first(
    knowledge: Knowledge,
    scores: Mapping[str, float],
    shares: Mapping[str, float],
    raised: Sequence[Raised],
    urgency: float,
) -> str:
    """The route likeliest to be right, or "out of scope" by a threshold of its own; never that with a flag raised."""
    settings = knowledge.settings
    if not shares:
        return raised[0].flag.pathway if raised else settings.front_door_pathway
    likeliest = max(scores[route] for route in shares)
    outside = scores.get(settings.out_of_scope, 0.0)
    # A message that nobody can place is not thereby none of ours.
    is_outside = outside >= max(settings.out_of_scope_least, settings.out_of_scope_at * (outside + likeliest))
    if is_outside and not raised and urgency < settings.never_outside_above:
        return settings.out_of_scope
    return best_first(knowledge, shares)[0]


def _perhaps_outside(knowledge: Knowledge, scores: Mapping[str, float], shares: Shares) -> Shares:
    """The shares that routes beside the first are chosen from: with "something else" where the message may be that."""
    settings = knowledge.settings
    may_be = scores.get(settings.out_of_scope, 0.0) >= settings.maybe_outside_from
    return sharpened(scores, settings.sharpness) if may_be else shares


def _concerns(knowledge: Knowledge, reading: Reading, shares: Mapping[str, float], primary: str) -> set[str]:
    """Routes that single clauses tell of so clearly that they apply beside the first one."""
    settings = knowledge.settings
    if primary == settings.out_of_scope:
        return set()
    told = {p for p, share in (reading.concerns or {}).items() if share >= settings.concern_from}
    able = told & set(settings.concern_routes) - {primary}
    return {p for p in able if shares.get(p, 0.0) >= settings.concern_share}


def _also(
    knowledge: Knowledge, shares: Mapping[str, float], primary: str, concerns: set[str], raised: Sequence[Raised]
) -> tuple[str, ...]:
    """The routes beside the first, most protective first: flagged ones, further concerns, then the likeliest."""
    flagged = [r.flag.pathway for r in raised if r.flag.pathway != primary]
    sure = list(dict.fromkeys([*flagged, *sorted(concerns, key=lambda p: -shares[p])]))[:_MOST_BESIDE]
    more = max(_NAMED_BESIDE - len(sure), 0)
    chosen = [*sure, *beside(knowledge, shares, (primary, *sure), more)]
    if not chosen:
        chosen = [p for p in (knowledge.settings.front_door_pathway,) if p != primary]
    return tuple(sorted(chosen, key=knowledge.protective_order.__getitem__))
