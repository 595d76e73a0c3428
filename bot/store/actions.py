"""The actions of plans as they stand. What people did with them is in the history, under "A:" and the action's id."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from bot.partnership.plan import Action, Plan, Progress, Rag
from bot.store.tables import actions, plans
from bot.store.writing import insert as insert_or

_COLUMN = {"group": "grp", "order": "position"}  # words that SQL keeps for itself
_NAMES = [one.name for one in fields(Action)]
EVERY = [actions.c[_COLUMN.get(name, name)] for name in _NAMES]  # what an Action holds, in its order
WHOLE = select(*EVERY)
_LOAD = WHOLE.where(actions.c.id == bindparam("id")).with_for_update()
_SOME = WHOLE.where(actions.c.id.in_(bindparam("ids", expanding=True))).order_by(actions.c.id).with_for_update()
_LOOKED = (
    update(actions)
    .where(actions.c.id == bindparam("an_id"), actions.c.version == bindparam("a_version"))
    .values(reminded_on=bindparam("day"), reminded_who=bindparam("who"), remind_on=bindparam("next"))
)
_PLANS = select(plans).order_by(plans.c.id)
_SAVED = update(actions).where(actions.c.id == bindparam("an_id"))  # it sets the columns that are given
_RAG, _PROGRESS = _NAMES.index("rag"), _NAMES.index("progress")
_PART = 500  # ids in one statement


def keep_plan(tx: Connection, plan: Plan) -> None:
    """Keep the plan's own facts as the file has them."""
    row = {one.name: getattr(plan, one.name) for one in fields(Plan)}
    tx.execute(insert_or(tx, plans).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def plan(tx: Connection, id: str) -> Plan | None:
    """The plan; None when there is none."""
    row = tx.execute(select(plans).where(plans.c.id == id)).first()
    return Plan(**row._mapping) if row else None


def all_plans(tx: Connection) -> list[Plan]:
    """Every plan."""
    return [Plan(**row._mapping) for row in tx.execute(_PLANS)]


def of_plan(tx: Connection, plan_id: str) -> list[tuple[Action, dict[str, Any]]]:
    """Each action of the plan in the file's order, with what the file said of it last; kept from other writers."""
    return list(each_of_plan(tx, plan_id))


def each_of_plan(tx: Connection, plan_id: str) -> Iterator[tuple[Action, dict[str, Any]]]:
    """The same, one after the other: who reads a large plan need not hold all of it. Write only when it has ended."""
    chosen = WHOLE.add_columns(actions.c.given).where(actions.c.plan == plan_id).with_for_update()
    rows = tx.execute(chosen.order_by(actions.c.position, actions.c.id))
    for row in rows:
        yield action_of(row[:-1]), row.given


def add(tx: Connection, new: Sequence[tuple[Action, dict[str, Any]]]) -> None:
    """Keep new actions, each with what the file says of it."""
    if new:
        untouched = {"changed_at": None, "answered_on": None, "reminded_who": None}
        tx.execute(insert(actions), [_row(one) | {"given": given} | untouched for one, given in new])


def load(tx: Connection, id: str) -> Action | None:
    """The action, kept from other writers until the transaction ends; None when there is none."""
    return next(iter(found(tx, _LOAD, id=id)), None)


def some(tx: Connection, ids: Iterable[str]) -> list[Action]:
    """The actions with these ids, in the order of the ids, kept from other writers until the transaction ends."""
    wanted, chosen = sorted(set(ids)), list[Action]()
    for first in range(0, len(wanted), _PART):
        chosen += found(tx, _SOME, ids=wanted[first : first + _PART])
    return chosen


def save(
    tx: Connection,
    action: Action,
    at: datetime,
    answered_on: date | None = None,
    given: dict[str, Any] | None = None,
) -> None:
    """Keep the action after something was done with it: `answered_on` by a person, `given` by the plan file."""
    row = _row(action) | {"changed_at": at}
    row |= {"answered_on": answered_on} if answered_on else {}
    row |= {"given": given} if given is not None else {}
    tx.execute(_SAVED, row | {"an_id": action.id})


def looked(tx: Connection, done: Iterable[tuple[Action, date | None]], who: str) -> None:
    """Keep who was told of these and on which day, and on which day, given with each, the clock looks again.

    What somebody changed since the action was read is left alone: that deed has chosen the day anew.
    """
    told = [
        {"an_id": one.id, "a_version": one.version, "day": one.reminded_on, "who": who, "next": next}
        for one, next in done
    ]
    if told:
        tx.execute(_LOOKED, told)


def found(tx: Connection, chosen: Select[Any], **given: Any) -> list[Action]:  # noqa: ANN401 - what the statement needs
    """The actions of a statement that selects EVERY."""
    return [action_of(row) for row in tx.execute(chosen, given).all()]


def action_of(row: Row[Any] | Sequence[Any]) -> Action:
    """The action of a row of EVERY."""
    values = list(row)
    values[_RAG] = Rag(values[_RAG]) if values[_RAG] else None
    values[_PROGRESS] = Progress(values[_PROGRESS])
    return Action(*values)


def _row(one: Action) -> dict[str, Any]:
    row = {_COLUMN.get(name, name): getattr(one, name) for name in _NAMES}
    return row | {"rag": one.rag.value if one.rag else None, "progress": one.progress.value}
