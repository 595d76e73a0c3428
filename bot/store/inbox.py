"""What the channels delivered. Each delivery is kept before it is confirmed, and handled once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, update

from bot.store import leases
from bot.store.tables import inbox
from bot.store.writing import insert_new

_LEASE = timedelta(seconds=60)
_MOST_ATTEMPTS = 8
_FIRST_WAIT = timedelta(seconds=2)
_LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True)
class Delivery:
    """One thing that a channel delivered. `key` is the same when the channel delivers it again."""

    key: str
    channel: str
    kind: str
    body: dict[str, Any]


def receive(tx: Connection, delivery: Delivery, now: datetime) -> bool:
    """Keep the delivery; False when it was there already."""
    return insert_new(
        tx,
        inbox,
        key=delivery.key,
        channel=delivery.channel,
        kind=delivery.kind,
        body=delivery.body,
        received_at=now,
        state="waiting",
        attempts=0,
        due_at=now,
    )


def claim(tx: Connection, worker: str, now: datetime, limit: int) -> list[Delivery]:
    """The oldest deliveries that are due, for this worker alone during the next minute."""
    leases.free_expired(tx, inbox, now)
    _give_up_on_the_worst(tx, now)
    due = select(inbox).where(inbox.c.state == "waiting", inbox.c.due_at <= now)
    rows = tx.execute(due.order_by(inbox.c.id).limit(limit).with_for_update(skip_locked=True)).all()
    if not rows:
        return []
    held = {"state": "working", "worker": worker, "lease_until": now + _LEASE}
    tx.execute(update(inbox).where(inbox.c.id.in_([row.id for row in rows])).values(held))
    return [Delivery(row.key, row.channel, row.kind, row.body) for row in rows]


def done(tx: Connection, key: str, now: datetime) -> None:
    """It was handled. Its words go at once; the key stays, so that a repeat is known."""
    _settle(tx, key, state="done", done_at=now, body=None, error=None)


def try_later(tx: Connection, key: str, now: datetime, error: str) -> None:
    """It could not be handled now: again after a growing pause, and after eight attempts not any more."""
    attempts = tx.execute(select(inbox.c.attempts).where(inbox.c.key == key).with_for_update()).scalar_one() + 1
    state = "failed" if attempts >= _MOST_ATTEMPTS else "waiting"
    wait = min(_FIRST_WAIT * 2 ** (attempts - 1), _LONGEST_WAIT)
    _settle(tx, key, state=state, attempts=attempts, due_at=now + wait, error=error)


def retry_failed(tx: Connection, now: datetime) -> int:
    """What could not be handled eight times is handled again; how many deliveries."""
    again = update(inbox).where(inbox.c.state == "failed").values(state="waiting", attempts=0, due_at=now)
    return tx.execute(again).rowcount


def release(tx: Connection, worker: str) -> int:
    """Free what this worker held before it was restarted; how many."""
    return len(leases.free_of(tx, inbox, worker))


def counts(tx: Connection) -> dict[str, int]:
    """How many deliveries are in each state."""
    counted = select(inbox.c.state, func.count()).group_by(inbox.c.state)
    return dict(tx.execute(counted).tuples().all())


def oldest_waiting(tx: Connection) -> datetime | None:
    """When the oldest delivery came that is not handled yet; None when nothing waits."""
    unhandled = inbox.c.state.in_(["waiting", "working"])
    oldest: datetime | None = tx.scalar(select(func.min(inbox.c.received_at)).where(unhandled))
    return oldest


def _give_up_on_the_worst(tx: Connection, now: datetime) -> None:
    worst = (inbox.c.state == "waiting") & (inbox.c.attempts >= _MOST_ATTEMPTS)
    tx.execute(update(inbox).where(worst).values(state="failed", error="its worker ended each time"))


def _settle(tx: Connection, key: str, **values: Any) -> None:  # noqa: ANN401 - one value for each column
    open_one = (inbox.c.key == key) & (inbox.c.state != "done")
    tx.execute(update(inbox).where(open_one).values(worker=None, lease_until=None, **values))
