"""What the person who raised an escalation hears at each step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.partnership.escalation import Escalation, Kind
from bot.partnership.rules import Rules
from bot.wording.buttons import own_buttons
from bot.wording.card import closing_facts, danger_for_requester, note_fact
from bot.wording.message import Fact, Message
from bot.wording.standing import Name, limit_facts, stage_facts, starts
from bot.wording.times import moment_words, not_duty


@dataclass(frozen=True)
class _Step:
    """What happened, when it is told, and what stands above it."""

    item: Escalation
    who: str
    now: datetime
    rules: Rules
    name: Name
    urgent: tuple[str, ...]


@dataclass(frozen=True)
class _Said:
    """The part of the message that depends on the step."""

    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def told(
    item: Escalation, deed: str, who: str, now: datetime, rules: Rules, name: Name, urgent: tuple[str, ...] = ()
) -> Message:
    """The receipt and every later step. `urgent` (999 and the front door) is shown first while there is danger."""
    shown = danger_for_requester(item, rules, urgent)
    said = _SAYS.get(deed, _something)(_Step(item, who, now, rules, name, shown))
    return Message(
        title=f"{item.ref}: {said.title}",
        urgent=shown,
        lines=said.lines,
        facts=said.facts,
        buttons=own_buttons(item) if deed == "raise" else own_buttons(item, frozenset({"note"})),
        small=(f"You get this because you raised {item.ref}.",),
    )


def _raised(step: _Step) -> _Said:
    item, rules = step.item, step.rules
    what = "disagreement" if item.raised.kind is Kind.DISAGREEMENT else "concern"
    closed = not_duty(rules, step.now)
    lines = (
        f"Your reference number is {item.ref}. Give it when you speak about this.",
        "What happens next: somebody in the business team acknowledges it, and you are told who and when.",
        *((closed,) if closed else ()),
        *(rule for rule in rules.always if rule not in step.urgent),
    )
    facts = (*stage_facts(item, rules, with_action=True), *limit_facts(item, step.now, rules))
    return _Said(f"your {what} is recorded", lines, facts)


def _acknowledged(step: _Step) -> _Said:
    item = step.item
    when = f" on {moment_words(item.acknowledged_at, step.now)}" if item.acknowledged_at else ""
    line = f"{starts(step.name(step.who))} acknowledged it{when}."
    return _Said("acknowledged", (line,), limit_facts(item, step.now, step.rules))


def _assigned(step: _Step) -> _Said:
    owner = step.name(f"person:{step.item.owner}") if step.item.owner else "nobody"
    return _Said("assigned", (f"{starts(owner)} is responsible for it from now on.",))


def _noted(step: _Step) -> _Said:
    latest = next((note for note in reversed(step.item.notes) if note.who == step.who), None)
    facts = (note_fact(latest, step.now, step.name),) if latest else ()
    return _Said("a new note", (f"{starts(step.name(step.who))} added a note.",), facts)


def _moved(step: _Step) -> _Said:
    item = step.item
    line = f"{starts(step.name(step.who))} moved it to stage {item.stage}. The limit starts anew."
    facts = (*stage_facts(item, step.rules, with_action=True), *limit_facts(item, step.now, step.rules))
    return _Said(f"now at stage {item.stage}", (line,), (*facts, *_reason(step)))


def _resolved(step: _Step) -> _Said:
    lines = (
        f"{starts(step.name(step.who))} closed it as resolved.",
        "Do you see it differently? Add a note, and the business team can reopen it.",
    )
    return _Said("resolved", lines, closing_facts(step.item, step.now, step.rules))


def _reopened(step: _Step) -> _Said:
    line = f"{starts(step.name(step.who))} opened it again. The limit starts anew."
    facts = (*stage_facts(step.item, step.rules), *limit_facts(step.item, step.now, step.rules), *_reason(step))
    return _Said("open again", (line,), facts)


def _duplicate(step: _Step) -> _Said:
    other = step.item.duplicate_of or "another escalation"  # no longer known once it was opened again
    lines = (
        f"{starts(step.name(step.who))} closed it: {other} is about the same and goes on.",
        "Do you see it differently? Add a note, and the business team can reopen it.",
    )
    return _Said("closed as a duplicate", lines)


def _something(step: _Step) -> _Said:
    """A step that this version does not know: still better said than kept quiet."""
    return _Said("something changed", (f"{starts(step.name(step.who))} changed it. Ask the business team.",))


def _reason(step: _Step) -> tuple[Fact, ...]:
    return (Fact(f"Reason (words of {step.name(step.who)})", step.item.reason),) if step.item.reason else ()


_SAYS: dict[str, Callable[[_Step], _Said]] = {
    "raise": _raised,
    "acknowledge": _acknowledged,
    "assign": _assigned,
    "note": _noted,
    "move_stage": _moved,
    "resolve": _resolved,
    "reopen": _reopened,
    "link_duplicate": _duplicate,
}
