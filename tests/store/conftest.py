"""A history to read, to guard and to tamper with."""

import pytest
from sqlalchemy import text

from bot.partnership.history import Event
from bot.store import history
from bot.store.database import Store
from tests.store.samples import MINUTE, NOW, do, noting, raising


@pytest.fixture
def told(store: Store) -> Store:
    """A store whose history has five lines."""
    do(store, history.append, raising())
    for number in range(3):
        do(store, history.append, noting(f"Note {number}.", at=NOW + number * MINUTE))
    do(store, history.append, Event("E-2026-0001", NOW, "person:ben", "acknowledge"))
    return store


@pytest.fixture
def unguarded(told: Store) -> Store:
    """The same after somebody took the triggers away."""
    with told.begin() as tx:
        if tx.dialect.name == "postgresql":
            tx.execute(text("ALTER TABLE history DISABLE TRIGGER USER"))
        else:
            for name in tx.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
                tx.execute(text(f"DROP TRIGGER {name}"))
    return told
