"""The card of an escalation: the business team's, and the view of the person who raised it."""

from datetime import datetime

from bot.partnership.escalation import Escalation, Kind, Note, State
from bot.partnership.rules import Rules
from bot.wording.buttons import own_buttons, team_buttons
from bot.wording.message import Fact, Message
from bot.wording.standing import Name, area_words, kind_words, limit_facts, stage_facts, state_words, title_words
from bot.wording.times import moment_words
from bot.wording.urgent import danger_rules

_NOTES_SHOWN = 3
_DANGER = (
    "Danger now: the person who raised this says that a child is in danger now. "
    "They were shown 999 and the front door. Check that somebody rang."
)


def card(item: Escalation, now: datetime, rules: Rules, name: Name) -> Message:
    """Everything that the business team needs, in the order in which it is read."""
    return Message(
        title=title_words(item),
        urgent=danger_for_team(item),
        facts=_facts(item, now, rules, name, "their words"),
        buttons=team_buttons(item),
        small=("You get this because the business team's channel has a card for every escalation.",),
    )


def own_card(item: Escalation, now: datetime, rules: Rules, name: Name, allowed: frozenset[str]) -> Message:
    """The same for the person who raised it; `allowed` names the deeds that have a button."""
    return Message(
        title=title_words(item),
        urgent=danger_for_requester(item, rules),
        facts=_facts(item, now, rules, name, "your words"),
        buttons=own_buttons(item, allowed),
        small=(f"You get this because you raised {item.ref}.",),
    )


def danger_for_team(item: Escalation) -> tuple[str, ...]:
    """What the team must check first while an escalation with danger is open."""
    if item.is_closed or not item.raised.danger_now:
        return ()
    return (_DANGER,)


def danger_for_requester(item: Escalation, rules: Rules, urgent: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The urgent lines, or else the partnership's rules on danger, while an escalation with danger is open."""
    return () if item.is_closed or not item.raised.danger_now else urgent or danger_rules(rules)


def _facts(item: Escalation, now: datetime, rules: Rules, name: Name, whose: str) -> tuple[Fact, ...]:
    raised = item.raised
    facts = [
        Fact("Reference", item.ref),
        Fact("Kind", kind_words(raised.kind)),
        Fact("State", state_words(item)),
        Fact("Area", area_words(raised.area)),
        Fact("Agency", raised.agency),
        Fact("Other agency", raised.other_agency),
        *stage_facts(item, rules),
        *limit_facts(item, now, rules),
        Fact("Danger when raised", "Yes" if raised.danger_now else ""),
        *_typed(item, whose),
        Fact("Raised by", f"{name(item.raised_by)}, {moment_words(item.raised_at, now)}"),
        *_people(item, now, name),
        *_notes(item, now, name),
        *closing_facts(item, now, rules),
    ]
    return tuple(fact for fact in facts if fact.value)


def _typed(item: Escalation, whose: str) -> tuple[Fact, ...]:
    raised = item.raised
    first = "What is disputed" if raised.kind is Kind.DISAGREEMENT else "The concern"
    return (
        Fact(f"{first} ({whose})", raised.disputed),
        Fact(f"What was tried ({whose})", raised.tried),
        Fact(f"Outcome wanted ({whose})", raised.wanted),
        Fact("Agency's own case reference", raised.case_reference),
    )


def _people(item: Escalation, now: datetime, name: Name) -> tuple[Fact, ...]:
    nobody = "" if item.is_closed else "Nobody yet"
    found = [Fact("Owner", name(f"person:{item.owner}") if item.owner else nobody)]
    if item.acknowledged_by and item.acknowledged_at and item.state is not State.OPEN:  # not one before a reopening
        when = moment_words(item.acknowledged_at, now)
        found.append(Fact("Acknowledged by", f"{name(item.acknowledged_by)}, {when}"))
    return tuple(found)


def _notes(item: Escalation, now: datetime, name: Name) -> tuple[Fact, ...]:
    if not item.notes:
        return ()
    count = len(item.notes)
    shown = f"{count}, the last {_NOTES_SHOWN} are shown" if count > _NOTES_SHOWN else str(count)
    return (Fact("Notes", shown), *(note_fact(note, now, name) for note in item.notes[-_NOTES_SHOWN:]))


def note_fact(note: Note, now: datetime, name: Name) -> Fact:
    """One note under the name of who wrote it."""
    return Fact(f"Note by {name(note.who)}, {moment_words(note.at, now)}", note.text)


def closing_facts(item: Escalation, now: datetime, rules: Rules) -> tuple[Fact, ...]:
    """How it was closed and why, in the words of who closed it; nothing while it is open."""
    if not item.is_closed or item.closed_at is None:
        return ()
    facts = (
        Fact("Closed", moment_words(item.closed_at, now)),
        Fact("Outcome", rules.outcomes.get(item.outcome, item.outcome) if item.outcome else ""),
        Fact("Duplicate of", item.duplicate_of or ""),
        Fact("Reason (words of who closed it)", item.reason or ""),
    )
    return tuple(fact for fact in facts if fact.value)
