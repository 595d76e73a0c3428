"""The conversations of chats."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the table."""
    op.create_table(
        "conversations",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "service_url", "tenant", "person")),
        sa.Column("reachable", sa.Boolean, nullable=False),
    )
    op.create_index("conversations_person", "conversations", ["channel", "person"])
