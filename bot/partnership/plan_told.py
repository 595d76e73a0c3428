"""Who hears of a deed with an action: whoever must decide next, and whoever waited for it."""

from datetime import date

from bot.partnership.history import Event
from bot.partnership.notices import TEAM, Notice
from bot.partnership.people import Person, cover
from bot.partnership.plan import Action
from bot.partnership.plan_permissions import chaired
from bot.partnership.plan_rules import PlanRules
from knowledge.hours import LONDON


def told(event: Event, action: Action, people: list[Person], rules: PlanRules) -> list[Notice]:
    """The notices that the deed calls for; `action` is as it stands after it."""
    key, data = f"{action.id}:{action.version}", {"deed": event.deed, "who": event.who}
    match event.deed:
        case "ask_new_date":
            to = _who_decides(action, event.who, people, rules, event.at.astimezone(LONDON).date())
            task = {"deed": "approve_new_date", "who": event.who}
            return [Notice(f"plan_task:{key}:{one}", "plan_task", one, action.id, data=task) for one in to]
        case "not_mine":
            task = {"deed": "assign_lead", "who": event.who}
            return [Notice(f"plan_task:{key}", "plan_task", TEAM, action.id, data=task)]
        case "approve_new_date" | "refuse_new_date":
            asked_by = event.facts["asked_by"]
            return [Notice(f"plan_told:{key}", "plan_told", asked_by, action.id, data=data)]
        case "assign_lead" if action.lead and event.who != f"person:{action.lead}":
            return [Notice(f"plan_told:{key}", "plan_told", f"person:{action.lead}", action.id, data=data)]
    return []


def _who_decides(action: Action, asked_by: str, people: list[Person], rules: PlanRules, today: date) -> list[str]:
    """The chairs of the group who are there, or the business team where no other than the asker is."""
    group = rules.group(action.group) if action.group else None
    chairs = [one for one in people if group is not None and group.id in chaired(one, rules)]
    there = [covered for one in chairs if (covered := cover(people, one, today))]
    found = list(dict.fromkeys(f"person:{one.id}" for one in there if f"person:{one.id}" != asked_by))
    return found or [TEAM]
