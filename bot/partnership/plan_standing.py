"""How a plan is going, aim by aim. Green is not completed."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.partnership.exceptions import exceptions
from bot.partnership.plan import Action, Progress, Rag


class Standing(StrEnum):
    """How one action is going."""

    COMPLETED = "completed"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNRATED = "unrated"  # open, without a colour


@dataclass(frozen=True)
class AimStanding:
    """How the actions of one aim are going. `aim` is empty where the plan names none."""

    aim: str
    counts: tuple[tuple[Standing, int], ...]  # every standing once
    overdue: int

    @property
    def actions(self) -> int:
        """How many actions there are."""
        return sum(count for _, count in self.counts)

    def count(self, standing: Standing) -> int:
        """How many of them stand like this."""
        return dict(self.counts)[standing]


def standing_of(action: Action) -> Standing | None:
    """How the action is going; None when it is no longer in the plan."""
    if action.progress is Progress.DROPPED:
        return None
    if action.progress is Progress.DONE or action.rag is Rag.COMPLETED:
        return Standing.COMPLETED
    return Standing(action.rag.value) if action.rag else Standing.UNRATED


def by_aim(actions: Collection[Action], today: date, listed: Collection[str] = ()) -> tuple[AimStanding, ...]:
    """Each aim in the order of the plan. What is no longer in the plan is left out."""
    overdue = Counter(one.aim for one in exceptions(actions, today, listed))
    aims: dict[str, Counter[Standing]] = {}
    for one in sorted(actions, key=lambda one: (one.order, one.id)):
        if standing := standing_of(one):
            aims.setdefault(one.aim, Counter())[standing] += 1
    return tuple(_standing(aim, counts, overdue[aim]) for aim, counts in aims.items())


def together(name: str, aims: Iterable[AimStanding]) -> AimStanding:
    """All of them as one, under a name."""
    every = list(aims)
    counts = Counter({standing: sum(one.count(standing) for one in every) for standing in Standing})
    return _standing(name, counts, sum(one.overdue for one in every))


def _standing(aim: str, counts: Counter[Standing], overdue: int) -> AimStanding:
    return AimStanding(aim, tuple((standing, counts[standing]) for standing in Standing), overdue)
