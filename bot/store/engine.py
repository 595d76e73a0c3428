"""The engine for a database address: SQLite in one file, or PostgreSQL."""

from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError as SqliteLocked

from sqlalchemy import URL, Engine, create_engine, event, make_url, text
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError

_PRAGMAS = ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
_ERASING = "secure_delete = ON"  # what is deleted is overwritten


class DatabaseError(ValueError):
    """The database address cannot be used; the message says what it may be. It never holds the address's password."""


class Immediate(SQLiteDialect_pysqlite):
    """SQLite whose transactions begin as writers: two that meet wait for each other instead of failing later.

    In the dialect, because an engine with a listener asks all of its events anew with every statement.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: DBAPIConnection) -> None:
        """Begin as a writer."""
        dbapi_connection.cursor().execute("BEGIN IMMEDIATE")


registry.register("sqlite.immediate", __name__, "Immediate")


def make_engine(address: str) -> Engine:
    """The engine. Raises DatabaseError for an address that is neither a SQLite file nor PostgreSQL."""
    try:
        url = make_url(address)
    except ArgumentError:
        raise DatabaseError("DATABASE_URL must be sqlite:///FILE or postgresql://...") from None
    backend = url.drivername.partition("+")[0]
    if backend == "sqlite" and url.database and url.database != ":memory:":
        return _sqlite(url)
    if backend in {"postgresql", "postgres"}:
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": int(str(url.query.get("connect_timeout", 10)))},
        )
    raise DatabaseError("DATABASE_URL must be sqlite:///FILE or postgresql://...")


def sqlite_file(engine: Engine) -> Path | None:
    """The database file; None for PostgreSQL."""
    return Path(str(engine.url.database)) if engine.dialect.name == "sqlite" else None


def erase_leftovers(engine: Engine) -> bool:
    """Rewrite what still holds words that were taken out; False when somebody is in the way and it must be tried again.

    SQLite keeps old pages in the write-ahead log until they are checkpointed, PostgreSQL old rows in the table's file
    until it is rewritten.
    """
    try:
        return _checkpointed(engine) if engine.dialect.name == "sqlite" else _rewritten(engine)
    except OperationalError:
        return False


def _checkpointed(engine: Engine) -> bool:
    connection = engine.raw_connection()  # a checkpoint cannot run inside a transaction
    try:
        busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except SqliteLocked:
        return False
    finally:
        connection.close()
    return not busy


def _rewritten(engine: Engine) -> bool:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET lock_timeout = '2s'"))  # nobody may wait long behind us
        try:
            connection.execute(text("VACUUM FULL history"))
        finally:
            connection.execute(text("RESET lock_timeout"))
    return True


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="sqlite+immediate"), connect_args={"timeout": 10})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin in its own way, and later than we need
    for pragma in (*_PRAGMAS, _ERASING):
        connection.execute(f"PRAGMA {pragma}")
