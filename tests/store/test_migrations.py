"""A database is brought up to the newest schema, whoever starts first."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text

from bot.store.database import Store
from bot.store.engine import DatabaseError
from bot.store.migrate import ADVISORY_LOCK

OPEN = "import sys; from bot.store.database import Store; Store.open(sys.argv[1]).close()"


@contextmanager
def migrating_elsewhere(url: str) -> Iterator[Callable[[], int]]:
    """As long as another process migrates the database; gives a function that counts who waits for it."""
    if url.startswith("postgresql"):
        waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        with psycopg.connect(url) as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
            yield lambda: int(other.execute(waiting).fetchall()[0][0])
        return
    folder = Path(str(make_url(url).database)).parent
    folder.mkdir()
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    inode = f":{folder.stat().st_ino} "
    yield lambda: sum("->" in line and inode in line for line in Path("/proc/locks").read_text().splitlines())
    os.close(held)


def test_two_processes_that_start_at_once_wait_for_a_third_that_migrates(empty_url: str) -> None:
    with migrating_elsewhere(empty_url) as waiting:
        started = [subprocess.Popen([sys.executable, "-c", OPEN, empty_url], stderr=subprocess.PIPE) for _ in range(2)]
        while waiting() < 2:  # nothing tells when: the processes are blocked
            assert [process.poll() for process in started] == [None, None]
            time.sleep(0.02)
    errors = [process.communicate(timeout=60)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0], errors
    opened = Store.open(empty_url)
    with opened.begin() as tx:
        assert tx.execute(text("SELECT seq FROM chain")).scalars().all() == [0]
        assert len(tx.execute(text("SELECT version_num FROM alembic_version")).scalars().all()) == 1
    opened.close()


def test_a_new_database_file_can_be_read_by_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "log.db"
    Store.open(f"sqlite:///{path}").close()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("url", ["", "signpost.db", "sqlite://", "sqlite:///:memory:", "mysql://u:secret@host/db"])
def test_an_address_that_is_no_file_and_no_postgresql_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseError, match="DATABASE_URL must be sqlite:///FILE or postgresql://") as refused:
        Store.open(url)
    assert "secret" not in str(refused.value)


def test_sqlite_runs_with_a_full_sync_a_log_ahead_and_foreign_keys(sqlite_store: Store) -> None:
    with sqlite_store.begin() as tx:
        found = {name: tx.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("journal_mode", "synchronous")}
        assert found == {"journal_mode": "wal", "synchronous": 2}
        assert tx.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        assert tx.execute(text("PRAGMA secure_delete")).scalar_one() == 1
        assert tx.execute(text("PRAGMA busy_timeout")).scalar_one() == 10_000


def test_postgresql_is_reached_under_either_of_its_names(postgresql_url: str) -> None:
    short = str(make_url(postgresql_url).set(drivername="postgres"))
    opened = Store.open(short)
    with opened.begin() as tx:
        assert tx.execute(text("SELECT count(*) FROM history")).scalar_one() == 0
    opened.close()
