"""What a person is to be told of the plan at this moment: own actions, and those of whom the person stands in for."""

from datetime import date

from sqlalchemy import Connection

from bot.partnership.people import Actor, Person
from bot.partnership.plan import Action
from bot.partnership.plan_permissions import chaired, may_see
from bot.partnership.plan_rules import PlanRules
from bot.store import deputies, plan_lists
from bot.store.plan_scopes import Scope


def scope_of(tx: Connection, rules: PlanRules, person_id: str, day: date) -> tuple[Scope, list[Person]]:
    """The leads and the chaired groups that the person stands for on that day, and the people behind them."""
    behind = deputies.stands_for(tx, person_id, day)
    groups = {group for one in behind for group in chaired(one, rules)}
    return Scope(frozenset(one.id for one in behind), frozenset(groups)), behind


def seen_by(person_id: str, found: list[Action], behind: list[Person], rules: PlanRules) -> list[Action]:
    """Those of the actions that the person may see."""
    person = next((one for one in behind if one.id == person_id), None)
    actor = Actor(f"person:{person_id}", person)
    return [one for one in found if may_see(actor, one, behind, rules)]


def to_remind(tx: Connection, rules: PlanRules, person_id: str, today: date) -> list[Action]:
    """What the person is to be reminded of today, the earliest date first; empty for somebody who is not there."""
    scope, behind = scope_of(tx, rules, person_id, today)
    found = plan_lists.due_to_look(tx, today, scope.leads) if scope.leads else []
    return seen_by(person_id, found, behind, rules)


def led_for(tx: Connection, rules: PlanRules, found: list[Action], person_id: str, today: date) -> list[Action]:
    """Those of the actions that the person leads today, not those of a group that the person only chairs."""
    scope, _ = scope_of(tx, rules, person_id, today)
    return [one for one in found if one.lead in scope.leads and not one.not_mine]
