"""Where the one card of each escalation is in each channel, so that it can be changed in place."""

from sqlalchemy import Connection, select

from bot.store.tables import cards
from bot.store.writing import insert


def place(tx: Connection, subject: str, channel: str) -> tuple[str, str] | None:
    """The conversation's and the message's id; None when there is no card yet."""
    chosen = select(cards.c.conversation, cards.c.message)
    row = tx.execute(chosen.where(cards.c.subject == subject, cards.c.channel == channel)).first()
    return (row.conversation, row.message) if row else None


def remember(tx: Connection, subject: str, channel: str, conversation: str, message: str) -> None:
    """From now on this is the card."""
    where = {"conversation": conversation, "message": message}
    new = insert(tx, cards).values(subject=subject, channel=channel, **where)
    tx.execute(new.on_conflict_do_update(index_elements=["subject", "channel"], set_=where))
