"""The program of the simulated year: store, clock and courier. It can be killed at any step and started again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any, Concatenate, NoReturn

from sqlalchemy import Connection

from bench.year_witness import Witness
from bot.assistant.question import Question
from bot.masking import Masked
from bot.partnership.rules import load_rules
from bot.store import outbox
from bot.store.database import Store
from bot.store.engine import make_engine
from bot.workflows.deliver import Courier
from bot.workflows.desk import Desk
from bot.workflows.due import clean, tick
from knowledge.answer import Answer
from knowledge.knowledge import Knowledge
from knowledge.model import Area

_STEP = timedelta(milliseconds=250)
_SOON = timedelta(minutes=5)
_WHERE = ("before", "within", "after")


class Killed(BaseException):
    """The process is gone, in the middle of whatever it did."""


class MortalStore(Store):
    """A store in whose hands the process may die: before a transaction, within it, or just after it was committed."""

    left = -1  # transactions until death; less than nothing: not now
    where = "before"
    witness: Witness | None = None

    async def run[**P, T](self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """The work in one transaction, without a thread: the clock of this year stands still meanwhile."""
        self.left -= 1
        self._die("before")
        with self.begin() as tx:
            result = work(tx, *args, **named)
            self._die("within")
        if self.witness is not None:
            self.witness.sent = None  # it was noted as sent
        self._die("after")
        return result

    def _die(self, where: str) -> None:
        if self.left == 0 and self.where == where:
            raise Killed(where)


class Program:
    """One life of the program after the other on the same database."""

    def __init__(self, url: str, knowledge: Knowledge, witness: Witness, chance: Random) -> None:
        self._engine = make_engine(url)  # of its lives one after the other; each begins without a connection
        self._knowledge = knowledge
        self._witness = witness
        self._chance = chance
        self.now = datetime.min
        self.store = self._new_store()
        self.desk = self._desk()
        self._courier = self._new_courier("one")

    async def start_again(self) -> None:
        """After a death: nothing is left but the database. Another replica does not know what this one held."""
        self.store.close()
        self.store = self._new_store()
        self.desk = self._desk()
        name = self._chance.choice(["one", "two"])
        self._courier = self._new_courier(name)
        await self.store.run(outbox.release, name)

    def may_die(self) -> None:
        """Somewhere among the next transactions."""
        self.store.left, self.store.where = self._chance.randrange(1, 14), self._chance.choice(_WHERE)

    def is_safe(self) -> None:
        """Not any more."""
        self.store.left = -1

    async def round(self, now: datetime, *, wait: bool) -> None:
        """What is due, and everything that may go out now. Raises Killed."""
        self.now = now
        await self._look()
        while True:
            while await self._courier.step():
                self.now += _STEP
            at = await self.store.run(outbox.wake_at) if wait else None
            if at is None or at > now + _SOON:
                return
            self.now = max(self.now + _STEP, at)

    async def _look(self) -> None:
        try:
            await self.store.run(tick, self.desk.rules, self.now)
        except Killed as death:
            if str(death) == "after":  # what it found is kept
                self._witness.clock_looked(self.now)
            raise
        self._witness.clock_looked(self.now)

    async def clean(self, now: datetime) -> None:
        """Delete what is no longer needed."""
        await self.store.run(clean, self.desk.rules, now)

    def _new_store(self) -> MortalStore:
        store = MortalStore(self._engine)
        store.witness = self._witness
        return store

    def _desk(self) -> Desk:
        return Desk(self.store, load_rules(), self._knowledge, _ask, _mask, lambda: self.now, Area.THURROCK)

    def _new_courier(self, name: str) -> Courier:
        senders: dict[str, Any] = {"slack": self._witness, "email": self._witness}
        return Courier(self.desk, senders, {"slack": "C_TEAM", "email": "team@year.example"}, name)


async def _ask(question: Question) -> Answer:
    _nobody_asks()


async def _mask(text: str) -> Masked:
    _nobody_asks()


def _nobody_asks() -> NoReturn:
    raise AssertionError("nobody asks anything in this year")
