"""Lists of actions, each found by an index: what one person leads, what a group has, what is due to be looked at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, false, func, or_, select, true

from bot.partnership.plan import Action, Progress
from bot.store.actions import EVERY, found
from bot.store.tables import actions, plans

_OPEN = actions.c.progress == Progress.OPEN.value
_LED = actions.c.not_mine.is_(False)
_SOONEST = (actions.c.due.asc().nulls_last(), actions.c.plan, actions.c.position, actions.c.id)


@dataclass(frozen=True)
class Scope:
    """Whose actions are looked at: of these leads and these groups together, or all."""

    leads: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    everything: bool = False


def open_for_leads(tx: Connection, leads: Collection[str]) -> list[Action]:
    """The open actions that these people lead, the earliest date first."""
    chosen = select(*EVERY).where(actions.c.lead.in_(leads), _OPEN, _LED)
    return found(tx, chosen.order_by(*_SOONEST))


def open_for_group(tx: Connection, group: str) -> list[Action]:
    """The group's open actions, the earliest date first."""
    return found(tx, select(*EVERY).where(actions.c.grp == group, _OPEN).order_by(*_SOONEST))


def numbered(tx: Connection, number: str) -> list[Action]:
    """The actions with that number, of every plan."""
    return found(tx, select(*EVERY).where(actions.c.number == number).order_by(actions.c.plan, actions.c.id))


def leads_to_look(tx: Connection, today: date) -> list[str | None]:
    """Who leads something that is due to be looked at; None for what nobody leads."""
    led = select(actions.c.lead, actions.c.not_mine).where(actions.c.remind_on <= today).distinct()
    return sorted({None if row.not_mine else row.lead for row in tx.execute(led)}, key=lambda one: one or "")


def due_to_look(tx: Connection, today: date, leads: Collection[str] | None = None) -> list[Action]:
    """What is due to be looked at, the earliest date first: of these leads, or of everybody."""
    chosen = select(*EVERY).where(actions.c.remind_on <= today).order_by(*_SOONEST)
    return found(tx, chosen if leads is None else chosen.where(actions.c.lead.in_(leads), _LED))


def of_interest(tx: Connection, scope: Scope, horizon: date) -> list[Action]:
    """What is open and due until `horizon`, listed as overdue, or waits for somebody's decision."""
    return found(tx, select(*EVERY).where(_within(scope), _OPEN, _speaks(horizon)).order_by(*_SOONEST))


def changed(tx: Connection, scope: Scope, since: datetime) -> list[Action]:
    """What was changed since then, in the plan's order."""
    chosen = select(*EVERY).where(_within(scope), actions.c.changed_at >= since)
    return found(tx, chosen.order_by(actions.c.plan, actions.c.position, actions.c.id))


def counts(tx: Connection, scope: Scope, today: date) -> list[tuple[str, str | None, bool, int]]:
    """How many actions there are by progress, colour, and whether the date has passed."""
    late = func.coalesce(actions.c.due < today, False)
    groups = (actions.c.progress, actions.c.rag, late)
    rows = tx.execute(select(*groups, func.count()).where(_within(scope)).group_by(*groups))
    return [(progress, rag, bool(passed), count) for progress, rag, passed, count in rows]


def interested(tx: Connection, horizon: date, since: datetime) -> tuple[set[str], set[str]]:
    """The leads and the groups that have something of interest, or a change since then."""
    chosen = select(actions.c.lead, actions.c.grp, actions.c.not_mine).distinct()
    rows = [
        *tx.execute(chosen.where(_OPEN, _speaks(horizon))),
        *tx.execute(chosen.where(actions.c.changed_at >= since)),
    ]
    return {row.lead for row in rows if row.lead and not row.not_mine}, {row.grp for row in rows if row.grp}


def reminded(tx: Connection, since: date) -> list[tuple[str, bool]]:
    """Who was reminded of an open action since that day, and whether they have answered it."""
    silent = func.coalesce(actions.c.answered_on < actions.c.reminded_on, True)
    chosen = select(actions.c.lead, silent).where(actions.c.reminded_on >= since, _OPEN, _LED).distinct()
    return [(lead, not unanswered) for lead, unanswered in tx.execute(chosen) if lead]


def agencies(tx: Connection) -> list[tuple[str | None, str]]:
    """Each lead and agency of an open action; None for what nobody leads."""
    rows = tx.execute(select(actions.c.lead, actions.c.agency, actions.c.not_mine).where(_OPEN).distinct())
    return [(None if row.not_mine else row.lead, row.agency) for row in rows]


def _within(scope: Scope) -> ColumnElement[bool]:
    if scope.everything:
        return true()
    led = [actions.c.lead.in_(scope.leads) & _LED] if scope.leads else []
    return or_(false(), *led, *([actions.c.grp.in_(scope.groups)] if scope.groups else []))


def _speaks(horizon: date) -> ColumnElement[bool]:
    listed = select(plans.c.id).where(plans.c.listed_overdue.is_(True))
    undated = actions.c.due.is_(None) & actions.c.plan.in_(listed)
    return or_(actions.c.due <= horizon, undated, actions.c.asked_due.is_not(None), actions.c.not_mine.is_(True))
