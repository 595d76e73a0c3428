"""The notices about one action of a plan: what must be decided, and what was decided."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.plan import Action
from bot.wording.message import Button, Fact, Message
from bot.wording.plan_words import action_facts, action_title, due_words
from bot.wording.reminder import action_part, lead_buttons
from bot.wording.standing import Name
from bot.wording.times import day_words

_SHOWN = 12
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
    said = {
        "approve_new_date": f"{name(who)} agreed to the new date of {action_title(action)}.",
        "refuse_new_date": f"{name(who)} did not agree to a new date of {action_title(action)}. The date stays.",
    }.get(deed, f"{name(who)} gave you {action_title(action)}. You lead it from now on.")
    why = "You get this because you asked for the new date, or lead the action."
    return Message(
        said, lines=(due_words(action, today),), facts=action_facts(action), buttons=lead_buttons(action), small=(why,)
    )


def leads_needed(actions: Sequence[Action], today: date) -> Message:
    """To the business team: actions that nobody who can be reached leads."""
    count = len(actions)
    title = (
        "An action has nobody who can be reached" if count == 1 else f"{count} actions have nobody who can be reached"
    )
    parts = tuple(action_part(one, today, (_choose_lead(one),)) for one in actions[:_SHOWN])
    more = (f"{count - _SHOWN} more: see the digest and the exception report.",) if count > _SHOWN else ()
    return Message(title, lines=("Choose a lead for each.",), parts=parts, small=(*more, _FOR_TEAM))


def _choose_lead(action: Action) -> Button:
    return Button("plan.lead", "Choose a lead", action.id, "primary")


def _new_date(action: Action, today: date, name: Name) -> Message:
    asked = day_words(action.asked_due) + f" {action.asked_due.year}" if action.asked_due else ""
    facts = (Fact("New date", asked), Fact("Reason (their words)", action.asked_reason), *action_facts(action))
    return Message(
        f"A new date is asked for: {action_title(action)}",
        lines=(
            f"{name(action.asked_by)} asks for a later date. {due_words(action, today)}. It stays until you agree.",
        ),
        facts=facts,
        buttons=(
            Button("plan.approve", "Agree", action.id, "primary"),
            Button("plan.refuse", "Do not agree", action.id),
        ),
        small=("You get this because you chair the group, or belong to the business team.",),
    )


def _no_lead(action: Action, today: date, name: Name) -> Message:
    said = (
        f"{name(f'person:{action.lead}')} says that it is not theirs."
        if action.not_mine
        else "Nobody who leads it can be reached."
    )
    return Message(
        f"An action needs a lead: {action_title(action)}",
        lines=(f"{said} {due_words(action, today)}.",),
        facts=(*((Fact("Lead in the plan", action.lead_words),) if action.lead_words else ()), *action_facts(action)),
        buttons=(_choose_lead(action),),
        small=(_FOR_TEAM,),
    )
