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
    team_told: date = date.min  # the team was
    unsure: bool = False  # the program does not know whether it was told
    _next: date = date.max  # the first of the days after the one on which somebody was told
    _counted: tuple[date, list[date]] | None = None  # from what that was found

    def is_owed(self, today: date) -> bool:
        """Whether somebody is to be reminded and was not."""
        if self._counted is None or self._counted[0] != self.told or self._counted[1] is not self.days:
            following = bisect_right(self.days, self.told)
            self._next = self.days[following] if following < len(self.days) else date.max
            self._counted = self.told, self.days
        return self._next <= today and self.open and (self.snoozed is None or self.snoozed <= today)
