"""The people of the partnership and who is acting."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person does in the partnership. Somebody without an entry is a practitioner."""

    PRACTITIONER = "practitioner"
    BUSINESS_TEAM = "business team"
    CHAIR = "chair"
    LEAD = "lead"


@dataclass(frozen=True)
class Away:
    """Days of absence, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Person:
    """One member. `id` is the partnership's own and never changes; `deputy` is another person's id."""

    id: str
    name: str
    agency: str
    role: Role = Role.PRACTITIONER
    groups: tuple[str, ...] = ()
    email: str | None = None
    slack_id: str | None = None
    teams_id: str | None = None
    prefers: str | None = None  # "slack", "teams" or "email"
    deputy: str | None = None
    away: tuple[Away, ...] = ()
    active: bool = True
    order: int = 0  # the line in the people file: who is told first when nobody answers

    def is_away(self, day: date) -> bool:
        """Whether the person is absent on that day (Europe/London)."""
        return any(spell.first <= day <= spell.last for spell in self.away)


@dataclass(frozen=True)
class Actor:
    """Who does something: an address such as `slack:U123`, and the person behind it when the partnership knows one.

    `covers` are those whose place the person takes today, as their deputy.
    """

    key: str
    person: Person | None = None
    covers: tuple[Person, ...] = ()

    @property
    def is_business_team(self) -> bool:
        """Whether this is an active member of the business team."""
        return self.person is not None and self.person.active and self.person.role is Role.BUSINESS_TEAM

    @property
    def is_clock(self) -> bool:
        """Whether time did it, not a person."""
        return self.key == CLOCK.key

    @property
    def id(self) -> str:
        """What the history keeps: the person's id, or the address of somebody unknown."""
        return f"person:{self.person.id}" if self.person else self.key


CLOCK = Actor("clock")


def cover(people: list[Person], person: Person, day: date) -> Person | None:
    """The person, or the deputy when away or gone; None when neither is there."""
    by_id = {one.id: one for one in people}
    seen: set[str] = set()
    current: Person | None = person
    while current and current.id not in seen:
        if current.active and not current.is_away(day):
            return current
        seen.add(current.id)
        current = by_id.get(current.deputy or "")
    return None


def covered(people: list[Person], person: Person, day: date) -> tuple[Person, ...]:
    """Those in whose place the person stands that day."""
    return tuple(one for one in people if one.id != person.id and cover(people, one, day) == person)


def business_team(people: list[Person], day: date) -> list[Person]:
    """The members of the business team who are there that day, or their deputies, in the people file's order."""
    members = sorted((one for one in people if one.role is Role.BUSINESS_TEAM), key=lambda one: one.order)
    there = [covered for one in members if (covered := cover(people, one, day))]
    return list(dict.fromkeys(there))
