"""Meetings, who attended them, and the action matrix."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, Words

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the tables."""
    _meetings()
    _attendance()
    _matrix()


def _meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("grp", sa.Text, nullable=False),
        sa.Column("on_day", sa.Date),
        sa.Column("extraordinary", sa.Boolean, nullable=False),
        sa.Column("requested_by", sa.Text),
        sa.Column("supporters", Json, nullable=False),
        sa.Column("request_received_on", sa.Date),
        sa.Column("hold_by", sa.Date),
        sa.Column("reason", Words, nullable=False),
        sa.Column("papers_on", sa.Date),
        sa.Column("to_chair_on", sa.Date),
        sa.Column("agreed_on", sa.Date),
        sa.Column("circulated_on", sa.Date),
        sa.Column("cancelled_on", sa.Date),
        sa.Column("cancel_reason", Words, nullable=False),
        sa.Column("looked_on", sa.Date),
        sa.Column("remind_on", sa.Date),
    )
    op.create_index("meetings_remind_on", "meetings", ["remind_on"])
    op.create_index("meetings_grp", "meetings", ["grp", "on_day"])


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("meeting", sa.Text, sa.ForeignKey("meetings.id"), primary_key=True),
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("presence", sa.Text, nullable=False),
        sa.Column("deputy", sa.Text),
        sa.Column("told_team", sa.Boolean, nullable=False),
    )


def _matrix() -> None:
    op.create_table(
        "matrix",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("meeting", sa.Text, sa.ForeignKey("meetings.id"), nullable=False),
        sa.Column("grp", sa.Text, nullable=False),
        sa.Column("met_on", sa.Date, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("words", Words, nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("person", sa.Text),
        sa.Column("acknowledged_on", sa.Date),
        sa.Column("responded_on", sa.Date),
        sa.Column("response", Words, nullable=False),
        sa.Column("responded_by", sa.Text, nullable=False),
        sa.Column("struck_on", sa.Date),
        sa.Column("struck_reason", Words, nullable=False),
        sa.Column("letter_on", sa.Date),
        sa.Column("looked_on", sa.Date),
        sa.Column("remind_on", sa.Date),
    )
    op.create_index("matrix_remind_on", "matrix", ["remind_on"])
    op.create_index("matrix_agency", "matrix", ["agency"])
    op.create_index("matrix_meeting", "matrix", ["meeting"])
