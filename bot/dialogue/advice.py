"""Switching automatic advice off and on, for the business team: the form with the reason, and what it brings about."""

from functools import partial

from bot.dialogue.checking import must_change
from bot.dialogue.reply import Faults, Opened, Press, Pressed, Reply, Said, Send, Sent
from bot.partnership.advice import ASKED_FOR
from bot.partnership.refusal import Refused
from bot.wording.advice import OFF, ON, advice_form, switched_words
from bot.wording.form import Form
from bot.workflows import advice
from bot.workflows.desk import Desk


async def form_for(desk: Desk, who: str, words: str) -> Form | None:
    """The form that these words ask for; None when they ask for none. Raises Refused for who may not switch."""
    turn_on = ASKED_FOR.get(words.casefold().strip("/.!? "))
    return None if turn_on is None else await _form(desk, who, turn_on)


async def _form(desk: Desk, who: str, turn_on: bool) -> Form:
    await desk.do(advice.may_switch, who, turn_on)
    return advice_form(turn_on)


async def _opened(turn_on: bool, desk: Desk, pressed: Pressed) -> Reply:
    return Opened(await _form(desk, pressed.who, turn_on))


async def _sent(turn_on: bool, desk: Desk, sent: Sent) -> Reply:
    form = await _form(desk, sent.who, turn_on)
    if not sent.values.get("why", "").strip():
        return Faults(form, {"why": "Say in a sentence why."})
    if again := await must_change(desk, sent, form, ("why",)):
        return again
    try:
        await desk.do(advice.switch, sent.who, turn_on, sent.values["why"])
    except Refused as why:
        return Faults(form.filled(dict(sent.values)), {"why": str(why)})
    return Said(switched_words(turn_on))


PRESSES: dict[str, Press] = {OFF: partial(_opened, False), ON: partial(_opened, True)}
FORMS: dict[str, Send] = {OFF: partial(_sent, False), ON: partial(_sent, True)}
