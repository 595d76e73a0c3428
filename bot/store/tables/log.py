"""The log of escalations."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

from bot.store.columns import Json, UtcDateTime
from bot.store.tables.base import metadata

history = Table(
    "history",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("subject", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("facts", Json, nullable=False),
    Column("words", Json),
    Column("words_digest", String(64), nullable=False),
    Column("salt", String(64)),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("history_subject", "subject", "seq"),
)

# One row: the last line of the history, locked by whoever writes the next.
chain = Table(
    "chain",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)

numbers = Table(
    "numbers",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

# An index over the history for lists. It holds no words and can be built again from the history.
escalations = Table(
    "escalations",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("form_key", Text, unique=True),
    Column("state", Text, nullable=False),
    Column("raised_by", Text, nullable=False),
    Column("raised_at", UtcDateTime, nullable=False),
    Column("owner", Text),
    Column("version", Integer, nullable=False),
    Index("escalations_state", "state"),
    Index("escalations_raised_by", "raised_by"),
)

cards = Table(
    "cards",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("message", Text, nullable=False),
)
