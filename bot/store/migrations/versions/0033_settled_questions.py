"""Groups of questions about which somebody decided, so that they do not come back to the weekly list."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Json, UtcDateTime, Words

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the table."""
    op.create_table(
        "settled_questions",
        sa.Column("group_id", sa.Text, primary_key=True),
        sa.Column("at", UtcDateTime, primary_key=True),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("why", Words, nullable=False),
        sa.Column("questions", Json, nullable=False),
    )
