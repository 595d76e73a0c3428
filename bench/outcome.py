"""What is left in the database after a run: shared by the crash run and the benchmark."""

from sqlalchemy import Connection

from bot.store import inbox, outbox
from bot.store.database import Store
from tests.process import until


def is_drained(tx: Connection) -> bool:
    """Whether nothing waits any more, neither to be handled nor to be sent."""
    coming, going = inbox.counts(tx), outbox.counts(tx)
    return not any((coming.get("waiting"), coming.get("working"), going.get("waiting"), going.get("sending")))


async def drained(store: Store) -> None:
    """Returns once everything came out."""
    await until(lambda: store.run(is_drained))
