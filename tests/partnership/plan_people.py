"""Invented people and actions for the tests of the delivery plan."""

from datetime import date, datetime
from typing import Any

from bot.partnership.people import Actor, Person, Role
from bot.partnership.plan import Action
from bot.partnership.plan_doing import Doing
from bot.partnership.plan_rules import load_plan_rules
from tests.partnership.samples import actor, clock

PLAN_RULES = load_plan_rules()
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM, slack_id="U_BEN", email="ben@lscp.example")
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, slack_id="U_ASHA", order=1)
CARA = Person("cara", "Cara Quill", "Police", Role.CHAIR, ("MACE",), slack_id="U_CARA", order=2)
NADIA = Person("nadia", "Nadia Shaw", "Health", Role.LEAD, slack_id="U_NADIA", deputy="omar", order=3)
OMAR = Person("omar", "Omar Reid", "Health", Role.LEAD, slack_id="U_OMAR", order=4)
TOM = Person("tom", "Tom Bell", "Housing", slack_id="U_TOM", order=5)
EVERYONE = [BEN, ASHA, CARA, NADIA, OMAR, TOM]
STRANGER = Actor("slack:U_STRANGER")
MONDAY = clock(2026, 11, 23, 10)  # no bank holiday within five weeks
DUE = date(2026, 11, 27)  # the Friday after


def action(number: str = "6.2", **rest: Any) -> Action:  # noqa: ANN401 - any field of an action
    """An action of Nadia's in the group of which Cara is the chair."""
    known: dict[str, Any] = {"title": f"Write guide {number}", "group": "mace", "agency": "Health", "lead": "nadia"}
    return Action(f"PLAN/{number}", "PLAN", number, **{**known, "due": DUE, **rest})


def doing(person: Person | Actor, at: datetime = MONDAY, people: list[Person] | None = None) -> Doing:
    """The person at work at that moment."""
    who = person if isinstance(person, Actor) else actor(person)
    return Doing(who, at, people or EVERYONE, PLAN_RULES)
