"""The year from its first hour to its last: people act, the program works, dies, stays down and comes back."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import select

from bench.year_calendar import FIRST, LAST, LONDON, local, works
from bench.year_life import Life
from bench.year_oracle import Oracle
from bench.year_program import Killed, Program
from bench.year_witness import Witness
from bench.year_world import WHOLE, Size, world
from bot.store.database import Store
from bot.store.tables import told_on
from knowledge.load import load

_AWAKE = range(7, 20)
_CLOCKS_CHANGE = {date(2026, 10, 25), date(2027, 3, 28)}
# Down over a digest day, over Easter, over Christmas, and in both nights in which the clocks change.
_LONG_DOWN = ((date(2026, 6, 15), 8, 30), (date(2026, 12, 24), 12, 120), (date(2027, 3, 25), 15, 60))
_NIGHT_DOWN = ((date(2026, 10, 24), 18, 40),)
_OUTAGES = ((date(2026, 7, 6), 12), (date(2026, 9, 16), 17), (date(2027, 2, 2), 15))  # the channel, from 7 until


@dataclass
class Year:
    """What a run has shown."""

    life: Life
    oracle: Oracle
    rounds: int = 0
    deaths: Counter[str] = field(default_factory=Counter)
    down_hours: int = 0
    burnt: int = 0
    checks: int = 0
    late: int = 0


async def live(url: str, seed: int, size: Size = WHOLE, until: date = LAST, channel: type[Witness] = Witness) -> Year:
    """Live through the year on a new database, or through its first part."""
    chance = Random(seed)  # noqa: S311 - no secret: a seed must give the same year again
    store = Store.open(url)
    made = world(chance, size)
    oracle = Oracle(made)
    year = Year(Life(made, oracle), oracle)
    taken = year.life.begin(store, chance)
    store.close()
    assert len(taken.added) == len(made.actions), "the plan was not taken over"
    witness = channel(oracle, year.life.meetings, chance, _is_out)
    program = Program(url, load(), witness, chance)
    down_until = local(FIRST, 0)
    for day in (FIRST + timedelta(days=number) for number in range((until - FIRST).days + 1)):
        for now in _hours(day):
            down_until = max(down_until, _planned_down(now))
            down_until = await _hour(year, program, witness, now, down_until, chance)
    program.store.close()
    return year


async def _hour(
    year: Year, program: Program, witness: Witness, now: datetime, down_until: datetime, chance: Random
) -> datetime:
    """One hour; returns until when the program is down."""
    here = now.astimezone(LONDON)
    if now < down_until:
        year.down_hours += 1
        following = here + timedelta(hours=1)
        year.life.later((here.date(), here.hour), (following.date(), following.hour))
        return down_until
    await year.life.hour(program, here.date(), here.hour)
    if chance.random() < (0.08 if here.hour == 9 else 0.008):
        program.may_die()
    year.rounds += 1
    try:
        await program.round(now, wait=not _is_out(now))
        if here.hour == 3:
            await program.clean(now)
    except Killed as death:
        year.deaths[str(death)] += 1
        if witness.sent is not None:
            year.oracle.lost_track(witness.sent)
            witness.sent = None
        await program.start_again()
        return now + timedelta(hours=chance.choice([0, 0, 1, 1, 3, 9, 26]))
    program.is_safe()
    _check(year, program, now)
    return down_until


def _check(year: Year, program: Program, now: datetime) -> None:
    """After a round in which nothing went wrong."""
    if not year.oracle.is_day_and_hour(now):
        return
    today = now.astimezone(LONDON).date()
    with program.store.begin() as tx:
        taken = set(tx.execute(select(told_on.c.reader).where(told_on.c.day == today)).scalars())
    burnt = {reader for reader in taken if not year.oracle.per_day[reader, today]}
    year.oracle.a_round_passed(now)
    year.oracle.check_nothing_left(now, burnt)
    if not any(day == today for _, day in year.oracle.refused):
        year.life.meetings.check_nothing_left(now)
    year.checks += 1


def _hours(day: date) -> list[datetime]:
    """The hours of that day: each while people are awake, a few at night, every one when the clocks change."""
    if day in _CLOCKS_CHANGE:
        start = local(day, 0).astimezone(UTC)
        return [
            one for number in range(26) if (one := start + timedelta(hours=number)).astimezone(LONDON).date() == day
        ]
    return [local(day, hour).astimezone(UTC) for hour in (0, 3, *_AWAKE, 22)]


def _planned_down(now: datetime) -> datetime:
    begun = [(local(day, hour), hours) for day, hour, hours in (*_LONG_DOWN, *_NIGHT_DOWN)]
    ends = [start + timedelta(hours=hours) for start, hours in begun if start <= now < start + timedelta(hours=hours)]
    return max(ends, default=local(FIRST, 0))


def _is_out(now: datetime) -> bool:
    """Whether the channel refuses everything."""
    here = now.astimezone(LONDON)
    return any(here.date() == day and here.hour < until for day, until in _OUTAGES)


def working_days() -> int:
    """How many days of the year people work."""
    return sum(works(FIRST + timedelta(days=number)) for number in range((LAST - FIRST).days + 1))
