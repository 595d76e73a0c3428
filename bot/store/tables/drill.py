"""Whether advice is switched off, with its history, and what the daily drills found."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from bot.store.columns import Json, UtcDateTime, Words
from bot.store.tables.base import NUMBER, metadata

# A row for each time that advice was switched; the last one holds. Rows are only added.
advice = Table(
    "advice",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("is_on", Boolean, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", Text, nullable=False),
)

# One row for each local date: whoever adds it runs that day's drill.
drills = Table(
    "drills",
    metadata,
    Column("day", Date, primary_key=True),
    Column("worker", Text),
    Column("lease_until", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("not_run", Integer, nullable=False),
    Column("missed", Json, nullable=False),  # ids, what was expected and what came; no words of a person
    Column("result", Text, nullable=False),
)
