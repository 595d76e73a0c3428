"""The daily drill: invented questions go the way of people's questions, one at a time; a miss is acted on."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from bot.assistant.question import Question
from bot.partnership import drill as rules
from bot.partnership.drill import Drilled, Outcome, Result, Tried
from bot.partnership.notices import TEAM, Notice
from bot.store import drills, outbox
from bot.workflows.advice import KIND, by_the_drill
from bot.workflows.desk import Desk
from knowledge.answer import Answer
from knowledge.drill import Drill

type TryOut = Callable[[Question], Awaitable[Answer]]
type GoOn = Callable[[], Awaitable[bool]]

_LEASE = timedelta(minutes=3)  # much longer than the longest question
_GIVE_UP = 5  # unanswered questions in a row: the language part is not there


async def _always() -> bool:
    return True


async def put_all(drill: Drill, try_out: TryOut, go_on: GoOn = _always) -> Sequence[Tried] | None:
    """What came of every question; None when it need not go on. One question at a time, so that people's come through.

    A question that the language part does not answer counts as not run; after some in a row the rest are not put.
    """
    found: list[Tried] = []
    silent = 0
    for question in drill.questions:
        if silent == _GIVE_UP:
            found.append(rules.not_asked(question))
            continue
        if not await go_on():
            return None
        found.append(rules.tried(question, await try_out(Question(question.text))))
        silent = silent + 1 if found[-1].outcome is Outcome.NOT_RUN else 0
    return found


async def drill_when_due(desk: Desk, try_out: TryOut, worker: str, at: time) -> Drilled | None:
    """Today's drill when its time has come and nobody else runs or ran it; None when there is nothing to do."""
    day, drill = rules.is_due(desk.clock(), at), desk.knowledge.drill
    if day is None or not await desk.store.run(_claim, day, worker, desk.clock()):
        return None

    async def still_ours() -> bool:
        return await desk.store.run(drills.hold, day, worker, desk.clock() + _LEASE)

    every = await put_all(drill, try_out, still_ours)
    if every is None:
        return None
    found = rules.drilled(day, desk.clock(), every, drill.ordinary_misses)
    if not await desk.store.run(_keep, worker, found, desk.clock()):
        return None
    desk.to_send.set()
    return found


def act_on(tx: Connection, now: datetime, found: Drilled, key: str) -> None:
    """Switch advice off when the drill failed, and tell the business team; tell it too when the drill could not run."""
    if found.result == Result.PASSED.value:
        return
    if found.result == Result.FAILED.value:
        by_the_drill(tx, now, rules.reason(found))
    data = {"what": "drill", "result": found.result, "missed": rules.missed_lines(found)}
    data |= {"asked": str(found.asked), "not_run": str(found.not_run)}
    outbox.add(tx, [Notice(f"{KIND}:drill:{key}", KIND, TEAM, f"{KIND}:drill", urgent=True, data=data)], now)


def _claim(tx: Connection, day: date, worker: str, now: datetime) -> bool:
    return drills.claim(tx, day, worker, now, now + _LEASE)


def _keep(tx: Connection, worker: str, found: Drilled, now: datetime) -> bool:
    """In one transaction with what it brings about, so that it is acted on once."""
    if not drills.finish(tx, worker, found):
        return False
    act_on(tx, now, found, found.day.isoformat())
    return True
