"""Score's state: what every applicant declared, and what became of their papers. Personal values lie sealed.

applicants 1 ── n documents 1 ── n verdicts · decisions; applicants 1 ── n results · outcomes
"""

from __future__ import annotations

import sqlalchemy as sa

from services.common.inbox import inbox_table
from services.common.outbox import outbox_table

METADATA = sa.MetaData()

APPLICANTS = sa.Table(
    "applicants",
    METADATA,
    sa.Column("subject", sa.String(200), primary_key=True),
    sa.Column("announcement", sa.String(100), nullable=False, index=True),
    sa.Column("erased_at", sa.String(40), nullable=True),
    sa.Column("version", sa.Integer, nullable=True),
    sa.Column("declaration_id", sa.String(80), nullable=True),
    sa.Column("declared_at", sa.String(40), nullable=True),
    sa.Column("declaration", sa.LargeBinary, nullable=True),
    sa.Column("published_id", sa.String(80), nullable=True),
    sa.Column("published", sa.LargeBinary, nullable=True),
)
"""One row an applicant: the newest declaration (sealed), the newest erasure, and the score that was
published last, as it went on the wire (sealed)."""

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
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
"""One row a document that an event has named; `paper` is empty where none was named."""

VERDICTS = sa.Table(
    "verdicts",
    METADATA,
    sa.Column("verdict_id", sa.String(80), primary_key=True),
    sa.Column("document_id", sa.String(36), nullable=False),
    sa.Column("subject", sa.String(200), nullable=False, index=True),
    sa.Column("declaration_version", sa.Integer, nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("basis", sa.String(80), nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
)
"""Every verdict; the newest version counts."""

DECISIONS = sa.Table(
    "decisions",
    METADATA,
    sa.Column("decision_id", sa.String(80), primary_key=True),
    sa.Column("document_id", sa.String(36), nullable=False),
    sa.Column("subject", sa.String(200), nullable=False, index=True),
    sa.Column("on_rejection", sa.Boolean, nullable=False),
    sa.Column("basis", sa.String(80), nullable=False),
    sa.Column("decision", sa.String(20), nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
)
"""Every staff decision."""

RESULTS = sa.Table(
    "results",
    METADATA,
    sa.Column("subject", sa.String(200), primary_key=True),
    sa.Column("stage", sa.String(20), primary_key=True),
    sa.Column("announcement", sa.String(100), nullable=False, index=True),
    sa.Column("received_at", sa.String(40), nullable=False),
    sa.Column("row", sa.LargeBinary, nullable=False),
)
"""One row a person and stage: the result that came in last (sealed)."""

OUTCOMES = sa.Table(
    "outcomes",
    METADATA,
    sa.Column("subject", sa.String(200), primary_key=True),
    sa.Column("stage", sa.String(20), primary_key=True),
    sa.Column("announcement", sa.String(100), nullable=False, index=True),
    sa.Column("result", sa.String(20), nullable=False),
    sa.Column("event_id", sa.String(80), nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
    sa.Column("outcome", sa.LargeBinary, nullable=False),
)
"""One row a person and stage: what became of them (sealed), by the event that said so last."""

OUTBOX = outbox_table(METADATA)
INBOX = inbox_table(METADATA)
