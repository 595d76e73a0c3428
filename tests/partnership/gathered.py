"""Invented members of the groups, their meetings and their matrix."""

from dataclasses import replace
from datetime import date

from bot.partnership.days import working_days_before
from bot.partnership.matrix import MatrixItem
from bot.partnership.matrix_deeds import give
from bot.partnership.meeting_deeds import plan
from bot.partnership.meetings import Meeting
from bot.partnership.people import Actor, Away, Person, Role
from bot.partnership.plan_rules import load_plan_rules

PLAN = load_plan_rules()
BEN = Person("ben", "Ben Okoro", "Business office", Role.BUSINESS_TEAM, slack_id="U_BEN")
ASHA = Person("asha", "Asha Rahman", "Business office", Role.BUSINESS_TEAM, slack_id="U_ASHA", order=1)
CARYS = Person("carys", "Carys Model", "Independent", Role.CHAIR, ("MACE",), slack_id="U_CARYS", order=2)
PRIYA = Person("priya", "Priya Shah", "Police", Role.LEAD, ("mace",), slack_id="U_PRIYA", deputy="omar", order=3)
OMAR = Person("omar", "Omar Reid", "Police", slack_id="U_OMAR", order=4)
NADIA = Person("nadia", "Nadia Shaw", "Health", Role.LEAD, ("MACE", "MEB"), slack_id="U_NADIA", order=5)
LENA = Person("lena", "Lena Fox", "Police", groups=("MEB",), slack_id="U_LENA", order=6)
STELLA = Person("stella", "Stella Vance", "Council", groups=("Strategic Group",), slack_id="U_STELLA", order=7)
TOM = Person("tom", "Tom Brand", "School or college", slack_id="U_TOM", order=8)  # a member of no group
EVERYONE = [BEN, ASHA, CARYS, PRIYA, OMAR, NADIA, LENA, STELLA, TOM]

MET = date(2026, 11, 23)
LATER = date(2027, 6, 30)  # any day after everything here


def person_away(person: Person, *days: date, deputy: Person | None = None) -> Person:
    return replace(person, away=(Away(min(days), max(days)),), deputy=deputy.id if deputy else None)


def without(*gone: Person) -> list[Person]:
    """Everybody, with these no longer active."""
    return [replace(one, active=False) if one in gone else one for one in EVERYONE]


def acting(person: Person) -> Actor:
    return Actor(f"slack:{person.slack_id}", person)


def meeting(on: date = MET, group: str = "mace") -> Meeting:
    return plan(f"{group}-{on}", group, on, PLAN.meetings)


def item(received_on: date = MET, number: int = 1, agency: str = "Police", person: Person | None = None) -> MatrixItem:
    """An action that the group gave on the day on which the agency got the matrix, or the working day before it."""
    held = meeting(working_days_before(received_on, 0))
    return give(held, number, agency, f"Action {number}.", received_on, LATER, PLAN.matrix, person)
