"""A plan that is known to a store, and a channel that keeps what it is given, for tests of reminders and digests."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NoReturn

from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.people import Person
from bot.partnership.plan import Action, Plan
from bot.partnership.rules import load_rules
from bot.store import actions, outbox, people
from bot.store.database import Store
from bot.workflows.deliver import Courier
from bot.workflows.desk import Desk
from bot.workflows.due import tick
from bot.workflows.plan_import import Imported, import_plan
from bot.workflows.sending import Letter, Receipt
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area
from tests.partnership.plan_people import EVERYONE, action
from tests.partnership.samples import clock
from tests.store.samples import do

BEFORE = clock(2026, 6, 1, 20)  # a Monday evening; the digest of its week had nothing to tell
TUESDAY = date(2026, 6, 2)
DUE = date(2026, 6, 5)  # three working days after the Tuesday


@dataclass(frozen=True)
class File:
    """A plan file that was read."""

    actions: tuple[Action, ...]
    plan: Plan = field(default=Plan("PLAN", "Delivery plan", "2026/27", "plan.csv 0a1b"))


def taken_over(store: Store, *given: Action, now: datetime = BEFORE, everyone: list[Person] | None = None) -> Imported:
    """The people and the plan are known."""
    do(store, people.replace_all, EVERYONE if everyone is None else everyone)
    _serve_the_week_before(store)
    return do(store, import_plan, File(given), now)


def _serve_the_week_before(store: Store) -> None:
    """The Monday's digests were made, had nothing to tell as there was no plan yet, and were dropped."""
    monday = clock(2026, 6, 1, 9)
    do(store, tick, load_rules(), monday)
    while parcel := do(store, outbox.claim, "one", monday, 0.0, 30.0):
        do(store, outbox.drop, parcel.id, monday, "nothing is left to say")


def due(number: str = "6.2", day: date = DUE, **rest: Any) -> Action:  # noqa: ANN401 - any field of an action
    """An action that was told of until the day before the Tuesday, so that its next occasion is the next reminder."""
    return action(number, due=day, reminded_on=TUESDAY - timedelta(days=1), **rest)


def reminder(*numbers: str, to: str = "nadia") -> tuple[str, str, tuple[str, ...]]:
    """What a round shows of a reminder."""
    return ("reminder", f"person:{to}", numbers)


def stands(store: Store, number: str = "6.2") -> Action:
    """The action as it stands."""
    action = do(store, actions.load, f"PLAN/{number}")
    assert action is not None
    return action


@dataclass
class Post:
    """One chat channel. What is in `trouble` is raised, one for each letter, before anything arrives."""

    store: Store
    knowledge: Knowledge
    letters: list[Letter] = field(default_factory=list)
    trouble: list[BaseException] = field(default_factory=list)

    async def send(self, letter: Letter) -> Receipt:
        """Keep the letter."""
        if self.trouble:
            raise self.trouble.pop(0)
        self.letters.append(letter)
        return Receipt("C1", "1.1")

    async def round(self, now: datetime) -> list[tuple[str, str, tuple[str, ...]]]:
        """What the clock brings about at that moment and what goes out: kind, receiver and the actions' numbers."""
        await self.store.run(tick, load_rules(), now)
        return await self.deliver(now)

    async def deliver(self, now: datetime) -> list[tuple[str, str, tuple[str, ...]]]:
        """What goes out within a minute of that moment."""
        self.letters.clear()
        for second in range(60):
            moment = now + timedelta(seconds=second)
            courier = self.courier(moment)
            while await courier.step():
                pass
            if not [one for one in await self.store.run(outbox.waiting) if one.not_before < now + timedelta(minutes=1)]:
                break
        return [(one.notice.kind, one.notice.to, tuple(item.number for item in one.actions)) for one in self.letters]

    def courier(self, now: datetime) -> Courier:
        """The outbox worker of a process that was just started."""
        desk = Desk(self.store, load_rules(), self.knowledge, _no_answers, _no_masking, lambda: now, Area.THURROCK)
        return Courier(desk, {"slack": self}, {"slack": "C_TEAM"}, "one")


def on(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """That moment by the clock in London."""
    return clock(day.year, day.month, day.day, hour, minute)


async def _no_answers(question: Question) -> Answer:
    _nobody()


async def _no_masking(text: str) -> Masked:
    _nobody()


def _nobody() -> NoReturn:
    raise AssertionError("nobody asks here")
