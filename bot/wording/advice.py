"""Automatic advice switched off or on: what the business team is told and asked, and what the drill found."""

from collections.abc import Mapping
from datetime import datetime

from bot.partnership.advice import LONGEST_WHY, Switched
from bot.wording.form import Field, Form
from bot.wording.message import Button, Message
from bot.wording.options import NO_NAMES
from bot.wording.standing import Name
from bot.wording.times import moment_words

OFF, ON = "advice.off", "advice.on"
_SEEN = (
    "While it is off every question gets 999, what the danger rules say, the front door of the area and the duty line."
)
_WHY = ("You get this because the business team switches advice off and on.",)
_FOR_ALL = ("You get this because you wrote the words that switch advice.",)
_STAYS = "It stays off until somebody of the business team switches it on again."


def advice_message(data: Mapping[str, str], now: datetime, name: Name) -> Message:
    """The notice; `data` is what was kept with it. Raises ValueError for a kind that nobody writes."""
    turn_on = bool(data.get("is_on"))
    match data["what"]:
        case "switched":
            return _switched(turn_on, data, now, name)
        case "offer":
            return _offer(turn_on)
        case "refused":
            return Message("Nothing was switched", lines=(data["why"],), small=_FOR_ALL)
        case "drill":
            return _drill(data)
    raise ValueError(f"nobody writes {data['what']!r}")


def advice_form(turn_on: bool) -> Form:
    """Why it is switched."""
    why = Field("why", "Why", hint=f"A sentence for the history. {NO_NAMES}", longest=LONGEST_WHY)
    if turn_on:
        intro = ("Questions are answered again. The business team is told who switched and why.",)
        return Form(ON, "Switch advice on", "Switch on", (why,), intro=intro)
    return Form(OFF, "Switch advice off", "Switch off", (why,), intro=(_SEEN, _STAYS))


def switched_words(turn_on: bool) -> str:
    """What whoever switched is told at once."""
    if turn_on:
        return "Automatic advice is on again. The business team is told."
    return f"Automatic advice is switched off. {_SEEN} The business team is told."


def _switched(turn_on: bool, data: Mapping[str, str], now: datetime, name: Name) -> Message:
    at = datetime.fromisoformat(data["at"])
    who = Switched(turn_on, data["who"], data["why"], at, "drill" if data["kind"] == "drill" else "person").by(name)
    turned = f"switched it {'on' if turn_on else 'off'} on {moment_words(at, now)}."
    lines = (f"{who[:1].upper()}{who[1:]} {turned}", f"Reason: {data['why']}")
    if turn_on:
        return Message("Automatic advice is on again", lines=lines, buttons=(_button(False),), small=_WHY)
    off = (*lines, _SEEN, _STAYS)
    return Message("Automatic advice is switched off", lines=off, buttons=(_button(True),), small=_WHY)


def _offer(turn_on: bool) -> Message:
    if turn_on:
        return Message("Switch automatic advice on again?", buttons=(_button(True),), small=_WHY)
    return Message("Switch automatic advice off?", lines=(_SEEN, _STAYS), buttons=(_button(False),), small=_WHY)


def _button(turn_on: bool) -> Button:
    return Button(ON, "Switch advice on", "advice") if turn_on else Button(OFF, "Switch advice off", "advice", "danger")


def _drill(data: Mapping[str, str]) -> Message:
    """The drill's own news: what it missed, or that it could not run."""
    if data["result"] == "failed":
        missed = tuple(data["missed"].split("\n"))
        lines = (*missed, f"Advice is off. {_STAYS}")
        return Message("The daily drill found wrong answers", lines=lines, buttons=(_button(True),), small=_WHY)
    lines = (
        f"The language part gave no answer to {data['not_run']} of {data['asked']} questions of the drill.",
        "Nothing was switched: where it gives no answer, people get the duty line and the front door in any case.",
        "Ask whoever runs Signpost to look at the language part (Rasa).",
    )
    return Message("The daily drill could not run", lines=lines, small=_WHY)
