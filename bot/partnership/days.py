"""Counting working days backwards, and the days on which somebody is reminded of a last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from knowledge.hours import add_working_days, is_working_day


@lru_cache(maxsize=4096)
def working_days_before(day: date, count: int) -> date:
    """The date `count` working days before `day`; with 0 the day itself, or the last working day before it."""
    while count > 0 or not is_working_day(day):
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


def looks(due: date, before: Iterable[int]) -> list[date]:
    """The days on which to remind of a last day: so many working days before, on it, and once it has passed."""
    days = {working_days_before(due, count) for count in (*before, 0)}
    return sorted({*days, add_working_days(due, 1)})


def missed(days: Iterable[date], looked_on: date | None, today: date) -> date | None:
    """The latest of the days that has come since the last look; several that were missed become one."""
    return max((day for day in days if day <= today and (looked_on is None or day > looked_on)), default=None)


def following(days: Iterable[date], looked_on: date | None) -> date | None:
    """The first of the days after the last look; None when none is left."""
    return min((day for day in days if looked_on is None or day > looked_on), default=None)
