"""Invented actions of an invented plan."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.partnership.plan import Action, Plan

MONDAY = date(2026, 11, 23)
PLAN = Plan("delivery-2026", "Delivery plan 2026", "2026/27", "plan.csv")


def action(number: str = "6.2", due: date | None = MONDAY - timedelta(days=7), **other: Any) -> Action:  # noqa: ANN401
    """One action of the exploitation group, a week overdue and with Nadia unless told otherwise."""
    made = Action(f"{PLAN.id}/{number}", PLAN.id, number, "Map the places where children are at risk", due=due)
    known: dict[str, Any] = {"group": "mace", "agency": "Health", "lead": "nadia", "comment": "The map is half done."}
    return replace(made, **(known | other))


def several(count: int, **other: Any) -> list[Action]:  # noqa: ANN401
    """So many, one a working day older than the next."""
    days = [MONDAY - timedelta(days=7 * number) for number in range(count)]
    return [action(f"{1 + number}.1", day, order=number, **other) for number, day in enumerate(days)]


@dataclass(frozen=True)
class ReadPlan:
    """A plan file that was read."""

    actions: tuple[Action, ...]
    plan: Plan = PLAN
