"""The one permission check. Lists, buttons, digests, exports and pages ask here; what is not allowed is refused."""

from bot.partnership.escalation import Escalation
from bot.partnership.people import Actor, Role
from bot.partnership.refusal import Refused

_OWN = frozenset({"view", "note", "withdraw"})  # what the person who raised it may do
_OWNER = frozenset({"view", "acknowledge", "note", "move_stage", "resolve"})  # what the person it is assigned to may do
_TEAM = _OWNER | {"assign", "reopen", "link_duplicate", "redact"}
_CLOCKS = frozenset({"view"})


def may(actor: Actor, deed: str, item: Escalation) -> bool:
    """Whether the actor may do this with the escalation. The default is no. A deputy may what the person away may."""
    own = _OWN if item.raised_by in {actor.id, actor.key} else frozenset[str]()
    if actor.is_clock:
        return deed in _CLOCKS
    if actor.is_business_team or any(one.role is Role.BUSINESS_TEAM for one in actor.covers):
        return deed in _TEAM | own
    there = (actor.person,) if actor.person is not None and actor.person.active else ()
    if item.owner in {one.id for one in (*there, *actor.covers)}:
        return deed in _OWNER | own
    return deed in own


def require(actor: Actor, deed: str, item: Escalation) -> None:
    """Raise Refused unless the actor may. Somebody who may not even see it learns nothing about it."""
    if may(actor, deed, item):
        return
    if not may(actor, "view", item):
        raise Refused(f"There is no escalation {item.ref} that you can see.")
    raise Refused(f"Only the business team can do this with {item.ref}. Add a note and they will see it.")


def require_business_team(actor: Actor) -> None:
    """Raise Refused unless the actor belongs to the business team."""
    if not actor.is_business_team:
        raise Refused("Only the partnership's business team can do this.")
