"""The notices about one action of a plan: what must be decided, and what was decided."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.plan import Action
from bot.wording.message import Button, Fact, Message
from bot.wording.plan_words import action_facts, action_title, due_words, rest, short_title, with_year
from bot.wording.reminder import SHOWN, action_part, lead_buttons
from bot.wording.standing import Name, starts

_FOR_TEAM = "You get this because the business team finds a lead for each action."


def plan_task(action: Action, deed: str, today: date, name: Name) -> Message | None:
    """What the group's chair or the business team must decide; None when it has been decided meanwhile."""
    if deed == "approve_new_date":
        return _new_date(action, today, name) if action.asked_due and action.is_open else None
    if action.is_open and (action.lead is None or action.not_mine):
        return _no_lead(action, today, name)
    return None


def plan_told(action: Action, deed: str, who: str, today: date, name: Name) -> Message:
    """To whoever asked for a new date, or leads the action from now on."""
    by, asked = starts(name(who)), "You get this because you asked for a new date."
    due = f"{due_words(action, today)}."
    titles = {
        "approve_new_date": (f"New date agreed: {short_title(action)}", f"{by} agreed to it. {due}", asked),
        "refuse_new_date": (f"No new date: {short_title(action)}", f"{by} did not agree. The date stays. {due}", asked),
    }
    gave = (f"You lead {short_title(action)}", f"{by} gave it to you. {due}", "You get this because you lead it now.")
    title, line, why = titles.get(deed, gave)
    return Message(title, lines=(line,), facts=_whole(action, today), buttons=lead_buttons(action), small=(why,))


def leads_needed(actions: Sequence[Action], today: date) -> Message:
    """To the business team: actions that nobody who can be reached leads."""
    count = len(actions)
    title = (
        "An action has nobody who can be reached" if count == 1 else f"{count} actions have nobody who can be reached"
    )
    parts = tuple(action_part(one, today, (choose_lead(one),), in_list=count > 1) for one in actions[:SHOWN])
    return Message(
        title,
        lines=("Choose a lead for each.",),
        parts=(*parts, *rest(actions[SHOWN:], today)),
        small=(_FOR_TEAM,),
    )


def decide_buttons(action: Action) -> tuple[Button, ...]:
    """What the chair or the business team can answer to somebody who asks for a new date."""
    return (
        Button("plan.approve", "Agree", action.id, "primary"),
        Button("plan.refuse", "Do not agree", action.id),
    )


def choose_lead(action: Action) -> Button:
    """What the business team can answer to an action without a lead."""
    return Button("plan.lead", "Choose a lead", action.id, "primary")


def asked_facts(action: Action, today: date) -> tuple[Fact, ...]:
    """The date that is asked for, and why."""
    day = with_year(action.asked_due, today) if action.asked_due else ""
    return (Fact("New date", day), Fact("Reason (their words)", action.asked_reason))


def _new_date(action: Action, today: date, name: Name) -> Message:
    asks = (
        f"{starts(name(action.asked_by))} asks for a later date. {due_words(action, today)}. It stays until you agree."
    )
    return Message(
        f"A new date is asked for: {short_title(action)}",
        lines=(f"{asks} {due_words(action, today)}. It stays until you agree.",),
        facts=(*asked_facts(action, today), *_whole(action, today)),
        buttons=decide_buttons(action),
        small=("You get this because you chair the group, or belong to the business team.",),
    )


def _no_lead(action: Action, today: date, name: Name) -> Message:
    said = (
        f"{starts(name(f'person:{action.lead}'))} says that it is not theirs."
        if action.not_mine
        else "Nobody who leads it can be reached."
    )
    in_plan = (Fact("Lead in the plan", action.lead_words),) if action.lead_words else ()
    return Message(
        f"A lead is needed: {short_title(action)}",
        lines=(f"{said} {due_words(action, today)}.",),
        facts=(*in_plan, *_whole(action, today)),
        buttons=(choose_lead(action),),
        small=(_FOR_TEAM,),
    )


def _whole(action: Action, today: date) -> tuple[Fact, ...]:
    """The whole action; what is asked for is said elsewhere."""
    known = (one for one in action_facts(action, today) if one.label != "New date asked for")
    return (Fact("Action", action_title(action)), *known)
