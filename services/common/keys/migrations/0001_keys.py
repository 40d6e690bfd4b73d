"""The keys of applicants."""

import sqlalchemy as sa
from alembic import op

revision = "keys_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "applicant_keys",
        sa.Column("key_id", sa.String(32), primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("wrapped", sa.LargeBinary, nullable=True),
        sa.Column("created_at", sa.String(40), nullable=False),
        sa.Column("destroyed_at", sa.String(40), nullable=True),
    )
    living = sa.text("wrapped IS NOT NULL")
    op.create_index(
        "one_living_key",
        "applicant_keys",
        ["subject"],
        unique=True,
        sqlite_where=living,
        postgresql_where=living,
    )
