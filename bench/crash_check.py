"""What must hold after a crash run: all that was acknowledged is stored and came out, and next to nothing twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from bench.crash_people import Said
from bench.crash_seen import Seen, mark_of_notice, repeats
from bot.partnership.escalation import Escalation
from bot.store import escalations, history
from bot.store.tables import inbox, outbox
from bot.workflows.log import verify
from bot.workflows.questions import question_id


@dataclass(frozen=True)
class Kept:
    """What the database holds at the end."""

    deliveries: dict[str, str]  # key -> state
    notices: Sequence[Row[Any]]
    items: Sequence[Escalation]
    acknowledged: Counter[str]  # how often each escalation was
    lines: int
    log_faults: Sequence[str]


def read(tx: Connection) -> Kept:
    """Everything that the checks need."""
    deliveries = dict(tx.execute(select(inbox.c.key, inbox.c.state)).tuples().all())
    events = [one.event for one in history.every(tx)]
    acknowledged = Counter(event.subject for event in events if event.deed == "acknowledge")
    items = [item for ref in escalations.all_refs(tx) if (item := escalations.load(tx, ref))]
    return Kept(deliveries, tx.execute(select(outbox)).all(), items, acknowledged, len(events), verify(tx))


def mark_of(row: Row[Any]) -> str:
    """The mark of a notice in the outbox."""
    return mark_of_notice(row.kind, row.subject, row.data.get("deed", ""))


def faults(said: Said, kept: Kept, seen: Seen, kills: Sequence[float]) -> list[str]:
    """What does not hold, one sentence each."""
    return [
        *said.strange,
        *_questions(said, kept, seen),
        *_forms(said, kept),
        *_presses(said, kept),
        *_notices(kept, seen),
        *_repeats(seen, kills),
        *kept.log_faults,
    ]


def _questions(said: Said, kept: Kept, seen: Seen) -> Iterator[str]:
    if not said.asked:
        yield "nothing was asked, so nothing is shown"
    for key, how in said.asked.items():
        if key not in kept.deliveries:
            yield f"lost: {how} {key} was acknowledged and is not stored"
        elif kept.deliveries[key] != "done":
            yield f"unanswered: {how} {key} is {kept.deliveries[key]}"
        elif not seen.get(f"answer:{question_id(key)}"):
            yield f"unanswered: nobody saw the answer to {how} {key}"


def _forms(said: Said, kept: Kept) -> Iterator[str]:
    if not said.forms or not said.pressed:
        yield "no form was taken or no button pressed, so nothing is shown"
    stored = Counter(item.raised.case_reference for item in kept.items)
    numbers = {item.raised.case_reference: item.ref for item in kept.items}
    for reference in said.forms_sent:
        if stored[reference] > 1:
            yield f"double: the form {reference} is stored {stored[reference]} times"
    for reference, number in said.forms.items():
        if not stored[reference]:
            yield f"lost: the form {reference} got the number {number} and is not stored"
        elif numbers[reference] != number:
            yield f"the form {reference} is {numbers[reference]}, but the receipt said {number}"


def _presses(said: Said, kept: Kept) -> Iterator[str]:
    for ref in said.pressed | set(kept.acknowledged):
        if kept.acknowledged[ref] != 1:
            yield f"{ref} was acknowledged {kept.acknowledged[ref]} times in the log"


def _notices(kept: Kept, seen: Seen) -> Iterator[str]:
    known = {mark_of(row) for row in kept.notices}
    for row in kept.notices:
        if row.kind == "digest":
            continue  # comes on Mondays in office hours alone; the simulated year looks after it
        if row.state not in {"sent", "superseded"}:
            yield f"undelivered: {row.kind} of {row.subject} is {row.state} ({row.error})"
        elif not seen.get(mark_of(row)):
            yield f"undelivered: {row.kind} of {row.subject} is {row.state}, but nobody saw it"
    for mark in seen.keys() - known:
        yield f"{mark} was said, but no notice of this is kept"


def _repeats(seen: Seen, kills: Sequence[float]) -> Iterator[str]:
    caused, unexplained = repeats(seen, kills)
    yield from unexplained
    for kill, count in caused.items():
        if count > 1:
            yield f"kill {kill} caused {count} repeats"
