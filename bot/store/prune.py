"""Deletes what is no longer needed. History and escalations are never touched, nor is anything that is not settled."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from bot.partnership.escalation import CLOSED
from bot.partnership.rules import KeptDays
from bot.store import question_counts
from bot.store.tables import asked, escalations, inbox, outbox, told_on

_WEEK_AND_HOLIDAYS = 14  # so long the clock may ask for a digest or a reminder again: their keys must stay known
_SETTLED = ("sent", "superseded")


def prune(tx: Connection, now: datetime, kept: KeptDays) -> dict[str, int]:
    """How many questions, deliveries and notices were deleted."""
    unsettled = select(outbox.c.subject).where(outbox.c.state.not_in(_SETTLED))
    old_questions = (asked.c.at < now - timedelta(days=kept.questions)) & asked.c.id.not_in(unsettled)
    old_deliveries = inbox.c.done_at < now - timedelta(days=kept.deliveries)  # it has none until it is done
    # While an escalation is open the clocks ask for its notices again and again: their keys must stay known.
    running = select(escalations.c.ref).where(escalations.c.state.not_in([state.value for state in CLOSED]))
    known_since = now - timedelta(days=max(kept.notices, _WEEK_AND_HOLIDAYS))
    settled = outbox.c.state.in_(_SETTLED) & (outbox.c.settled_at < known_since)
    old_notices = settled & outbox.c.subject.not_in(running)
    tx.execute(delete(told_on).where(told_on.c.day < known_since.date()))
    question_counts.keep(tx, old_questions)  # reports still count them
    return {
        "questions": tx.execute(delete(asked).where(old_questions)).rowcount,
        "deliveries": tx.execute(delete(inbox).where(old_deliveries)).rowcount,
        "notices": tx.execute(delete(outbox).where(old_notices)).rowcount,
    }
