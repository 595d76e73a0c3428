"""The report of a period, as plain objects. Numbers of people are as they may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.partnership.few import Count
from bot.partnership.plan import Action, Plan
from bot.partnership.plan_standing import AimStanding


class EventKind(StrEnum):
    """What the partnership held."""

    TRAINING = "training"
    EVENT = "event"


@dataclass(frozen=True)
class Happening:
    """Training or another event of the partnership. `topic` is the pathway that training was about."""

    day: date
    kind: EventKind
    title: str
    id: int = 0
    attended: int | None = None
    topic: str = ""
    outcome: str = ""  # what came of it, in the business team's words


@dataclass(frozen=True)
class Period:
    """Some days, both included."""

    first: date
    last: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month that the period touches."""
        found = [self.first.replace(day=1)]
        while (following := (found[-1] + timedelta(days=31)).replace(day=1)) <= self.last:
            found.append(following)
        return tuple(found)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class PlanReport:
    """One plan: how it is going and what is overdue."""

    plan: Plan
    aims: tuple[AimStanding, ...]
    exceptions: tuple[Action, ...]
    dropped: int = 0


@dataclass(frozen=True)
class ExceptionReport:
    """What was overdue on a day, in the order of the plans."""

    found: tuple[Action, ...]
    plans: tuple[Plan, ...]
    on: date
    made_on: date
    leads: Mapping[str, str] = field(default_factory=dict)  # names by a person's id


@dataclass(frozen=True)
class Split:
    """All of something, taken apart in one way. `parts` is None where small numbers could not be hidden."""

    name: str
    parts: tuple[tuple[str, Count], ...] | None


@dataclass(frozen=True)
class Population:
    """How many there were, and the ways in which they are taken apart; none when there were too few."""

    total: Count
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True)
class Topic:
    """The questions about one topic."""

    name: str
    level: int | None  # of the threshold document
    asked: Count
    unsure: Count
    not_right: Count
    told_team: Count
    trained: tuple[date, ...] = ()


@dataclass(frozen=True)
class Questions:
    """What was asked. The three parts are of the `of` questions in topics whose number is shown, or of all."""

    total: Count
    topics: tuple[Topic, ...] | None
    of: Count
    unsure: Count
    not_right: Count
    told_team: Count


@dataclass(frozen=True)
class Month:
    """One month: what was asked and raised, None where it cannot be shown, beside what was held."""

    first: date
    questions: Count | None
    escalations: Count | None
    held: tuple[Happening, ...] = ()


@dataclass(frozen=True)
class GroupMeetings:
    """The meetings of one group that were held, and how many of its seats were taken at them."""

    group: str
    held: tuple[date, ...]
    seats: Population


@dataclass(frozen=True)
class PerformanceReport:
    """Everything that the report of a period says."""

    period: Period
    made_on: date
    overdue_on: date  # the day at which what is overdue was looked at
    knowledge_version: str
    least: int  # the smallest number of people that is shown
    plans: tuple[PlanReport, ...]
    questions: Questions
    escalations: Population
    months: tuple[Month, ...]
    referrals: Population
    happenings: tuple[Happening, ...] = ()
    meetings: tuple[GroupMeetings, ...] = ()
    rag_means: Mapping[str, str] = field(default_factory=dict)
    rag_source: str = ""
