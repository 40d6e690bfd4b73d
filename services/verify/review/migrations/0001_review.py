"""Papers, verdicts, decisions, erasures, outbox and inbox."""

import sqlalchemy as sa
from alembic import op

from services.common.inbox import inbox_columns
from services.common.outbox import outbox_columns

revision = "review_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "papers",
        sa.Column("document_id", sa.String(36), primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False, index=True),
        sa.Column("claim_id", sa.String(64), nullable=False),
        sa.Column("paper", sa.String(100), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("first_seen", sa.String(40), nullable=False),
        sa.Column("ended", sa.String(20), nullable=True),
        sa.Column("ended_at", sa.String(40), nullable=True),
        sa.Column("read_at", sa.String(40), nullable=True),
        sa.Column("engine", sa.String(300), nullable=True),
        sa.Column("evidence", sa.LargeBinary, nullable=True),
        sa.Column("rejection", sa.JSON, nullable=True),
        sa.Column("rejection_id", sa.String(80), nullable=True),
        sa.Column("rejected_at", sa.String(40), nullable=True),
        sa.Column("verdict_id", sa.String(80), nullable=True),
        sa.Column("basis", sa.String(80), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.Column("recognised", sa.String(60), nullable=True),
        sa.Column("decision", sa.String(20), nullable=True),
        sa.Column("flagged", sa.Boolean, nullable=False),
    )
    op.create_index("papers_flagged", "papers", ["flagged", "first_seen"])
    op.create_table(
        "verdicts",
        sa.Column("verdict_id", sa.String(80), primary_key=True),
        sa.Column("document_id", sa.String(36), nullable=False, index=True),
        sa.Column("declaration_version", sa.Integer, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("basis", sa.String(80), nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.Column("recognised", sa.String(60), nullable=True),
        sa.Column("lineage", sa.String(200), nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.String(80), primary_key=True),
        sa.Column("document_id", sa.String(36), nullable=False, index=True),
        sa.Column("verdict_id", sa.String(80), nullable=True),
        sa.Column("basis", sa.String(80), nullable=False),
        sa.Column("decision", sa.String(20), nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "erasures",
        sa.Column("subject", sa.String(200), primary_key=True),
        sa.Column("erased_at", sa.String(40), nullable=False),
    )
    op.create_table("outbox", *outbox_columns())
    op.create_index("outbox_unsent", "outbox", ["sent_at", "id"])
    op.create_table("inbox", *inbox_columns())
