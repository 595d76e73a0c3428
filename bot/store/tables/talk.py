"""People, their questions and their referrals."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text

from bot.store.columns import Json, UtcDateTime, Words
from bot.store.tables.base import metadata

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("groups", Json, nullable=False),
    Column("email", Text),
    Column("slack_id", Text),
    Column("teams_id", Text),
    Column("prefers", Text),
    Column("deputy", Text),
    Column("away", Json, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Index("people_deputy", "deputy"),
)

asked = Table(
    "asked",
    metadata,
    Column("id", Text, primary_key=True),
    Column("asked_by", Text, nullable=False),
    Column("conversation", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("masked", Words, nullable=False),
    Column("answer", Words, nullable=False),
    Column("verdict", Text),
    Column("verdict_words", Words, nullable=False),
    Column("told_team", Boolean, nullable=False),
    Index("asked_conversation", "conversation", "at"),
)

referrals = Table(
    "referrals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("form_key", Text, unique=True),
    Column("noted_by", Text, nullable=False),
    Column("front_door", Text, nullable=False),
    Column("referred_on", Date, nullable=False),
    Column("reference", Words, nullable=False),
    Column("state", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("ask_at", UtcDateTime),
    Index("referrals_due", "state", "ask_at"),
    Index("referrals_noted_by", "noted_by"),
)
