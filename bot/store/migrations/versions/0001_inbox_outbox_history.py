"""What comes in, what goes out, and the history."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, UtcDateTime, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build the tables."""
    _inbox()
    _outbox()
    _history()


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", Json),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("worker", sa.Text),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("error", Words),
        sa.Column("done_at", UtcDateTime),
    )
    op.create_index("inbox_due", "inbox", ["state", "due_at"])


def _outbox() -> None:
    op.create_table(
        "lanes",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("free_at", UtcDateTime, nullable=False),
        sa.Column("in_flight", _NUMBER),
    )
    op.create_table(
        "outbox",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, sa.ForeignKey("lanes.name"), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("urgent", sa.Boolean, nullable=False),
        sa.Column("data", Json, nullable=False),
        sa.Column("not_before", UtcDateTime),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("route", sa.Integer, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("worker", sa.Text),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("error", Words),
        sa.Column("receipt", Json),
        sa.Column("settled_at", UtcDateTime),
    )
    op.create_index("outbox_due", "outbox", ["state", "due_at"])
    op.create_index("outbox_subject", "outbox", ["subject", "kind"])


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("deed", sa.Text, nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("words", Json),
        sa.Column("words_digest", sa.String(64), nullable=False),
        sa.Column("salt", sa.String(64)),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("history_subject", "history", ["subject", "seq"])
    chain = op.create_table(
        "chain",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.bulk_insert(chain, [{"id": 1, "seq": 0, "hash": "0" * 64}])
