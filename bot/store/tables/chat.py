"""The conversations of chats that must be known before something can be said there."""

from sqlalchemy import Boolean, Column, Index, Table, Text

from bot.store.tables.base import metadata

conversations = Table(
    "conversations",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("service_url", Text, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("reachable", Boolean, nullable=False),
    Index("conversations_person", "channel", "person"),
)
