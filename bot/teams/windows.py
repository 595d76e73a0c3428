"""Buttons and dialogs: each press and each sent form goes the way that all chats share; its reply becomes a card."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue.reply import Faults, Opened, Pressed, Reply, Said, Sent, Shown, WholeAnswer
from bot.dialogue.routes import press, send
from bot.partnership.refusal import Refused
from bot.teams.connector import attached
from bot.teams.heard import Heard, part
from bot.teams.place import PREFIX
from bot.teams.render.answer import whole_answer_card
from bot.teams.render.copying import with_copy
from bot.teams.render.form import carries, form_card, form_id, values
from bot.teams.render.message import message_card
from bot.wording.form import Form, Option
from bot.wording.message import Message
from bot.workflows.desk import Desk
from bot.workflows.people import to_choose
from bot.workflows.questions import answer_of

type Json = dict[str, Any]

_KEY = "sent_once"  # a dialog that is sent twice is done once
_DONE, _LOOKING = "Done.", "I am looking it up. {danger}"
_MESSAGE = "application/vnd.microsoft.activity.message"


async def at_once(desk: Desk, said: Heard) -> Json:
    """The answer to a button that opens nothing: a sentence below the card."""
    action = part(said.value, "action")
    verb = str(action.get("verb", ""))
    try:
        reply = await press(desk, _pressed(said, verb, part(action, "data")))
    except Refused as why:
        reply = _why(why)
    looking = _LOOKING.format(danger=desk.knowledge.settings.danger_line.say)
    sentence = reply.sentence if isinstance(reply, Said) else looking if verb == "question.option" else _DONE
    return {"statusCode": 200, "type": _MESSAGE, "value": sentence}


async def opened(desk: Desk, said: Heard) -> Json:
    """The answer to a button that opens a dialog."""
    data = part(said.value, "data")
    try:
        reply = await press(desk, _pressed(said, str(data.get("verb", "")), data))
    except Refused as why:
        reply = _why(why)
    return await dialog(desk, reply or Said(_DONE))


async def sent(desk: Desk, said: Heard) -> Json:
    """The answer to a dialog that was sent, or to a button in it that leaves it unsent."""
    data = part(said.value, "data")
    if data.get("verb"):
        return await opened(desk, said)
    given, carried = values(data), carries(data)
    key = carried.pop(_KEY, said.id)
    try:
        key_of_person = f"{PREFIX}{said.account}:{key}"
        reply = await send(desk, Sent(form_id(data), said.who, given, carried, key_of_person, _talk(said)))
    except Refused as why:
        reply = _why(why)
    return await dialog(desk, reply, key)


async def dialog(desk: Desk, reply: Reply, key: str = "") -> Json:
    """A dialog that shows the reply. `key` is that of the form that was sent: with faults it is still the same one."""
    match reply:
        case Said(sentence):
            return _continued("Signpost", message_card(Message(sentence)))
        case Shown(title, message, urgent, copied):
            lines = tuple(dict.fromkeys((*urgent, *message.urgent)))
            drawn = message_card(replace(message, urgent=lines))
            return _continued(title, with_copy(drawn, copied) if copied else drawn)
        case WholeAnswer(asked, small):
            return _continued("The whole answer", whole_answer_card(answer_of(asked), small))
        case Opened(form):
            return await _form(desk, form, {}, key)
        case Faults(form, sentences):
            return await _form(desk, form, sentences, key)


async def _form(desk: Desk, form: Form, faults: Mapping[str, str], key: str) -> Json:
    keyed = replace(form, carries={**form.carries, _KEY: key or secrets.token_hex(12)})
    people = [Option(address, name) for address, name in await desk.do(to_choose, "")]
    return _continued(form.title, form_card(keyed, people, faults))


def _continued(title: str, card: Json) -> Json:
    value = {"title": title, "width": "medium", "height": "large", "card": attached(card)}
    return {"task": {"type": "continue", "value": value}}


def _pressed(said: Heard, verb: str, data: Mapping[str, Any]) -> Pressed:
    return Pressed(verb, str(data.get("value", "")), said.who, f"{said.account}:{said.id}")


def _talk(said: Heard) -> str:
    """The conversation with the person alone."""
    return said.talk if said.is_personal else f"{PREFIX}own:{said.account}"


def _why(why: Refused) -> Said:
    return Said(str(why))
