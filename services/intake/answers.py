"""What the portal is told of a document (portal-api, section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.common.errors import KeyDestroyed
from services.common.events import Decision
from services.intake import problems
from services.intake.clerk import Clerk, find_applicant, subject_of
from services.intake.documents import Document, find_document, standing_of
from services.intake.identifiers import is_document_id
from services.intake.status import Standing, Status, is_final
from services.intake.tables import DECISIONS, DOCUMENTS, HISTORY, VERDICTS

VERDICT = "intake.verdict"
"""What the personal part of a stored verdict is sealed as."""
DECIDED = "intake.decision"
"""The same of a decision."""

_STAFF = {
    Decision.UPHELD: ("담당자가 불일치를 확정했습니다", "Staff upheld the fail"),
    Decision.OVERTURNED: ("담당자가 서류를 인정했습니다", "Staff accepted the paper"),
    Decision.RE_UPLOAD: ("담당자가 서류를 다시 올리도록 요청했습니다", "Staff ask for a new upload"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A document's answer."""

    body: dict[str, Any]
    """The object of section 3."""
    final: bool
    """Whether nothing more is awaited of the machine."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a listing."""

    documents: list[dict[str, Any]]
    """Summaries, in the order of arrival."""
    next_cursor: str | None
    """Where the next page begins; None on the last."""


class Answers:
    """Answers about documents."""

    def __init__(self, clerk: Clerk) -> None:
        """`clerk` is intake's."""
        self._clerk = clerk

    def document(self, document_id: str) -> Answer:
        """The document's answer; 404 where there is none."""
        with self._clerk.database.read() as connection:
            document = _known(connection, document_id)
            announcement = self._clerk.announcement(document.announcement)
            standing = standing_of(connection, document, announcement)
            applicant = find_applicant(connection, document.applicant_id)
            verdict = self._verdict(connection, document, standing)
            reasons = [*verdict.get("reasons", []), *self._more_reasons(connection, document, standing)]
            history = connection.execute(
                sa.select(HISTORY.c.at, HISTORY.c.event)
                .where(HISTORY.c.document_id == document_id)
                .order_by(HISTORY.c.at, HISTORY.c.number)
            ).all()
        declared = applicant.version if applicant is not None and applicant.declared else None
        body = {
            **summary(document, standing),
            "fields": verdict.get("fields", []),
            "reasons": reasons,
            "history": [{"at": row.at, "event": row.event} for row in history],
            "links": _links(document),
        }
        return Answer(body, is_final(standing.status, standing.declaration_version, declared))

    def page_picture(self, document_id: str, number: str) -> bytes:
        """The upright picture (PNG) of page `number`, from 1; 404 where there is none, or not yet.

        A page has one address: `01` is none.
        """
        missing = problems.not_found("쪽 그림이", "page picture")
        with self._clerk.database.read() as connection:
            document = _known(connection, document_id)
        numbers = [str(page) for page in range(1, len(document.pictures) + 1)]
        if number not in numbers:
            raise missing
        try:
            return self._clerk.blobs.get(subject_of(document), document.pictures[numbers.index(number)])
        except (KeyError, KeyDestroyed):
            raise missing from None

    def listing(self, *, applicant_id: str | None, status: str | None, after: int, limit: int) -> Listing:
        """Documents after number `after`, at most `limit`, narrowed to an applicant and a status where given."""
        query = sa.select(DOCUMENTS).where(DOCUMENTS.c.number > after)
        if applicant_id is not None:
            query = query.where(DOCUMENTS.c.applicant_id == applicant_id)
        if status is not None:
            query = query.where(DOCUMENTS.c.status == status)
        with self._clerk.database.read() as connection:
            rows = connection.execute(query.order_by(DOCUMENTS.c.number).limit(limit + 1)).all()
        shown = rows[:limit]
        return Listing([summary(row, row) for row in shown], str(shown[-1].number) if len(rows) > limit else None)

    def _verdict(self, connection: sa.Connection, document: Document, standing: Standing) -> dict[str, Any]:
        if standing.verdict is None:
            return {}
        sealed = connection.execute(
            sa.select(VERDICTS.c.sealed).where(VERDICTS.c.verdict_id == standing.verdict.verdict_id)
        ).scalar_one()
        return self._clerk.sealer.open_json(subject_of(document), f"{VERDICT}:{standing.verdict.verdict_id}", sealed)

    def _more_reasons(
        self, connection: sa.Connection, document: Document, standing: Standing
    ) -> Sequence[dict[str, Any]]:
        """Why the reader rejected the file, and what staff wrote."""
        reasons = []
        if standing.status is Status.REJECTED:
            reasons.append({**document.rejection, "field": None})
        if (decision := standing.decision) is not None:
            sealed = connection.execute(
                sa.select(DECISIONS.c.sealed).where(DECISIONS.c.decision_id == decision.decision_id)
            ).scalar_one()
            written = self._clerk.sealer.open_json(subject_of(document), f"{DECIDED}:{decision.decision_id}", sealed)
            ko, en = _STAFF[decision.decision]
            reason = str(written.get("reason") or "-")
            reasons.append(
                {"code": decision.decision.value, "field": None, "ko": f"{ko}: {reason}", "en": f"{en}: {reason}"}
            )
        return reasons


def summary(document: Document, standing: Standing | Document) -> dict[str, Any]:
    """A document without fields, reasons and history; `standing` is its standing, or the row that repeats it."""
    return {
        "document_id": document.document_id,
        "applicant_id": document.applicant_id,
        "claim_id": document.claim_id,
        "paper": document.paper or None,
        "kind": document.kind,
        "received_at": document.received_at,
        "sha256": document.sha256,
        "bytes": document.bytes,
        "pages": document.pages,
        "status": str(standing.status),
        "outcome": str(standing.outcome),
        "decided_by": standing.decided_by,
        "declaration_version": standing.declaration_version,
        "superseded_by": document.superseded_by,
    }


def _known(connection: sa.Connection, document_id: str) -> Document:
    document = find_document(connection, document_id) if is_document_id(document_id) else None
    if document is None:
        raise problems.not_found("서류가", "document")
    return document


def _links(document: Document) -> dict[str, Any]:
    address = f"/v1/documents/{document.document_id}"
    pages = [f"{address}/pages/{number}" for number in range(1, len(document.pictures) + 1)]
    return {"self": address, "applicant": f"/v1/applicants/{document.applicant_id}", "pages": pages}
