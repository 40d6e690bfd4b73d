"""Intake's state: applicants, documents, and the read model of what became of them. Personal values lie sealed.

applicants 1 ── n documents 1 ── n verdicts · decisions · history        scores: the newest of an applicant
"""

from __future__ import annotations

import sqlalchemy as sa

from services.common.inbox import inbox_table
from services.common.outbox import outbox_table

METADATA = sa.MetaData()

APPLICANTS = sa.Table(
    "applicants",
    METADATA,
    sa.Column("applicant_id", sa.String(64), primary_key=True),
    sa.Column("announcement", sa.String(100), nullable=False),
    sa.Column("life", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("declared", sa.Boolean, nullable=False),
    sa.Column("declaration_digest", sa.String(64), nullable=True),
    sa.Column("declaration", sa.LargeBinary, nullable=True),
    sa.Column("created_at", sa.String(40), nullable=False),
)
"""One row an applicant, made by the first declaration or upload, which fixes the announcement.

`life` counts the erasures before it, so that ids derived after an erasure are new ones; `version` goes on counting from
the erased life for the same reason, and `declared` says whether this life has declared. `declaration` is sealed.
"""

ERASURES = sa.Table(
    "erasures",
    METADATA,
    sa.Column("applicant_id", sa.String(64), primary_key=True),
    sa.Column("life", sa.Integer, primary_key=True),
    sa.Column("announcement", sa.String(100), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("erased_at", sa.String(40), nullable=False),
    sa.Column("finished_at", sa.String(40), nullable=True),
)
"""One row an erasure; without `finished_at` the files and the key are still to be destroyed."""

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
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
"""One row a document, in the order of arrival (`number` is the cursor of listings).

`paper` is empty where none was named. `ended` is SUPERSEDED or WITHDRAWN, and then `current` is false. `pictures` are
blob names in page order, `rejection` is {code, ko, en}. `status`, `outcome`, `decided_by` and the
`declaration_version` of the verdict repeat what `services.intake.status` derives from the rows below, to be searched.
"""

sa.Index(
    "one_current_document",
    DOCUMENTS.c.applicant_id,
    DOCUMENTS.c.claim_id,
    DOCUMENTS.c.paper,
    unique=True,
    sqlite_where=DOCUMENTS.c.current,
    postgresql_where=DOCUMENTS.c.current,
)
sa.Index("documents_of_applicant", DOCUMENTS.c.applicant_id, DOCUMENTS.c.number)

VERDICTS = sa.Table(
    "verdicts",
    METADATA,
    sa.Column("verdict_id", sa.String(80), primary_key=True),
    sa.Column("document_id", sa.String(36), nullable=False, index=True),
    sa.Column("declaration_version", sa.Integer, nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("basis", sa.String(80), nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
"""Every verdict on a document; the newest *version* counts. `sealed` holds its fields and reasons."""

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
"""Every staff decision on a document. `sealed` holds its reason."""

HISTORY = sa.Table(
    "history",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("document_id", sa.String(36), nullable=False, index=True),
    sa.Column("at", sa.String(40), nullable=False),
    sa.Column("event", sa.String(20), nullable=False),
)
"""What happened to a document, for people."""

IDEMPOTENCY = sa.Table(
    "idempotency",
    METADATA,
    sa.Column("applicant_id", sa.String(64), primary_key=True),
    sa.Column("key_digest", sa.String(64), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("document_id", sa.String(36), nullable=False),
)
"""Idempotency keys of an applicant's uploads, and what was uploaded under each."""

SCORES = sa.Table(
    "scores",
    METADATA,
    sa.Column("applicant_id", sa.String(64), primary_key=True),
    sa.Column("declaration_version", sa.Integer, nullable=False),
    sa.Column("occurred_at", sa.String(40), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
"""The newest score of each applicant, sealed."""

OUTBOX = outbox_table(METADATA)
INBOX = inbox_table(METADATA)
