"""Submitting and closing modals, and what Slack does with the bot's answer to a view_submission."""

from . import interactions
from .acts import someone
from .block_kit import faults_in_view
from .courier import Courier
from .envelopes import Envelope, held_back
from .people import Json
from .things import View, with_ids
from .typing_in import client_errors, fill, open_view
from .view_methods import DEEPEST_STACK, pushed, renewed
from .world import World

TROUBLE = "We had some trouble connecting. Try again?"


async def submit(courier: Courier, user: str, view: str | None = None, values: Json | None = None) -> Envelope:
    """Fills a modal and submits it; nothing is sent while Slack itself finds an input wrong."""
    world, person = courier.world, someone(courier.world, user)
    shown = open_view(world, user, view)
    fill(shown, values or {})
    shown.trouble, shown.errors = None, client_errors(shown)
    world.changes.mark()
    if shown.errors:
        return held_back("interactive", "; ".join(f"{block}: {error}" for block, error in shown.errors.items()))
    trigger = world.new_trigger(user, shown.id)
    sent = await courier.deliver("interactive", interactions.view_submission(person, trigger, shown))
    try:
        if not sent.ok:
            raise ValueError(sent.failure)
        after_submission(world, shown, sent.answer)
    except ValueError as wrong:
        shown.trouble = TROUBLE
        world.tell(user, f"{TROUBLE} ({wrong})", "view_submission")
    return sent


def after_submission(world: World, view: View, answer: Json | str | None) -> None:
    """Does what the bot answered to a view_submission; a ValueError when Slack could not."""
    stack = world.stacks.get(view.user, [])
    if not answer:
        _close(world, view)
        return
    if isinstance(answer, str):
        raise ValueError("the answer is text, not JSON")
    action = answer.get("response_action")
    if action == "clear":
        stack.clear()
    elif action == "errors":
        inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
        if not answer.get("errors") or answer["errors"].keys() - inputs:
            raise ValueError("errors name blocks that are no inputs of this view")
        view.errors = answer["errors"]
    elif action in ("update", "push"):
        _show_next(world, view, action, answer.get("view"))
    else:
        raise ValueError(f"no such response_action: {action}")
    world.changes.mark()


def _show_next(world: World, view: View, action: str, content: object) -> None:
    if not isinstance(content, dict) or (faults := faults_in_view(content)):
        raise ValueError(f"the new view is not valid: {'; '.join(faults) if isinstance(content, dict) else content}")
    filled = content | {"blocks": with_ids(content["blocks"])}
    if action == "update":
        renewed(view, filled)
    elif len(world.stacks[view.user]) >= DEEPEST_STACK:
        raise ValueError("push_limit_reached")
    else:
        pushed(world, view.user, filled)


def _close(world: World, view: View) -> None:
    world.stacks[view.user] = [other for other in world.stacks.get(view.user, []) if other is not view]
    world.changes.mark()


async def close(courier: Courier, user: str, view: str | None = None, everything: bool = False) -> Envelope:
    """Closes the topmost modal or all of them; the bot hears of it when the view asks for that."""
    world, person = courier.world, someone(courier.world, user)
    shown = open_view(world, user, view)
    if everything:
        world.stacks[user] = []
    _close(world, shown)
    if not shown.content.get("notify_on_close"):
        return held_back("interactive", "the view does not ask for view_closed")
    return await courier.deliver("interactive", interactions.view_closed(person, shown, is_cleared=everything))
