"""The delivery plan and other action plans."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text

from bot.store.columns import Json, UtcDateTime, Words
from bot.store.tables.base import metadata

plans = Table(
    "plans",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Words, nullable=False),
    Column("year", Text, nullable=False),
    Column("source", Words, nullable=False),
    Column("listed_overdue", Boolean, nullable=False),
)

actions = Table(
    "actions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("plan", Text, ForeignKey("plans.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("aim", Words, nullable=False),
    Column("question", Words, nullable=False),
    Column("grp", Text, nullable=False),
    Column("agency", Words, nullable=False),
    Column("response", Words, nullable=False),
    Column("lead", Text),
    Column("lead_words", Words, nullable=False),
    Column("due", Date),
    Column("due_words", Words, nullable=False),
    Column("meeting", Words, nullable=False),
    Column("rag", Text),
    Column("rag_words", Words, nullable=False),
    Column("comment", Words, nullable=False),
    Column("constraints", Words, nullable=False),
    Column("evidence", Words, nullable=False),
    Column("outcome", Words, nullable=False),
    Column("progress", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("snoozed_until", Date),
    Column("snooze_reason", Words, nullable=False),
    Column("extensions", Integer, nullable=False),
    Column("asked_due", Date),
    Column("asked_reason", Words, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("not_mine", Boolean, nullable=False),
    Column("reminded_on", Date),
    Column("reminded_who", Text),  # a person's id, or the business team's address
    Column("remind_on", Date),  # NULL unless somebody is to be reminded: the clock looks at nothing else
    Column("version", Integer, nullable=False),
    Column("given", Json, nullable=False),  # as the file had it last: what differs now, people did
    Column("changed_at", UtcDateTime),
    Column("answered_on", Date),  # when a person last did something with it
    Index("actions_to_look", "remind_on"),
    Index("actions_lead", "lead", "progress"),
    Index("actions_group", "grp", "progress"),
    Index("actions_due", "progress", "due"),
    Index("actions_plan", "plan", "position"),
    Index("actions_number", "number"),
    Index("actions_asked", "asked_due"),
    Index("actions_changed", "changed_at"),
    Index("actions_reminded", "reminded_on"),
)

# Who was told on which local date, by which notice: one reminder or digest for each reader and day.
told_on = Table(
    "told_on",
    metadata,
    Column("reader", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("key", Text, nullable=False),
)
