"""Deadlines count in England's working days and the office's own hours, through holidays and changes of the clock."""

from datetime import datetime, timedelta

import pytest

from tests.partnership.samples import RULES, clock

HOURS = RULES.hours


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (clock(2026, 11, 23, 9, 0), True),
        (clock(2026, 11, 23, 8, 59), False),
        (clock(2026, 11, 23, 16, 59), True),
        (clock(2026, 11, 23, 17, 0), False),
        (clock(2026, 11, 21, 11, 0), False),  # Saturday
        (clock(2026, 12, 25, 11, 0), False),  # Christmas Day
        (clock(2026, 12, 28, 11, 0), False),  # in place of Boxing Day, a Saturday
        (clock(2026, 12, 29, 11, 0), True),
        (clock(2027, 3, 26, 11, 0), False),  # Good Friday
        (clock(2027, 3, 29, 11, 0), False),  # Easter Monday
        (clock(2026, 7, 15, 9, 0), True),  # 8:00 UTC
        (clock(2026, 7, 15, 17, 0), False),  # 16:00 UTC
    ],
)
def test_the_office_is_open_on_working_days_by_the_clock_in_london(moment: datetime, is_open: bool) -> None:
    assert HOURS.is_open(moment) is is_open


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (clock(2026, 11, 23, 10, 30), clock(2026, 11, 23, 10, 30)),
        (clock(2026, 11, 23, 7, 0), clock(2026, 11, 23, 9, 0)),
        (clock(2026, 11, 20, 17, 5), clock(2026, 11, 23, 9, 0)),
        (clock(2026, 12, 24, 17, 0), clock(2026, 12, 29, 9, 0)),
        (clock(2027, 3, 25, 18, 0), clock(2027, 3, 30, 9, 0)),
        (clock(2026, 12, 31, 18, 0), clock(2027, 1, 4, 9, 0)),
    ],
)
def test_a_closed_office_opens_next_on_a_working_day(moment: datetime, opening: datetime) -> None:
    assert HOURS.next_opening(moment) == opening


@pytest.mark.parametrize(
    ("since", "days", "deadline"),
    [
        (clock(2026, 11, 23, 10, 0), 0, clock(2026, 11, 23, 17, 0)),  # the same working day
        (clock(2026, 11, 20, 17, 5), 0, clock(2026, 11, 23, 17, 0)),  # it begins on Monday
        (clock(2026, 11, 23, 10, 0), 1, clock(2026, 11, 24, 17, 0)),
        (clock(2026, 11, 20, 10, 0), 2, clock(2026, 11, 24, 17, 0)),  # over a weekend
        (clock(2026, 11, 22, 3, 0), 1, clock(2026, 11, 23, 17, 0)),  # from a Sunday
        (clock(2026, 12, 24, 10, 0), 1, clock(2026, 12, 29, 17, 0)),  # over Christmas 2026
        (clock(2026, 12, 24, 10, 0), 5, clock(2027, 1, 5, 17, 0)),  # and New Year
        (clock(2027, 3, 25, 10, 0), 1, clock(2027, 3, 30, 17, 0)),  # over Easter 2027, when summer time begins
        (clock(2026, 10, 23, 10, 0), 2, clock(2026, 10, 27, 17, 0)),  # over the end of summer time
        (clock(2026, 11, 23, 23, 30), 1, clock(2026, 11, 24, 17, 0)),  # the day is London's, not UTC's
        (clock(2026, 7, 15, 0, 30), 1, clock(2026, 7, 16, 17, 0)),
    ],
)
def test_a_deadline_is_the_close_of_the_office_so_many_working_days_later(
    since: datetime, days: int, deadline: datetime
) -> None:
    assert HOURS.deadline(since, days) == deadline


@pytest.mark.parametrize(
    ("since", "minutes", "moment"),
    [
        (clock(2026, 11, 23, 10, 0), 60, clock(2026, 11, 23, 11, 0)),
        (clock(2026, 11, 23, 16, 0), 60, clock(2026, 11, 23, 17, 0)),
        (clock(2026, 11, 20, 16, 45), 60, clock(2026, 11, 23, 9, 45)),
        (clock(2026, 11, 20, 17, 5), 15, clock(2026, 11, 23, 9, 15)),
        (clock(2026, 12, 24, 16, 30), 240, clock(2026, 12, 29, 12, 30)),
        (clock(2027, 3, 25, 16, 0), 120, clock(2027, 3, 30, 10, 0)),
        (clock(2026, 10, 23, 16, 0), 120, clock(2026, 10, 26, 10, 0)),
        (clock(2026, 11, 23, 9, 0), 3 * 480 + 30, clock(2026, 11, 26, 9, 30)),
    ],
)
def test_minutes_of_open_office_run_only_while_it_is_open(since: datetime, minutes: int, moment: datetime) -> None:
    assert HOURS.after(since, minutes) == moment


@pytest.mark.parametrize(
    ("deadline", "minutes", "moment"),
    [
        (clock(2026, 11, 23, 17, 0), 120, clock(2026, 11, 23, 15, 0)),
        (clock(2026, 11, 23, 17, 0), 480, clock(2026, 11, 23, 9, 0)),
        (clock(2026, 11, 23, 17, 0), 600, clock(2026, 11, 20, 15, 0)),
        (clock(2026, 12, 29, 17, 0), 540, clock(2026, 12, 24, 16, 0)),
        (clock(2027, 3, 30, 17, 0), 481, clock(2027, 3, 25, 16, 59)),
        (clock(2026, 10, 26, 17, 0), 540, clock(2026, 10, 23, 16, 0)),
    ],
)
def test_a_warning_counts_back_in_open_office(deadline: datetime, minutes: int, moment: datetime) -> None:
    assert HOURS.before(deadline, minutes) == moment


@pytest.mark.parametrize(("friday", "hours"), [((2026, 3, 27), 65), ((2026, 10, 23), 67), ((2026, 11, 20), 66)])
def test_a_weekend_in_which_the_clock_changes_takes_nothing_from_the_limit(
    friday: tuple[int, int, int], hours: int
) -> None:
    since = clock(*friday, 16, 0)
    at = HOURS.after(since, 120)
    assert at - since == timedelta(hours=hours)  # Monday at ten by the clock on the wall
    assert HOURS.before(at, 120) == since
