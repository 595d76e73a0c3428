"""Brings a database up to the newest schema; several processes may do so at once."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from bot.store.engine import sqlite_file

SCRIPTS = Path(__file__).parent / "migrations"
ADVISORY_LOCK = 7_446_737  # any number, the same in every process


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, in one transaction, one process at a time."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with _alone(sqlite_file(engine)), engine.begin() as tx:
        if engine.dialect.name == "postgresql":
            tx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ADVISORY_LOCK})
        config.attributes["connection"] = tx
        command.upgrade(config, "head")


@contextmanager
def _alone(file: Path | None) -> Iterator[None]:
    """Hold the lock of the file's folder: two that switch a new file to WAL at once fail instead of waiting."""
    if file is None:
        yield
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        file.touch(mode=0o600)  # the log is for nobody else on the machine
        yield
    finally:
        os.close(folder)
