"""What only reports ask the database."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from bot.partnership.escalation import Escalation, escalation
from bot.partnership.plan import Action
from bot.store import history
from bot.store.actions import EVERY, found
from bot.store.tables import actions, escalations, referrals

_PART = 500  # references in one statement


def of_plan(tx: Connection, plan_id: str) -> list[Action]:
    """Every action of the plan, in the order of its file."""
    chosen = select(*EVERY).where(actions.c.plan == plan_id)
    return found(tx, chosen.order_by(actions.c.position, actions.c.id))


def raised_between(tx: Connection, since: datetime, until: datetime) -> list[Escalation]:
    """The escalations raised in that time, as they stood at its end. `until` itself is not in it."""
    raised = escalations.c.raised_at
    refs = tx.execute(select(escalations.c.ref).where(raised >= since, raised < until).order_by(escalations.c.ref))
    return [item for part in _parts(refs.scalars().all()) for item in _folded(tx, part, until)]


def followed_up(tx: Connection, first: date, last: date) -> list[tuple[str, str, int]]:
    """How many referrals of these days there are in each state and to each front door."""
    groups = (referrals.c.state, referrals.c.front_door)
    made = referrals.c.referred_on.between(first, last)
    rows = tx.execute(select(*groups, func.count()).where(made).group_by(*groups).order_by(*groups))
    return [(state, front_door, count) for state, front_door, count in rows]


def _folded(tx: Connection, refs: Sequence[str], until: datetime) -> list[Escalation]:
    told = history.of_subjects(tx, refs)
    return [item for ref in refs if (item := escalation(one for one in told[ref] if one.event.at < until))]


def _parts(refs: Sequence[str]) -> list[Sequence[str]]:
    return [refs[first : first + _PART] for first in range(0, len(refs), _PART)]
