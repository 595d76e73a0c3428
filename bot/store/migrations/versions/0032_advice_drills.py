"""Whether advice is switched off, with its history, and what the daily drills found."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, UtcDateTime, Words

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build the tables."""
    op.create_table(
        "advice",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("is_on", sa.Boolean, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", Words, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )
    op.create_table(
        "drills",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("worker", sa.Text),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("finished_at", UtcDateTime),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("attempts", "asked", "passed", "not_run")),
        sa.Column("missed", Json, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
    )
