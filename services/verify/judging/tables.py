"""Judging's state: the newest declaration of each applicant, and the newest evidence of each document. Both lie sealed.

applicants 1 ── n papers
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
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("declaration_id", sa.String(80), nullable=True),
    sa.Column("declared_at", sa.String(40), nullable=True),
    sa.Column("declaration", sa.LargeBinary, nullable=True),
)
"""One row an applicant (`announcement/applicant_id`), made by whichever side comes first; locked by every join.

`version` is 0 until a declaration has come. `declaration` is sealed.
"""

PAPERS = sa.Table(
    "papers",
    METADATA,
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
"""One row a document. A withdrawn one is remembered without its evidence, in case its reading comes later.

`evidence` is sealed.
"""

OUTBOX = outbox_table(METADATA)
INBOX = inbox_table(METADATA)
