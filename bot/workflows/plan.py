"""Reading the plan: what one person owes, what a group has, all after the one permission check."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.plan import Action
from bot.partnership.plan_permissions import may_see
from bot.partnership.plan_rules import Group, load_plan_rules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import people, plan_lists
from bot.workflows.plan_reading import scope_of, seen_by
from knowledge.hours import LONDON


def mine(tx: Connection, rules: Rules, now: datetime, who: str) -> list[Action]:
    """The open actions that this person leads, or leads today for somebody who is away; the earliest date first."""
    actor = people.actor(tx, who)
    if actor.person is None:
        return []
    plan_rules = load_plan_rules()
    scope, behind = scope_of(tx, plan_rules, actor.person.id, now.astimezone(LONDON).date())
    return seen_by(actor.person.id, plan_lists.open_for_leads(tx, scope.leads), behind, plan_rules)


def of_group(tx: Connection, rules: Rules, now: datetime, who: str, group: str) -> list[Action]:
    """The group's open actions that the person may see, the earliest date first. Raises Refused for no such group."""
    plan_rules, actor, everyone = load_plan_rules(), people.actor(tx, who), people.everyone(tx)
    found = plan_lists.open_for_group(tx, known_group(group).id)
    return [one for one in found if may_see(actor, one, everyone, plan_rules)]


def numbered(tx: Connection, rules: Rules, now: datetime, who: str, number: str) -> list[Action]:
    """The actions with that number, of every plan, that the person may see. Empty also when there is none."""
    plan_rules, actor, everyone = load_plan_rules(), people.actor(tx, who), people.everyone(tx)
    return [one for one in plan_lists.numbered(tx, number) if may_see(actor, one, everyone, plan_rules)]


def known_group(words: str) -> Group:
    """The group of that name. Raises Refused with the names that there are."""
    rules = load_plan_rules()
    if group := rules.group(words):
        return group
    names = ", ".join(one.name for one in rules.groups)
    raise Refused(f"There is no group of that name. The groups are: {names}.")
