"""The acts by their names in POST /control/deliver."""

from collections.abc import Awaitable, Callable

from . import acts, buttons, modals, notices
from .envelopes import Envelope
from .things import Message

type Act = Callable[..., Awaitable[Envelope | Message]]

ACTS: dict[str, Act] = {
    "message": acts.message,
    "edit": acts.edit,
    "say": acts.say,
    "mention": acts.mention,
    "command": acts.command,
    "shortcut": acts.shortcut,
    "open_home": acts.open_home,
    "verify_url": notices.verify_url,
    "notice": notices.notice,
    "payload": notices.payload,
    "press": buttons.press,
    "submit": modals.submit,
    "close": modals.close,
}
