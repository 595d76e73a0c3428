"""What the client of Teams makes of a bot's answers to invokes."""

from typing import Any

from .cards import CARD, LARGEST, faults_in_card, size_of
from .people import Conversation, Json, Person
from .things import Dialog, Message, Sent
from .world import World

TROUBLE = "Something went wrong. Please try again."
_MESSAGE, _ERROR = "application/vnd.microsoft.activity.message", "application/vnd.microsoft.error"


def after_execute(world: World, sent: Sent, person: Person, message: Message) -> None:
    """A card replaces the message's for the person who pressed; a sentence is shown to them; else trouble."""
    for answer in _answers(world, sent, person):
        kind = answer.get("type") if isinstance(answer, dict) else None
        value = answer.get("value") if isinstance(answer, dict) else None
        if not isinstance(answer, dict) or answer.get("statusCode") not in (200, 400, 500):
            _trouble(world, sent, person, f"an answer needs statusCode, type and value: {answer!r:.300}")
        elif kind == _MESSAGE and isinstance(value, str):
            world.show(world.told, person, value, _about(sent))
        elif kind == CARD and isinstance(value, dict):
            if _drawable(world, sent, person, value):
                message.replaced_for[person.key] = value
        elif kind == _ERROR and isinstance(value, dict):
            _trouble(world, sent, person, str(value.get("message")))
        else:
            _trouble(world, sent, person, f"no answer to a press is of the type {kind}: {value!r:.300}")
    world.changes.mark()


def after_task(world: World, sent: Sent, person: Person, place: Conversation, opened_by: Json | None = None) -> None:
    """A card becomes the person's dialog; a sentence or an empty answer ends it; trouble leaves it as it is."""
    for answer in _answers(world, sent, person):
        name = sent.activity["name"]
        if answer in (None, "", {}, {"task": None}) or (isinstance(answer, dict) and "composeExtension" in answer):
            if name in ("task/fetch", "composeExtension/fetchTask"):
                _trouble(world, sent, person, "a dialog was asked for and none came")
            else:
                world.dialogs.pop(person.key, None)
            continue
        task = answer.get("task") if isinstance(answer, dict) else None
        kind, value = (task.get("type"), task.get("value")) if isinstance(task, dict) else (None, None)
        if kind == "message" and isinstance(value, str):
            world.dialogs.pop(person.key, None)
            world.show(world.told, person, value, _about(sent))
        elif kind == "continue" and isinstance(value, dict):
            _continue(world, sent, person, place, value, opened_by)
        else:
            _trouble(world, sent, person, f"a dialog's answer needs task.type and task.value: {answer!r:.300}")
    world.changes.mark()


def _continue(
    world: World, sent: Sent, person: Person, place: Conversation, value: Json, opened_by: Json | None
) -> None:
    card = value.get("card")
    if not isinstance(card, dict) or card.get("contentType") != CARD:
        _trouble(world, sent, person, "a dialog here is an Adaptive Card")
    elif _drawable(world, sent, person, card.get("content")):
        title, where = str(value.get("title") or ""), sent.activity["conversation"]["id"]
        world.dialogs[person.key] = Dialog(person.key, card["content"], title, where, opened_by)


def _answers(world: World, sent: Sent, person: Person) -> list[Any]:
    """What each bot answered with 200; the person is shown the others as trouble."""
    if not sent.attempts:
        _trouble(world, sent, person, "no bot is there")
    for attempt in sent.attempts:
        if attempt["status"] != 200:
            _trouble(world, sent, person, f"{attempt['failure'] or attempt['status']}: {attempt['body']!r:.300}")
    return [attempt["body"] for attempt in sent.attempts if attempt["status"] == 200]


def _drawable(world: World, sent: Sent, person: Person, card: Any) -> bool:  # noqa: ANN401 - JSON
    faults = faults_in_card(card)
    if (size := size_of(card)) > LARGEST:
        faults.append(f"the card has {size} bytes; {LARGEST} are allowed")
    if faults:
        _trouble(world, sent, person, f"unusable card: {'; '.join(faults)}")
    return not faults


def _trouble(world: World, sent: Sent, person: Person, why: str) -> None:
    world.show(world.errors, person, TROUBLE, _about(sent))
    world.errors[-1]["why"] = why


def _about(sent: Sent) -> str:
    return str(sent.activity.get("name"))
