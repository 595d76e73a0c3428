"""Attendance: noted for each member, told when meetings are missed in a row, and its shares over a year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.partnership.attendance import Attendance, Presence, Share, by_agency, by_member, to_tell
from bot.partnership.groups import belongs
from bot.partnership.history import Event
from bot.partnership.meetings import Meeting
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person, Role
from bot.partnership.plan_rules import PlanRules, load_plan_rules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import history, meetings, outbox, people
from bot.workflows.keeping import keeper, known_group, local_day
from bot.workflows.meetings import SUBJECT, find

_LOOK_BACK = timedelta(days=800)  # further back no absence is in a row with one of today


@dataclass(frozen=True)
class Noted:
    """The attendance of one meeting, and the members of the group for whom nothing was noted."""

    rows: tuple[Attendance, ...]
    left_out: tuple[Person, ...]


@dataclass(frozen=True)
class Shares:
    """Attendance over the plan year from `first` to `last`."""

    first: date
    last: date
    agencies: tuple[Share, ...]
    members: tuple[Share, ...]


def attend(
    tx: Connection,
    rules: Rules,
    now: datetime,
    who: str,
    meeting_id: str,
    presences: Mapping[str, Presence],
    others: Presence | None = None,
) -> Noted:
    """Who was there, by the ids of members; `others` is noted for active members of whom nothing is known yet.

    What was noted before for a member who is named is replaced. The business team hears of meetings missed in a row.
    """
    actor, plan = keeper(tx, who), load_plan_rules()
    meeting = find(tx, who, meeting_id)
    seats = _seats(tx, meeting, plan)
    if unknown := sorted(set(presences) - set(seats)):
        raise Refused(f"Not a member of this group in the people file: {', '.join(unknown)}. Nothing was noted.")
    before = {row.member: row for row in _of(tx, meeting)}
    unknown_yet = [id for id, one in seats.items() if one.active and id not in before]
    wanted = {**(dict.fromkeys(unknown_yet, others) if others else {}), **presences}
    rows = [_row(meeting, seats[id], presence, now) for id, presence in wanted.items()]
    meetings.note(tx, [_told_before(row, before.get(row.member)) for row in rows])
    history.append(tx, Event(SUBJECT + meeting_id, now, actor.id, "attendance", {"noted": str(len(rows))}))
    _tell(tx, meeting, plan, now)
    noted = _of(tx, meeting)
    left_out = set(seats) - {row.member for row in noted}
    return Noted(tuple(noted), tuple(one for id, one in seats.items() if id in left_out and one.active))


def shares(tx: Connection, rules: Rules, now: datetime, who: str, group: str | None, day: date) -> Shares:
    """The attendance of one group, or of all, in the plan year that `day` is in."""
    keeper(tx, who)
    plan = load_plan_rules()
    first = plan.year_of(day)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    rows = meetings.attended(tx, known_group(plan, group).id if group else None, first, last)
    return Shares(first, last, tuple(by_agency(rows)), tuple(by_member(rows)))


def _seats(tx: Connection, meeting: Meeting, plan: PlanRules) -> dict[str, Person]:
    """Who has or had a seat in the group, by id. The business team serves the groups and has none."""
    found = (one for one in people.everyone(tx) if belongs(one, meeting.group, plan))
    return {one.id: one for one in found if one.role is not Role.BUSINESS_TEAM}


def _row(meeting: Meeting, member: Person, presence: Presence, now: datetime) -> Attendance:
    held = meeting.held_on(local_day(now))
    if held is None:
        raise Refused(f"{meeting.id} was not held yet, or was cancelled. Nothing was noted.")
    if presence is Presence.DEPUTY and not member.deputy:
        raise Refused(f"{member.name} has no designated deputy in the people file. Nothing was noted.")
    deputy = member.deputy if presence is Presence.DEPUTY else None
    return Attendance(meeting.id, meeting.group, held, member.id, member.agency, presence, deputy)


def _told_before(row: Attendance, before: Attendance | None) -> Attendance:
    """A correction keeps that the team was told, and the agency of that time."""
    if before is None:
        return row
    return replace(row, agency=before.agency, told_team=before.told_team and not row.is_there)


def _of(tx: Connection, meeting: Meeting) -> list[Attendance]:
    rows = meetings.attended(tx, meeting.group, meeting.on, meeting.on)
    return [row for row in rows if row.meeting == meeting.id]


def _tell(tx: Connection, meeting: Meeting, plan: PlanRules, now: datetime) -> None:
    since = local_day(now) - _LOOK_BACK
    runs = to_tell(meetings.attended(tx, meeting.group, since), plan.meetings.absences_in_a_row)
    opening = plan.hours.next_opening(now)
    outbox.add(tx, [_absence(run, opening) for run in runs], now)
    meetings.note(tx, [replace(run[-1], told_team=True) for run in runs])


def _absence(run: tuple[Attendance, ...], not_before: datetime) -> Notice:
    last = run[-1]
    key = f"meeting:{last.meeting}:absence:{last.member}:{len(run)}"
    data = {"task": "absence", "member": last.member}
    return Notice(key, "meeting", TEAM, last.meeting, data=data, not_before=not_before)
