"""The meetings of the partnership's groups: what must be done around each, by whom and until when."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.partnership.days import following, looks, missed, working_days_before
from bot.partnership.groups import chair
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person
from bot.partnership.plan_rules import MeetingRule, PlanRules
from knowledge.hours import add_working_days


class Duty(StrEnum):
    """What somebody must do around a meeting."""

    CALL = "call"  # an extraordinary meeting needs a date
    PAPERS = "papers"
    MINUTES = "minutes"  # to the chair
    AGREE = "agree"
    CIRCULATE = "circulate"


@dataclass(frozen=True)
class Meeting:
    """One meeting of a group. `on` is empty while an extraordinary meeting that was asked for has no date."""

    id: str
    group: str
    on: date | None
    extraordinary: bool = False
    requested_by: str | None = None  # a person's id
    supporters: tuple[str, ...] = ()
    request_received_on: date | None = None
    hold_by: date | None = None
    reason: str = ""
    papers_on: date | None = None
    to_chair_on: date | None = None
    agreed_on: date | None = None
    circulated_on: date | None = None
    cancelled_on: date | None = None
    cancel_reason: str = ""
    looked_on: date | None = None  # the last day on which the clock looked
    remind_on: date | None = None  # the next day on which to look

    def held_on(self, today: date) -> date | None:
        """The day on which it was held; None when it was not, or not yet."""
        return self.on if self.on and self.on <= today and self.cancelled_on is None else None


@dataclass(frozen=True)
class Task:
    """A duty that is still to be done. After the day `until` nobody is reminded of it."""

    duty: Duty
    due: date
    before: tuple[int, ...]
    until: date | None = None

    @property
    def days(self) -> list[date]:
        """The days on which to remind of it."""
        return [day for day in looks(self.due, self.before) if not self.is_over(day)]

    def is_over(self, day: date) -> bool:
        """Whether it is too late to do it."""
        return self.until is not None and day > self.until


@dataclass(frozen=True)
class MeetingNews:
    """What a notice about a meeting speaks of, as it stands when it is written."""

    meeting: Meeting
    group: str  # its name
    member: str = ""  # an actor's id, when it is about somebody's absence
    absent_on: tuple[date, ...] = ()  # the meetings in a row

    def without_words(self, instead: str) -> "MeetingNews":
        """The same for a channel that may carry no typed words."""
        reasons = (instead if said else "" for said in (self.meeting.reason, self.meeting.cancel_reason))
        reason, cancel_reason = reasons
        return replace(self, meeting=replace(self.meeting, reason=reason, cancel_reason=cancel_reason))


def tasks(meeting: Meeting, rule: MeetingRule) -> list[Task]:
    """What is still to be done. Nothing about a meeting that was cancelled."""
    before = rule.remind_before_working_days
    if meeting.cancelled_on is not None:
        return []
    if meeting.on is None:
        return [Task(Duty.CALL, meeting.hold_by, before.call)] if meeting.hold_by else []
    found = []
    if meeting.papers_on is None:
        found.append(Task(Duty.PAPERS, papers_due(meeting.on, rule), before.papers, until=meeting.on))
    if meeting.to_chair_on is None:
        due = add_working_days(meeting.on, rule.minutes_to_chair_working_days)
        return [*found, Task(Duty.MINUTES, due, before.minutes)]
    if meeting.circulated_on is None:
        due = add_working_days(meeting.to_chair_on, rule.circulated_further_working_days)
        agree, circulate = Task(Duty.AGREE, due, before.agree), Task(Duty.CIRCULATE, due, before.circulate)
        found.append(circulate if meeting.agreed_on else agree)
    return found


def papers_due(on: date, rule: MeetingRule) -> date:
    """The last working day on which the papers are out in time."""
    return working_days_before(on - timedelta(days=rule.papers_before_days), 0)


def next_look(meeting: Meeting, rule: MeetingRule) -> date | None:
    """The next day on which to look, after the last look; None when nothing is left to remind of."""
    return following((day for task in tasks(meeting, rule) for day in task.days), meeting.looked_on)


def reminders(meeting: Meeting, today: date, rules: PlanRules, people: list[Person]) -> list[Notice]:
    """The reminders that are due, each to whoever must act."""
    found = []
    for task in tasks(meeting, rules.meetings):
        day = missed(task.days, meeting.looked_on, today)
        if day is not None and not task.is_over(today):
            found += [_reminder(meeting, task, day, to) for to in acts(meeting, task, today, rules, people)]
    return found


def acts(meeting: Meeting, task: Task, today: date, rules: PlanRules, people: list[Person]) -> list[str]:
    """The addresses of those who must act: the chair agrees the minutes, the business team does all else.

    The business team hears too when the chair is late, and alone when nobody is there in the chair's place.
    """
    there = chair(people, meeting.group, rules, today) if task.duty is Duty.AGREE else None
    if there is None:
        return [TEAM]
    return [f"person:{there.id}", *([TEAM] if today > task.due else [])]


def _reminder(meeting: Meeting, task: Task, day: date, to: str) -> Notice:
    data = {"task": task.duty.value, "due": task.due.isoformat()}
    return Notice(f"meeting:{meeting.id}:{task.duty}:{task.due}:{day}:{to}", "meeting", to, meeting.id, data=data)
