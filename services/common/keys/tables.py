"""The key store: the applicants' keys, which master key they lie under, who may be handed them, where copies are."""

import sqlalchemy as sa

METADATA = sa.MetaData()

KEYS = sa.Table(
    "applicant_keys",
    METADATA,
    sa.Column("key_id", sa.String(32), primary_key=True),
    sa.Column("subject", sa.String(200), nullable=False, index=True),
    sa.Column("wrapped", sa.LargeBinary, nullable=True),
    sa.Column("created_at", sa.String(40), nullable=False),
    sa.Column("destroyed_at", sa.String(40), nullable=True),
)
"""One row a key; `wrapped` (under the master key) is null once the key is destroyed.

A subject has at most one living key (unique index); an applicant who comes back after an erasure gets another.
"""

sa.Index(
    "one_living_key",
    KEYS.c.subject,
    unique=True,
    sqlite_where=KEYS.c.wrapped.is_not(None),
    postgresql_where=KEYS.c.wrapped.is_not(None),
)

GRANTS = sa.Table(
    "key_grants",
    METADATA,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(64), nullable=False),
    sa.Column("granted_at", sa.String(40), nullable=False),
    sa.Column("revoked_at", sa.String(40), nullable=True),
)
"""One row a grant ever made; the token itself is nowhere. A name has at most one grant that holds (unique index)."""

sa.Index(
    "one_living_grant",
    GRANTS.c.name,
    unique=True,
    sqlite_where=GRANTS.c.revoked_at.is_(None),
    postgresql_where=GRANTS.c.revoked_at.is_(None),
)

MASTER = sa.Table(
    "master_key",
    METADATA,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("master_id", sa.String(64), nullable=False),
    sa.Column("since", sa.String(40), nullable=False),
)
"""One row (`one` is 1): which master key every living key is wrapped with, told by a digest that gives nothing away."""

COPIES = sa.Table(
    "key_copies",
    METADATA,
    sa.Column("path", sa.String(1000), primary_key=True),
    sa.Column("state", sa.String(200), nullable=False),
    sa.Column("written_at", sa.String(40), nullable=False),
)
"""One row a file that holds a copy of this key store; `state` is what was destroyed and rotated when it was written."""
