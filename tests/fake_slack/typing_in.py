"""Finding, filling and checking the inputs of a view, as Slack's own client does before the bot hears of it."""

import re

from .people import Json
from .state_values import is_empty, state_of
from .things import View, elements_of
from .world import World

REQUIRED = "Please complete this required field."


def find_element(blocks: list[Json], action_id: str, nth: int = 0) -> tuple[Json, Json]:
    """The block and element with this action_id, or "block_id/action_id"."""
    found = [
        (b, e)
        for b in blocks
        for e in elements_of(b)
        if action_id in (e.get("action_id"), f"{b['block_id']}/{e.get('action_id')}")
    ]
    if len(found) <= nth:
        known = sorted({str(e["action_id"]) for b in blocks for e in elements_of(b) if "action_id" in e})
        raise ValueError(f"nothing here has the action_id {action_id!r}; there is {', '.join(known) or 'nothing'}")
    return found[nth]


def open_view(world: World, user: str, view_id: str | None = None) -> View:
    """The person's topmost modal, or their view with this id."""
    stack = world.stacks.get(user, [])
    view = world.view(view_id) if view_id else stack[-1] if stack else None
    if view is None or view.user != user:
        raise ValueError(f"{user} has no such view open")
    return view


def fill(view: View, values: Json) -> None:
    """Types and chooses in a view; values are by action_id, block_id or "block_id/action_id"."""
    places = {
        (block["block_id"], element["action_id"]): element
        for block in view.content["blocks"]
        for element in elements_of(block)
        if element["action_id"] in view.values.get(block["block_id"], {})
    }
    for name, value in values.items():
        found = [(b, a) for b, a in places if name in (a, b, f"{b}/{a}")]
        if len(found) != 1:
            known = ", ".join(f"{b}/{a}" for b, a in places)
            raise ValueError(f"{len(found)} inputs are called {name!r}; there is {known}")
        block, action = found[0]
        view.values[block][action] = state_of(places[found[0]], value)


def client_errors(view: View) -> dict[str, str]:
    """What Slack itself refuses before it asks the bot: empty required inputs and texts that are too short or long."""
    errors: dict[str, str] = {}
    for block in view.content["blocks"]:
        if block["type"] != "input":
            continue
        element, state = block["element"], view.values[block["block_id"]][block["element"]["action_id"]]
        text = state.get("value") or ""
        if is_empty(state) and not block.get("optional"):
            errors[block["block_id"]] = REQUIRED
        elif text and len(text) < element.get("min_length", 0):
            errors[block["block_id"]] = f"This must be at least {element['min_length']} characters long."
        elif len(text) > element.get("max_length", 3000):
            errors[block["block_id"]] = f"This must be at most {element.get('max_length', 3000)} characters long."
        elif text and element["type"] == "email_text_input" and not re.fullmatch(r"\S+@\S+\.\S+", text):
            errors[block["block_id"]] = "This must be an email address."
    return errors
