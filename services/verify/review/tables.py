"""Review's read model: documents with their evidence, every verdict, every staff decision. Personal values lie sealed.

papers 1 ── n verdicts · decisions · unmaskings
"""

from __future__ import annotations

import sqlalchemy as sa

from services.common.inbox import inbox_table
from services.common.outbox import outbox_table

METADATA = sa.MetaData()

PAPERS = sa.Table(
    "papers",
    METADATA,
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
"""One row a document.

`first_seen` is when the oldest of its events occurred; `ended` is WITHDRAWN or SUPERSEDED; `rejection` is
{code, ko, en}; `evidence` is sealed. The columns from `verdict_id` on repeat what follows from the newest verdict and
the decisions (`standing.py`), so that they can be searched. `status` is empty before the first verdict. `flagged`: a
person is awaited.
"""

sa.Index("papers_flagged", PAPERS.c.flagged, PAPERS.c.first_seen)

VERDICTS = sa.Table(
    "verdicts",
    METADATA,
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
"""Every verdict; `lineage` names judge and rule book, `sealed` holds fields, reasons in words and page pictures."""

DECISIONS = sa.Table(
    "decisions",
    METADATA,
    sa.Column("decision_id", sa.String(80), primary_key=True),
    sa.Column("document_id", sa.String(36), nullable=False, index=True),
    sa.Column("verdict_id", sa.String(80), nullable=True),
    sa.Column("basis", sa.String(80), nullable=False),
    sa.Column("decision", sa.String(20), nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
"""Every staff decision; `sealed` holds who and why."""

ERASURES = sa.Table(
    "erasures",
    METADATA,
    sa.Column("subject", sa.String(200), primary_key=True),
    sa.Column("erased_at", sa.String(40), nullable=False),
)
"""The newest erasure of each applicant who was erased: an older event that comes later is passed over."""

UNMASKINGS = sa.Table(
    "unmaskings",
    METADATA,
    sa.Column("unmasking_id", sa.String(36), primary_key=True),
    sa.Column("document_id", sa.String(36), nullable=False, index=True),
    sa.Column("page", sa.Integer, nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
"""Every look at what is blacked out on a page; `sealed` holds who and why."""

OUTBOX = outbox_table(METADATA)
INBOX = inbox_table(METADATA)
