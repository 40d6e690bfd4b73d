"""Rows of documents and of what became of them: read as facts, and kept in step with their standing."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.events import Decision, VerdictStatus
from services.intake.status import Facts, StaffDecision, Standing, Status, Verdict, standing
from services.intake.tables import DECISIONS, DOCUMENTS, HISTORY, VERDICTS

Document = sa.Row[Any]
"""A row of DOCUMENTS."""


def find_document(connection: sa.Connection, document_id: str) -> Document | None:
    """The document, or None."""
    return connection.execute(sa.select(DOCUMENTS).where(DOCUMENTS.c.document_id == document_id)).first()


def current_document(connection: sa.Connection, applicant_id: str, claim_id: str, paper: str) -> Document | None:
    """The document that counts for a claim and paper, or None."""
    return connection.execute(
        sa.select(DOCUMENTS).where(
            DOCUMENTS.c.applicant_id == applicant_id,
            DOCUMENTS.c.claim_id == claim_id,
            DOCUMENTS.c.paper == paper,
            DOCUMENTS.c.current,
        )
    ).first()


def same_document(
    connection: sa.Connection, applicant_id: str, claim_id: str, paper: str, sha256: str
) -> Document | None:
    """The newest document of these very bytes for a claim and paper that was not withdrawn, or None."""
    return connection.execute(
        sa.select(DOCUMENTS)
        .where(
            DOCUMENTS.c.applicant_id == applicant_id,
            DOCUMENTS.c.claim_id == claim_id,
            DOCUMENTS.c.paper == paper,
            DOCUMENTS.c.sha256 == sha256,
            DOCUMENTS.c.status != Status.WITHDRAWN.value,
        )
        .order_by(DOCUMENTS.c.number.desc())
    ).first()


def documents_of(connection: sa.Connection, applicant_id: str) -> list[Document]:
    """All documents of an applicant, in the order of arrival."""
    return list(
        connection.execute(
            sa.select(DOCUMENTS).where(DOCUMENTS.c.applicant_id == applicant_id).order_by(DOCUMENTS.c.number)
        )
    )


def facts_of(connection: sa.Connection, document: Document) -> Facts:
    """All that is known of the document; of two events of one millisecond the one with the lower id comes first."""
    verdicts = connection.execute(
        sa.select(
            VERDICTS.c.verdict_id,
            VERDICTS.c.declaration_version,
            VERDICTS.c.status,
            VERDICTS.c.basis,
            VERDICTS.c.occurred_at,
        )
        .where(VERDICTS.c.document_id == document.document_id)
        .order_by(VERDICTS.c.verdict_id)
    )
    decisions = connection.execute(
        sa.select(
            DECISIONS.c.decision_id,
            DECISIONS.c.verdict_id,
            DECISIONS.c.basis,
            DECISIONS.c.decision,
            DECISIONS.c.occurred_at,
        )
        .where(DECISIONS.c.document_id == document.document_id)
        .order_by(DECISIONS.c.decision_id)
    )
    return Facts(
        ended=Status(document.ended) if document.ended else None,
        read=document.reading_id is not None,
        rejected=document.rejection is not None,
        verdicts=tuple(
            Verdict(row.verdict_id, row.declaration_version, VerdictStatus(row.status), row.basis, row.occurred_at)
            for row in verdicts
        ),
        decisions=tuple(
            StaffDecision(row.decision_id, row.verdict_id, row.basis, Decision(row.decision), row.occurred_at)
            for row in decisions
        ),
    )


def standing_of(connection: sa.Connection, document: Document, announcement: Announcement) -> Standing:
    """Where the document stands, from all that is known of it."""
    confirm = announcement.options.confirm_fail == "staff"
    return standing(facts_of(connection, document), staff_confirm_fails=confirm)


def refresh(connection: sa.Connection, document_id: str, announcement: Announcement) -> Standing | None:
    """Bring the searchable columns in step with the facts; None where there is no such document."""
    document = find_document(connection, document_id)
    if document is None:
        return None
    now = standing_of(connection, document, announcement)
    connection.execute(
        sa.update(DOCUMENTS)
        .where(DOCUMENTS.c.document_id == document_id)
        .values(
            status=now.status.value,
            outcome=now.outcome.value,
            decided_by=now.decided_by,
            declaration_version=now.declaration_version,
        )
    )
    return now


def remember(connection: sa.Connection, document_id: str, at: str, event: str) -> None:
    """Add a line to the document's history."""
    connection.execute(sa.insert(HISTORY).values(document_id=document_id, at=at, event=event))


def asked_again(connection: sa.Connection, applicant_id: str, claim_id: str, announcement: Announcement) -> bool:
    """Whether staff wait for a new upload of this claim: a RE-UPLOAD decision holds on a document that counts."""
    rows = connection.execute(
        sa.select(DOCUMENTS).where(
            DOCUMENTS.c.applicant_id == applicant_id, DOCUMENTS.c.claim_id == claim_id, DOCUMENTS.c.current
        )
    ).all()
    return any(
        (decision := standing_of(connection, row, announcement).decision) is not None
        and decision.decision is Decision.RE_UPLOAD
        for row in rows
    )
