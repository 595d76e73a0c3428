"""Every button and every form by its name, and what it leads to."""

from bot.dialogue import advice, asking, business, escalating, guiding, planning, referring
from bot.dialogue.reply import Press, Pressed, Reply, Send, Sent
from bot.partnership.refusal import Refused
from bot.workflows.desk import Desk

_PARTS = (asking, escalating, business, referring, planning, advice, guiding)
PRESSES: dict[str, Press] = {name: press for part in _PARTS for name, press in part.PRESSES.items()}
FORMS: dict[str, Send] = {name: send for part in _PARTS for name, send in part.FORMS.items()}
_OLD = "This comes from an older Signpost and no longer works. Ask again, or open it anew."


async def press(desk: Desk, pressed: Pressed) -> Reply | None:
    """Do what a button does; what to show then, None when nothing. Raises Refused with the sentence for the person."""
    if pressed.name not in PRESSES:
        raise Refused(_OLD)
    return await PRESSES[pressed.name](desk, pressed)


async def send(desk: Desk, sent: Sent) -> Reply:
    """Do what a form asks for; what to show then. Raises Refused with the sentence for the person."""
    if sent.form not in FORMS:
        raise Refused(_OLD)
    return await FORMS[sent.form](desk, sent)
