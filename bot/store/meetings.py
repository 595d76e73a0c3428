"""Meetings and attendance as the database keeps them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select, update

from bot.partnership.attendance import Attendance, Presence
from bot.partnership.meetings import Meeting
from bot.store.tables import attendance, meetings
from bot.store.writing import insert, insert_new

_DUE = (  # asked with every look of the clock; building a statement takes longer than running it
    select(meetings)
    .where(meetings.c.remind_on <= bindparam("today"))
    .order_by(meetings.c.remind_on, meetings.c.id)
    .with_for_update()
)


def add(tx: Connection, meeting: Meeting) -> bool:
    """Keep a new meeting; False when its id was taken meanwhile."""
    return insert_new(tx, meetings, **_row(meeting))


def load(tx: Connection, id: str) -> Meeting | None:
    """The meeting, kept from other writers until the transaction ends; None when there is none."""
    return next(iter(_found(tx, select(meetings).where(meetings.c.id == id).with_for_update())), None)


def save(tx: Connection, meeting: Meeting) -> None:
    """Keep the meeting as it stands now."""
    tx.execute(update(meetings).where(meetings.c.id == meeting.id).values(_row(meeting)))


def listed(tx: Connection, group: str | None = None) -> list[Meeting]:
    """All meetings, or one group's, by day; those without a day come last."""
    chosen = select(meetings).order_by(meetings.c.on_day.is_(None), meetings.c.on_day, meetings.c.id)
    return _found(tx, chosen if group is None else chosen.where(meetings.c.grp == group))


def due_to_look(tx: Connection, today: date) -> list[Meeting]:
    """Those whose day has come on which to look, kept from other writers until the transaction ends."""
    return [_meeting(row) for row in tx.execute(_DUE, {"today": today})]


def note(tx: Connection, rows: Iterable[Attendance]) -> None:
    """Keep who attended; what was noted before for the same member and meeting is replaced."""
    for row in rows:
        kept = {"agency": row.agency, "presence": row.presence.value, "deputy": row.deputy, "told_team": row.told_team}
        new = insert(tx, attendance).values(meeting=row.meeting, member=row.member, **kept)
        tx.execute(new.on_conflict_do_update(index_elements=["meeting", "member"], set_=kept))


def attended(
    tx: Connection, group: str | None = None, first: date | None = None, last: date | None = None
) -> list[Attendance]:
    """Attendance by day and member, of one group and between two days (both included) where given.

    A meeting that was cancelled is left out.
    """
    joined = select(attendance, meetings.c.grp, meetings.c.on_day).join(meetings, meetings.c.id == attendance.c.meeting)
    chosen = joined.where(meetings.c.cancelled_on.is_(None))
    if group is not None:
        chosen = chosen.where(meetings.c.grp == group)
    if first is not None:
        chosen = chosen.where(meetings.c.on_day >= first)
    if last is not None:
        chosen = chosen.where(meetings.c.on_day <= last)
    rows = tx.execute(chosen.order_by(meetings.c.on_day, attendance.c.meeting, attendance.c.member))
    return [_attendance(row) for row in rows]


def _found(tx: Connection, chosen: Select[Any]) -> list[Meeting]:
    return [_meeting(row) for row in tx.execute(chosen)]


def _row(meeting: Meeting) -> dict[str, Any]:
    row = asdict(meeting)
    row["grp"] = row.pop("group")
    row["on_day"] = row.pop("on")
    row["supporters"] = list(meeting.supporters)
    return row


def _meeting(row: Row[Any]) -> Meeting:
    values = dict(row._mapping)
    values["supporters"] = tuple(row.supporters)
    return Meeting(group=values.pop("grp"), on=values.pop("on_day"), **values)


def _attendance(row: Row[Any]) -> Attendance:
    return Attendance(
        meeting=row.meeting,
        group=row.grp,
        on=row.on_day,
        member=row.member,
        agency=row.agency,
        presence=Presence(row.presence),
        deputy=row.deputy,
        told_team=row.told_team,
    )
