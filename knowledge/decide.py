"""Which pathway leads an answer, which stand beside it, and how urgent it is.

Red flags and the classifier judge independently and the more protective judgement wins
(docs/decisions/0003-worst-first.md). The figures come from `settings.yaml`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.flags import Raised
from knowledge.knowledge import Knowledge

_SHORT = 18  # words below which a message can be a reply to what was said before


@dataclass(frozen=True)
class Decision:
    """The route chosen for a message."""

    primary: str
    also: tuple[str, ...]
    urgent: bool
    unsure: bool
    confidence: float


def decide(
    knowledge: Knowledge,
    ranking: Mapping[str, float],
    raised: Sequence[Raised],
    urgency: float,
    topic: str | None,
    words: int,
) -> Decision:
    """Choose the route. `ranking` holds the classifier's share for each pathway, `urgency` its own judgement (0 to 1).

    `topic` is the pathway of the answer before, which a short message probably continues.
    """
    settings = knowledge.settings
    scores = _continued(ranking, topic, words, settings.topic_weight)
    leading = next((r.flag.pathway for r in raised if r.flag.leads), None)
    by_score = sorted(scores, key=lambda pathway: -scores[pathway])
    primary = leading or _first(knowledge, scores, raised, urgency)
    confidence = scores.get(primary, 0.0)
    beside = _beside(knowledge, primary, by_score, raised)
    return Decision(
        primary=primary,
        also=beside,
        urgent=_urgent(knowledge, primary, raised, urgency),
        unsure=leading is None and confidence < settings.unsure_below,
        confidence=round(min(confidence, 1.0), 3),
    )


def _continued(ranking: Mapping[str, float], topic: str | None, words: int, weight: float) -> dict[str, float]:
    """The shares, with some of the whole given to the topic when the message is short enough to continue it."""
    if topic is None or words > _SHORT:
        return dict(ranking)
    kept = 1 - weight
    return {p: ranking.get(p, 0.0) * kept + weight * (p == topic) for p in {*ranking, topic}}


def _first(knowledge: Knowledge, scores: Mapping[str, float], raised: Sequence[Raised], urgency: float) -> str:
    """The likeliest pathway, or "out of scope" by a threshold of its own; never that when a flag was raised."""
    settings = knowledge.settings
    ours = {pathway: share for pathway, share in scores.items() if pathway != settings.out_of_scope}
    if not ours:
        return raised[0].flag.pathway if raised else settings.front_door_pathway
    likeliest = max(ours, key=lambda pathway: ours[pathway])
    outside = scores.get(settings.out_of_scope, 0.0)
    is_outside = outside >= settings.out_of_scope_at * (outside + ours[likeliest])
    if is_outside and not raised and urgency < settings.never_outside_above:
        return settings.out_of_scope
    return likeliest


def _beside(knowledge: Knowledge, primary: str, by_score: Sequence[str], raised: Sequence[Raised]) -> tuple[str, ...]:
    """The two next likeliest pathways and a flagged one, most protective first; at most three."""
    settings = knowledge.settings
    flagged = [r.flag.pathway for r in raised]
    likely = [p for p in by_score if p not in {primary, settings.out_of_scope}][:2]
    chosen = list(dict.fromkeys(p for p in (*likely, *flagged) if p != primary))[:3]
    if not chosen:
        chosen = [p for p in (settings.front_door_pathway,) if p != primary]
    return tuple(sorted(chosen, key=knowledge.protective_order.__getitem__))


def _urgent(knowledge: Knowledge, primary: str, raised: Sequence[Raised], urgency: float) -> bool:
    return bool(raised) or knowledge.pathways[primary].urgent or urgency >= knowledge.settings.urgent_share
