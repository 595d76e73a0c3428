"""Meetings, who attended them, and the action matrix."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Table, Text

from bot.store.columns import Json, Words
from bot.store.tables.base import metadata

meetings = Table(
    "meetings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("grp", Text, nullable=False),
    Column("on_day", Date),
    Column("extraordinary", Boolean, nullable=False),
    Column("requested_by", Text),
    Column("supporters", Json, nullable=False),
    Column("request_received_on", Date),
    Column("hold_by", Date),
    Column("reason", Words, nullable=False),
    Column("papers_on", Date),
    Column("to_chair_on", Date),
    Column("agreed_on", Date),
    Column("circulated_on", Date),
    Column("cancelled_on", Date),
    Column("cancel_reason", Words, nullable=False),
    Column("looked_on", Date),
    Column("remind_on", Date),
    Index("meetings_remind_on", "remind_on"),
    Index("meetings_grp", "grp", "on_day"),
)

attendance = Table(
    "attendance",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id"), primary_key=True),
    Column("member", Text, primary_key=True),
    Column("agency", Text, nullable=False),
    Column("presence", Text, nullable=False),
    Column("deputy", Text),
    Column("told_team", Boolean, nullable=False),
)

matrix = Table(
    "matrix",
    metadata,
    Column("id", Text, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.id"), nullable=False),
    Column("grp", Text, nullable=False),
    Column("met_on", Date, nullable=False),
    Column("agency", Text, nullable=False),
    Column("words", Words, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("person", Text),
    Column("acknowledged_on", Date),
    Column("responded_on", Date),
    Column("response", Words, nullable=False),
    Column("responded_by", Text, nullable=False),
    Column("struck_on", Date),
    Column("struck_reason", Words, nullable=False),
    Column("letter_on", Date),
    Column("looked_on", Date),
    Column("remind_on", Date),
    Index("matrix_remind_on", "remind_on"),
    Index("matrix_agency", "agency"),
    Index("matrix_meeting", "meeting"),
)
