"""No line of the history can be changed or deleted, not even by hand."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.store import history
from bot.store.database import Store
from tests.store.samples import do, raising

LATE_INSERT = """
INSERT INTO history SELECT 99, subject, at, who, deed, facts, words, words_digest, salt, previous, hash
FROM history WHERE seq = 5"""
REPLACEMENT = """
INSERT OR REPLACE INTO history
SELECT seq, subject, at, 'person:carol', deed, facts, words, words_digest, salt, previous, hash FROM history"""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET who = 'person:carol' WHERE seq = 2",
        "UPDATE history SET facts = '{}' WHERE seq = 1",
        "UPDATE history SET at = (SELECT at FROM history WHERE seq = 4) WHERE seq = 2",
        "UPDATE history SET seq = 99 WHERE seq = 5",
        "UPDATE history SET hash = previous WHERE seq = 2",
        "UPDATE history SET words_digest = '' WHERE seq = 2",
        'UPDATE history SET words = \'{"text":"Another note."}\' WHERE seq = 2',
        "UPDATE history SET words = NULL, salt = 'x' WHERE seq = 2",
        "UPDATE history SET words = '{}', salt = 'x' WHERE seq = 5",
        "DELETE FROM history WHERE seq = 5",
        "DELETE FROM history",
        LATE_INSERT,
    ],
)
def test_a_line_cannot_be_changed_or_deleted_or_put_elsewhere_by_hand(told: Store, statement: str) -> None:
    with pytest.raises(DBAPIError, match="a line of the history"), told.begin() as tx:
        tx.execute(text(statement))
    assert do(told, history.faults) == []


def test_a_line_cannot_be_replaced_by_an_insert(sqlite_store: Store) -> None:
    do(sqlite_store, history.append, raising())
    with pytest.raises(DBAPIError, match="a line of the history"), sqlite_store.begin() as tx:
        tx.execute(text(REPLACEMENT))


def test_the_history_cannot_be_truncated(postgresql_store: Store) -> None:
    with pytest.raises(DBAPIError, match="a line of the history"), postgresql_store.begin() as tx:
        tx.execute(text("TRUNCATE history"))
