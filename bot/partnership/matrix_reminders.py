"""Who is reminded of an unanswered item, and on which days."""

from datetime import date

from bot.partnership.days import following, looks, missed
from bot.partnership.matrix import MatrixItem
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person, Role, cover
from bot.partnership.plan_rules import MatrixRule


def next_look(item: MatrixItem, rule: MatrixRule) -> date | None:
    """The next day on which to look, after the last look; None when nothing is left to remind of."""
    return following(looks(item.due_on, rule.remind_before_working_days), item.looked_on) if item.waits else None


def reminder(item: MatrixItem, today: date, rule: MatrixRule, people: list[Person]) -> Notice | None:
    """The reminder that is due, to whoever answers for the agency; to the business team when nobody is there."""
    day = missed(looks(item.due_on, rule.remind_before_working_days), item.looked_on, today)
    if day is None or not item.waits:
        return None
    there = answers_for(item, people, today)
    to = f"person:{there.id}" if there else TEAM
    return Notice(f"matrix:{item.id}:{day}:{to}", "matrix", to, item.id, data={"deed": "remind"})


def answers_for(item: MatrixItem, people: list[Person], day: date) -> Person | None:
    """The responsible person or else the agency's lead, or the deputy of whoever is away; None when nobody is there."""
    named = [one for one in people if one.id == item.person]
    leads = [one for one in people if one.agency == item.agency and one.role is Role.LEAD]
    asked = (*named, *sorted(leads, key=lambda one: one.order))
    return next((there for one in asked if (there := cover(people, one, day))), None)
