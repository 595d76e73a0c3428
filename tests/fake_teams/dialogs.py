"""Filling in, sending and closing the dialog that a person has open."""

from . import activities
from .acts import someone
from .answers import after_task
from .courier import Courier
from .people import Json, Person
from .pressing import CONTEXT, chosen
from .things import Dialog, Sent
from .typing_in import missing, sent, typed


async def submit(courier: Courier, user: str, values: Json | None = None, button: str | None = None) -> Sent:
    """Fills in the open dialog and presses its button (by verb or title; else the first).

    When the client finds something missing, nothing is sent and the dialog shows its own errors.
    """
    world, person = courier.world, someone(courier.world, user)
    dialog = _open(courier, person)
    action = chosen(dialog.card, button)
    if action["type"] != "Action.Submit":
        raise ValueError("in a dialog Teams carries out Action.Submit only")
    filled = typed(dialog.card, values or {})
    used = action.get("associatedInputs") != "none"
    dialog.values, dialog.errors = filled, missing(dialog.card, filled) if used else {}
    if dialog.errors:
        world.changes.mark()
        return Sent({}, held_back=f"still to be filled in: {dialog.errors}")
    own = action.get("data")
    data = (own if isinstance(own, dict) else {}) | (sent(filled) if used else {})
    return await _submitted(courier, person, dialog, data)


async def _submitted(courier: Courier, person: Person, dialog: Dialog, data: Json) -> Sent:
    world = courier.world
    place, thread = world.where(dialog.conversation)
    if dialog.opened_by is None:
        name, value = "task/submit", {"data": data, "context": CONTEXT}
    else:
        name, value = "composeExtension/submitAction", dialog.opened_by | {"data": data}
    delivered = await courier.deliver(activities.invoke(world, name, person, place, value, thread=thread))
    after_task(world, delivered, person, place, opened_by=dialog.opened_by)
    return delivered


async def close(courier: Courier, user: str) -> Json:
    """Closes the open dialog; Teams tells the bot nothing."""
    person = someone(courier.world, user)
    _open(courier, person)
    del courier.world.dialogs[person.key]
    return {}


def _open(courier: Courier, person: Person) -> Dialog:
    dialog = courier.world.dialogs.get(person.key)
    if dialog is None:
        raise ValueError(f"{person.key} has no dialog open")
    return dialog
