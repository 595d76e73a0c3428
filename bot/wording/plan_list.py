"""The list of actions that somebody asked for: who leads each, how it stands, and buttons under one's own."""

from datetime import datetime

from bot.partnership.plan import Action, Progress
from bot.partnership.plan_asked import AskedPlan, PlanList
from bot.wording.message import Fact, Message
from bot.wording.plan_words import group_words, rest
from bot.wording.reminder import SHOWN, action_part, lead_buttons
from bot.wording.standing import Name
from bot.wording.times import moment_words
from knowledge.hours import LONDON

_SEE = "You see the actions that you lead, those of groups that you chair, and those of people you stand in for."
_ASK = "For anything else ask the partnership's business team."
_WITHIN = {"week": " due this week", "month": " due this month"}
_STATES = {Progress.DONE: "Done", Progress.DROPPED: "No longer in the plan"}


def plan_list(found: PlanList, now: datetime, name: Name) -> Message:
    """What is known now. Nothing to be seen and nothing there read alike."""
    today = now.astimezone(LONDON).date()
    as_of = f"From the plan as it stood on {moment_words(now)}."
    if not found.actions:
        return Message(f"{_what(found.asked)}: nothing that you can see", lines=(_SEE, _ASK), small=(as_of,))
    count, several = len(found.actions), len(found.actions) > 1
    parts = (
        action_part(one, today, lead_buttons(one) if one.id in found.own else (), *_lead(one, name), in_list=several)
        for one in found.actions[:SHOWN]
    )
    title = _what(found.asked) if found.asked.numbers and not several else f"{_what(found.asked)}: {count}"
    missing = _missing(found)
    return Message(title, lines=missing, parts=(*parts, *rest(found.actions[SHOWN:], today)), small=(as_of, _SEE))


def _what(asked: AskedPlan) -> str:
    if asked.numbers:
        return f"{'Action' if len(asked.numbers) == 1 else 'Actions'} {_listed(asked.numbers)}"
    whose = "Your" if asked.mine else ""
    state = " overdue" if asked.overdue else "" if asked.within else " open"
    of = f" of {_listed(tuple(map(group_words, asked.groups)))}" if asked.groups else ""
    words = f"{whose}{state} actions{of}{_WITHIN.get(asked.within, '')}".strip()
    return words[:1].upper() + words[1:]


def _missing(found: PlanList) -> tuple[str, ...]:
    there = {one.number.casefold() for one in found.actions}
    missing = tuple(one for one in found.asked.numbers if one not in there)
    return (f"{_listed(missing)}: nothing that you can see. {_ASK}",) if missing else ()


def _lead(action: Action, name: Name) -> tuple[Fact, ...]:
    state = (Fact("State", _STATES[action.progress]),) if not action.is_open else ()
    if action.not_mine:
        return (*state, Fact("Lead", "The business team looks for one"))
    known = name(f"person:{action.lead}") if action.lead else action.lead_words
    return (*state, Fact("Lead", known or "Nobody yet"))


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
