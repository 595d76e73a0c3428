"""What a chat tells us of its conversations: where somebody can be written to first, and where no longer."""

from datetime import datetime

from sqlalchemy import Connection

from bot.partnership.conversation import Conversation
from bot.partnership.rules import Rules
from bot.store import conversations


def remember(tx: Connection, rules: Rules, now: datetime, who: str, one: Conversation) -> None:
    """Keep it as it is now. Written only when something changed: most messages tell nothing new."""
    if conversations.load(tx, one.channel, one.id) != one:
        conversations.remember(tx, one)


def lose(tx: Connection, rules: Rules, now: datetime, who: str, channel: str, id: str) -> None:
    """Nothing more is sent there until somebody writes in it again."""
    conversations.lose(tx, channel, id)


def known(tx: Connection, rules: Rules, now: datetime, who: str, channel: str, id: str) -> Conversation | None:
    """The conversation; None when the channel has not told us of it."""
    return conversations.load(tx, channel, id)


def personal(tx: Connection, rules: Rules, now: datetime, who: str, channel: str, person: str) -> Conversation | None:
    """Where that account can be written to alone; None when there is no such place."""
    return conversations.of_person(tx, channel, person)
