"""The invented partnership of the simulated year: 300 people, 3,000 actions, 60 meetings, and what people will do."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from bench.year_calendar import FIRST, LAST, works
from bot.partnership.people import Away, Person, Role
from bot.partnership.plan import Action, Plan

GROUPS = ("strategic", "meb", "lpr", "ipr", "mace", "mag", "leads")
AGENCIES = ("Health", "Police", "Housing", "Schools", "Social care", "Probation", "Voluntary sector")
PLAN = Plan("YEAR", "Delivery plan", "2026/27", "invented")
_TEAM = 5
_YEAR = (LAST - FIRST).days


@dataclass(frozen=True)
class Size:
    """How large the partnership is."""

    people: int
    leads: int
    actions: int
    meetings: int


WHOLE = Size(people=300, leads=130, actions=3000, meetings=60)


@dataclass(frozen=True)
class Doing:
    """One thing that somebody will do with an action."""

    what: str
    action: str
    day: date | None = None  # the new date, or the end of a snooze
    who: str = ""  # a person's id; empty for the action's lead


@dataclass(frozen=True)
class World:
    """Everything that is given at the start."""

    people: list[Person]
    actions: tuple[Action, ...]
    plan: Plan
    meetings: list[tuple[str, date]]  # group and day
    leavers: dict[date, str]
    doings: dict[tuple[date, int], list[Doing]] = field(default_factory=lambda: defaultdict(list))


def world(chance: Random, size: Size = WHOLE) -> World:
    """A partnership and its year, the same for the same seed."""
    people = _people(chance, size)
    leads = [one for one in people if one.role is Role.LEAD]
    actions = tuple(_action(chance, number, leads) for number in range(size.actions))
    staff = [one for one in leads if one.email]
    leavers = {FIRST + timedelta(days=chance.randrange(30, _YEAR)): one.id for one in chance.sample(staff, 6)}
    made = World(people, actions, PLAN, _meetings(chance, size.meetings), leavers)
    for one in actions:
        _plan_doings(chance, made, one, leads)
    return made


def _people(chance: Random, size: Size) -> list[Person]:
    team = [Person(f"team-{n}", f"Team {n}", "LSCP", Role.BUSINESS_TEAM) for n in range(_TEAM)]
    chairs = [Person(f"chair-{one}", f"Chair of {one}", "Police", Role.CHAIR, (one,)) for one in GROUPS]
    rest = [
        Person(f"p-{n}", f"Person {n}", chance.choice(AGENCIES), Role.LEAD if n < size.leads else Role.PRACTITIONER)
        for n in range(size.people - len(team) - len(chairs))
    ]
    lost, leads = rest[:2], rest[2 : size.leads]  # no way leads to the first two
    absent = [_with_absences(chance, one, leads) for one in [*chairs, *rest[2:]]]
    reached = [replace(one, slack_id=f"U{n}", email=f"u{n}@year.example") for n, one in enumerate([*team, *absent])]
    return [replace(one, order=n) for n, one in enumerate([*reached, *lost])]


def _with_absences(chance: Random, one: Person, deputies: list[Person]) -> Person:
    away = []
    for _ in range(chance.randrange(1, 5)):
        first = FIRST + timedelta(days=chance.randrange(_YEAR))
        away.append(Away(first, first + timedelta(days=chance.randrange(15))))
    deputy = chance.choice(deputies).id if chance.random() < 0.8 else None
    return replace(one, away=tuple(away), deputy=deputy if deputy != one.id else None)


def _action(chance: Random, number: int, leads: list[Person]) -> Action:
    """Dates lie where plans put them: most at the middle or the end of a month, some on any day, a few nowhere."""
    day = FIRST + timedelta(days=chance.randrange(_YEAR + 30))
    if chance.random() < 0.6:
        day = day.replace(day=15) if day.day < 15 else (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Action(
        id=f"YEAR/{number // 8 + 1}.{number % 8 + 1}",
        plan="YEAR",
        number=f"{number // 8 + 1}.{number % 8 + 1}",
        title=f"Invented action {number}",
        group=chance.choice(GROUPS),
        agency=chance.choice(AGENCIES),
        lead_words=chance.choice(leads).name if chance.random() > 0.01 else "To be confirmed",
        due=day if chance.random() > 0.02 else None,
        order=number,
    )


def _meetings(chance: Random, count: int) -> list[tuple[str, date]]:
    found: set[tuple[str, date]] = set()
    while len(found) < count:
        day = FIRST + timedelta(days=chance.randrange(20, _YEAR))
        if works(day):
            found.add((chance.choice(GROUPS), day))
    return sorted(found, key=lambda one: (one[1], one[0]))


def _plan_doings(chance: Random, made: World, one: Action, leads: list[Person]) -> None:
    if one.due is None:
        return
    due = one.due
    if chance.random() < 0.88:
        _at(chance, made, due + timedelta(days=round(chance.gauss(-5, 7))), Doing("done", one.id))
    if chance.random() < 0.12:
        asked = due - timedelta(days=chance.randrange(8))
        later = due + timedelta(days=chance.randrange(10, 50))
        decide = chance.choice([f"chair-{one.group}", "team-0"])
        verdict = "approve_new_date" if chance.random() < 0.8 else "refuse_new_date"
        _at(chance, made, asked, Doing("ask_new_date", one.id, later))
        _at(chance, made, asked + timedelta(days=chance.randrange(1, 5)), Doing(verdict, one.id, who=decide))
    if chance.random() < 0.08:
        day = due - timedelta(days=chance.randrange(-6, 16))
        _at(chance, made, day, Doing("snooze", one.id, day + timedelta(days=chance.randrange(1, 30))))
    if chance.random() < 0.04:
        day = due - timedelta(days=chance.randrange(14))
        _at(chance, made, day, Doing("not_mine", one.id))
        found = Doing("assign_lead", one.id, who=chance.choice(leads).id)
        _at(chance, made, day + timedelta(days=chance.randrange(1, 9)), found)
    if chance.random() < 0.08:
        _at(chance, made, due + timedelta(days=chance.randrange(-12, 9)), Doing("comment", one.id))


def _at(chance: Random, made: World, day: date, doing: Doing) -> None:
    made.doings[day, chance.randrange(7, 20)].append(doing)
