"""Words that two people redact are gone for good, and the chain still verifies."""

from pathlib import Path

from sqlalchemy import Connection, text

from bot.partnership.history import Event
from bot.store import history
from bot.store.database import Store
from tests.store.samples import NOW, do, noting, raising


def redaction(line: int, who: str, asked_by: str) -> Event:
    return Event("E-2026-0001", NOW, who, "redact", {"line": str(line), "asked_by": asked_by})


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
