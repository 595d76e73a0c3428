"""What is still to be sent. A notice is kept with the change that caused it, and sent afterwards, once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update

from bot.partnership.notices import Notice
from bot.store import leases
from bot.store import outbox_statements as statements
from bot.store.parcels import Parcel, Waiting, parcel, row_of, waiting_of
from bot.store.tables import lanes, outbox
from bot.store.writing import insert, insert_each_new, insert_new

__all__ = ["Parcel", "Waiting"]
_CARD = "card"


def add(tx: Connection, notices: Iterable[Notice], now: datetime) -> int:
    """Keep the notices that are new by their key; how many. A new card stands for those of its subject that wait."""
    new = list(notices)
    names = sorted({notice.to for notice in new})  # always in one order: two writers cannot block each other
    insert_each_new(tx, lanes, [{"name": name, "free_at": now} for name in names])
    if any(notice.kind == _CARD for notice in new):
        return sum(_add(tx, notice, now) for notice in new)
    return insert_each_new(tx, outbox, [row_of(notice, now) for notice in new])


def _add(tx: Connection, notice: Notice, now: datetime) -> bool:
    if not insert_new(tx, outbox, **row_of(notice, now)):
        return False
    if notice.kind == _CARD:
        older = _same_card(notice.subject) & (outbox.c.state == "waiting") & (outbox.c.key != notice.key)
        tx.execute(update(outbox).where(older).values(state="superseded", settled_at=now))
    return True


def claim(tx: Connection, worker: str, now: datetime, pace_seconds: float, lease_seconds: float) -> Parcel | None:
    """The next notice that may go, urgent ones first, then the oldest; None when none may go now.

    Each lane sends one notice at a time, and one for each `pace_seconds`. The lane's row says what is in flight: two
    workers that choose at the same moment meet there.
    """
    row = tx.execute(statements.NEXT, {"now": now}).first()
    if (row is None or row.has_expired) and _free(tx, leases.free_expired(tx, outbox, now)):
        row = tx.execute(statements.NEXT, {"now": now}).first()
    if row is None:
        return None
    until, free_at = now + timedelta(seconds=lease_seconds), now + timedelta(seconds=pace_seconds)
    tx.execute(statements.HOLD, {"held": row.id, "holder": worker, "until": until})
    tx.execute(statements.BUSY, {"lane": row.lane, "held": row.id, "free": free_at})
    return parcel(row)


def settle(tx: Connection, id: int, now: datetime, receipt: dict[str, str]) -> None:
    """It was sent. That holds even when its lease ran out meanwhile."""
    tx.execute(statements.SENT, {"held": id, "now": now, "sent_as": receipt})
    tx.execute(statements.FREE_ONE, {"held": id})


def later(tx: Connection, id: int, at: datetime, error: str) -> None:
    """It could not be sent now; again at `at`, unless a newer card has come meanwhile."""
    kind, subject = tx.execute(statements.ABOUT, {"held": id}).one()
    if kind == _CARD and _has_newer_card(tx, id, subject):
        _leave(tx, id, {"state": "superseded", "settled_at": at, "error": error})
    else:
        tx.execute(statements.AGAIN, {"held": id, "due_again": at, "why": error})
        tx.execute(statements.FREE_ONE, {"held": id})


def next_route(tx: Connection, id: int, now: datetime, error: str) -> None:
    """The way was closed: the next way is tried at once, with attempts counted anew."""
    route = {"route": outbox.c.route + 1, "attempts": 0}
    _leave(tx, id, {"state": "waiting", "due_at": now, "error": error} | route)


def give_up(tx: Connection, id: int, now: datetime, error: str) -> None:
    """No way is left. The notice stays in the list of what waits until somebody sends it again."""
    _leave(tx, id, {"state": "failed", "settled_at": now, "error": error})


def drop(tx: Connection, id: int, now: datetime, why: str) -> None:
    """There is nothing left to say, or its time is over: it is not sent and is no failure."""
    _leave(tx, id, {"state": "superseded", "settled_at": now, "error": why})


def hold_lane(tx: Connection, lane: str, until: datetime) -> None:
    """Nothing goes to this lane before `until`; other lanes are not touched."""
    held = insert(tx, lanes).values(name=lane, free_at=until)
    later = lanes.c.free_at < until
    tx.execute(held.on_conflict_do_update(index_elements=["name"], set_={"free_at": until}, where=later))


def release(tx: Connection, worker: str) -> int:
    """Free what this worker held before it was restarted; how many."""
    return _free(tx, leases.free_of(tx, outbox, worker))


def wake_at(tx: Connection) -> datetime | None:
    """When the next notice may go, or the next lease runs out; None when nothing waits."""
    return min((max(row.due_at, row.free_at) for row in tx.execute(statements.LANES)), default=None)


def waiting(tx: Connection) -> list[Waiting]:
    """What has not arrived: waiting, being sent or given up, oldest first."""
    unsent = select(outbox).where(outbox.c.state.in_(["waiting", "sending", "failed"]))
    return [waiting_of(row) for row in tx.execute(unsent.order_by(outbox.c.created_at, outbox.c.id))]


def resend(tx: Connection, id: int, now: datetime) -> bool:
    """Try a notice that was given up again, from its first way; False when it was not given up."""
    anew = {"state": "waiting", "due_at": now, "attempts": 0, "route": 0, "settled_at": None, "error": None}
    return tx.execute(update(outbox).where(outbox.c.id == id, outbox.c.state == "failed").values(anew)).rowcount == 1


def counts(tx: Connection) -> dict[str, int]:
    """How many notices are in each state."""
    counted = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    return dict(tx.execute(counted).tuples().all())


def _has_newer_card(tx: Connection, id: int, subject: str) -> bool:
    newer = select(outbox.c.id).where(_same_card(subject), outbox.c.id > id, outbox.c.state != "failed").limit(1)
    return tx.execute(newer).first() is not None


def _same_card(subject: str) -> ColumnElement[bool]:
    return (outbox.c.kind == _CARD) & (outbox.c.subject == subject)


def _leave(tx: Connection, id: int, values: dict[str, Any]) -> None:
    tx.execute(statements.LEFT.values(values), {"held": id})
    tx.execute(statements.FREE_ONE, {"held": id})


def _free(tx: Connection, ids: list[int]) -> int:
    if ids:
        tx.execute(statements.FREE, {"held": ids})
    return len(ids)
