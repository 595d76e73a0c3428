"""What only the reports need: training and events, and how many questions there were once they are deleted."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from bot.store.columns import Words
from bot.store.tables.base import NUMBER, metadata

events = Table(
    "events",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("day", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("attended", Integer),
    Column("topic", Text, nullable=False),
    Column("outcome", Words, nullable=False),
    Index("events_day", "day"),
)

# No words and nobody's name: a row counts the questions of one topic on one day.
question_counts = Table(
    "question_counts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("topic", Text, primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("unsure", Integer, nullable=False),
    Column("not_right", Integer, nullable=False),
    Column("told_team", Integer, nullable=False),
)
