"""Who was told on which local date: at most one reminder or digest for each reader and day, whatever happens."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select

from bot.store.tables import told_on
from bot.store.writing import insert_new

_MINE = [told_on.c[name] == bindparam(f"its_{name}") for name in ("reader", "day", "key")]
_GIVEN_BACK = delete(told_on).where(*_MINE)
_TAKEN = select(told_on.c.reader).where(
    told_on.c.day == bindparam("day"), told_on.c.reader.in_(bindparam("readers", expanding=True))
)


def take(tx: Connection, reader: str, day: date, key: str) -> bool:
    """Take the reader's day for this notice, before it is sent; False when it is taken."""
    return insert_new(tx, told_on, reader=reader, day=day, key=key)


def give_back(tx: Connection, reader: str, day: date, key: str) -> None:
    """The notice was certainly not sent: the day is free again."""
    tx.execute(_GIVEN_BACK, {"its_reader": reader, "its_day": day, "its_key": key})


def taken(tx: Connection, readers: Collection[str], day: date) -> set[str]:
    """Those of the readers who were told on that day, or may have been."""
    return set(tx.execute(_TAKEN, {"day": day, "readers": list(readers)}).scalars())
