"""The weekly digest as a message: what is overdue, what comes, what must be decided, what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.partnership.digest import Digest
from bot.partnership.plan import Action
from bot.wording.digest_news import changes_part, teams_lines
from bot.wording.digest_picture import picture
from bot.wording.message import Button, Message
from bot.wording.plan_told import asked_facts, choose_lead, decide_buttons
from bot.wording.plan_words import FROM_THE_FILE, UNDATED, group_words, lead_fact, rest
from bot.wording.reminder import action_part, lead_buttons
from bot.wording.standing import Name
from bot.wording.times import day_words

_SHOWN = 6  # of each part with its words and buttons: a message of Slack holds no more
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

    draw = _Draw(today, None if week.role == "lead" else name)
    room = max(_SHOWN - len(week.overdue), 0)  # of these two together as many as of each other part
    parts = [
        *_listed("To be decided", week.waiting, (), _decide, draw),
        *_listed("Overdue", week.overdue, week.waiting, buttons, draw),
        *_listed(UNDATED, week.undated, week.waiting, buttons, draw, FROM_THE_FILE, room=room),
        *_listed("Due soon", week.due_soon, week.waiting, buttons, draw),
        *changes_part(week.changes),
    ]
    whose = f" for {group_words(week.reader)}" if week.role == "group" else ""
    return Message(
        f"The plan in the week of {day_words(week.week_of)}{whose}",
        lines=teams_lines(week, name),
        facts=picture(week.counts),
        parts=tuple(parts),
        small=(f"You get this each week because you {_ROLES[week.role]}. A week without news sends nothing.",),
    )


@dataclass(frozen=True)
class _Draw:
    """How an action of a list is drawn: seen from which day, and with its lead's name unless that is the reader."""

    today: date
    name: Name | None

    def __call__(self, action: Action, buttons: tuple[Button, ...]) -> Message:
        lead = (lead_fact(action, self.name),) if self.name else ()
        if buttons != decide_buttons(action):
            return action_part(action, self.today, buttons, *lead, in_list=True)
        decided = replace(action, asked_due=None)  # its date stands above already
        return action_part(decided, self.today, buttons, *asked_facts(action, self.today), *lead, in_list=True)


def _listed(
    heading: str,
    every: Sequence[Action],
    above: Sequence[Action],
    buttons: Callable[[Action], tuple[Button, ...]],
    draw: _Draw,
    *lines: str,
    room: int = _SHOWN,
) -> list[Message]:
    """The actions under a heading that says how many there are; what stands above is not shown twice."""
    if not every:
        return []
    known = {one.id for one in above}
    here = [one for one in every if one.id not in known]
    twice = len(every) - len(here)
    above_too = (f"Shown above, under what is to be decided: {twice}",) if twice else ()
    shown = (draw(one, buttons(one)) for one in here[:room])
    return [Message(f"{heading}: {len(every)}", lines=(*lines, *above_too)), *shown, *rest(here[room:], draw.today)]


def _decide(action: Action) -> tuple[Button, ...]:
    return decide_buttons(action) if action.asked_due is not None else (choose_lead(action),)


def _buttons(week: Digest, action: Action) -> tuple[Button, ...]:
    """What the reader can answer: with own actions, and as the business team where nobody leads one."""
    if week.role == "business team":
        return (choose_lead(action),) if action.lead is None or action.not_mine else ()
    own = week.role == "lead" or (action.lead == week.reader and not action.not_mine)
    return lead_buttons(action) if own else ()
