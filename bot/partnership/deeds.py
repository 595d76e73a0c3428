"""What can be done with an escalation. Each function checks the rules and returns the event to record."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.partnership.escalation import Escalation, Kind, Raised, State
from bot.partnership.history import Event
from bot.partnership.people import Actor, Person
from bot.partnership.permissions import require
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules

_LONDON = ZoneInfo("Europe/London")


def raise_it(ref: str, actor: Actor, at: datetime, raised: Raised) -> Event:
    """The first event of an escalation."""
    facts = {
        "kind": raised.kind.value,
        "area": raised.area,
        "agency": raised.agency,
        "other_agency": raised.other_agency,
        "stage": str(raised.stage or ""),
        "danger_now": "yes" if raised.danger_now else "no",
    }
    words = {name: getattr(raised, name) for name in ("disputed", "tried", "wanted", "case_reference")}
    return Event(ref, at, actor.id, "raise", facts, words)


def acknowledge(item: Escalation, actor: Actor, at: datetime) -> Event:
    """Somebody takes notice; the requester learns who and when."""
    _open(item, actor, "acknowledge")
    if item.state is State.ACKNOWLEDGED and item.acknowledged_at is not None:
        raise Refused(f"{item.ref} was already acknowledged at {_clock(item.acknowledged_at)}. Nothing was changed.")
    return _event(item, actor, at, "acknowledge")


def assign(item: Escalation, actor: Actor, at: datetime, owner: Person) -> Event:
    """One person is responsible from now on."""
    _open(item, actor, "assign")
    if not owner.active:
        raise Refused(f"{owner.name} is no longer active. Choose somebody else.")
    if item.owner == owner.id:
        raise Refused(f"{item.ref} is already with {owner.name}.")
    return _event(item, actor, at, "assign", {"owner": owner.id})


def note(item: Escalation, actor: Actor, at: datetime, text: str) -> Event:
    """A note; possible after closing too."""
    require(actor, "note", item)
    return _event(item, actor, at, "note", words={"text": _needed(text, "the note")})


def move_stage(item: Escalation, actor: Actor, at: datetime, stage: int, reason: str, rules: Rules) -> Event:
    """To another stage of the ladder, up or down, with the reason; the stage's clock starts anew."""
    _open(item, actor, "move_stage")
    if item.raised.kind is Kind.CONCERN:
        raise Refused(f"{item.ref} is a concern; only disagreements have stages.")
    if rules.stage(stage) is None:
        raise Refused(f"There is no stage {stage}. Choose one from 1 to {len(rules.stages)}.")
    if stage == item.stage:
        raise Refused(f"{item.ref} is at stage {stage} already.")
    facts = {"stage": str(stage), "from": str(item.stage)}
    return _event(item, actor, at, "move_stage", facts, {"reason": _needed(reason, "the reason")})


def resolve(item: Escalation, actor: Actor, at: datetime, outcome: str, reason: str, rules: Rules) -> Event:
    """Settled, with what came of it and why."""
    _open(item, actor, "resolve")
    if outcome not in rules.outcomes:
        raise Refused("Choose one of the outcomes offered.")
    return _event(item, actor, at, "resolve", {"outcome": outcome}, {"reason": _needed(reason, "the reason")})


def withdraw(item: Escalation, actor: Actor, at: datetime, reason: str) -> Event:
    """Taken back by the person who raised it."""
    _open(item, actor, "withdraw")
    return _event(item, actor, at, "withdraw", words={"reason": _needed(reason, "the reason")})


def link_duplicate(item: Escalation, actor: Actor, at: datetime, other: Escalation) -> Event:
    """Closed because another escalation is about the same; that one goes on."""
    _open(item, actor, "link_duplicate")
    if other.ref == item.ref or other.is_closed:  # the requester is told that the other one goes on
        raise Refused(f"{item.ref} cannot be a duplicate of {other.ref}. Name the escalation that goes on.")
    words = {"reason": f"The same as {other.ref}, which goes on."}
    return _event(item, actor, at, "link_duplicate", {"of": other.ref}, words)


def reopen(item: Escalation, actor: Actor, at: datetime, reason: str) -> Event:
    """Open again; the clocks start anew."""
    require(actor, "reopen", item)
    if not item.is_closed:
        raise Refused(f"{item.ref} is open.")
    return _event(item, actor, at, "reopen", words={"reason": _needed(reason, "the reason")})


def ask_redaction(item: Escalation, actor: Actor, at: datetime, line: int) -> Event:
    """One member of the business team asks that the words of one line be taken out."""
    require(actor, "redact", item)
    if line not in item.lines:
        raise Refused(f"Line {line} holds no words of {item.ref}.")
    if line in {asked for asked, _ in item.redactions_asked}:
        raise Refused(f"Somebody has asked for this already; a second person must agree to redact line {line}.")
    return _event(item, actor, at, "ask_redaction", {"line": str(line)})


def redact(item: Escalation, actor: Actor, at: datetime, line: int) -> Event:
    """A second member of the business team agrees: the tombstone. The caller takes the words out with it."""
    require(actor, "redact", item)
    asked_by = dict(item.redactions_asked).get(line)
    if asked_by is None:
        raise Refused(f"Nobody has asked to redact line {line} of {item.ref}.")
    if asked_by == actor.id:
        raise Refused("A second person must agree to a redaction. Ask a colleague of the business team.")
    return _event(item, actor, at, "redact", {"line": str(line), "asked_by": asked_by})


def _event(
    item: Escalation,
    actor: Actor,
    at: datetime,
    deed: str,
    facts: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
) -> Event:
    return Event(item.ref, at, actor.id, deed, facts or {}, words)


def _open(item: Escalation, actor: Actor, deed: str) -> None:
    require(actor, deed, item)
    if item.is_closed:
        raise Refused(f"{item.ref} is closed ({item.state.value}). Reopen it first.")


def _needed(words: str, what: str) -> str:
    if not words.strip():
        raise Refused(f"Write {what} in a sentence.")
    return words.strip()


def _clock(at: datetime) -> str:
    return at.astimezone(_LONDON).strftime("%H:%M on %-d %B")
