"""Declarations, evidence, outbox and inbox."""

import sqlalchemy as sa
from alembic import op

from services.common.inbox import inbox_columns
from services.common.outbox import outbox_columns

revision = "judging_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "applicants",
        sa.Column("subject", sa.String(200), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("declaration_id", sa.String(80), nullable=True),
        sa.Column("declared_at", sa.String(40), nullable=True),
        sa.Column("declaration", sa.LargeBinary, nullable=True),
    )
    op.create_table(
        "papers",
        sa.Column("document_id", sa.String(36), primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("claim_id", sa.String(64), nullable=False),
        sa.Column("paper", sa.String(100), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("reading_id", sa.String(80), nullable=True),
        sa.Column("read_at", sa.String(40), nullable=True),
        sa.Column("evidence", sa.LargeBinary, nullable=True),
    )
    op.create_table("outbox", *outbox_columns())
    op.create_index("outbox_unsent", "outbox", ["sent_at", "id"])
    op.create_table("inbox", *inbox_columns())
