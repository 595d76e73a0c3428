"""Plans, their actions, and who was told on which day."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, UtcDateTime, Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INDEXES = {
    "actions_to_look": ["remind_on"],
    "actions_lead": ["lead", "progress"],
    "actions_group": ["grp", "progress"],
    "actions_due": ["progress", "due"],
    "actions_plan": ["plan", "position"],
    "actions_number": ["number"],
    "actions_asked": ["asked_due"],
    "actions_changed": ["changed_at"],
    "actions_reminded": ["reminded_on"],
}


def upgrade() -> None:
    """Build the tables."""
    op.create_table(
        "plans",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", Words, nullable=False),
        sa.Column("year", sa.Text, nullable=False),
        sa.Column("source", Words, nullable=False),
        sa.Column("listed_overdue", sa.Boolean, nullable=False),
    )
    op.create_table("actions", *_as_given(), *_as_it_stands())
    for name, columns in _INDEXES.items():
        op.create_index(name, "actions", columns)
    op.create_table(
        "told_on",
        sa.Column("reader", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
    )


def _as_given() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("plan", sa.Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("title", Words, nullable=False),
        sa.Column("aim", Words, nullable=False),
        sa.Column("question", Words, nullable=False),
        sa.Column("grp", sa.Text, nullable=False),
        sa.Column("agency", Words, nullable=False),
        sa.Column("response", Words, nullable=False),
        sa.Column("lead", sa.Text),
        sa.Column("lead_words", Words, nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("due_words", Words, nullable=False),
        sa.Column("meeting", Words, nullable=False),
        sa.Column("rag", sa.Text),
        sa.Column("rag_words", Words, nullable=False),
        sa.Column("comment", Words, nullable=False),
        sa.Column("constraints", Words, nullable=False),
        sa.Column("evidence", Words, nullable=False),
        sa.Column("outcome", Words, nullable=False),
        sa.Column("progress", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    ]


def _as_it_stands() -> list[sa.Column[object]]:
    return [
        sa.Column("snoozed_until", sa.Date),
        sa.Column("snooze_reason", Words, nullable=False),
        sa.Column("extensions", sa.Integer, nullable=False),
        sa.Column("asked_due", sa.Date),
        sa.Column("asked_reason", Words, nullable=False),
        sa.Column("asked_by", sa.Text, nullable=False),
        sa.Column("not_mine", sa.Boolean, nullable=False),
        sa.Column("reminded_on", sa.Date),
        sa.Column("reminded_who", sa.Text),
        sa.Column("remind_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("given", Json, nullable=False),
        sa.Column("changed_at", UtcDateTime),
        sa.Column("answered_on", sa.Date),
    ]
