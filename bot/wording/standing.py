"""How an escalation stands, in words: its kind, state, stage and limit."""

from collections.abc import Callable
from datetime import datetime

from bot.partnership.clocks import deadline
from bot.partnership.escalation import Escalation, Kind, State
from bot.partnership.rules import Rules
from bot.wording.message import Fact
from bot.wording.times import marked, moment_words
from knowledge.model import Area

type Name = Callable[[str], str]  # an actor's id as people know it

_KINDS = {Kind.DISAGREEMENT: "Professional disagreement", Kind.CONCERN: "Concern passed to the business team"}
_STATES = {
    State.OPEN: "Open, not acknowledged yet",
    State.ACKNOWLEDGED: "Open, acknowledged",
    State.RESOLVED: "Closed, resolved",
    State.WITHDRAWN: "Closed, withdrawn by the person who raised it",
    State.DUPLICATE: "Closed as a duplicate",
}


def kind_words(kind: Kind) -> str:
    """What is escalated."""
    return _KINDS[kind]


def state_words(item: Escalation) -> str:
    """The state, and which escalation goes on when this one is a duplicate."""
    return f"{_STATES[item.state]} of {item.duplicate_of}" if item.duplicate_of else _STATES[item.state]


def area_words(area: str) -> str:
    """The area as people write it."""
    return Area(area).label if area in set(Area) else area


def title_words(item: Escalation) -> str:
    """`E-2026-0042: professional disagreement, Thurrock`."""
    kind = kind_words(item.raised.kind)
    return f"{item.ref}: {kind[0].lower()}{kind[1:]}, {area_words(item.raised.area)}"


def starts(words: str) -> str:
    """The words as the start of a sentence: what stands for an unknown person begins small."""
    return words[:1].upper() + words[1:]


def stage_words(number: int, rules: Rules, with_action: bool = False) -> str:
    """`2 of 4, its name. Who acts: ...`, with the mark of what is not confirmed."""
    stage = rules.stage(number)
    if stage is None:
        return f"{number}, which is no longer in the partnership's list"
    words = f"{number} of {len(rules.stages)}, {stage.name}. Who acts: {stage.who}"
    return marked(f"{words}. What to do: {stage.action}" if with_action else words, stage.verified, rules)


def stage_facts(item: Escalation, rules: Rules, with_action: bool = False) -> tuple[Fact, ...]:
    """The stage of a disagreement; nothing for a concern, which has none."""
    if item.raised.kind is Kind.CONCERN:
        return ()
    return (Fact("Stage", stage_words(item.stage or 1, rules, with_action)),)


def limit_facts(item: Escalation, now: datetime, rules: Rules) -> tuple[Fact, ...]:
    """When the limit ends or that it has passed, with its mark; nothing once it is closed."""
    due = deadline(item, rules)
    if due is None:
        return ()
    label = "Limit for an answer" if item.raised.kind is Kind.CONCERN else "Limit of this stage"
    moment = moment_words(due, now)
    return (Fact(label, marked(f"Passed on {moment}" if now >= due else moment, limit_verified(item, rules), rules)),)


def limit_verified(item: Escalation, rules: Rules) -> bool:
    """A moment rests on the days, on what a working day is, and on when the office closes."""
    if item.raised.danger_now or item.raised.kind is Kind.CONCERN:
        return False  # these lengths have no source
    stage = rules.stage(item.stage or 1)
    return bool(stage and stage.verified and rules.working_days.verified and rules.office.verified)
