"""The list of actions that somebody asked for: who leads each, how it stands, and buttons under one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.partnership.plan import Action, Progress
from bot.partnership.plan_asked import AskedPlan, PlanList
from bot.wording.message import Fact, Message
from bot.wording.plan_words import FROM_THE_FILE, UNDATED, group_words, lead_fact, rest
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
    dated, undated = _apart(found)
    several = len(found.actions) > 1
    title = _what(found.asked) if found.asked.numbers and not several else f"{_what(found.asked)}: {len(dated)}"
    draw = _Draw(found.own, today, name, several)
    parts = draw(dated, SHOWN)
    if undated:
        parts += (Message(f"{UNDATED}: {len(undated)}", lines=(FROM_THE_FILE,)),)
        parts += draw(undated, max(SHOWN - len(dated), 0))
    return Message(title, lines=_missing(found), parts=parts, small=(as_of, _SEE))


@dataclass(frozen=True)
class _Draw:
    """How the actions of a list are drawn: with buttons under one's own, by the names of their leads."""

    own: frozenset[str]
    today: date
    name: Name
    in_list: bool

    def __call__(self, actions: Sequence[Action], room: int) -> tuple[Message, ...]:
        """So many of them with what is known, the others with one line each."""
        return (*map(self._one, actions[:room]), *rest(actions[room:], self.today))

    def _one(self, action: Action) -> Message:
        buttons = lead_buttons(action) if action.id in self.own else ()
        facts = (*_state(action), lead_fact(action, self.name))
        return action_part(action, self.today, buttons, *facts, in_list=self.in_list)


def _apart(found: PlanList) -> tuple[list[Action], list[Action]]:
    """What is listed, and apart from what is overdue, as in every count: what has no date that could have passed."""
    if not found.asked.overdue or found.asked.numbers:
        return list(found.actions), []
    return [one for one in found.actions if one.due], [one for one in found.actions if one.due is None]


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


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _state(action: Action) -> tuple[Fact, ...]:
    return () if action.is_open else (Fact("State", _STATES[action.progress]),)
