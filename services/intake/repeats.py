"""Uploads that came before: the same bytes for the same claim and paper are one document, with a key or without.

That holds for a document that a newer one superseded, too: a late retry must never displace the newer paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from services.common.database import insert_ignore
from services.intake import problems
from services.intake.documents import Document, find_document, same_document
from services.intake.tables import IDEMPOTENCY


@dataclass(frozen=True, slots=True)
class Upload:
    """What the portal sends."""

    applicant_id: str
    """The application number."""
    announcement: str | None
    """The announcement; needed only before the first declaration."""
    claim_id: str
    """The claim that it proves."""
    kind: str
    """certificate, language-report, career-form or evidence."""
    paper: str
    """Which paper; empty where none is named."""
    files: tuple[bytes, ...]
    """The files in page order, at least one."""
    idempotency_key: str | None
    """Idempotency-Key, or None."""


def digest_of(files: Sequence[bytes]) -> str:
    """The document's SHA-256: of its file; of several files, of their hex digests joined by line feeds."""
    digests = [hashlib.sha256(data).hexdigest() for data in files]
    return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()


def find_repeated(connection: sa.Connection, upload: Upload, sha256: str) -> Document | None:
    """The document of this very upload, found by its key or by its bytes; 409 where its key was used for another."""
    if upload.idempotency_key is not None:
        noted = connection.execute(
            sa.select(IDEMPOTENCY.c.fingerprint, IDEMPOTENCY.c.document_id).where(
                IDEMPOTENCY.c.applicant_id == upload.applicant_id,
                IDEMPOTENCY.c.key_digest == _key_digest(upload.idempotency_key),
            )
        ).first()
        if noted is not None:
            if noted.fingerprint != _fingerprint(upload, sha256):
                raise problems.idempotency_conflict()
            return find_document(connection, noted.document_id)
    return same_document(connection, upload.applicant_id, upload.claim_id, upload.paper, sha256)


def note_key(connection: sa.Connection, upload: Upload, sha256: str, document_id: str) -> None:
    """Remember under which key the document came, if under any."""
    if upload.idempotency_key is not None:
        insert_ignore(
            connection,
            IDEMPOTENCY,
            applicant_id=upload.applicant_id,
            key_digest=_key_digest(upload.idempotency_key),
            fingerprint=_fingerprint(upload, sha256),
            document_id=document_id,
        )


def _key_digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _fingerprint(upload: Upload, sha256: str) -> str:
    parts = (upload.claim_id, upload.paper, upload.kind, sha256)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
