"""Lists of actions, each found by an index: what one person leads, what a group has, what is due to be looked at.

The statements are built once, because building one takes several times as long as running it. They are sorted here:
SQLite would rather walk through all actions in the wanted order than sort the few that are wanted.
"""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, Date, and_, bindparam, func, or_, select

from bot.partnership.plan import Action, Progress
from bot.store.actions import WHOLE, action_of, found
from bot.store.plan_scopes import BY_LEAD, scoped
from bot.store.plan_scopes import Scope as Scope
from bot.store.tables import actions, plans

_OPEN = Progress.OPEN.value
_IS_OPEN = actions.c.progress == _OPEN
_TODAY = bindparam("today", type_=Date)
_IS_SOON = actions.c.due <= bindparam("horizon", type_=Date)
_IS_CHANGED = actions.c.changed_at >= bindparam("since", type_=actions.c.changed_at.type)
_LISTED = select(plans.c.id).where(plans.c.listed_overdue.is_(True))
_IS_LISTED = actions.c.due.is_(None) & actions.c.plan.in_(_LISTED)
_IS_ASKED = actions.c.asked_due > date.min  # not None, in words for which SQLite takes the index
_LATE = func.coalesce(actions.c.due < _TODAY, False)
_KINDS = (actions.c.progress, actions.c.rag, _LATE)
_WHOSE = select(actions.c.lead, actions.c.grp, actions.c.not_mine)

_LED_BY = WHOLE.where(BY_LEAD, _IS_OPEN)
_OF_GROUP = WHOLE.where(actions.c.grp == bindparam("group"), _IS_OPEN)
_NUMBERED = WHOLE.where(actions.c.number == bindparam("number"))
_LEADS_TO_LOOK = select(actions.c.lead, actions.c.not_mine).where(actions.c.remind_on <= _TODAY)
_TO_LOOK = WHOLE.where(actions.c.remind_on <= _TODAY)
_TO_LOOK_OF = _TO_LOOK.where(BY_LEAD)
_SPEAKS = and_(_IS_OPEN, or_(_IS_SOON, _IS_LISTED, _IS_ASKED, actions.c.not_mine.is_(True)))
_SPEAKING = scoped(WHOLE.where(_SPEAKS))
_IN_DIGEST = scoped(WHOLE.add_columns(_SPEAKS, _IS_CHANGED).where(or_(_SPEAKS, _IS_CHANGED)))
_COUNTS = scoped(select(*_KINDS, func.count()).group_by(*_KINDS))
_WHOSE_SOON = _WHOSE.where(_IS_OPEN, _IS_SOON)
_WHOSE_LISTED = _WHOSE.where(_IS_OPEN, _IS_LISTED)
_WHOSE_ASKED = _WHOSE.where(_IS_ASKED)
_WHOSE_CHANGED = _WHOSE.where(_IS_CHANGED)
_TOLD = select(actions.c.id).where(
    actions.c.reminded_on >= bindparam("since", type_=Date), actions.c.reminded_who == bindparam("who")
)
_REMINDED = select(*(actions.c[name] for name in ("reminded_who", "progress", "reminded_on", "answered_on"))).where(
    actions.c.reminded_on >= bindparam("since", type_=Date)
)
_AGENCIES = select(actions.c.lead, actions.c.agency, actions.c.not_mine).where(_IS_OPEN).distinct()


def open_for_leads(tx: Connection, leads: Collection[str]) -> list[Action]:
    """The open actions that these people lead, the earliest date first."""
    return _soonest(found(tx, _LED_BY, leads=list(leads)))


def open_for_group(tx: Connection, group: str) -> list[Action]:
    """The group's open actions, the earliest date first."""
    return _soonest(found(tx, _OF_GROUP, group=group))


def numbered(tx: Connection, number: str) -> list[Action]:
    """The actions with that number, of every plan, those of one plan in its order."""
    return sorted(found(tx, _NUMBERED, number=number), key=lambda one: (one.plan, one.order, one.id))


def leads_to_look(tx: Connection, today: date) -> list[str | None]:
    """Who leads something that is due to be looked at; None for what nobody leads."""
    leads = {None if not_mine else lead for lead, not_mine in tx.execute(_LEADS_TO_LOOK, {"today": today})}
    return sorted(leads, key=lambda one: one or "")


def due_to_look(tx: Connection, today: date, leads: Collection[str] | None = None) -> list[Action]:
    """What is due to be looked at, the earliest date first: of these leads, or of everybody."""
    if leads is None:
        return _soonest(found(tx, _TO_LOOK, today=today))
    return _soonest(found(tx, _TO_LOOK_OF, today=today, leads=list(leads)))


def of_interest(tx: Connection, scope: Scope, horizon: date) -> list[Action]:
    """What is open and due until `horizon`, listed as overdue, or waits for a decision; the earliest date first."""
    parts = [found(tx, _SPEAKING[one.kind], **one.values, horizon=horizon) for one in scope.parts]
    return _soonest(list({one.id: one for part in parts for one in part}.values()))


def in_digest(tx: Connection, scope: Scope, horizon: date, since: datetime) -> tuple[list[Action], list[Action]]:
    """What is of interest, the earliest date first, and what was changed since then."""
    rows = {}
    for part in scope.parts:
        for row in tx.execute(_IN_DIGEST[part.kind], {**part.values, "horizon": horizon, "since": since}):
            rows[row.id] = action_of(row[:-2]), row[-2], row[-1]
    return _soonest([one for one, speaks, _ in rows.values() if speaks]), [one for one, _, new in rows.values() if new]


def counts(tx: Connection, scope: Scope, today: date) -> list[tuple[str, str | None, bool, int]]:
    """How many actions there are by progress, colour, and whether the date has passed."""
    rows = tx.execute(_COUNTS[scope.kind], {**scope.values, "today": today})
    return [(progress, rag, bool(late), count) for progress, rag, late, count in rows]


def interested(tx: Connection, horizon: date, since: datetime) -> tuple[set[str], set[str]]:
    """The leads and the groups that have something of interest, or a change since then."""
    rows = [*tx.execute(_WHOSE_SOON, {"horizon": horizon}), *tx.execute(_WHOSE_LISTED), *tx.execute(_WHOSE_ASKED)]
    rows += tx.execute(_WHOSE_CHANGED, {"since": since})
    return {lead for lead, _, not_mine in rows if lead and not not_mine}, {group for _, group, _ in rows if group}


def reminded(tx: Connection, since: date) -> list[tuple[str, bool]]:
    """Who was told of an open action since that day, and whether anybody has answered it."""
    rows = tx.execute(_REMINDED, {"since": since})
    return [
        (who, answered_on is not None and answered_on >= reminded_on)
        for who, progress, reminded_on, answered_on in rows
        if who and progress == _OPEN
    ]


def told_of(tx: Connection, who: str, since: date) -> set[str]:
    """The ids of the actions of which this reader was the last to be told, on that day or later."""
    return set(tx.execute(_TOLD, {"who": who, "since": since}).scalars())


def agencies(tx: Connection) -> list[tuple[str | None, str]]:
    """Each lead and agency of an open action; None for what nobody leads."""
    return [(None if not_mine else lead, agency) for lead, agency, not_mine in tx.execute(_AGENCIES)]


def _soonest(found: list[Action]) -> list[Action]:
    return sorted(found, key=lambda one: (one.due or date.max, one.plan, one.order, one.id))
