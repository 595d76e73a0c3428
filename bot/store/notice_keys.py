"""What is known of notices by their keys alone."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from bot.store.tables import outbox

_KNOWN = select(outbox.c.id).where(outbox.c.key == bindparam("key"))
_UNSENT = select(outbox.c.key).where(
    outbox.c.key.in_(bindparam("keys", expanding=True)), outbox.c.state.in_(["waiting", "sending"])
)


def on_the_way(tx: Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys whose notices are still to be sent."""
    return set(tx.execute(_UNSENT, {"keys": list(keys)}).scalars())


def is_known(tx: Connection, key: str) -> bool:
    """Whether a notice with this key was added before, sent or not."""
    return tx.execute(_KNOWN, {"key": key}).first() is not None
