"""Who belongs to a group of the partnership, and who chairs it."""

from datetime import date

from bot.partnership.people import Person, Role, cover
from bot.partnership.plan_rules import PlanRules


def members(people: list[Person], group: str, rules: PlanRules) -> list[Person]:
    """The active members of the group with that id, in the people file's order; the business team only serves it."""
    found = [one for one in people if one.active and one.role is not Role.BUSINESS_TEAM and belongs(one, group, rules)]
    return sorted(found, key=lambda one: one.order)


def belongs(person: Person, group: str, rules: PlanRules) -> bool:
    """Whether the person's entry names the group with that id, under any of its names."""
    return any((named := rules.group(words)) is not None and named.id == group for words in person.groups)


def is_member(person: Person, rules: PlanRules) -> bool:
    """Whether the person is an active member of any of the partnership's groups."""
    return any(person in members([person], group.id, rules) for group in rules.groups)


def chair(people: list[Person], group: str, rules: PlanRules, day: date) -> Person | None:
    """The chair of the group, or the deputy while the chair is away; None when nobody is there."""
    chairs = [one for one in people if one.role is Role.CHAIR and belongs(one, group, rules)]
    return next((there for one in chairs if (there := cover(people, one, day))), None)
