"""Invented people and moments for the tests of the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.partnership.escalation import Escalation, Kind, Raised, State
from bot.partnership.people import Actor, Away, Person, Role
from bot.partnership.rules import load_rules
from knowledge.hours import LONDON

RULES = load_rules()
BEN = Person("ben", "Ben Okoro", "LSCP", Role.BUSINESS_TEAM)
ASHA = Person("asha", "Asha Rahman", "LSCP", Role.BUSINESS_TEAM, order=1)
NADIA = Person("nadia", "Nadia Shaw", "Health", order=2)
OMAR = Person("omar", "Omar Reid", "Police", order=3)
TOM = Actor("slack:U_TOM")  # nobody in the people file
REF = "E-2026-0042"


def actor(person: Person) -> Actor:
    """The person at work."""
    return Actor(f"slack:U_{person.id.upper()}", person)


def clock(*moment: int) -> datetime:
    """What the clock in London shows: year, month, day, hour and minute."""
    return datetime(*moment, tzinfo=LONDON).astimezone(UTC)  # type: ignore[arg-type,misc]  # the fifth field is no zone


def away(person: Person, *days: date, deputy: Person | None = None) -> Person:
    """The person with these days of absence."""
    return replace(person, away=(Away(min(days), max(days)),), deputy=deputy.id if deputy else None)


MONDAY = clock(2026, 11, 23, 10)


def raised(kind: Kind = Kind.DISAGREEMENT, *, danger: bool = False, stage: int = 1) -> Raised:
    """What a sent form said."""
    return Raised(
        kind=kind,
        area="thurrock",
        agency="School or college",
        other_agency="Children's social care",
        stage=stage if kind is Kind.DISAGREEMENT else None,
        danger_now=danger,
        disputed="The step down.",
        tried="Two calls.",
        wanted="A strategy meeting.",
        case_reference="SCH-118",
    )


def item(
    kind: Kind = Kind.DISAGREEMENT,
    *,
    at: datetime = MONDAY,
    danger: bool = False,
    stage: int = 1,
    state: State = State.OPEN,
    owner: Person | None = None,
    by: Actor = TOM,
) -> Escalation:
    """An escalation as it stands."""
    return Escalation(
        ref=REF,
        raised=raised(kind, danger=danger, stage=stage),
        raised_by=by.id,
        raised_at=at,
        state=state,
        stage=stage if kind is Kind.DISAGREEMENT else None,
        stage_since=at,
        waiting_since=at,
        owner=owner.id if owner else None,
        closed_at=at if state not in {State.OPEN, State.ACKNOWLEDGED} else None,
        lines=(1,),
    )
