"""Office hours and deadlines in working time: England's working days, Europe/London, the business team's hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from knowledge.hours import LONDON, add_working_days, is_working_day


@dataclass(frozen=True)
class OfficeHours:
    """When the business team's office is open on a working day (local time)."""

    opens: time
    closes: time

    def is_open(self, at: datetime) -> bool:
        """Whether the office is open at that moment (aware)."""
        local = at.astimezone(LONDON)
        return is_working_day(local.date()) and self.opens <= local.time() < self.closes

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself while open, else the next opening (UTC)."""
        if self.is_open(at):
            return at.astimezone(UTC)
        local = at.astimezone(LONDON)
        day = local.date()
        if not is_working_day(day) or local.time() >= self.closes:
            day = add_working_days(day, 1)
        return _moment(day, self.opens)

    def deadline(self, since: datetime, days: int) -> datetime:
        """The close of the office `days` working days after `since`; the count starts on the day after (UTC).

        With 0 days: the close of the working day that is running, or of the next one.
        """
        if days == 0:
            return _moment(self.next_opening(since).astimezone(LONDON).date(), self.closes)
        return _moment(add_working_days(since.astimezone(LONDON).date(), days), self.closes)

    def after(self, since: datetime, minutes: int) -> datetime:
        """The moment when `minutes` of open office have passed since `since` (UTC)."""
        at, left = self.next_opening(since), timedelta(minutes=minutes)
        while True:
            close = _moment(at.astimezone(LONDON).date(), self.closes)
            if at + left <= close:
                return at + left
            left -= close - at
            at = self.next_opening(close)

    def before(self, deadline: datetime, minutes: int) -> datetime:
        """The moment that lies `minutes` of open office before `deadline` (UTC)."""
        at, left = deadline.astimezone(UTC), timedelta(minutes=minutes)
        while True:
            opened = _moment(at.astimezone(LONDON).date(), self.opens)
            if at - left >= opened:
                return at - left
            left -= max(at - opened, timedelta())
            at = _moment(_working_day_before(at.astimezone(LONDON).date()), self.closes)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON).astimezone(UTC)


def _working_day_before(day: date) -> date:
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
