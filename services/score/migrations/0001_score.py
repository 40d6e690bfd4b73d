"""Applicants, their documents, verdicts and decisions."""

import sqlalchemy as sa
from alembic import op

from services.common.inbox import inbox_columns
from services.common.outbox import outbox_columns

revision = "score_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "applicants",
        sa.Column("subject", sa.String(200), primary_key=True),
        sa.Column("announcement", sa.String(100), nullable=False, index=True),
        sa.Column("erased_at", sa.String(40), nullable=True),
        sa.Column("version", sa.Integer, nullable=True),
        sa.Column("declaration_id", sa.String(80), nullable=True),
        sa.Column("declared_at", sa.String(40), nullable=True),
        sa.Column("declaration", sa.LargeBinary, nullable=True),
        sa.Column("published_id", sa.String(80), nullable=True),
    )
    op.create_table(
        "documents",
        sa.Column("document_id", sa.String(36), primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("claim_id", sa.String(64), nullable=False),
        sa.Column("paper", sa.String(100), nullable=False),
        sa.Column("uploaded_id", sa.String(80), nullable=True),
        sa.Column("uploaded_at", sa.String(40), nullable=True),
        sa.Column("ended_id", sa.String(80), nullable=True),
        sa.Column("ended_at", sa.String(40), nullable=True),
        sa.Column("rejected_id", sa.String(80), nullable=True),
        sa.Column("rejected_at", sa.String(40), nullable=True),
    )
    op.create_table(
        "verdicts",
        sa.Column("verdict_id", sa.String(80), primary_key=True),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("declaration_version", sa.Integer, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("basis", sa.String(80), nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.String(80), primary_key=True),
        sa.Column("document_id", sa.String(36), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("on_rejection", sa.Boolean, nullable=False),
        sa.Column("basis", sa.String(80), nullable=False),
        sa.Column("decision", sa.String(20), nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
    )
    op.create_table("outbox", *outbox_columns())
    op.create_index("outbox_unsent", "outbox", ["sent_at", "id"])
    op.create_table("inbox", *inbox_columns())
