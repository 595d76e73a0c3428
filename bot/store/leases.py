"""Work that a worker holds for a while, and that is free again when the worker is gone."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, select, update


def free(tx: Connection, table: Table, whose: ColumnElement[bool]) -> list[int]:
    """Put the claimed rows back to waiting; their ids. It counts as an attempt, so work that kills a worker shows."""
    chosen = select(table.c.id).where(table.c.worker.is_not(None), whose).order_by(table.c.id).with_for_update()
    ids = list(tx.execute(chosen).scalars())
    if ids:
        waiting = {"state": "waiting", "worker": None, "lease_until": None, "attempts": table.c.attempts + 1}
        tx.execute(update(table).where(table.c.id.in_(ids)).values(waiting))
    return ids


def expired(table: Table, now: datetime) -> ColumnElement[bool]:
    """Whether the lease has run out."""
    return table.c.lease_until <= now
