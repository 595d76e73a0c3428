"""Working days and office hours in Europe/London. Bank holidays are England's, from the `holidays` library."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from knowledge.model import Contact, Opening

LONDON = ZoneInfo("Europe/London")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """Monday to Friday and not a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The date `count` working days after `day`; the count starts on the day after."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_open(contact: Contact, at: datetime) -> bool:
    """Whether the contact's published office hours include `at` (aware). A contact without hours is never closed."""
    return not contact.open or _within(contact.open, at.astimezone(LONDON))


def _within(openings: tuple[Opening, ...], local: datetime) -> bool:
    if not is_working_day(local.date()):
        return False
    day = _DAYS[local.weekday()]
    return any(day in o.days and o.opens <= local.time() < o.closes for o in openings)
