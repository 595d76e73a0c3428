"""A notice that no change of the log causes: a person's home, a plain word to somebody."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.notices import Notice
from bot.partnership.rules import Rules
from bot.store import outbox


def show_home(tx: Connection, rules: Rules, now: datetime, who: str, key: str) -> None:
    """The person's home is drawn anew, before any messages that wait for them: they are looking at it."""
    outbox.add(tx, [Notice(f"home:{key}", "home", who, who, urgent=True)], now)


def say(tx: Connection, rules: Rules, now: datetime, to: str, key: str, title: str, text: str) -> None:
    """A plain word to a person or a place, once."""
    outbox.add(tx, [Notice(f"plain:{key}", "plain", to, key, urgent=True, data={"title": title, "text": text})], now)


def show_help(tx: Connection, rules: Rules, now: datetime, to: str, key: str) -> None:
    """What Signpost does, with the buttons to begin, once."""
    outbox.add(tx, [Notice(f"help:{key}", "help", to, key, urgent=True)], now)
