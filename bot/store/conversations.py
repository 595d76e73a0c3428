"""The conversations in which we may speak first, as the channel told us of them."""

from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.partnership.conversation import Conversation
from bot.store.tables import conversations as table
from bot.store.writing import insert


def remember(tx: Connection, one: Conversation) -> None:
    """Keep it as it is now; whoever writes in it can be reached there again."""
    values = {
        "channel": one.channel,
        "id": one.id,
        "kind": one.kind,
        "service_url": one.service_url,
        "tenant": one.tenant,
        "person": one.person,
        "reachable": one.reachable,
    }
    known = insert(tx, table).values(**values)
    tx.execute(known.on_conflict_do_update(index_elements=["channel", "id"], set_=values))


def load(tx: Connection, channel: str, id: str) -> Conversation | None:
    """The conversation; None when the channel has not told us of it."""
    return _one(tx.execute(select(table).where(table.c.channel == channel, table.c.id == id)).first())


def of_person(tx: Connection, channel: str, person: str) -> Conversation | None:
    """The personal conversation with that account; None when there is none in which we can still speak."""
    chosen = select(table).where(table.c.channel == channel, table.c.person == person, table.c.kind == "personal")
    return _one(tx.execute(chosen.where(table.c.reachable).order_by(table.c.id).limit(1)).first())


def lose(tx: Connection, channel: str, id: str) -> None:
    """The channel says that we are not there any more."""
    tx.execute(update(table).where(table.c.channel == channel, table.c.id == id).values(reachable=False))


def _one(row: Row[Any] | None) -> Conversation | None:
    return Conversation(**row._mapping) if row else None
