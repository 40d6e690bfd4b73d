"""Score's rows read and written: one applicant's whole situation, on the transaction that is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from services.common.clock import utc_text
from services.common.database import insert_ignore
from services.common.events import Decision, DocumentEvent, VerdictStatus
from services.score.standing import Document, StaffDecision, Verdict
from services.score.tables import APPLICANTS, DECISIONS, DOCUMENTS, OUTCOMES, RESULTS, VERDICTS


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a score rests on. It depends on which events came, never on their order."""

    version: int
    """Of the newest declaration."""
    declaration_id: str
    """Its event id."""
    declaration: bytes
    """It itself, sealed."""
    documents: tuple[Document, ...]
    """Every document of the applicant."""
    inputs: tuple[str, ...]
    """Event ids of all of it, sorted."""
    newest_at: str
    """When the newest of these events occurred, ISO 8601 in UTC."""
    uploads: Mapping[str, str]
    """Event id of each document's upload → when it occurred; they count only once the window is over."""
    published_id: str | None
    """Event id of the score that was published last."""


_APPLICANT = sa.select(APPLICANTS).where(APPLICANTS.c.subject == sa.bindparam("subject"))
_LOCKED = _APPLICANT.with_for_update()
_OF_SUBJECT = {
    # In the order of ids: of two that happened in the same millisecond the same one counts, whichever came first.
    table: sa.select(table).where(table.c.subject == sa.bindparam("subject")).order_by(*table.primary_key.columns)
    for table in (DOCUMENTS, VERDICTS, DECISIONS)
}


def lock(connection: sa.Connection, subject: str) -> sa.Row[Any]:
    """The applicant's row, made if there is none, and held by this transaction."""
    found = connection.execute(_LOCKED, {"subject": subject}).first()
    if found is not None:
        return found
    insert_ignore(connection, APPLICANTS, subject=subject, announcement=subject.split("/", 1)[0])
    return connection.execute(_LOCKED, {"subject": subject}).one()


def remember_document(
    connection: sa.Connection, event: DocumentEvent, *, as_: Literal["uploaded", "rejected", "ended"] | None = None
) -> None:
    """Note the document that `event` is about and, with `as_`, the event itself: the latest one of its kind."""
    insert_ignore(
        connection,
        DOCUMENTS,
        document_id=event.document_id,
        subject=event.subject,
        claim_id=event.claim_id,
        paper=event.paper or "",
    )
    if as_ is None:
        return
    known_at, at = DOCUMENTS.c[f"{as_}_at"], utc_text(event.occurred_at)
    connection.execute(
        sa.update(DOCUMENTS)
        .where(DOCUMENTS.c.document_id == event.document_id, sa.or_(known_at.is_(None), known_at < at))
        .values({f"{as_}_id": event.event_id, f"{as_}_at": at})
    )


def forget(connection: sa.Connection, subject: str, until: str) -> None:
    """Delete everything of the applicant that occurred up to `until`; a later life may have begun already."""
    connection.execute(sa.delete(VERDICTS).where(VERDICTS.c.subject == subject, VERDICTS.c.occurred_at <= until))
    connection.execute(sa.delete(DECISIONS).where(DECISIONS.c.subject == subject, DECISIONS.c.occurred_at <= until))
    living = sa.union(
        *(sa.select(table.c.document_id).where(table.c.subject == subject) for table in (VERDICTS, DECISIONS))
    )
    latest = [sa.func.coalesce(DOCUMENTS.c[name], "") <= until for name in ("uploaded_at", "ended_at", "rejected_at")]
    connection.execute(
        sa.delete(DOCUMENTS).where(DOCUMENTS.c.subject == subject, DOCUMENTS.c.document_id.not_in(living), *latest)
    )
    connection.execute(
        sa.update(APPLICANTS)
        .where(APPLICANTS.c.subject == subject, APPLICANTS.c.declared_at <= until)
        .values(declaration=None, declaration_id=None, declared_at=None, published_id=None, published=None)
    )
    connection.execute(sa.delete(RESULTS).where(RESULTS.c.subject == subject, RESULTS.c.received_at <= until))
    connection.execute(sa.delete(OUTCOMES).where(OUTCOMES.c.subject == subject, OUTCOMES.c.occurred_at <= until))


def situation(connection: sa.Connection, subject: str) -> Situation | None:
    """The applicant's situation; None before a declaration has come."""
    applicant = connection.execute(_APPLICANT, {"subject": subject}).one()
    if applicant.declaration is None:
        return None
    documents = connection.execute(_OF_SUBJECT[DOCUMENTS], {"subject": subject}).all()
    verdicts = _by_document(connection, VERDICTS, subject)
    decisions = _by_document(connection, DECISIONS, subject)
    inputs = {applicant.declaration_id: applicant.declared_at}
    for row in documents:
        inputs |= {row.ended_id: row.ended_at} if row.ended_id else {}
        inputs |= {row.rejected_id: row.rejected_at} if row.rejected_id else {}
    for rows in verdicts.values():
        inputs |= {row.verdict_id: row.occurred_at for row in rows}
    for rows in decisions.values():
        inputs |= {row.decision_id: row.occurred_at for row in rows}
    return Situation(
        version=applicant.version,
        declaration_id=applicant.declaration_id,
        declaration=applicant.declaration,
        documents=tuple(
            Document(
                claim_id=row.claim_id,
                paper=row.paper,
                ended=row.ended_id is not None,
                rejected=row.rejected_id is not None,
                verdicts=tuple(
                    Verdict(
                        verdict.declaration_version,
                        VerdictStatus(verdict.status),
                        verdict.basis,
                        verdict.occurred_at,
                    )
                    for verdict in verdicts.get(row.document_id, ())
                ),
                decisions=tuple(
                    StaffDecision(
                        decision.on_rejection,
                        decision.basis,
                        Decision(decision.decision),
                        decision.occurred_at,
                    )
                    for decision in decisions.get(row.document_id, ())
                ),
            )
            for row in documents
        ),
        inputs=tuple(sorted(inputs)),
        newest_at=max(inputs.values()),
        uploads={row.uploaded_id: row.uploaded_at for row in documents if row.uploaded_id},
        published_id=applicant.published_id,
    )


def _by_document(connection: sa.Connection, table: sa.Table, subject: str) -> Mapping[str, list[sa.Row[Any]]]:
    found: dict[str, list[sa.Row[Any]]] = {}
    for row in connection.execute(_OF_SUBJECT[table], {"subject": subject}):
        found.setdefault(row.document_id, []).append(row)
    return found
