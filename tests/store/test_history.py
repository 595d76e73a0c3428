"""Nobody changes a line of the history, and whoever could would show."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from bot.partnership.history import GENESIS, Event, faults
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


def tampered(store: Store, *statements: str) -> list[str]:
    with store.begin() as tx:
        for statement in statements:
            tx.execute(text(statement))
    return do(store, lambda tx: faults(list(history.every(tx))))


def redaction(line: int, who: str, asked_by: str) -> Event:
    return Event("E-2026-0001", NOW, who, "redact", {"line": str(line), "asked_by": asked_by})


def test_an_untouched_history_verifies(told: Store) -> None:
    entries = do(told, lambda tx: list(history.every(tx)))
    assert [one.seq for one in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == GENESIS
    assert do(told, history.head) == (5, entries[-1].hash)
    assert do(told, history.faults) == []


def test_a_line_is_read_back_as_it_was_appended(store: Store) -> None:
    odd = raising()
    odd = replace(
        odd, words={"disputed": "“Late” – NUL \0, 🧒", "tried": "half a pair \ud83d"}, facts={"b": "2", "a": "é"}
    )
    written = do(store, history.append, odd)
    assert do(store, history.of_subject, "E-2026-0001") == [written]
    assert written.event.words == {"disputed": "“Late” – NUL \ufffd, 🧒", "tried": "half a pair \ufffd"}
    assert do(store, history.faults) == []


def test_the_lines_of_one_subject_are_told_apart_from_others(told: Store) -> None:
    do(told, history.append, raising("E-2026-0002"))
    assert [one.seq for one in do(told, history.of_subject, "E-2026-0002")] == [6]
    assert [one.seq for one in do(told, history.of_subject, "E-2026-0001")] == [1, 2, 3, 4, 5]


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
        "INSERT INTO history SELECT 99, subject, at, who, deed, facts, words, words_digest, salt, previous, hash"
        " FROM history WHERE seq = 5",
    ],
)
def test_a_line_cannot_be_changed_or_deleted_or_put_elsewhere_by_hand(told: Store, statement: str) -> None:
    with pytest.raises(DBAPIError, match="a line of the history"), told.begin() as tx:
        tx.execute(text(statement))
    assert do(told, history.faults) == []


def test_a_line_cannot_be_replaced_by_an_insert(sqlite_store: Store) -> None:
    do(sqlite_store, history.append, raising())
    again = (
        "SELECT seq, subject, at, 'person:carol', deed, facts, words, words_digest, salt, previous, hash FROM history"
    )
    with pytest.raises(DBAPIError, match="a line of the history"), sqlite_store.begin() as tx:
        tx.execute(text(f"INSERT OR REPLACE INTO history {again}"))


def test_the_history_cannot_be_truncated(postgresql_store: Store) -> None:
    with pytest.raises(DBAPIError, match="a line of the history"), postgresql_store.begin() as tx:
        tx.execute(text("TRUNCATE history"))


def test_a_changed_line_is_named(unguarded: Store) -> None:
    found = tampered(unguarded, "UPDATE history SET who = 'person:carol' WHERE seq = 3")
    assert found == ["Line 3 was changed after it was written."]


def test_a_removed_line_is_named(unguarded: Store) -> None:
    found = tampered(unguarded, "DELETE FROM history WHERE seq = 3")
    assert "Line 3 is missing; line 4 follows." in found


def test_lines_removed_at_the_end_are_named(unguarded: Store) -> None:
    assert tampered(unguarded, "DELETE FROM history WHERE seq > 3") == []  # the chain alone cannot tell
    assert do(unguarded, history.faults) == ["The history ends at line 3, but line 5 was written."]
    tampered(unguarded, "DELETE FROM history")
    assert do(unguarded, history.faults) == ["The history ends at line 0, but line 5 was written."]


def test_a_last_line_that_was_written_past_the_bot_is_named(unguarded: Store) -> None:
    tampered(unguarded, "UPDATE chain SET seq = 4")
    assert do(unguarded, history.faults) == ["Line 5 is not the last line that was written."]
    tampered(unguarded, "UPDATE chain SET seq = 5, hash = 'another'")
    assert do(unguarded, history.faults) == ["Line 5 is not the last line that was written."]


def test_swapped_lines_are_named(unguarded: Store) -> None:
    swap = ("SET seq = 99 WHERE seq = 2", "SET seq = 2 WHERE seq = 3", "SET seq = 3 WHERE seq = 99")
    found = tampered(unguarded, *(f"UPDATE history {step}" for step in swap))
    assert {"Line 2 was changed after it was written.", "Line 3 was changed after it was written."} <= set(found)


def test_changed_words_are_named(unguarded: Store) -> None:
    found = tampered(unguarded, 'UPDATE history SET words = \'{"text":"Another note."}\' WHERE seq = 2')
    assert found == ["The words of line 2 were changed."]


def test_words_that_vanish_without_two_people_are_named(told: Store) -> None:
    do(told, history.take_words_out, 2)
    do(told, history.append, redaction(2, "person:ben", "person:ben"))
    assert do(told, history.faults) == ["Line 2 lost its words without a redaction by two people."]


def test_redacted_words_are_gone_but_the_chain_verifies(told: Store) -> None:
    def redact(tx: Connection) -> None:
        history.append(tx, redaction(2, "person:ben", "person:carol"))
        history.take_words_out(tx, 2)

    do(told, redact)
    line = do(told, history.of_subject, "E-2026-0001")[1]
    assert (line.event.words, line.salt) == (None, None)
    assert do(told, history.faults) == []


def test_redacted_words_are_gone_from_the_files_of_sqlite(sqlite_store: Store, tmp_path: Path) -> None:
    def files() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.glob("signpost.db*"))

    do(sqlite_store, history.append, raising())
    do(sqlite_store, history.append, noting("Osric Quenneville lives there."))
    assert b"Quenneville" in files()
    do(sqlite_store, history.take_words_out, 2)
    assert b"Quenneville" not in files()
    assert b"closed too early" in files()


def test_redacted_words_are_gone_from_the_table_s_file_of_postgresql(postgresql_store: Store) -> None:
    def table_file() -> bytes:
        engine = "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('history')"
        with postgresql_store.begin() as tx:
            tx.execute(text("CHECKPOINT"))
            return Path(tx.execute(text(engine)).scalar_one()).read_bytes()

    do(postgresql_store, history.append, raising())
    do(postgresql_store, history.append, noting("Osric Quenneville lives there."))
    assert b"Quenneville" in table_file()
    do(postgresql_store, history.take_words_out, 2)
    assert b"Quenneville" not in table_file()
    assert b"closed too early" in table_file()
