"""What the business team's digest tells of automatic advice: when it was off, and how the drills went."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.partnership.advice import OffSpell
from bot.partnership.drill import Drilled, Result
from knowledge.hours import LONDON


@dataclass(frozen=True)
class AdviceWeek:
    """One week. `days` is on how many local dates a drill should have run; 0 before the first one ever."""

    off: tuple[OffSpell, ...] = ()
    days: int = 0
    passed: int = 0
    failed: tuple[date, ...] = ()
    missed: tuple[str, ...] = ()  # ids of the questions that were missed, whatever the drill came to

    def without_reasons(self, instead: str) -> "AdviceWeek":
        """The same without what people typed."""
        return replace(self, off=tuple(one.without_reason(instead) for one in self.off))

    @property
    def is_news(self) -> bool:
        """Whether the business team must hear of it even when there is nothing else to tell."""
        return bool(self.off or self.missed) or self.passed < self.days

    @property
    def not_run(self) -> int:
        """On how many dates it did not run to its end."""
        return self.days - self.passed - len(self.failed)


def drill_days(since: datetime, until: datetime, first: date | None) -> tuple[date, ...]:
    """The local dates between two digests on which a drill should have run; none before the first drill ever."""
    begins, ends = (moment.astimezone(LONDON).date() for moment in (since, until))
    days = (begins + timedelta(days=number) for number in range(1, (ends - begins).days + 1))
    return tuple(day for day in days if first is not None and day >= first)


def advice_week(off: tuple[OffSpell, ...], days: Sequence[date], found: Sequence[Drilled]) -> AdviceWeek:
    """The week from the stretches of being off and the drills of its days."""
    here = [one for one in found if one.day in days]
    return AdviceWeek(
        off=off,
        days=len(days),
        passed=sum(one.result == Result.PASSED.value for one in here),
        failed=tuple(one.day for one in here if one.result == Result.FAILED.value),
        missed=tuple(dict.fromkeys(miss["id"] for one in here for miss in one.missed)),
    )
