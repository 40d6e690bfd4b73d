"""Results of examinations, outcomes of stages, and what the last published score said."""

import sqlalchemy as sa
from alembic import op

revision = "score_0002"
down_revision = "score_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and a place for the last published score."""
    op.add_column("applicants", sa.Column("published", sa.LargeBinary, nullable=True))
    op.create_table(
        "results",
        sa.Column("subject", sa.String(200), primary_key=True),
        sa.Column("stage", sa.String(20), primary_key=True),
        sa.Column("announcement", sa.String(100), nullable=False, index=True),
        sa.Column("received_at", sa.String(40), nullable=False),
        sa.Column("row", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "outcomes",
        sa.Column("subject", sa.String(200), primary_key=True),
        sa.Column("stage", sa.String(20), primary_key=True),
        sa.Column("announcement", sa.String(100), nullable=False, index=True),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("event_id", sa.String(80), nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
        sa.Column("outcome", sa.LargeBinary, nullable=False),
    )
