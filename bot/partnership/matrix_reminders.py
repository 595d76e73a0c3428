"""Who is reminded of unanswered items, and on which days."""

from collections.abc import Iterable
from datetime import date

from bot.partnership.days import following, looks, missed
from bot.partnership.matrix import MatrixItem
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person, Role, cover
from bot.partnership.plan_rules import MatrixRule

SEPARATOR = ","  # between the ids of the items that one reminder speaks of


def next_look(item: MatrixItem, rule: MatrixRule) -> date | None:
    """The next day on which to look, after the last look; None when nothing is left to remind of."""
    return following(looks(item.due_on, rule.remind_before_working_days), item.looked_on) if item.waits else None


def reminders(items: Iterable[MatrixItem], today: date, rule: MatrixRule, people: list[Person]) -> list[Notice]:
    """The reminders that are due: one for each person who answers, and one for the business team where nobody does."""
    found: dict[str, list[MatrixItem]] = {}
    for item in items:
        if item.waits and _missed(item, today, rule):
            there = answers_for(item, people, today)
            found.setdefault(f"person:{there.id}" if there else TEAM, []).append(item)
    return [_reminder(to, found[to], today, rule) for to in sorted(found)]


def answers_for(item: MatrixItem, people: list[Person], day: date) -> Person | None:
    """The responsible person or else the agency's lead, or the deputy of whoever is away; None when nobody is there."""
    named = [one for one in people if one.id == item.person]
    leads = [one for one in people if one.agency == item.agency and one.role is Role.LEAD]
    asked = (*named, *sorted(leads, key=lambda one: one.order))
    return next((there for one in asked if (there := cover(people, one, day))), None)


def _reminder(to: str, items: list[MatrixItem], today: date, rule: MatrixRule) -> Notice:
    first = min(items, key=lambda one: one.id)
    data = {"deed": "remind", "items": SEPARATOR.join(one.id for one in items)}
    return Notice(f"matrix:{first.id}:{_missed(first, today, rule)}:{to}", "matrix", to, first.id, data=data)


def _missed(item: MatrixItem, today: date, rule: MatrixRule) -> date | None:
    return missed(looks(item.due_on, rule.remind_before_working_days), item.looked_on, today)
