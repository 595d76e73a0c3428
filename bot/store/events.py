"""Training and events of the partnership."""

from datetime import date

from sqlalchemy import Connection, delete, insert, select

from bot.partnership.period import EventKind, Happening
from bot.store.tables import events


def add(tx: Connection, event: Happening) -> int:
    """Keep a new one; its number."""
    row = {
        "day": event.day,
        "kind": event.kind.value,
        "title": event.title,
        "attended": event.attended,
        "topic": event.topic,
        "outcome": event.outcome,
    }
    return int(tx.execute(insert(events).values(row).returning(events.c.id)).scalar_one())


def remove(tx: Connection, number: int) -> bool:
    """Delete one; False when there is none of that number."""
    return tx.execute(delete(events).where(events.c.id == number)).rowcount == 1


def between(tx: Connection, first: date | None = None, last: date | None = None) -> list[Happening]:
    """Those on these days, both included, in order of time; all of them when no day is given."""
    chosen = select(events).order_by(events.c.day, events.c.id)
    if first is not None:
        chosen = chosen.where(events.c.day >= first)
    if last is not None:
        chosen = chosen.where(events.c.day <= last)
    return [Happening(**{**row._mapping, "kind": EventKind(row.kind)}) for row in tx.execute(chosen)]
