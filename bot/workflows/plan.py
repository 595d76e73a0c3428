"""Reading the plan: what one person owes, what a group has, all after the one permission check."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.plan import Action
from bot.partnership.plan_permissions import may_see
from bot.partnership.plan_rules import Group, load_plan_rules
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import actions, people
from knowledge.hours import LONDON


@dataclass(frozen=True)
class Leads:
    """Who leads an action with that number; `action.lead` and `action.not_mine` say whether somebody does."""

    action: Action
    plan_title: str


def mine(tx: Connection, rules: Rules, now: datetime, who: str) -> list[Action]:
    """The open actions that this person leads, or leads today for somebody who is away; the earliest date first."""
    actor = people.actor(tx, who)
    if actor.person is None:
        return []
    return actions.open_for_leads(tx, people.stands_for(tx, actor.person.id, now.astimezone(LONDON).date()))


def of_group(tx: Connection, rules: Rules, now: datetime, who: str, group: str) -> list[Action]:
    """The group's open actions that the person may see; the earliest date first. Raises Refused for an unknown group."""
    plan_rules, actor, everyone = load_plan_rules(), people.actor(tx, who), people.everyone(tx)
    found = actions.open_for_group(tx, known_group(group).id)
    return [one for one in found if may_see(actor, one, everyone, plan_rules)]


def numbered(tx: Connection, rules: Rules, now: datetime, who: str, number: str) -> list[Action]:
    """The actions with that number, of every plan, that the person may see. Empty also when there is none."""
    plan_rules, actor, everyone = load_plan_rules(), people.actor(tx, who), people.everyone(tx)
    return [one for one in actions.numbered(tx, number) if may_see(actor, one, everyone, plan_rules)]


def known_group(words: str) -> Group:
    """The group of that name. Raises Refused with the names that there are."""
    rules = load_plan_rules()
    if group := rules.group(words):
        return group
    names = ", ".join(one.name for one in rules.groups)
    raise Refused(f"There is no group of that name. The groups are: {names}.")
