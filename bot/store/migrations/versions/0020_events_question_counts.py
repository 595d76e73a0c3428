"""Training and events, and how many questions there were."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Words

revision = "0020"
down_revision = "0010"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Build the tables."""
    op.create_table(
        "events",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", Words, nullable=False),
        sa.Column("attended", sa.Integer),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("outcome", Words, nullable=False),
    )
    op.create_index("events_day", "events", ["day"])
    op.create_table(
        "question_counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("topic", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("asked", "unsure", "not_right", "told_team")),
    )
