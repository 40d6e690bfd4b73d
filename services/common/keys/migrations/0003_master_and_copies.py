"""Which master key the keys lie under, and where copies of them are."""

import sqlalchemy as sa
from alembic import op

revision = "keys_0003"
down_revision = "keys_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "master_key",
        sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("master_id", sa.String(64), nullable=False),
        sa.Column("since", sa.String(40), nullable=False),
    )
    op.create_table(
        "key_copies",
        sa.Column("path", sa.String(1000), primary_key=True),
        sa.Column("state", sa.String(200), nullable=False),
        sa.Column("written_at", sa.String(40), nullable=False),
    )
