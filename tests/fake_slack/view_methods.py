"""The views.* methods, and the stack of modals that a person has open."""

import json
import time

from .block_kit import faults_in_view
from .people import Json
from .refusals import Refused, with_messages
from .state_values import first_values
from .things import Trigger, View, key, with_ids
from .world import World

DEEPEST_STACK, LARGEST_VIEW = 3, 250_000


def use_trigger(world: World, trigger_id: object) -> Trigger:
    """The trigger of a call: known, not used before, not too old."""
    trigger = world.triggers.get(str(trigger_id))
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    if time.monotonic() - trigger.made > world.settings.trigger_seconds:
        raise Refused("expired_trigger_id")
    trigger.used = True
    return trigger


def checked_view(view: object, kind: str) -> Json:
    """The view of a call, refused with the faults that it has."""
    if not isinstance(view, dict):
        raise Refused("invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]})
    faults = faults_in_view(view)
    if view.get("type") != kind:
        faults = [f"/type: this method takes a view of type {kind}", *faults]
    if faults:
        raise with_messages("invalid_arguments", faults)
    if len(json.dumps(view)) > LARGEST_VIEW:
        raise Refused("view_too_large")
    return view | {"blocks": with_ids(view["blocks"])}


def renewed(view: View, content: Json) -> None:
    """Gives a view new content; what was typed stays where block_id and action_id are the same."""
    typed, view.content, view.errors, view.trouble = view.values, content, {}, None
    view.values = first_values(content["blocks"])
    for block, actions in view.values.items():
        for action, value in actions.items():
            if (old := typed.get(block, {}).get(action)) and old["type"] == value["type"]:
                actions[action] = old
    view.hash = f"{time.time():.0f}.{key('')[:8].lower()}"


def new_view(user: str, content: Json, below: View | None = None) -> View:
    """A view on top of another, or the first."""
    view = View(user, content, previous=below.id if below else None)
    view.root = (below.root or below.id) if below else view.id
    renewed(view, content)
    return view


def open_view(world: World, arguments: Json) -> Json:
    """views.open."""
    content = checked_view(arguments.get("view"), "modal")
    trigger = use_trigger(world, arguments.get("trigger_id"))
    view = new_view(trigger.user, content)
    world.stacks[trigger.user] = [view]
    world.changes.mark()
    return {"view": view.as_slack()}


def push_view(world: World, arguments: Json) -> Json:
    """views.push: only from a view, and at most three deep."""
    content = checked_view(arguments.get("view"), "modal")
    trigger = use_trigger(world, arguments.get("trigger_id"))
    stack = world.stacks.get(trigger.user, [])
    if not trigger.view or not stack:
        raise Refused("invalid_trigger_id")
    view = pushed(world, trigger.user, content)
    return {"view": view.as_slack()}


def pushed(world: World, user: str, content: Json) -> View:
    """Puts a view on top of the person's stack and returns it."""
    stack = world.stacks[user]
    if len(stack) >= DEEPEST_STACK:
        raise Refused("push_limit_reached")
    stack.append(new_view(user, content, stack[-1]))
    world.changes.mark()
    return stack[-1]


def update_view(world: World, arguments: Json) -> Json:
    """views.update."""
    view = world.view(str(arguments.get("view_id") or arguments.get("external_id")))
    if view is None:
        raise Refused("not_found")
    content = checked_view(arguments.get("view"), view.content["type"])
    if arguments.get("hash") and arguments["hash"] != view.hash:
        raise Refused("hash_conflict")
    renewed(view, content)
    world.changes.mark()
    return {"view": view.as_slack()}


def publish_view(world: World, arguments: Json) -> Json:
    """views.publish."""
    user, wanted = str(arguments.get("user_id")), arguments.get("hash")
    if user not in world.users or world.users[user].deleted:
        raise Refused("user_not_found")
    content, home = checked_view(arguments.get("view"), "home"), world.homes.get(user)
    if wanted and (home is None or home.hash != wanted):
        raise Refused("hash_conflict")
    if home is None:
        home = world.homes[user] = new_view(user, content)
    renewed(home, content)
    world.changes.mark()
    return {"view": home.as_slack()}
