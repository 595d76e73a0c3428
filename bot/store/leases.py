"""Work that a worker holds for a while, and that is free again when the worker is gone."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    exists,
    or_,
    select,
    update,
)

_HELD = ("sending", "working")  # the only states in which a row has a worker; found by the index

# In words without IN: SQLAlchemy writes a statement with IN anew each time, and this one is asked before every claim.


def free_expired(tx: Connection, table: Table, now: datetime) -> list[int]:
    """Put the rows back to waiting whose lease has run out; their ids."""
    return _free(tx, table, _expired(table), {"now": now})


def has_expired(table: Table) -> ColumnElement[bool]:
    """For a statement that is given `now`: whether there is something that `free_expired` would free."""
    held = table.alias()
    return exists().where(_is_held(held), held.c.lease_until <= bindparam("now"))


def free_of(tx: Connection, table: Table, worker: str) -> list[int]:
    """Put the rows back to waiting that this worker holds; their ids."""
    return _free(tx, table, _of_worker(table), {"whose": worker})


def _free(tx: Connection, table: Table, held: Select[Any], given: dict[str, Any]) -> list[int]:
    """It counts as an attempt, so work that kills a worker shows."""
    ids = list(tx.execute(held, given).scalars())
    if ids:
        tx.execute(_back_to_waiting(table), {"ids": ids})
    return ids


@lru_cache(maxsize=8)
def _expired(table: Table) -> Select[Any]:
    return _held(table, table.c.lease_until <= bindparam("now"))


@lru_cache(maxsize=8)
def _of_worker(table: Table) -> Select[Any]:
    return _held(table, table.c.worker == bindparam("whose"))


def _held(table: Table, whose: ColumnElement[bool]) -> Select[Any]:
    return select(table.c.id).where(_is_held(table), whose).order_by(table.c.id).with_for_update()


def _is_held(table: FromClause) -> ColumnElement[bool]:
    return and_(or_(*(table.c.state == state for state in _HELD)), table.c.worker.is_not(None))


@lru_cache(maxsize=8)
def _back_to_waiting(table: Table) -> Update:
    waiting = {"state": "waiting", "worker": None, "lease_until": None, "attempts": table.c.attempts + 1}
    return update(table).where(table.c.id.in_(bindparam("ids", expanding=True))).values(waiting)
