"""Whom somebody stands in for is found by an index: it is asked for every reminder and digest."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the index."""
    op.create_index("people_deputy", "people", ["deputy"])
