"""What is known of notices by their keys alone."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from bot.store.tables import outbox


def on_the_way(tx: Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys whose notices are still to be sent."""
    unsent = outbox.c.state.in_(["waiting", "sending"])
    return set(tx.execute(select(outbox.c.key).where(outbox.c.key.in_(keys), unsent)).scalars())


def is_known(tx: Connection, key: str) -> bool:
    """Whether a notice with this key was added before, sent or not."""
    return tx.execute(select(outbox.c.id).where(outbox.c.key == key)).first() is not None
