"""Invented things for the tests of the store."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, Concatenate

from sqlalchemy import Connection

from bot.partnership.asked import Asked
from bot.partnership.escalation import Escalation
from bot.partnership.history import Event
from bot.partnership.notices import Notice
from bot.store import escalations
from bot.store.database import Store
from bot.store.inbox import Delivery

NOW = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
CONCERN = {
    "kind": "concern",
    "area": "southend",
    "agency": "School or college",
    "other_agency": "Police",
    "stage": "",
    "danger_now": "no",
}


def do[**P, T](store: Store, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
    """What the work returns, done in one transaction."""
    with store.begin() as tx:
        return work(tx, *args, **named)


def at_once[T](workers: int, work: Callable[[int], T]) -> list[T]:
    """What each of several threads returns."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, range(workers), timeout=60))


def delivery(key: str, **body: Any) -> Delivery:  # noqa: ANN401 - a body is JSON
    return Delivery(key, "slack", "message", body or {"text": "Where do I refer?"})


def notice(key: str, to: str = "team", *, kind: str = "told", subject: str = "E-2026-0001", **rest: Any) -> Notice:  # noqa: ANN401
    return Notice(key, kind, to, subject, **rest)


def raising(ref: str = "E-2026-0001", who: str = "person:amira", at: datetime = NOW) -> Event:
    return Event(ref, at, who, "raise", CONCERN, {"disputed": "The case was closed too early."})


def noting(text: str, ref: str = "E-2026-0001", at: datetime = NOW) -> Event:
    return Event(ref, at, "person:ben", "note", {}, {"text": text})


def raise_one(tx: Connection, who: str = "person:amira", at: datetime = NOW, form_key: str | None = None) -> Escalation:
    return escalations.record(tx, raising(escalations.next_ref(tx, at.year), who, at), form_key)


def question(id: str, at: datetime = NOW, conversation: str = "slack:D1") -> Asked:
    return Asked(id, "slack:U1", conversation, "slack:D1:1.1", at, "Where do I refer [NAME]?", "{}")
