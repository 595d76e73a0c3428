"""What every command shares: its words on the screen, and the store it works on."""

import sys
from collections.abc import Callable, Sequence

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from bot.store.database import Store
from bot.store.engine import DatabaseError

FAILED, WRONG_CALL = 1, 2


def failed(sentence: str, code: int = FAILED) -> int:
    """Say on stderr what is wrong; the exit code."""
    print(f"signpost: {sentence}", file=sys.stderr)
    return code


def with_store(settings: Settings, work: Callable[[Store], int]) -> int:
    """The exit code of the work on the settings' database, or of what is wrong with that database."""
    try:
        store = Store.open(settings.database_url)
    except DatabaseError as error:
        return failed(str(error), WRONG_CALL)
    except SQLAlchemyError as error:
        return failed(_unusable(error))
    try:
        return work(store)
    except SQLAlchemyError as error:
        return failed(_unusable(error))
    finally:
        store.close()


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows in columns under their heading."""
    widths = [max(map(len, column)) for column in zip(heading, *rows, strict=True)]
    lines = [heading, *rows]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def counted(count: int, what: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _unusable(error: SQLAlchemyError) -> str:
    """Not the error's own words: they may hold the address with its password."""
    return f"The database cannot be used ({type(error).__name__}). Is DATABASE_URL right, and is the database running?"
