"""All open actions, for whoever gives commands to the program itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership.plan import Action
from bot.store import actions
from bot.workflows.people import names
from knowledge.hours import LONDON


@dataclass(frozen=True)
class Listed:
    """The actions, the day on which they are looked at, who is meant by a lead's id, and how many plans there are."""

    actions: tuple[Action, ...]
    today: date
    name: Callable[[str], str]
    plans: int


def open_actions(tx: Connection, now: datetime, group: str | None = None, overdue: bool = False) -> Listed:
    """What is open, plan by plan in the order of their files: of the group with this id, and overdue, if so asked."""
    plans, today = actions.all_plans(tx), now.astimezone(LONDON).date()
    listed = {one.id for one in plans if one.listed_overdue}
    every = [action for one in plans for action, _ in actions.of_plan(tx, one.id) if action.is_open]
    chosen = [one for one in every if group is None or one.group == group]
    if overdue:
        chosen = [one for one in chosen if one.is_overdue(today) or (one.due is None and one.plan in listed)]
    return Listed(tuple(chosen), today, names(tx), len(plans))
