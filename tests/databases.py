"""Databases for the tests: a SQLite file, and a real PostgreSQL that is started once. Each test gets a fresh one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Store
from bot.store.engine import make_engine
from tests.postgresql import Postgres, running

_BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The running PostgreSQL, which all tests share; each of them gets it without rows."""
    with running() as (url, connection):
        yield Postgres(url, connection)


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
    yield server.create("signpost_new")
    server.drop("signpost_new")


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
def postgresql_url(postgres: Postgres) -> str:
    """The same, only PostgreSQL."""
    postgres.empty()
    return postgres.url


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
