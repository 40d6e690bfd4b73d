"""Applicants, documents, and the read model of what became of them."""

import sqlalchemy as sa
from alembic import op

from services.common.inbox import inbox_columns
from services.common.outbox import outbox_columns

revision = "intake_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "applicants",
        sa.Column("applicant_id", sa.String(64), primary_key=True),
        sa.Column("announcement", sa.String(100), nullable=False),
        sa.Column("life", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("declared", sa.Boolean, nullable=False),
        sa.Column("declaration_digest", sa.String(64), nullable=True),
        sa.Column("declaration", sa.LargeBinary, nullable=True),
        sa.Column("created_at", sa.String(40), nullable=False),
    )
    op.create_table(
        "erasures",
        sa.Column("applicant_id", sa.String(64), primary_key=True),
        sa.Column("life", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("announcement", sa.String(100), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("erased_at", sa.String(40), nullable=False),
        sa.Column("finished_at", sa.String(40), nullable=True),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String(36), nullable=False, unique=True),
        sa.Column("applicant_id", sa.String(64), nullable=False),
        sa.Column("announcement", sa.String(100), nullable=False),
        sa.Column("claim_id", sa.String(64), nullable=False),
        sa.Column("paper", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("upload_id", sa.String(80), nullable=False),
        sa.Column("received_at", sa.String(40), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("ended", sa.String(20), nullable=True),
        sa.Column("superseded_by", sa.String(36), nullable=True),
        sa.Column("reading_id", sa.String(80), nullable=True),
        sa.Column("pictures", sa.JSON, nullable=False),
        sa.Column("rejection", sa.JSON, nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("decided_by", sa.String(10), nullable=True),
        sa.Column("declaration_version", sa.Integer, nullable=True),
    )
    op.create_index(
        "one_current_document",
        "documents",
        ["applicant_id", "claim_id", "paper"],
        unique=True,
        sqlite_where=sa.column("current"),
        postgresql_where=sa.column("current"),
    )
    op.create_index("documents_of_applicant", "documents", ["applicant_id", "number"])
    op.create_table(
        "verdicts",
        sa.Column("verdict_id", sa.String(80), primary_key=True),
        sa.Column("document_id", sa.String(36), nullable=False, index=True),
        sa.Column("declaration_version", sa.Integer, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("basis", sa.String(80), nullable=False),
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
        "history",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String(36), nullable=False, index=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("event", sa.String(20), nullable=False),
    )
    op.create_table(
        "idempotency",
        sa.Column("applicant_id", sa.String(64), primary_key=True),
        sa.Column("key_digest", sa.String(64), primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=False),
    )
    op.create_table(
        "scores",
        sa.Column("applicant_id", sa.String(64), primary_key=True),
        sa.Column("declaration_version", sa.Integer, nullable=False),
        sa.Column("occurred_at", sa.String(40), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table("outbox", *outbox_columns())
    op.create_index("outbox_unsent", "outbox", ["sent_at", "id"])
    op.create_table("inbox", *inbox_columns())
