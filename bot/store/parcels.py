"""A notice in the outbox as plain objects."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.partnership.notices import Notice


@dataclass(frozen=True)
class Parcel:
    """A notice that a worker holds. `attempts` failed before on this way; `route` counts the ways tried before."""

    id: int
    notice: Notice
    attempts: int
    route: int
    created_at: datetime


@dataclass(frozen=True)
class Waiting:
    """A notice that has not arrived, for the list of them. `not_before` is when it is tried next."""

    id: int
    kind: str
    to: str
    subject: str
    state: str
    attempts: int
    created_at: datetime
    not_before: datetime
    error: str | None


def row_of(notice: Notice, now: datetime) -> dict[str, Any]:
    """The columns of a new notice."""
    return {
        "key": notice.key,
        "kind": notice.kind,
        "lane": notice.to,
        "subject": notice.subject,
        "urgent": notice.urgent,
        "data": dict(notice.data),
        "not_before": notice.not_before,
        "created_at": now,
        "state": "waiting",
        "attempts": 0,
        "route": 0,
        "due_at": notice.not_before or now,
    }


def parcel(row: Row[Any]) -> Parcel:
    """The row as a parcel."""
    notice = Notice(row.key, row.kind, row.lane, row.subject, row.urgent, row.data, row.not_before)
    return Parcel(row.id, notice, row.attempts, row.route, row.created_at)


def waiting_of(row: Row[Any]) -> Waiting:
    """The row for the list."""
    return Waiting(
        id=row.id,
        kind=row.kind,
        to=row.lane,
        subject=row.subject,
        state=row.state,
        attempts=row.attempts,
        created_at=row.created_at,
        not_before=row.due_at,
        error=row.error,
    )
