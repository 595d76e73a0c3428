"""Whether the person must act now: 999, A&E, or phone the front door at once.

Three things speak: the red flags, the language part's own sense of urgency, and how urgent the likely routes are by
their nature (`urgent_by_nature` in `settings.yaml`). None is trusted alone but a red flag that leads.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

from knowledge.flags import Raised
from knowledge.knowledge import Knowledge


def is_urgent(
    knowledge: Knowledge, primary: str, shares: Mapping[str, float], raised: Sequence[Raised], urgency: float
) -> bool:
    """Whether an answer with this first route tells the person to act now."""
    settings = knowledge.settings
    if raised or primary == settings.emergency_pathway:
        return True
    if not shares:  # the language part has not read the message: the route's own nature decides
        return knowledge.pathways[primary].urgent
    if primary == settings.out_of_scope:
        return urgency >= settings.never_outside_above
    return probability(knowledge, shares, urgency) >= settings.urgent_share


def probability(knowledge: Knowledge, shares: Mapping[str, float], urgency: float) -> float:
    """How likely it is that the person must act now (0 to 1), from the words and from the likely routes."""
    nature = knowledge.settings.urgent_by_nature
    prior = sum(share * nature.get(route, 0.0) for route, share in shares.items())
    odds = _logit(urgency) + knowledge.settings.nature_weight * (prior - 0.5)
    return 1 / (1 + exp(-odds))


def _logit(share: float) -> float:
    kept = min(max(share, 0.001), 0.999)
    return log(kept / (1 - kept))
