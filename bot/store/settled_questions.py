"""What somebody decided about a group of questions that had found no good answer."""

from datetime import datetime

from sqlalchemy import Connection, select

from bot.partnership.settled import Decision, Settled
from bot.store.tables import settled_questions as settled
from bot.store.writing import insert_new


def add(tx: Connection, one: Settled) -> None:
    """Keep the decision; twice in one moment about one group is once."""
    insert_new(
        tx,
        settled,
        group_id=one.group,
        at=one.at,
        decision=one.decision.value,
        decided_by=one.by,
        why=one.why,
        questions=list(one.questions),
    )


def since(tx: Connection, moment: datetime) -> list[Settled]:
    """The decisions since then, oldest first."""
    rows = tx.execute(select(settled).where(settled.c.at >= moment).order_by(settled.c.at, settled.c.group_id))
    return [
        Settled(row.group_id, Decision(row.decision), row.decided_by, row.why, row.at, tuple(row.questions))
        for row in rows
    ]
