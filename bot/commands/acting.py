"""What the commands that change something share: who gives them, days, and refusals in one sentence."""

import argparse
import getpass
from collections.abc import Callable
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from bot.commands.shown import failed, with_store
from bot.partnership.refusal import Refused
from bot.partnership.rules import Rules, RulesError, load_rules
from bot.settings import Settings
from bot.store.database import Store
from bot.workflows.log_names import CONSOLE
from knowledge.hours import LONDON

type Given = tuple[Connection, Rules, datetime, str]  # what every workflow takes first


def done[T](settings: Settings, work: Callable[[Given], T], show: Callable[[T], None]) -> int:
    """Do the work in one transaction and show what came of it; the exit code is 1 when it is refused."""
    try:
        rules = load_rules()
        return with_store(settings, lambda store: _shown(store, rules, work, show))
    except (Refused, RulesError) as error:
        return failed(str(error))


def _shown[T](store: Store, rules: Rules, work: Callable[[Given], T], show: Callable[[T], None]) -> int:
    with store.begin() as tx:
        result = work((tx, rules, datetime.now(UTC), administrator()))
    show(result)
    return 0


def administrator() -> str:
    """Who gives the command, as the system knows them."""
    try:
        return f"{CONSOLE}:{getpass.getuser()}"
    except (KeyError, OSError):  # a container's user without a name
        return f"{CONSOLE}:without a name"


def day(written: str) -> date:
    """A day of the command line. Raises ArgumentTypeError when it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{written!r} is no day, write it as 2026-09-01") from error


def today() -> date:
    """The day in London."""
    return datetime.now(LONDON).date()
