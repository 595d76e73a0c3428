"""The permission check for actions of a plan. Lists, buttons, digests and reports ask here; the default is no."""

from collections.abc import Iterator, Sequence

from bot.partnership.people import Actor, Person, Role
from bot.partnership.plan import Action
from bot.partnership.plan_rules import PlanRules
from bot.partnership.refusal import Refused

_LEADS = frozenset({"view", "done", "comment", "ask_new_date", "snooze", "not_mine"})
_CHAIRS = frozenset({"view", "comment", "approve_new_date", "refuse_new_date"})
_TEAMS = (_LEADS | _CHAIRS | {"assign_lead"}) - {"not_mine"}


def may(actor: Actor, deed: str, action: Action, people: Sequence[Person], rules: PlanRules) -> bool:
    """Whether the actor may do this: with own actions, as the lead's deputy, as the group's chair, as the team."""
    allowed = _TEAMS if actor.is_business_team else frozenset[str]()
    if is_lead(actor, action, people):
        allowed |= _LEADS
    if is_chair(actor, action, people, rules):
        allowed |= _CHAIRS
    return deed in allowed


def may_see(actor: Actor, action: Action, people: Sequence[Person], rules: PlanRules) -> bool:
    """Whether the actor may learn of this action at all."""
    return may(actor, "view", action, people, rules)


def require_action(actor: Actor, deed: str, action: Action, people: Sequence[Person], rules: PlanRules) -> None:
    """Raise Refused unless the actor may. Somebody who may not even see the action learns nothing about it."""
    if may(actor, deed, action, people, rules):
        return
    if not may_see(actor, action, people, rules):
        raise Refused(no_such_action())
    if deed in {"approve_new_date", "refuse_new_date"}:
        raise Refused("Only the group's chair or the business team can decide on a new date.")
    if deed == "assign_lead":
        raise Refused("Only the business team can give an action to somebody. Press 'Not mine' and they will look.")
    raise Refused(f"Only the lead can do this with action {action.number}. Add a comment and they will see it.")


def no_such_action() -> str:
    """The same sentence for what is not there and for what may not be seen."""
    return "There is no such action that you can see. The business team can tell you who leads it."


def is_lead(actor: Actor, action: Action, people: Sequence[Person]) -> bool:
    """Whether the action is the actor's own, or of somebody whose deputy the actor is."""
    if actor.person is None or not actor.person.active or action.lead is None or action.not_mine:
        return False
    return actor.person.id in {action.lead, *_deputies(action.lead, people)}


def is_chair(actor: Actor, action: Action, people: Sequence[Person], rules: PlanRules) -> bool:
    """Whether the actor chairs the action's group, or is the deputy of somebody who does."""
    if actor.person is None or not actor.person.active or not action.group:
        return False
    if not (chairs := [one for one in people if one.role is Role.CHAIR]):
        return False
    group = rules.group(action.group)
    if group is None:
        return False
    ids = [one.id for one in chairs if group.id in chaired(one, rules)]
    return any(actor.person.id in {id, *_deputies(id, people)} for id in ids)


def chaired(person: Person, rules: PlanRules) -> set[str]:
    """The ids of the groups that the person chairs."""
    if person.role is not Role.CHAIR:
        return set()
    return {group.id for name in person.groups if (group := rules.group(name))}


def _deputies(lead: str, people: Sequence[Person]) -> Iterator[str]:
    """The deputy, the deputy's deputy and so on."""
    by_id = {one.id: one for one in people}
    seen = {lead}
    current = by_id.get(lead)
    while current and (deputy := current.deputy) and deputy not in seen:
        seen.add(deputy)
        yield deputy
        current = by_id.get(deputy)
