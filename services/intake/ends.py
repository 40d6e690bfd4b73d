"""The end of a document: taken back, or superseded by a newer one."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from services.common.events import UploadKind, WithdrawalCause, Withdrawn, derived_id
from services.intake.documents import Document, remember
from services.intake.status import Outcome, Status
from services.intake.tables import DOCUMENTS

WITHDRAWALS = "intake.withdrawals"


def end_document(connection: sa.Connection, document: Document, status: Status, at: str, by: str | None = None) -> None:
    """Let a document count no more; `by` is the one that takes its place."""
    connection.execute(
        sa.update(DOCUMENTS)
        .where(DOCUMENTS.c.document_id == document.document_id)
        .values(
            current=False,
            ended=status.value,
            superseded_by=by,
            status=status.value,
            outcome=Outcome.PENDING.value,
            decided_by=None,
        )
    )
    remember(connection, document.document_id, at, status.value)


def withdrawn(document: Document, now: datetime, by: str | None = None) -> Withdrawn:
    """The event of a document's end: superseded where `by` names the newer one, else taken back."""
    cause = WithdrawalCause.WITHDRAWN if by is None else WithdrawalCause.SUPERSEDED
    return Withdrawn(
        event_id=derived_id("withdrawn", document.document_id, cause.value),
        announcement=document.announcement,
        applicant_id=document.applicant_id,
        occurred_at=now,
        document_id=document.document_id,
        claim_id=document.claim_id,
        paper=document.paper or None,
        kind=UploadKind(document.kind),
        cause=cause,
        superseded_by=by,
    )
