"""The weekly digest as a message: what is overdue, what comes, what must be decided, what changed."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.partnership.digest import Change, Digest
from bot.partnership.plan import Action
from bot.wording.message import Button, Fact, Message
from bot.wording.plan_told import asked_facts, choose_lead, decide_buttons
from bot.wording.plan_words import action_title, group_words, rest, shortened
from bot.wording.reminder import action_part, lead_buttons
from bot.wording.standing import Name
from bot.wording.times import day_words

_SHOWN = 6  # of each part with its words and buttons: a message of Slack holds no more
_CHANGES = 20
_BAR, _WORDS, _TITLE = 20, 160, 90
_DONE = {
    "done": "done",
    "comment": "new comment",
    "ask_new_date": "a new date was asked for",
    "approve_new_date": "new date agreed",
    "refuse_new_date": "the new date was not agreed",
    "snooze": "snoozed",
    "not_mine": "its lead says that it is not theirs",
    "assign_lead": "new lead",
    "import": "changed by the plan file",
    "drop": "no longer in the plan file",
}
_ROLES = {
    "lead": "lead actions of the plan",
    "chair": "chair a group",
    "group": "are a group of the plan",
    "business team": "look after the plan",
}


def digest(week: Digest, today: date, name: Name) -> Message:
    """One reader's week."""

    def buttons(action: Action) -> tuple[Button, ...]:
        return _buttons(week, action)

    parts = [
        *_listed("To be decided", week.waiting, today, _decide),
        *_listed("Overdue", week.overdue, today, buttons),
        *_listed("Due soon", week.due_soon, today, buttons),
        *_changes(week.changes),
    ]
    whose = f" for {group_words(week.reader)}" if week.role == "group" else ""
    return Message(
        f"The plan in the week of {day_words(week.week_of)}{whose}",
        lines=_teams_lines(week, name),
        facts=_picture(week.counts),
        parts=tuple(parts),
        small=(f"You get this each week because you {_ROLES[week.role]}. A week without news sends nothing.",),
    )


def _listed(
    heading: str, every: Sequence[Action], today: date, buttons: Callable[[Action], tuple[Button, ...]]
) -> list[Message]:
    """The actions under a heading that says how many there are."""
    if not every:
        return []
    shown = (_part(one, today, buttons(one)) for one in every[:_SHOWN])
    return [Message(f"{heading}: {len(every)}"), *shown, *rest(every[_SHOWN:], today)]


def _part(action: Action, today: date, buttons: tuple[Button, ...]) -> Message:
    asked = asked_facts(action, today) if buttons == decide_buttons(action) else ()
    return action_part(action, today, buttons, *asked, in_list=True)


def _changes(changes: tuple[Change, ...]) -> list[Message]:
    if not changes:
        return []
    lines = [
        f"{shortened(action_title(one.action), _TITLE)}: {_DONE.get(one.deed, one.deed)}{_quoted(one.words)}"
        for one in changes
    ]
    left = len(lines) - _CHANGES
    more = (f"{left} more.",) if left > 0 else ()
    return [Message(f"Changed since the last digest: {len(changes)}", lines=(*lines[:_CHANGES], *more))]


def _teams_lines(week: Digest, name: Name) -> tuple[str, ...]:
    """What only the business team is told."""
    lines = []
    if week.silent:
        lines.append("Reminded and silent: " + ", ".join(name(f"person:{one}") for one in week.silent))
    if week.escalations:
        lines.append("Escalations that wait: " + ", ".join(week.escalations))
    if week.undelivered:
        lines.append(f"Not delivered: {week.undelivered}. The command signpost outbox shows why.")
    if week.unreachable:
        lines.append("Agencies without anybody who can be reached: " + ", ".join(week.unreachable))
    return tuple(lines)


def _picture(counts: tuple[tuple[str, int], ...]) -> tuple[Fact, ...]:
    """Bars that are words too: `Red: 4 of 20` with a bar of that length. What is overdue has a colour as well."""
    every = sum(number for label, number in counts if label != "overdue")
    shown = (Fact(_label(label), f"{number} of {every} {_bar(number, every)}") for label, number in counts if every)
    return tuple(shown)


def _label(label: str) -> str:
    return label[:1].upper() + label[1:]


def _bar(number: int, every: int) -> str:
    filled = max(round(_BAR * number / every), 1)
    return "▓" * filled + "░" * (_BAR - filled)


def _decide(action: Action) -> tuple[Button, ...]:
    return decide_buttons(action) if action.asked_due is not None else (choose_lead(action),)


def _buttons(week: Digest, action: Action) -> tuple[Button, ...]:
    """What the reader can answer: with own actions, and as the business team where nobody leads one."""
    if week.role == "business team":
        return (choose_lead(action),) if action.lead is None or action.not_mine else ()
    own = week.role == "lead" or (action.lead == week.reader and not action.not_mine)
    return lead_buttons(action) if own else ()


def _quoted(words: str) -> str:
    return f" (“{shortened(words, _WORDS)}”)" if words else ""
