"""What can be done with a meeting. Each function checks the rules and returns the meeting after it."""

from dataclasses import replace
from datetime import date

from bot.partnership.groups import is_member
from bot.partnership.matrix_deeds import needed
from bot.partnership.meetings import Meeting, next_look
from bot.partnership.people import Person
from bot.partnership.plan_rules import MeetingRule, PlanRules
from bot.partnership.refusal import Refused
from knowledge.hours import add_working_days, is_working_day


def plan(id: str, group: str, on: date, rule: MeetingRule, *, extraordinary: bool = False) -> Meeting:
    """A meeting on that day. One that was held already may be noted too. Raises Refused for a day off."""
    return _looking(Meeting(id, group, _working(on), extraordinary), rule)


def request(
    id: str,
    group: str,
    requester: Person,
    supporters: list[Person],
    received_on: date,
    reason: str,
    today: date,
    rules: PlanRules,
    *,
    in_writing: bool,
) -> Meeting:
    """An extraordinary meeting that a member asks for. Raises Refused, saying why, unless the request is valid."""
    rule = rules.meetings
    if not in_writing:
        raise Refused("The request must be in writing. Ask for a letter or an e-mail, and record the day it came.")
    if received_on > today:
        raise Refused(f"{received_on} lies in the future.")
    if not is_member(requester, rules):
        raise Refused(f"{requester.name} is no member of any group of the partnership, so the request is not valid.")
    others = {one.id for one in supporters if one.id != requester.id and is_member(one, rules)}
    if len(others) < rule.supporters_needed:
        raise Refused(
            f"The request needs the support of at least {rule.supporters_needed} other members of the partnership; "
            f"it has {len(others)}."
        )
    meeting = Meeting(
        id,
        group,
        on=None,
        extraordinary=True,
        requested_by=requester.id,
        supporters=tuple(sorted(others)),
        request_received_on=received_on,
        hold_by=add_working_days(received_on, rule.extraordinary_within_working_days),
        reason=needed(reason, "the reason"),
    )
    return _looking(meeting, rule)


def move(meeting: Meeting, on: date, today: date, rule: MeetingRule) -> Meeting:
    """To that day; an extraordinary meeting gets its date in this way. Raises Refused once it was held."""
    _alive(meeting)
    if meeting.held_on(today):
        raise Refused(f"{meeting.id} was held on {meeting.on}, so it cannot be moved.")
    _working(on)
    if meeting.hold_by and on > meeting.hold_by:
        raise Refused(
            f"It must be held by {meeting.hold_by}: {rule.extraordinary_within_working_days} working days after the "
            f"request was received on {meeting.request_received_on}. Choose an earlier day."
        )
    if meeting.request_received_on and on < meeting.request_received_on:
        raise Refused(f"The request was received on {meeting.request_received_on}. Choose a later day.")
    return _looking(replace(meeting, on=on), rule)


def cancel(meeting: Meeting, reason: str, today: date) -> Meeting:
    """It is not held. Nothing more is said of it."""
    _alive(meeting)
    if meeting.to_chair_on:
        raise Refused(f"{meeting.id} has minutes, so it was held and cannot be cancelled.")
    return replace(meeting, cancelled_on=today, cancel_reason=needed(reason, "the reason"), remind_on=None)


def papers_out(meeting: Meeting, on: date, today: date, rule: MeetingRule) -> Meeting:
    """The papers were circulated on that day."""
    _alive(meeting)
    _happened(on, today)
    if meeting.on is None or on > meeting.on:
        raise Refused(f"{meeting.id} has no date after {on}. Papers go out before a meeting.")
    return _looking(replace(meeting, papers_on=on), rule)


def minutes_to_chair(meeting: Meeting, on: date, today: date, rule: MeetingRule) -> Meeting:
    """The minutes went to the chair on that day."""
    _alive(meeting)
    _happened(on, today)
    held = meeting.held_on(today)
    if held is None or on < held:
        raise Refused(f"{meeting.id} was not held by {on}, so there can be no minutes.")
    return _looking(replace(meeting, to_chair_on=on), rule)


def minutes_agreed(meeting: Meeting, on: date, today: date, rule: MeetingRule) -> Meeting:
    """The chair agreed the minutes on that day."""
    _alive(meeting)
    _happened(on, today)
    if meeting.to_chair_on is None or on < meeting.to_chair_on:
        raise Refused(f"The minutes of {meeting.id} had not gone to the chair by {on}.")
    return _looking(replace(meeting, agreed_on=on), rule)


def minutes_circulated(meeting: Meeting, on: date, today: date, rule: MeetingRule) -> Meeting:
    """The agreed minutes were circulated on that day."""
    _alive(meeting)
    _happened(on, today)
    if meeting.agreed_on is None or on < meeting.agreed_on:
        raise Refused(f"The chair had not agreed the minutes of {meeting.id} by {on}.")
    return _looking(replace(meeting, circulated_on=on), rule)


def _looking(meeting: Meeting, rule: MeetingRule) -> Meeting:
    """With its next look found anew: what is to be done has changed."""
    fresh = replace(meeting, looked_on=None)
    return replace(fresh, remind_on=next_look(fresh, rule))


def _alive(meeting: Meeting) -> None:
    if meeting.cancelled_on is not None:
        raise Refused(f"{meeting.id} was cancelled on {meeting.cancelled_on}. Nothing was changed.")


def _happened(on: date, today: date) -> None:
    if on > today:
        raise Refused(f"{on} lies in the future.")


def _working(on: date) -> date:
    if not is_working_day(on):
        raise Refused(f"{on:%A} {on} is no working day. Choose another day.")
    return on
