"""What becomes of documents, by the other services' events: the newest version wins, not the latest arrival."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.clock import utc_text
from services.common.database import insert_ignore, upsert
from services.common.events import Decided, DocumentEvent, Event, Judged, PaperRead, PaperRejected, Scored
from services.common.kafka.consume import Handler
from services.common.sealing import Sealer
from services.intake.answers import DECIDED, VERDICT
from services.intake.applicants import SCORE
from services.intake.clerk import find_applicant
from services.intake.documents import Document, find_document, refresh, remember
from services.intake.tables import DECISIONS, DOCUMENTS, SCORES, VERDICTS


def handlers(sealer: Sealer, announcements: Mapping[str, Announcement]) -> Mapping[type[Event], Handler]:
    """What intake does with each event of its group; `announcements` are all that can be applied to, by id."""
    follower = _Follower(sealer, announcements)
    return {
        PaperRead: follower.read,
        PaperRejected: follower.rejected,
        Judged: follower.judged,
        Decided: follower.decided,
        Scored: follower.scored,
    }


class _Follower:
    def __init__(self, sealer: Sealer, announcements: Mapping[str, Announcement]) -> None:
        self._sealer = sealer
        self._announcements = announcements

    def read(self, connection: sa.Connection, event: PaperRead) -> None:
        document = _document(connection, event)
        if document is None:
            return
        pictures = [page["picture"] for page in event.personal.get("pages", []) if page.get("picture")]
        connection.execute(
            sa.update(DOCUMENTS)
            .where(DOCUMENTS.c.document_id == event.document_id)
            .values(reading_id=event.event_id, pictures=pictures)
        )
        self._happened(connection, event, "READ")

    def rejected(self, connection: sa.Connection, event: PaperRejected) -> None:
        if _document(connection, event) is None:
            return
        rejection = {"code": event.code, "ko": event.reason_ko, "en": event.reason_en}
        connection.execute(
            sa.update(DOCUMENTS).where(DOCUMENTS.c.document_id == event.document_id).values(rejection=rejection)
        )
        self._happened(connection, event, "REJECTED")

    def judged(self, connection: sa.Connection, event: Judged) -> None:
        if _document(connection, event) is None:
            return
        personal = {name: event.personal.get(name, []) for name in ("fields", "reasons")}
        new = insert_ignore(
            connection,
            VERDICTS,
            verdict_id=event.event_id,
            document_id=event.document_id,
            declaration_version=event.declaration_version,
            status=event.status.value,
            basis=event.basis,
            occurred_at=utc_text(event.occurred_at),
            sealed=self._sealer.seal_json(event.subject, f"{VERDICT}:{event.event_id}", personal),
        )
        if new:
            self._happened(connection, event, event.status.value)

    def decided(self, connection: sa.Connection, event: Decided) -> None:
        if _document(connection, event) is None:
            return
        personal = {"reason": event.personal.get("reason")}
        new = insert_ignore(
            connection,
            DECISIONS,
            decision_id=event.event_id,
            document_id=event.document_id,
            verdict_id=event.verdict_id,
            basis=event.basis,
            decision=event.decision.value,
            occurred_at=utc_text(event.occurred_at),
            sealed=self._sealer.seal_json(event.subject, f"{DECIDED}:{event.event_id}", personal),
        )
        if new:
            self._happened(connection, event, event.decision.value)

    def scored(self, connection: sa.Connection, event: Scored) -> None:
        applicant = find_applicant(connection, event.applicant_id, lock=True)
        if applicant is None or applicant.announcement != event.announcement:
            return
        known = connection.execute(
            sa.select(SCORES.c.declaration_version, SCORES.c.occurred_at).where(
                SCORES.c.applicant_id == event.applicant_id
            )
        ).first()
        at = utc_text(event.occurred_at)
        if known is not None and (event.declaration_version, at) < (known.declaration_version, known.occurred_at):
            return
        upsert(
            connection,
            SCORES,
            applicant_id=event.applicant_id,
            declaration_version=event.declaration_version,
            occurred_at=at,
            sealed=self._sealer.seal_json(event.subject, SCORE, event.personal["score"]),
        )

    def _happened(self, connection: sa.Connection, event: DocumentEvent, what: str) -> None:
        """Note it in the history, and let the document's standing follow."""
        remember(connection, event.document_id, utc_text(event.occurred_at), what)
        refresh(connection, event.document_id, self._announcements[event.announcement])


def _document(connection: sa.Connection, event: DocumentEvent) -> Document | None:
    """The document of an event; None where it is not, or no longer, here (its applicant was erased).

    Its applicant is locked, so that no upload, withdrawal or erasure comes between what is read here and written.
    """
    if find_applicant(connection, event.applicant_id, lock=True) is None:
        return None
    document = find_document(connection, event.document_id)
    return document if document is not None and document.applicant_id == event.applicant_id else None
