"""Pressing buttons on the cards of messages, and choosing a command of the app on a message."""

from . import activities
from .acts import someone, somewhere
from .answers import after_execute, after_task
from .courier import Courier
from .elements import buttons_of, verb_of
from .people import Conversation, Json, Person
from .things import Message, Sent
from .typing_in import missing, sent, typed

CONTEXT = {"theme": "default"}


async def press(
    courier: Courier,
    user: str,
    conversation: str,
    message: str,
    verb: str,
    nth: int = 0,
    value: str | None = None,
    values: Json | None = None,
    data: Json | None = None,
) -> Sent:
    """Presses a button of a message. `value`: of several with this verb the one that carries it.

    `values` are typed into the card's inputs; `data` is what a client that somebody changed would send beside it.
    """
    world, person = courier.world, someone(courier.world, user)
    place, _ = somewhere(world, person, conversation)
    found = world.find(place, message)
    card = found.card(person.key) if found else None
    if found is None or card is None:
        raise ValueError(f"there is no message {message} with a card in {place.key}")
    action = chosen(card, verb, nth, value)
    filled = typed(card, values or {})
    if left := missing(card, filled):
        return Sent({}, held_back=f"still to be filled in: {left}")
    own = action.get("data")
    whole = (own if isinstance(own, dict) else {}) | sent(filled) | (data or {})
    return await _pressed(courier, person, place, found, action, whole)


def chosen(card: Json, verb: str | None, nth: int = 0, value: str | None = None) -> Json:
    """The nth button with this verb (and value) in a card; a ValueError names those that are there."""
    there = buttons_of(card)
    found = [one for one in there if verb in (None, verb_of(one), one.get("title"))]
    found = [one for one in found if value is None or (one.get("data") or {}).get("value") == value]
    if nth >= len(found):
        raise ValueError(f"no button {verb!r} ({nth}, {value}); there are {[verb_of(one) for one in there]}")
    if found[nth].get("isEnabled") is False:
        raise ValueError(f"the button {verb!r} is grey")
    return found[nth]


async def _pressed(
    courier: Courier, person: Person, place: Conversation, message: Message, action: Json, data: Json
) -> Sent:
    world = courier.world
    root = (message.thread or message.id) if place.kind == "channel" else None
    more = {"thread": root, "replyToId": message.id}
    if action["type"] == "Action.Execute":
        pressed = {"type": "Action.Execute", "verb": action.get("verb"), "data": data}
        value = {"action": pressed | {"title": action.get("title")}, "trigger": "manual"}
        delivered = await courier.deliver(activities.invoke(world, "adaptiveCard/action", person, place, value, **more))
        after_execute(world, delivered, person, message)
    elif (data.get("msteams") or {}).get("type") == "task/fetch":
        value = {"data": data, "context": CONTEXT}
        delivered = await courier.deliver(activities.invoke(world, "task/fetch", person, place, value, **more))
        after_task(world, delivered, person, place)
    else:
        delivered = await courier.deliver(activities.activity(world, "message", person, place, value=data, **more))
    return delivered


async def command_on_message(
    courier: Courier,
    user: str,
    command: str,
    text: str,
    where: str = "general",
    author: str = "tom",
    message: str | None = None,
) -> Sent:
    """Chooses a command of the app under "More" of a message, which may be in places where the app is not."""
    world, person = courier.world, someone(courier.world, user)
    place, _ = somewhere(world, person, where)
    about = message or world.new_id()
    payload = activities.message_payload(someone(world, author), about, text)
    value = {"commandId": command, "commandContext": "message", "messagePayload": payload, "context": CONTEXT}
    root = about if place.kind == "channel" else None
    made = activities.invoke(world, "composeExtension/fetchTask", person, place, value, thread=root)
    delivered = await courier.deliver(made)
    after_task(world, delivered, person, place, opened_by=value)
    return delivered
