"""The reminder of one person's actions: one message however many there are, each with its buttons."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.plan import Action
from bot.wording.message import Button, Message
from bot.wording.plan_words import action_facts, action_title, due_words

_SHOWN = 12  # more would not fit into one message of any channel
_WHY = "You get this because you lead these actions of the plan, or stand in for whoever leads them."
_ANSWER = "Only one of these buttons is an answer. Snoozing never moves the date."


def reminder(actions: Sequence[Action], today: date) -> Message:
    """What the person must look at today, the earliest date first."""
    count = len(actions)
    title = "An action of the plan needs you" if count == 1 else f"{count} actions of the plan need you"
    shown = tuple(action_part(one, today, lead_buttons(one)) for one in actions[:_SHOWN])
    more = (f"{count - _SHOWN} more are in the app's Home.",) if count > _SHOWN else ()
    return Message(title, lines=(_ANSWER,), parts=shown, small=(*more, _WHY))


def action_part(action: Action, today: date, buttons: tuple[Button, ...] = ()) -> Message:
    """One action of a list."""
    return Message(action_title(action), lines=(due_words(action, today),), facts=action_facts(action), buttons=buttons)


def lead_buttons(action: Action) -> tuple[Button, ...]:
    """What the lead can answer. The rules check again when one is pressed."""
    if not action.is_open:
        return (Button("plan.comment", "Update the comment", action.id),)
    return (
        Button("plan.done", "Done", action.id, "primary"),
        Button("plan.comment", "Update the comment", action.id),
        Button("plan.new_date", "Ask for a new date", action.id),
        Button("plan.snooze", "Snooze", action.id),
        Button("plan.not_mine", "Not mine", action.id),
    )
