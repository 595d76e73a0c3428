"""Escalations: raise, acknowledge, assign, note, move, settle. Each records one event and notes who must be told."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.partnership import deeds
from bot.partnership.escalation import Escalation, Note, Raised
from bot.partnership.history import Event
from bot.partnership.notices import told
from bot.partnership.people import Actor, covered
from bot.partnership.permissions import require
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules
from bot.store import escalations, history, outbox, people
from bot.wording.forms import lines_said
from bot.workflows.people import names
from knowledge.hours import LONDON

_REPEATED = timedelta(minutes=5)  # within this a channel may deliver the same form again


def raise_escalation(
    tx: Connection, rules: Rules, now: datetime, who: str, raised: Raised, form_key: str
) -> Escalation:
    """A new escalation with its reference number. The same form again gives the one it made before."""
    if before := escalations.by_form(tx, form_key):
        return _load(tx, before)
    ref = escalations.next_ref(tx, now.astimezone(LONDON).year)
    return _record(tx, now, deeds.raise_it(ref, people.actor(tx, who), now, raised), form_key)


def acknowledge(tx: Connection, rules: Rules, now: datetime, who: str, ref: str) -> Escalation:
    """Somebody has taken notice."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.acknowledge(item, actor, now))


def assign(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, owner: str) -> Escalation:
    """`owner`, the address of somebody in the people file, is responsible from now on."""
    item, actor = _item(tx, now, who, ref)
    person = people.by_address(tx, owner)
    if person is None:
        require(actor, "assign", item)
        raise Refused("That person is not in the people file, so nothing was assigned. Choose somebody who is.")
    return _record(tx, now, deeds.assign(item, actor, now, person))


def add_note(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, text: str) -> Escalation:
    """A note from anybody who may see the escalation. The same words again at once are the same note."""
    item, actor = _item(tx, now, who, ref)
    event = deeds.note(item, actor, now, text)
    return item if item.notes and _is_repeated(event, item.notes[-1]) else _record(tx, now, event)


def move_stage(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, stage: int, reason: str) -> Escalation:
    """To another stage of the ladder."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.move_stage(item, actor, now, stage, reason, rules))


def resolve(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, outcome: str, reason: str) -> Escalation:
    """Settled, with what came of it."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.resolve(item, actor, now, outcome, reason, rules))


def reopen(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, reason: str) -> Escalation:
    """Open again."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.reopen(item, actor, now, reason))


def withdraw(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, reason: str) -> Escalation:
    """Taken back by whoever raised it."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.withdraw(item, actor, now, reason))


def link_duplicate(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, other: str) -> Escalation:
    """Closed as the same as `other`, which goes on."""
    item, actor = _item(tx, now, who, ref)
    require(actor, "link_duplicate", item)  # whoever may not link must not learn which others there are
    return _record(tx, now, deeds.link_duplicate(item, actor, now, _load(tx, other.strip().upper())))


def ask_redaction(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, line: int) -> Escalation:
    """The first of two people who want the words of one line taken out."""
    item, actor = _item(tx, now, who, ref)
    return _record(tx, now, deeds.ask_redaction(item, actor, now, line))


def redact(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, line: int) -> Escalation:
    """The second of them: the words are gone, a tombstone stays."""
    item, actor = _item(tx, now, who, ref)
    event = deeds.redact(item, actor, now, line)
    history.take_words_out(tx, line)
    return _record(tx, now, event)


def view(tx: Connection, rules: Rules, now: datetime, who: str, ref: str, deed: str = "view") -> Escalation:
    """One escalation, for somebody who may do this with it."""
    item, actor = _item(tx, now, who, ref)
    require(actor, deed, item)
    return item


def lines(tx: Connection, rules: Rules, now: datetime, who: str, ref: str) -> dict[int, str]:
    """Each line of the history that holds words, with its words, for whoever may redact it."""
    item, actor = _item(tx, now, who, ref)
    require(actor, "redact", item)
    return lines_said(history.of_subject(tx, ref), names(tx))


def mine(tx: Connection, rules: Rules, now: datetime, who: str) -> list[Escalation]:
    """What this person raised, newest first."""
    return escalations.raised_by(tx, addresses(people.actor(tx, who)))


def addresses(actor: Actor) -> set[str]:
    """Under which an actor's own things are kept: before and after the partnership knew the person."""
    return {actor.id, actor.key}


def _item(tx: Connection, now: datetime, who: str, ref: str) -> tuple[Escalation, Actor]:
    """The escalation, and who acts, with those whose place that person takes today."""
    actor, day = people.actor(tx, who), now.astimezone(LONDON).date()
    covers = covered(people.everyone(tx), actor.person, day) if actor.person else ()
    return _load(tx, ref), replace(actor, covers=covers)


def _load(tx: Connection, ref: str) -> Escalation:
    item = escalations.load(tx, ref)
    if item is None:
        raise Refused(f"There is no escalation {ref} that you can see.")
    return item


def _is_repeated(event: Event, last: Note) -> bool:
    said = (event.words or {})["text"]
    return (event.who, said) == (last.who, last.text) and event.at - last.at < _REPEATED


def _record(tx: Connection, now: datetime, event: Event, form_key: str | None = None) -> Escalation:
    """The escalation after the event; the event and its notices are kept together."""
    item = escalations.record(tx, event, form_key)
    outbox.add(tx, told(event, item), now)
    return item
