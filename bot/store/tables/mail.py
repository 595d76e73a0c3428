"""What comes in and what goes out."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from bot.store.columns import Json, UtcDateTime, Words
from bot.store.tables.base import NUMBER, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("channel", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Json),  # NULL once it is done: nothing needs the words any more
    Column("received_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("worker", Text),
    Column("lease_until", UtcDateTime),
    Column("error", Words),
    Column("done_at", UtcDateTime),
    Index("inbox_due", "state", "due_at"),
)

lanes = Table(
    "lanes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("free_at", UtcDateTime, nullable=False),
    Column("in_flight", NUMBER),  # the notice that is being sent
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("lane", Text, ForeignKey("lanes.name"), nullable=False),
    Column("subject", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("data", Json, nullable=False),
    Column("not_before", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("route", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("worker", Text),
    Column("lease_until", UtcDateTime),
    Column("error", Words),
    Column("receipt", Json),
    Column("settled_at", UtcDateTime),
    Index("outbox_due", "state", "due_at"),
    Index("outbox_subject", "subject", "kind"),
)
