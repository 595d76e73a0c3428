"""The follow-up of a referral: noted by a form, asked for later, with a text to chase the outcome."""

from bot.dialogue.checking import must_change
from bot.dialogue.reply import Faults, Opened, Press, Pressed, Reply, Send, Sent, Shown
from bot.partnership.refusal import Refused
from bot.wording.forms import FormError, referral_form, referral_from
from bot.wording.referral import answered as thanks
from bot.wording.referral import chase_message, noted
from bot.wording.urgent import front_door_names
from bot.workflows import referrals
from bot.workflows.desk import Desk
from knowledge.hours import LONDON


async def _open(desk: Desk, pressed: Pressed) -> Reply:
    today = desk.clock().astimezone(LONDON).date()
    return Opened(referral_form(desk.rules, front_door_names(desk.knowledge), today))


async def _note(desk: Desk, sent: Sent) -> Reply:
    """Note the referral; faults stand beside their fields."""
    doors = front_door_names(desk.knowledge)
    form = referral_form(desk.rules, doors).filled(dict(sent.values))
    try:
        given = referral_from(sent.values, doors)
    except FormError as fault:
        return Faults(form, fault.faults)
    if again := await must_change(desk, sent, form, ("reference",), ("reference",)):
        return again
    noting = (given.front_door, given.referred_on, given.reference, sent.key)
    try:
        referral = await desk.do(referrals.note_referral, sent.who, *noting)
    except Refused as fault:  # a date that cannot be
        return Faults(form, {"referred_on": str(fault)})
    return Shown("Noted", noted(referral, desk.rules))


async def _answered(desk: Desk, pressed: Pressed) -> Reply:
    referral = await desk.do(referrals.outcome, pressed.who, pressed.value, True)
    return Shown("Noted", thanks(referral, desk.rules))


async def _not_yet(desk: Desk, pressed: Pressed) -> Reply:
    referral = await desk.do(referrals.outcome, pressed.who, pressed.value, False)
    return Shown("Ask for the outcome", chase_message(referral, desk.rules))


PRESSES: dict[str, Press] = {
    "referral.open": _open,
    "referral.answered": _answered,
    "referral.not_yet": _not_yet,
}
FORMS: dict[str, Send] = {"referral.note": _note}
