"""The forms beside an answer: what was wrong with it, passing it on, and noting a referral."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.partnership.rules import Rules
from bot.wording.form import Field, Form, Input
from bot.wording.options import NO_NAMES, FormError, option, same, shortened
from bot.wording.referral import decision_rule

VERDICTS = {
    "wrong_route": "Wrong route",
    "wrong_contact": "Wrong contact",
    "not_clear": "Not clear",
    "not_asked": "Not what I asked",
    "other": "Something else",
}
_SHOWN = 2000


@dataclass(frozen=True)
class Referred:
    """What the form about a referral said."""

    front_door: str
    referred_on: date
    reference: str


def verdict_form(asked_id: str) -> Form:
    """What was wrong with an answer."""
    reasons = tuple(option(code, label) for code, label in VERDICTS.items())
    fields = (
        Field("reason", "What was wrong?", Input.CHOICE, options=reasons),
        Field("words", "In your words", hint=NO_NAMES, required=False, longest=500),
    )
    return Form("question.verdict", "Was this right?", "Send", fields, carries={"asked": asked_id})


def tell_team_form(asked_id: str, masked: str) -> Form:
    """The question as it will be passed on, to look at before it is."""
    intro = (
        "The business team gets this question, the reason you gave and the day. It does not get your name.",
        f"Your question, names taken out: {shown_question(masked)}",
        "The business team is not a duty line. If you are worried now, do not wait for it.",
    )
    return Form(
        "question.tell_team", "Tell the business team", "Pass it on", (), intro=intro, carries={"asked": asked_id}
    )


def shown_question(masked: str) -> str:
    """As much of a question as is shown and passed on."""
    return shortened(masked, _SHOWN)


def referral_form(rules: Rules, front_doors: Sequence[str], today: date | None = None) -> Form:
    """When, to which front door, and the person's own reference. `today` is filled in as the date."""
    reference = "Your own reference. No name, no NHS number."
    fields = (
        Field("front_door", "Front door", Input.CHOICE, options=same(front_doors)),
        Field("referred_on", "Referred on", Input.DATE, value=today.isoformat() if today else ""),
        Field("reference", "Your reference", Input.LINE, reference, required=False, longest=60),
    )
    intro = ("Signpost asks you later whether there is an outcome.", decision_rule(rules))
    return Form("referral.note", "Note a referral", "Note it", fields, intro=intro)


def referral_from(values: Mapping[str, str], front_doors: Sequence[str]) -> Referred:
    """What the submitted form says. Raises FormError with a sentence for each field that must be changed."""
    errors: dict[str, str] = {}
    front_door, reference = values.get("front_door", ""), values.get("reference", "").strip()
    if front_door not in front_doors:
        errors["front_door"] = "Choose one of the front doors in the list."
    if len(reference) > 60:
        errors["reference"] = "Shorten this to 60 letters."
    try:
        referred_on = date.fromisoformat(values.get("referred_on", ""))
    except ValueError:
        errors["referred_on"] = "Choose the day on which you referred."
        raise FormError(errors) from None
    if errors:
        raise FormError(errors)
    return Referred(front_door, referred_on, reference)
