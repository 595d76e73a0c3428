"""What an import, a tick and a digest cost for 1, 10 and 100 thousand actions, with the same number of them due."""

import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from bench.year_calendar import FIRST, local
from bot.partnership.people import Person, Role
from bot.partnership.plan import Action, Plan
from bot.partnership.plan_rules import load_plan_rules
from bot.store import people
from bot.store.database import Store
from bot.workflows.digests import digest_for
from bot.workflows.plan_import import import_plan
from bot.workflows.reminding import remind

_SIZES = (1_000, 10_000, 100_000)
_PLAN = Plan("LARGE", "A large plan", "2026/27", "invented")
_LEADS, _DUE_LEADS, _DUE_EACH = 300, 40, 5
_TRIES = 7
_NOW = local(FIRST, 9)  # a Wednesday; the digest of its week is asked for by hand
_NOTHING_DUE = local(date(2026, 3, 2), 9)
_SLACK = 3.0  # what a noisy machine may add


@dataclass(frozen=True)
class Large:
    """A plan of any size of which 200 actions, led by 40 people, are due today; the rest is due after the summer."""

    plan: Plan
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Cost:
    """Seconds for one size."""

    actions: int
    first_import: float
    same_import: float
    tick: float
    idle_tick: float
    lead_digest: float
    team_digest: float


def growth(folder: Path) -> tuple[list[str], list[str]]:
    """The table's lines, and what grows faster than it may."""
    costs = [_cost(folder, size) for size in _SIZES]
    lines = ["actions   import    again     tick    idle tick  a lead's digest  the team's digest   (ms)"]
    lines += [_line(one) for one in costs]
    smallest, largest = costs[0], costs[-1]
    ratio = largest.actions * math.log(largest.actions) / (smallest.actions * math.log(smallest.actions))
    with_all = ("first_import", "same_import", "team_digest")  # they look at every action
    with_due = ("tick", "idle_tick", "lead_digest")  # they look at what is due, or at one's own
    allowed = dict.fromkeys(with_all, ratio) | dict.fromkeys(with_due, math.log(100_000) / math.log(1_000) * _SLACK)
    grew = {name: getattr(largest, name) / getattr(smallest, name) for name in allowed}
    slow = [
        f"{name.replace('_', ' ')} grew {grew[name]:.1f} times with 100 times the actions; {most:.1f} are allowed"
        for name, most in allowed.items()
        if grew[name] > most
    ]
    shown = ", ".join(f"{name.replace('_', ' ')} {times:.1f}" for name, times in grew.items())
    return [*lines, f"100 times the actions cost so many times more: {shown}", f"n log n allows {ratio:.0f}"], slow


def _cost(folder: Path, size: int) -> Cost:
    store = Store.open(f"sqlite:///{folder / f'{size}.db'}")
    rules, plan = load_plan_rules(), Large(_PLAN, tuple(_action(number) for number in range(size)))
    before = _NOW - timedelta(days=1)
    with store.begin() as tx:
        people.replace_all(tx, (Person(f"p-{n}", f"P {n}", "Health", Role.LEAD) for n in range(_LEADS)))
    first = _seconds(store, lambda tx: import_plan(tx, plan, before))
    again = min(_seconds(store, lambda tx: import_plan(tx, plan, before)) for _ in range(3))
    tick = _least(store, lambda tx: remind(tx, rules, _NOW))
    idle = _least(store, lambda tx: remind(tx, rules, _NOTHING_DUE))
    lead = _least(store, lambda tx: digest_for(tx, rules, _NOW, "p-0", "lead"))
    team = _least(store, lambda tx: digest_for(tx, rules, _NOW, "business team", "business team"))
    store.close()
    return Cost(size, first, again, tick, idle, lead, team)


def _action(number: int) -> Action:
    is_due = number < _DUE_LEADS * _DUE_EACH
    lead = number % _DUE_LEADS if is_due else _DUE_LEADS + number % (_LEADS - _DUE_LEADS)
    due = FIRST if is_due else FIRST + timedelta(days=150 + number % 200)
    return Action(
        id=f"LARGE/{number}",
        plan="LARGE",
        number=str(number),
        title=f"Invented action {number}",
        group="mace",
        agency="Health",
        lead_words=f"P {lead}",
        due=due,
        order=number,
    )


def _seconds(store: Store, work: Callable[[Connection], object]) -> float:
    """How long the work takes in a transaction of its own, kept."""
    began = time.perf_counter()
    with store.begin() as tx:
        work(tx)
    return time.perf_counter() - began


def _least(store: Store, work: Callable[[Connection], object]) -> float:
    """The shortest of some tries; what they write is taken back."""
    found = []
    for _ in range(_TRIES):
        with suppress(_TakenBack), store.begin() as tx:
            began = time.perf_counter()
            work(tx)
            found.append(time.perf_counter() - began)
            raise _TakenBack
    return min(found)


def _line(one: Cost) -> str:
    figures = (one.first_import, one.same_import, one.tick, one.idle_tick, one.lead_digest, one.team_digest)
    widths = (8, 8, 8, 12, 16, 18)
    ms = "".join(f"{seconds * 1000:{width}.1f} " for seconds, width in zip(figures, widths, strict=True))
    return f"{one.actions:7,d} {ms}"


class _TakenBack(Exception):
    """Ends a transaction without keeping it."""
