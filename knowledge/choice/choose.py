"""Which route to name first and which beside it, when the classifier is not certain.

A share says how likely a route is *the* route. What counts is that the route named is a right one: for a baby's bruise
the front door is right as well. `also_right.yaml` says how often, so the choice is by the chance of being right.
"""

from collections.abc import Mapping, Sequence

from knowledge.knowledge import Knowledge

Shares = Mapping[str, float]


def sharpened(shares: Shares, power: float) -> dict[str, float]:
    """The shares raised to a power and made to add up to one: above 1 the likeliest count for more."""
    raised = {route: share**power for route, share in shares.items()}
    total = sum(raised.values()) or 1.0
    return {route: share / total for route, share in raised.items()}


def best_first(knowledge: Knowledge, shares: Shares) -> list[str]:
    """The routes by their chance of being a right one; of equals the more protective first."""
    order = knowledge.protective_order
    routes = {*shares, *(other for route in shares for other in knowledge.also_right.get(route, ()))}
    return sorted(routes, key=lambda route: (-chance(knowledge, shares, route), order[route]))


def chance(knowledge: Knowledge, shares: Shares, route: str) -> float:
    """How likely the route is a right one (0 to 1, where the shares add up to one)."""
    return sum(share * _right(knowledge, meant, route) for meant, share in shares.items())


def beside(knowledge: Knowledge, shares: Shares, named: Sequence[str], most: int) -> list[str]:
    """At most `most` further routes: each the likeliest to be right in case none of those before it is."""
    left, chosen = dict(shares), list(named)
    for route in named:
        left = _if_wrong(knowledge, left, route)
    found: list[str] = []
    for _ in range(most):
        open_ones = [route for route in best_first(knowledge, left) if route not in {*chosen, *found}]
        if not open_ones or chance(knowledge, left, open_ones[0]) <= 0:
            break
        found.append(open_ones[0])
        left = _if_wrong(knowledge, left, open_ones[0])
    return found


def _if_wrong(knowledge: Knowledge, shares: Shares, route: str) -> dict[str, float]:
    """What remains of the shares in case the route is not a right one."""
    return {meant: share * (1 - _right(knowledge, meant, route)) for meant, share in shares.items()}


def _right(knowledge: Knowledge, meant: str, named: str) -> float:
    """How often `named` is right where `meant` is the route."""
    return 1.0 if meant == named else knowledge.also_right.get(meant, {}).get(named, 0.0)
