"""When somebody is reminded of an action: before its date, on it, then again and again, on working days only."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.partnership.days import working_days_before
from bot.partnership.plan import Action
from bot.partnership.plan_rules import PlanRules, Remind
from knowledge.hours import add_working_days, is_working_day


class When(StrEnum):
    """Where today lies."""

    AHEAD = "ahead"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Occasion:
    """Why somebody is reminded. `working_days` are left until the date, or have passed since."""

    when: When
    working_days: int


def next_look(action: Action, rules: PlanRules) -> date | None:
    """The working day of which somebody is to be told next; None when the action needs nobody.

    It is the first after the day on which somebody was told last, so it may have passed: then it is caught up. A date
    that is no working day counts as the working day before. What a snooze holds back comes when it ends. Who is told is
    decided on the day: the lead, the deputy, or the business team when nobody leads it.
    """
    if not action.is_open or action.due is None:
        return None
    after = action.reminded_on or date.min
    day = _next_occasion(action.due, after, rules.remind)
    end = action.snoozed_until
    if end is None or end <= after or day >= end:
        return day
    return end if is_working_day(end) else add_working_days(end, 1)


def due_reminder(action: Action, today: date, rules: PlanRules) -> Occasion | None:
    """What a reminder says of the action today; None when nobody is to be reminded of it."""
    if not action.is_open or action.due is None or action.remind_on is None or action.remind_on > today:
        return None
    return occasion(action.due, today)


def occasion(due: date, today: date) -> Occasion:
    """Where today lies, seen from a date."""
    if due == today:
        return Occasion(When.TODAY, 0)
    if due > today:
        return Occasion(When.AHEAD, _working_days_between(today, due))
    return Occasion(When.OVERDUE, _working_days_between(due, today))


def furthest(today: date, rules: PlanRules) -> date:
    """The latest date of which somebody may be reminded today."""
    return add_working_days(today, max(rules.remind.before_working_days, default=0))


@lru_cache(maxsize=8192)
def _next_occasion(due: date, after: date, remind: Remind) -> date:
    ahead = [working_days_before(due, count) for count in (*remind.before_working_days, 0)]
    if coming := [day for day in ahead if day > after]:
        return min(coming)
    day = add_working_days(due, remind.overdue_every_working_days)
    while day <= after:
        day = add_working_days(day, remind.overdue_every_working_days)
    return day


@lru_cache(maxsize=8192)
def _working_days_between(first: date, last: date) -> int:
    """Counted from the day after `first` up to and with `last`."""
    return sum(is_working_day(first + timedelta(days=number)) for number in range(1, (last - first).days + 1))
