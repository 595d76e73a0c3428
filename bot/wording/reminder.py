"""The reminder of one person's actions: one message however many there are, each with its buttons."""

from collections.abc import Sequence
from datetime import date

from bot.partnership.plan import Action
from bot.wording.message import Button, Fact, Message
from bot.wording.plan_words import action_facts, action_title, due_words, rest

SHOWN = 12  # with buttons; more would not fit into one message of any channel
_FEW = 3  # of so many the comments are shown whole
_WHY = "You get this because you lead what is listed here, or stand in today for somebody who does."
_ANSWER = "Press a button below each. Snoozing stops the reminders for a while; it never moves the date."


def reminder(actions: Sequence[Action], today: date) -> Message:
    """What the person must look at today, the earliest date first."""
    count = len(actions)
    title = "An action of the plan needs you" if count == 1 else f"{count} actions of the plan need you"
    return Message(title, lines=(_ANSWER,), parts=own_parts(actions, today), small=(_WHY,))


def own_parts(actions: Sequence[Action], today: date) -> tuple[Message, ...]:
    """The first of them with buttons, the others with one line each."""
    long = len(actions) > _FEW
    shown = (action_part(one, today, lead_buttons(one), in_list=long) for one in actions[:SHOWN])
    return (*shown, *rest(actions[SHOWN:], today))


def action_part(
    action: Action, today: date, buttons: tuple[Button, ...] = (), *more: Fact, in_list: bool = False
) -> Message:
    """One action of a list; `more` facts stand before what is known of it."""
    facts = (*more, *action_facts(action, today, in_list))
    return Message(action_title(action), lines=(due_words(action, today),), facts=facts, buttons=buttons)


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
