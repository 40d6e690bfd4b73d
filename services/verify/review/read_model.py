"""Keeps what follows from verdicts and decisions beside each paper, so that lists are one indexed query."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from services.common.clock import utc_text
from services.common.database import hold, insert_ignore
from services.common.events import DocumentEvent, Event
from services.verify.review.standing import DecisionMade, Standing, VerdictSeen, standing
from services.verify.review.tables import DECISIONS, ERASURES, PAPERS, VERDICTS

Row = sa.Row[Any]


def lock_paper(connection: sa.Connection, event: DocumentEvent) -> Row:
    """The paper's row, made by whichever event comes first, locked until the transaction ends."""
    at = utc_text(event.occurred_at)
    insert_ignore(
        connection,
        PAPERS,
        document_id=event.document_id,
        subject=event.subject,
        claim_id=event.claim_id,
        paper=event.paper,
        kind=event.kind.value,
        first_seen=at,
        status="",
        reasons=[],
        flagged=False,
    )
    row = locked(connection, event.document_id)
    if row is None:
        raise AssertionError("the row was just made")
    if at < row.first_seen:
        change(connection, event.document_id, first_seen=at)
    return row


def of_erased_life(connection: sa.Connection, event: Event) -> bool:
    """Whether `event` is older than the newest erasure of its applicant."""
    erased_at = connection.execute(
        sa.select(ERASURES.c.erased_at).where(ERASURES.c.subject == event.subject)
    ).scalar_one_or_none()
    return erased_at is not None and utc_text(event.occurred_at) <= erased_at


def locked(connection: sa.Connection, document_id: str) -> Row | None:
    """The paper's row, locked until the transaction ends with its applicant, or None."""
    subject = connection.execute(sa.select(PAPERS.c.subject).where(PAPERS.c.document_id == document_id)).scalar()
    if subject is None:
        return None
    hold(connection, subject)  # as the consumer does: an erasure must not come between
    return connection.execute(
        sa.select(PAPERS).where(PAPERS.c.document_id == document_id).with_for_update()
    ).one_or_none()


def change(connection: sa.Connection, document_id: str, **values: object) -> None:
    """Set columns of a paper."""
    connection.execute(sa.update(PAPERS).where(PAPERS.c.document_id == document_id).values(**values))


def stands(connection: sa.Connection, paper: Row) -> Standing:
    """Where `paper` stands by its verdicts and decisions."""
    verdicts = [
        VerdictSeen(
            verdict_id=row.verdict_id,
            declaration_version=row.declaration_version,
            status=row.status,
            basis=row.basis,
            reasons=tuple(row.reasons),
            recognised=row.recognised,
            occurred_at=row.occurred_at,
        )
        for row in connection.execute(_of(VERDICTS, paper, VERDICTS.c.verdict_id))
    ]
    decisions = [
        DecisionMade(row.decision_id, row.verdict_id, row.basis, row.decision, row.occurred_at)
        for row in connection.execute(_of(DECISIONS, paper, DECISIONS.c.decision_id))
    ]
    return standing(verdicts, decisions, paper.rejection_id, paper.ended is not None)


def refresh(connection: sa.Connection, document_id: str) -> Standing:
    """Bring the searchable columns of a paper up to what its verdicts and decisions say."""
    paper = connection.execute(sa.select(PAPERS).where(PAPERS.c.document_id == document_id)).one()
    now = stands(connection, paper)
    reasons = list(now.verdict.reasons) if now.verdict else [paper.rejection["code"]] if paper.rejection else []
    change(
        connection,
        document_id,
        verdict_id=now.verdict.verdict_id if now.verdict else None,
        basis=now.basis,
        status=now.status,
        reasons=reasons,
        recognised=now.verdict.recognised if now.verdict else None,
        decision=now.decision.decision if now.decision else None,
        flagged=now.flagged,
    )
    return now


def _of(table: sa.Table, paper: Row, order: sa.Column[Any]) -> sa.Select[Any]:
    """The paper's rows in the order of their ids: of two of one millisecond the same one counts, here and elsewhere."""
    return sa.select(table).where(table.c.document_id == paper.document_id).order_by(order)
