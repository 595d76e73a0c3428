"""The exceptions of a plan: what is overdue, as the committee is told."""

from collections.abc import Collection, Iterable
from datetime import date

from bot.partnership.plan import Action


def exceptions(actions: Iterable[Action], today: date, listed: Collection[str] = ()) -> tuple[Action, ...]:
    """What is overdue, in the order of each plan.

    `listed` are the ids of plans whose file is itself a list of what is overdue: of these, all that is open, unless
    it has been given a date since that lies ahead.
    """
    found = (one for one in actions if one.is_overdue(today) or (one.is_open and not one.due and one.plan in listed))
    return tuple(sorted(found, key=lambda one: (one.plan, one.order, one.id)))
