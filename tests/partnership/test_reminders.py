"""When somebody is reminded of an action: 10 and 3 working days before, on the date, then weekly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.partnership.plan import Action, Progress
from bot.partnership.reminders import Occasion, When, due_reminder, furthest, next_look, occasion
from knowledge.hours import is_working_day
from tests.partnership.plan_people import DUE, PLAN_RULES, action


def looks(one: Action, until: date) -> list[date]:
    """Every day on which somebody is reminded, each reminder sent on its day."""
    found: list[date] = []
    while (day := next_look(one, PLAN_RULES)) and day <= until:
        found.append(day)
        one = replace(one, reminded_on=day)
    return found


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (date(2026, 11, 27), [date(2026, 11, 13), date(2026, 11, 24), date(2026, 11, 27), date(2026, 12, 4)]),
        # over Easter: Good Friday is the 3rd, Easter Monday the 6th of April
        (date(2026, 4, 8), [date(2026, 3, 23), date(2026, 4, 1), date(2026, 4, 8), date(2026, 4, 15)]),
        # a Saturday: on the Friday before; weekly from the Saturday on
        (date(2026, 11, 28), [date(2026, 11, 16), date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 4)]),
        # Christmas Day 2026, with a bank holiday on the 28th in place of Boxing Day
        (date(2026, 12, 25), [date(2026, 12, 11), date(2026, 12, 22), date(2026, 12, 24), date(2027, 1, 5)]),
        # summer time ends on the 25th of October 2026 and begins on the 28th of March 2027, the weekend of Easter
        (date(2026, 10, 26), [date(2026, 10, 12), date(2026, 10, 21), date(2026, 10, 26), date(2026, 11, 2)]),
        (date(2027, 3, 30), [date(2027, 3, 12), date(2027, 3, 23), date(2027, 3, 30), date(2027, 4, 6)]),
    ],
)
def test_the_lead_is_reminded_before_the_date_on_it_and_a_week_later(due: date, days: list[date]) -> None:
    assert looks(action(due=due), days[-1]) == days
    assert all(is_working_day(day) for day in days)


def test_after_the_date_it_goes_on_every_fifth_working_day() -> None:
    overdue = replace(action(), reminded_on=DUE)
    assert looks(overdue, date(2027, 1, 12)) == [
        *(date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18)),
        *(date(2026, 12, 29), date(2027, 1, 6)),  # around Christmas and New Year
    ]


def test_what_was_missed_is_caught_up_once() -> None:
    told = replace(action(), reminded_on=date(2026, 11, 13))
    assert next_look(told, PLAN_RULES) == date(2026, 11, 24)
    assert next_look(replace(told, reminded_on=date(2026, 12, 9)), PLAN_RULES) == date(2026, 12, 11)


@pytest.mark.parametrize(
    "one",
    [action(due=None), action(progress=Progress.DONE), action(progress=Progress.DROPPED)],
    ids=["no date", "done", "dropped"],
)
def test_of_what_needs_nobody_nobody_is_reminded(one: Action) -> None:
    assert next_look(one, PLAN_RULES) is None
    assert due_reminder(replace(one, remind_on=DUE), DUE, PLAN_RULES) is None


def test_an_action_that_nobody_leads_is_looked_at_as_well() -> None:
    assert next_look(action(lead=None), PLAN_RULES) == next_look(action(), PLAN_RULES) == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("until", "told", "then"),
    [
        (date(2026, 11, 25), date(2026, 11, 13), date(2026, 11, 25)),  # the 24th is caught up when the snooze ends
        (date(2026, 11, 24), date(2026, 11, 13), date(2026, 11, 24)),
        (date(2026, 11, 20), date(2026, 11, 13), date(2026, 11, 24)),  # nothing falls into it
        (date(2026, 11, 28), date(2026, 11, 13), date(2026, 11, 30)),  # it ends on a Saturday
        (date(2026, 12, 25), date(2026, 11, 13), date(2026, 12, 29)),  # it ends on Christmas Day
        (date(2026, 11, 16), date(2026, 11, 24), date(2026, 11, 27)),  # long over
    ],
)
def test_a_snooze_delays_the_reminder_and_ends(until: date, told: date, then: date) -> None:
    snoozed = replace(action(), snoozed_until=until, reminded_on=told)
    assert next_look(snoozed, PLAN_RULES) == then
    assert snoozed.due == DUE


def test_a_reminder_is_due_from_its_day_on() -> None:
    one = action(remind_on=date(2026, 11, 24))
    assert due_reminder(one, date(2026, 11, 23), PLAN_RULES) is None
    assert due_reminder(one, date(2026, 11, 24), PLAN_RULES) == Occasion(When.AHEAD, 3)
    assert due_reminder(one, DUE, PLAN_RULES) == Occasion(When.TODAY, 0)
    assert due_reminder(one, date(2026, 12, 4), PLAN_RULES) == Occasion(When.OVERDUE, 5)


def test_the_words_count_working_days() -> None:
    assert occasion(date(2026, 12, 29), date(2026, 12, 24)) == Occasion(When.AHEAD, 1)
    assert occasion(date(2026, 12, 24), date(2026, 12, 29)) == Occasion(When.OVERDUE, 1)
    assert occasion(date(2026, 11, 28), date(2026, 11, 27)) == Occasion(When.AHEAD, 0)


def test_no_reminder_reaches_further_than_its_first_occasion() -> None:
    today = date(2026, 11, 13)
    assert furthest(today, PLAN_RULES) == DUE
    later = action(due=DUE + timedelta(days=3))
    assert (next_look(later, PLAN_RULES) or today) > today
