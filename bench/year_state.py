"""An action as the oracle of the simulated year knows it."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date


@dataclass
class State:
    """An action as the oracle knows it."""

    lead: str | None
    group: str
    due: date | None
    days: list[date]  # on which somebody is to be reminded
    open: bool = True
    snoozed: date | None = None
    asked: date | None = None
    told: date = date.min  # somebody was told of it on that day
    team_told: date = date.min  # the team was, since it has this lead
    unsure: bool = False  # the program does not know whether it was told
    _next: date = date.max  # the first of the days after the one on which somebody was told

    def __post_init__(self) -> None:
        """Find the first of the days."""
        self.tell(self.told)

    def tell(self, day: date) -> None:
        """Somebody was told on that day; with the earliest date: nobody was yet."""
        following = bisect_right(self.days, day)
        self.told, self._next = day, self.days[following] if following < len(self.days) else date.max

    def move(self, due: date | None, days: list[date]) -> None:
        """It has a new date, and these are the days on which somebody is to be reminded."""
        self.due, self.days = due, days
        self.tell(self.told)

    def is_late(self, today: date) -> bool:
        """Whether one of the days has come since somebody was told, snoozed or not."""
        return self._next <= today

    def is_owed(self, today: date) -> bool:
        """Whether somebody is to be reminded and was not."""
        return self._next <= today and self.open and (self.snoozed is None or self.snoozed <= today)
