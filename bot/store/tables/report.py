"""What reports and upkeep need: events, counts of questions once they are deleted, and what was decided on some."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from bot.store.columns import Json, UtcDateTime, Words
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

# Ids of questions without their words: what is like them does not come back to the weekly list.
settled_questions = Table(
    "settled_questions",
    metadata,
    Column("group_id", Text, primary_key=True),
    Column("at", UtcDateTime, primary_key=True),
    Column("decision", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("why", Words, nullable=False),
    Column("questions", Json, nullable=False),
)
