"""What the daily drills found. The row of a day is its claim: whoever holds it runs that day's drill."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, update

from bot.partnership.drill import Drilled
from bot.store.tables import drills
from bot.store.writing import insert_new

_MOST_ATTEMPTS = 3  # a drill that ends the process each time must not do so all morning
_COUNTS = ("asked", "passed", "not_run")


def claim(tx: Connection, day: date, worker: str, now: datetime, until: datetime) -> bool:
    """Hold the day until then; False when it is done, somebody else holds it, or it was tried too often."""
    empty = dict.fromkeys(("attempts", *_COUNTS), 0) | {"missed": [], "result": ""}
    if insert_new(tx, drills, day=day, worker=worker, lease_until=until, **(empty | {"attempts": 1})):
        return True
    free = or_(drills.c.lease_until <= now, drills.c.worker == worker)  # its own: it was killed and is back
    mine = drills.c.day == day, drills.c.finished_at.is_(None), free, drills.c.attempts < _MOST_ATTEMPTS
    held = update(drills).where(*mine).values(worker=worker, lease_until=until, attempts=drills.c.attempts + 1)
    return tx.execute(held).rowcount == 1


def hold(tx: Connection, day: date, worker: str, until: datetime) -> bool:
    """Hold it for longer; False when somebody else has taken it over."""
    return tx.execute(update(drills).where(*_held(day, worker)).values(lease_until=until)).rowcount == 1


def finish(tx: Connection, worker: str, found: Drilled) -> bool:
    """Keep what it found, once; False when somebody else has taken it over."""
    values = {name: getattr(found, name) for name in (*_COUNTS, "finished_at", "result")}
    missed = [dict(one) for one in found.missed]
    done = update(drills).where(*_held(found.day, worker)).values(**values, missed=missed, lease_until=None)
    return tx.execute(done).rowcount == 1


def latest(tx: Connection, most: int) -> tuple[Drilled, ...]:
    """The last ones, newest first."""
    return _several(tx.execute(select(drills).order_by(drills.c.day.desc()).limit(most)).all())


def first_day(tx: Connection) -> date | None:
    """The date of the first one ever; None when there was none."""
    found: date | None = tx.execute(select(func.min(drills.c.day))).scalar_one()
    return found


def between(tx: Connection, first: date, last: date) -> tuple[Drilled, ...]:
    """Those of these days, both included, in order of time."""
    chosen = select(drills).where(drills.c.day >= first, drills.c.day <= last).order_by(drills.c.day)
    return _several(tx.execute(chosen).all())


def _held(day: date, worker: str) -> tuple[Any, ...]:
    return drills.c.day == day, drills.c.worker == worker, drills.c.finished_at.is_(None)


def _several(rows: Sequence[Row[Any]]) -> tuple[Drilled, ...]:
    kept = ("day", "finished_at", *_COUNTS, "result")
    return tuple(Drilled(**{name: getattr(row, name) for name in kept}, missed=tuple(row.missed)) for row in rows)
