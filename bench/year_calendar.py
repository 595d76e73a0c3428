"""The simulated year's own calendar, written down day by day: nothing of the program's is used to check the program."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
_HOLIDAYS = """
2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
"""  # England's, as gov.uk lists them
HOLIDAYS = frozenset(map(date.fromisoformat, _HOLIDAYS.split()))
_DAY = timedelta(days=1)


@cache
def works(day: date) -> bool:
    """Whether people work on that day."""
    return day.weekday() < 5 and day not in HOLIDAYS


@cache
def back(day: date, count: int) -> date:
    """So many working days earlier; with 0 the day, or the last working day before it."""
    while count > 0 or not works(day):
        day -= _DAY
        count -= works(day)
    return day


@cache
def forward(day: date, count: int) -> date:
    """So many working days later."""
    while count:
        day += _DAY
        count -= works(day)
    return day


def occasions(due: date) -> list[date]:
    """The days on which somebody is to be reminded: 10 and 3 working days before, on the date, then each week."""
    found = {back(due, 10), back(due, 3), back(due, 0)}
    day = forward(due, 5)
    while day <= LAST:
        found.add(day)
        day = forward(day, 5)
    return sorted(found)


@cache
def digest_monday(day: date) -> date:
    """The Monday of the digest that was the latest to come due by that day at nine, or a bank holiday's day after."""
    monday = day - timedelta(days=day.weekday())
    goes_out = monday if works(monday) else forward(monday, 1)
    return monday if goes_out <= day else monday - timedelta(days=7)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """The moment at which London's clocks show this."""
    return datetime.combine(day, time(hour, minute), LONDON)
