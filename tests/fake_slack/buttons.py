"""What people do with the elements of messages, modals and the Home tab."""

from . import interactions
from .acts import someone
from .answers import after_interaction
from .courier import Courier
from .envelopes import Envelope
from .people import Json, User
from .state_values import state_of
from .typing_in import fill, find_element, open_view
from .world import World


async def press(
    courier: Courier,
    user: str,
    action_id: str,
    channel: str | None = None,
    ts: str | None = None,
    view: str | None = None,
    value: object = None,
    nth: int = 0,
    typed: Json | None = None,
) -> Envelope:
    """Presses a button, or chooses `value` in another element, in a message or view; `typed` fills inputs before."""
    world, person = courier.world, someone(courier.world, user)
    if channel and ts:
        payload = _in_message(world, person, (channel, ts), action_id, value, nth)
    else:
        payload = _in_view(world, person, view, action_id, value, nth, typed or {})
    sent = await courier.deliver("interactive", payload)
    after_interaction(world, sent, user, action_id)
    return sent


def _in_message(world: World, person: User, place: tuple[str, str], action_id: str, value: object, nth: int) -> Json:
    message = world.find(*place)
    if message is None or message.to not in (None, person.id):
        raise ValueError(f"{person.id} sees no message {place[1]} in {place[0]}")
    block, element = find_element(message.blocks, action_id, nth)
    used = interactions.action(element, block, _state(element, value))
    url, trigger = world.new_response_url(place[0], person.id, message), world.new_trigger(person.id)
    return interactions.action_in_message(person, trigger, used, message, world.channels[place[0]], url)


def _in_view(
    world: World, person: User, view_id: str | None, action_id: str, value: object, nth: int, typed: Json
) -> Json:
    view = open_view(world, person.id, view_id)
    fill(view, typed)
    block, element = find_element(view.content["blocks"], action_id, nth)
    state = _state(element, value)
    if state and element["action_id"] in view.values.get(block["block_id"], {}):
        view.values[block["block_id"]][element["action_id"]] = state
    used = interactions.action(element, block, state)
    return interactions.action_in_view(person, world.new_trigger(person.id, view.id), used, view)


def _state(element: Json, value: object) -> Json:
    if element["type"] in ("button", "icon_button"):
        return {}
    if element["type"] != "overflow":
        return state_of(element, value)
    chosen = next((o for o in element["options"] if value in (o.get("value"), o["text"]["text"])), None)
    if chosen is None:
        raise ValueError(f"{element['action_id']} has no option {value!r}")
    return {"selected_option": chosen}
