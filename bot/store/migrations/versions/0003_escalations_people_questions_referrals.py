"""Escalations and their numbers, people, cards, questions and referrals."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, UtcDateTime, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the tables."""
    _escalations()
    _people()
    _questions()
    _referrals()


def _escalations() -> None:
    op.create_table(
        "numbers",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_table(
        "escalations",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("form_key", sa.Text, unique=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("raised_by", sa.Text, nullable=False),
        sa.Column("raised_at", UtcDateTime, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("escalations_state", "escalations", ["state"])
    op.create_index("escalations_raised_by", "escalations", ["raised_by"])
    op.create_table(
        "cards",
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("groups", Json, nullable=False),
        sa.Column("email", sa.Text),
        sa.Column("slack_id", sa.Text),
        sa.Column("teams_id", sa.Text),
        sa.Column("prefers", sa.Text),
        sa.Column("deputy", sa.Text),
        sa.Column("away", Json, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )


def _questions() -> None:
    op.create_table(
        "asked",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("asked_by", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("masked", Words, nullable=False),
        sa.Column("answer", Words, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("verdict_words", Words, nullable=False),
        sa.Column("told_team", sa.Boolean, nullable=False),
    )
    op.create_index("asked_conversation", "asked", ["conversation", "at"])


def _referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("form_key", sa.Text, unique=True),
        sa.Column("noted_by", sa.Text, nullable=False),
        sa.Column("front_door", sa.Text, nullable=False),
        sa.Column("referred_on", sa.Date, nullable=False),
        sa.Column("reference", Words, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("ask_at", UtcDateTime),
    )
    op.create_index("referrals_due", "referrals", ["state", "ask_at"])
    op.create_index("referrals_noted_by", "referrals", ["noted_by"])
