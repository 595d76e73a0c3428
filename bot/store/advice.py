"""Whether advice is on: each switching is a row, the last one holds."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from bot.partnership.advice import Switched
from bot.store.tables import advice

_LAST = select(advice).order_by(advice.c.id.desc()).limit(1)
_COLUMNS = ("is_on", "who", "why", "at", "kind")


def last(tx: Connection) -> Switched | None:
    """The last switching; None when nobody has ever switched it."""
    row = tx.execute(_LAST).first()
    return _one(row) if row else None


def everything(tx: Connection) -> list[Switched]:
    """Every switching, in order of time."""
    return [_one(row) for row in tx.execute(select(advice).order_by(advice.c.id))]


def add(tx: Connection, one: Switched) -> int:
    """Keep it; its number."""
    row = {name: getattr(one, name) for name in _COLUMNS}
    return int(tx.execute(insert(advice).values(row).returning(advice.c.id)).scalar_one())


def _one(row: Row[Any]) -> Switched:
    return Switched(**{name: getattr(row, name) for name in _COLUMNS})
