"""The deeds with an action of a plan: each checks, records one event and notes who must be told, in one transaction."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from bot.partnership import plan_deeds as deeds
from bot.partnership.plan import Action
from bot.partnership.plan_doing import Deed, Doing
from bot.partnership.plan_permissions import no_such_action, require_action
from bot.partnership.plan_rules import load_plan_rules
from bot.partnership.plan_told import told
from bot.partnership.refusal import Refused
from bot.partnership.reminders import next_look
from bot.partnership.rules import Rules
from bot.store import actions, deputies, history, outbox, people


def done(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, evidence: str) -> Action:
    """Done, with what shows it."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.done(action, doing, evidence))


def comment(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, text: str) -> Action:
    """What is said of it from now on."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.comment(action, doing, text))


def ask_new_date(
    tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, new_date: date, reason: str
) -> Action:
    """A later date is asked for; the group's chair or the business team is told and decides."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.ask_new_date(action, doing, new_date, reason))


def approve_new_date(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str) -> Action:
    """The date that was asked for holds from now on."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.approve_new_date(action, doing))


def refuse_new_date(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, reason: str) -> Action:
    """The date stays as it was."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.refuse_new_date(action, doing, reason))


def snooze(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, until: date, reason: str) -> Action:
    """No reminders before that day; the date does not move."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.snooze(action, doing, until, reason))


def not_mine(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, reason: str = "") -> Action:
    """Somebody else leads it: the business team is asked to find that person."""
    action, doing = _begin(tx, now, who, action_id)
    return _keep(tx, doing, deeds.not_mine(action, doing, reason))


def assign_lead(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, lead: str) -> Action:
    """`lead`, the address of somebody in the people file, leads it from now on."""
    action, doing = _begin(tx, now, who, action_id)
    require_action(doing.actor, "assign_lead", action, doing.people, doing.rules)
    person = people.by_address(tx, lead)
    if person is None:
        raise Refused("That person is not in the people file, so nothing was changed. Choose somebody who is.")
    return _keep(tx, doing, deeds.assign_lead(action, doing, person))


def view(tx: Connection, rules: Rules, now: datetime, who: str, action_id: str, deed: str = "view") -> Action:
    """One action, for somebody who may do this with it: what a form shows before it is filled in."""
    action, doing = _begin(tx, now, who, action_id)
    require_action(doing.actor, deed, action, doing.people, doing.rules)
    return action


def _begin(tx: Connection, now: datetime, who: str, action_id: str) -> tuple[Action, Doing]:
    action = actions.load(tx, action_id)
    if action is None:
        raise Refused(no_such_action())
    concerned = deputies.with_deputies(tx, [action.lead] if action.lead else [])
    return action, Doing(people.actor(tx, who), now, concerned, load_plan_rules())


def _keep(tx: Connection, doing: Doing, deed: Deed) -> Action:
    """The action after the deed, with the day on which the clock looks at it next."""
    if deed.event is None:
        return deed.action
    action = replace(deed.action, remind_on=next_look(deed.action, doing.rules))
    history.append(tx, deed.event)
    actions.save(tx, action, doing.at, answered_on=doing.today)
    outbox.add(tx, told(deed.event, action, list(doing.people), doing.rules), doing.at)
    return action
