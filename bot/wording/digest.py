"""The weekly digest as a message: what is overdue, what comes, what must be decided, what changed."""

from collections.abc import Callable, Iterable
from datetime import date

from bot.partnership.digest import Change, Digest
from bot.partnership.plan import Action
from bot.wording.message import Button, Fact, Message
from bot.wording.plan_words import action_title
from bot.wording.reminder import action_part, lead_buttons
from bot.wording.standing import Name
from bot.wording.times import day_words

_SHOWN = 10  # of each part; the reports hold all
_BAR = 20
_DONE = {
    "done": "done",
    "comment": "new comment",
    "ask_new_date": "a new date was asked for",
    "approve_new_date": "new date agreed",
    "refuse_new_date": "the new date was not agreed",
    "snooze": "snoozed",
    "not_mine": "its lead says that it is not theirs",
    "assign_lead": "new lead",
}


def digest(week: Digest, today: date, name: Name) -> Message:
    """One reader's week."""
    buttons = lead_buttons if week.role == "lead" else _no_buttons
    parts = [
        *_listed("Overdue", week.overdue, today, buttons),
        *_listed("Due soon", week.due_soon, today, buttons),
        *_listed("To be decided", week.waiting, today, _decide),
        *_changes(week.changes),
    ]
    return Message(
        f"The plan in the week of {day_words(week.week_of)}",
        lines=_more(week, name),
        facts=_picture(week.counts),
        parts=tuple(parts),
        small=(f"You get this each week as {_ROLES[week.role]}. It is not sent when there is nothing to tell.",),
    )


_ROLES = {
    "lead": "somebody who leads actions",
    "chair": "chair of a group",
    "group": "members of a group",
    "business team": "the business team",
}


def _listed(
    heading: str, actions: Iterable[Action], today: date, buttons: Callable[[Action], tuple[Button, ...]]
) -> list[Message]:
    """The actions under a heading that says how many there are."""
    every = tuple(actions)
    if not every:
        return []
    left = len(every) - _SHOWN
    more = (f"{left} more are not shown here; ask for the exception report.",) if left > 0 else ()
    head = Message(f"{heading}: {len(every)}", lines=more)
    return [head, *(action_part(one, today, buttons(one)) for one in every[:_SHOWN])]


def _changes(changes: tuple[Change, ...]) -> list[Message]:
    if not changes:
        return []
    lines = [f"{action_title(one.action)}: {_DONE.get(one.deed, one.deed)}{_quoted(one.words)}" for one in changes]
    left = len(lines) - 2 * _SHOWN
    more = (f"{left} more.",) if left > 0 else ()
    return [Message(f"Changed since the last digest: {len(changes)}", lines=(*lines[: 2 * _SHOWN], *more))]


def _more(week: Digest, name: Name) -> tuple[str, ...]:
    """What only the business team is told."""
    lines = []
    if week.silent:
        lines.append("Reminded and silent: " + ", ".join(name(f"person:{one}") for one in week.silent))
    if week.escalations:
        lines.append("Escalations that wait: " + ", ".join(week.escalations))
    if week.undelivered:
        lines.append(f"Not delivered: {week.undelivered}. `signpost outbox` shows why.")
    if week.unreachable:
        lines.append("Agencies without anybody who can be reached: " + ", ".join(week.unreachable))
    return tuple(lines)


def _picture(counts: tuple[tuple[str, int], ...]) -> tuple[Fact, ...]:
    """Bars that are words too: `Overdue: 4 of 20` with a bar of that length."""
    every = sum(number for _, number in counts)
    return tuple(Fact(label, f"{number} of {every} {_bar(number, every)}") for label, number in counts if every)


def _bar(number: int, every: int) -> str:
    filled = round(_BAR * number / every)
    return "▓" * filled + "░" * (_BAR - filled)


def _decide(action: Action) -> tuple[Button, ...]:
    if action.asked_due is not None:
        return (Button("plan.approve", "Agree", action.id, "primary"), Button("plan.refuse", "Do not agree", action.id))
    return (Button("plan.lead", "Choose a lead", action.id, "primary"),)


def _no_buttons(action: Action) -> tuple[Button, ...]:
    return ()


def _quoted(words: str) -> str:
    return f" (“{words}”)" if words else ""
