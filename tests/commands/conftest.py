"""A console on an empty database."""

import pytest

from bot.settings import Settings
from tests.commands.command import Console


@pytest.fixture
def console(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> Console:
    """Commands on an empty SQLite database."""
    return Console(Settings(database_url=sqlite_url), capsys)
