"""Meetings: plan, ask for, move, cancel; papers, minutes and attendance. Each records one line of the history."""

from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership import meeting_deeds as deeds
from bot.partnership.history import Event
from bot.partnership.meetings import Meeting
from bot.partnership.notices import TEAM, Notice
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import history, matrix, meetings, outbox, people
from bot.workflows.keeping import keeper, known_group, known_person, local_day

SUBJECT = "G:"  # what the history calls a meeting, before its id


def plan(
    tx: Connection, rules: Rules, now: datetime, who: str, group: str, on: date, *, extraordinary: bool = False
) -> Meeting:
    """A meeting of the group on that day. The same again is the same meeting."""
    keeper(tx, who)
    plan_rules = load_plan_rules()
    id = known_group(plan_rules, group).id
    history.hold(tx)
    if there := _at(tx, id, on):
        return there
    name = _free_id(tx, f"{id}-{on}")
    return _add(tx, now, who, deeds.plan(name, id, on, plan_rules.meetings, extraordinary=extraordinary), "plan")


def request(
    tx: Connection,
    rules: Rules,
    now: datetime,
    who: str,
    group: str,
    by: str,
    supporters: list[str],
    received_on: date,
    reason: str,
    *,
    in_writing: bool,
) -> Meeting:
    """An extraordinary meeting that a member asks for; `by` and `supporters` are ids. The same request is the same.

    The business team hears of it: it must choose a day in time. Raises Refused, saying why, when it is not valid.
    """
    keeper(tx, who)
    plan_rules = load_plan_rules()
    id = known_group(plan_rules, group).id
    history.hold(tx)
    requester, others = known_person(tx, by), [known_person(tx, one) for one in supporters]
    for one in meetings.listed(tx, id):
        if (one.requested_by, one.request_received_on, one.cancelled_on) == (requester.id, received_on, None):
            return one
    name = _free_id(tx, f"{id}-asked-{received_on}")
    meeting = deeds.request(
        name, id, requester, others, received_on, reason, local_day(now), plan_rules, in_writing=in_writing
    )
    outbox.add(tx, [_must_be_called(meeting, plan_rules.hours.next_opening(now))], now)
    return _add(tx, now, who, meeting, "request")


def move(tx: Connection, rules: Rules, now: datetime, who: str, meeting_id: str, on: date) -> Meeting:
    """To that day, or its first day for one that was asked for."""
    meeting = find(tx, who, meeting_id)
    other = _at(tx, meeting.group, on)
    if other and other.id != meeting.id:
        raise Refused(f"{other.id} of the same group is on that day. Choose another day.")
    after = deeds.move(meeting, on, local_day(now), load_plan_rules().meetings)
    return _save(tx, now, who, after, "move", on=on.isoformat())


def cancel(tx: Connection, rules: Rules, now: datetime, who: str, meeting_id: str, reason: str) -> Meeting:
    """It is not held; nothing more is said of it."""
    meeting = find(tx, who, meeting_id)
    attended = any(row.meeting == meeting_id for row in meetings.attended(tx, meeting.group, meeting.on, meeting.on))
    if attended or matrix.of_meeting(tx, meeting_id):
        raise Refused(f"{meeting_id} has attendance or actions, so it was held and cannot be cancelled.")
    return _save(tx, now, who, deeds.cancel(meeting, reason, local_day(now)), "cancel")


def papers(tx: Connection, rules: Rules, now: datetime, who: str, meeting_id: str, on: date) -> Meeting:
    """The papers were circulated."""
    meeting = find(tx, who, meeting_id)
    after = deeds.papers_out(meeting, on, local_day(now), load_plan_rules().meetings)
    return _save(tx, now, who, after, "papers", on=on.isoformat())


def minutes(tx: Connection, rules: Rules, now: datetime, who: str, meeting_id: str, step: str, on: date) -> Meeting:
    """The minutes went to the chair, were agreed or circulated: `step` is "chair", "agreed" or "circulated"."""
    meeting = find(tx, who, meeting_id)
    done = {"chair": deeds.minutes_to_chair, "agreed": deeds.minutes_agreed, "circulated": deeds.minutes_circulated}
    after = done[step](meeting, on, local_day(now), load_plan_rules().meetings)
    return _save(tx, now, who, after, "minutes", step=step, on=on.isoformat())


def listed(tx: Connection, rules: Rules, now: datetime, who: str, group: str | None = None) -> list[Meeting]:
    """Every meeting, or one group's, by day."""
    keeper(tx, who)
    return meetings.listed(tx, known_group(load_plan_rules(), group).id if group else None)


def find(tx: Connection, who: str, meeting_id: str) -> Meeting:
    """One meeting, for somebody who looks after them. Raises Refused when there is none."""
    keeper(tx, who)
    meeting = meetings.load(tx, meeting_id)
    if meeting is None:
        raise Refused(f"There is no meeting {meeting_id}. See: signpost meeting list")
    return meeting


def _must_be_called(meeting: Meeting, not_before: datetime) -> Notice:
    data = {"task": "call", "due": str(meeting.hold_by)}
    return Notice(f"meeting:{meeting.id}:asked", "meeting", TEAM, meeting.id, data=data, not_before=not_before)


def _at(tx: Connection, group: str, on: date) -> Meeting | None:
    """The group's meeting on that day, unless it was cancelled."""
    same = (one for one in meetings.listed(tx, group) if one.on == on and one.cancelled_on is None)
    return next(same, None)


def _free_id(tx: Connection, id: str) -> str:
    """The id, with a number behind it when a meeting of that name was cancelled or moved away."""
    number, found = 1, id
    while meetings.load(tx, found):
        number += 1
        found = f"{id}-{number}"
    return found


def _add(tx: Connection, now: datetime, who: str, meeting: Meeting, deed: str) -> Meeting:
    if not meetings.add(tx, meeting) and (there := meetings.load(tx, meeting.id)):
        return there  # somebody else was first
    return _save(tx, now, who, meeting, deed, **({"on": str(meeting.on)} if meeting.on else {}))


def _save(tx: Connection, now: datetime, who: str, meeting: Meeting, deed: str, **facts: str) -> Meeting:
    meetings.save(tx, meeting)
    history.append(tx, Event(SUBJECT + meeting.id, now, people.actor(tx, who).id, deed, facts))
    return meeting
