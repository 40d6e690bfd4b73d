"""What review does with the events of others: it remembers, so that staff can look."""

from __future__ import annotations

import sqlalchemy as sa

from services.common.clock import utc_text
from services.common.database import insert_ignore, upsert
from services.common.events import Erased, Event, Judged, PaperRead, PaperRejected, WithdrawalCause, Withdrawn
from services.common.kafka.consume import Handler
from services.common.sealing import Sealer
from services.verify.review.read_model import change, lock_paper, of_erased_life, refresh
from services.verify.review.tables import DECISIONS, ERASURES, PAPERS, UNMASKINGS, VERDICTS


def handlers(sealer: Sealer) -> dict[type[Event], Handler]:
    """What review does with each event; `sealer` closes what it keeps."""
    memory = Memory(sealer)
    return {
        PaperRead: _unless_erased(memory.read),
        PaperRejected: _unless_erased(memory.rejected),
        Judged: _unless_erased(memory.judged),
        Withdrawn: _unless_erased(memory.withdrawn),
        Erased: memory.erased,
    }


class Memory:
    """The handlers of the group `docintake.review`."""

    def __init__(self, sealer: Sealer) -> None:
        """See `handlers`."""
        self._sealer = sealer

    def read(self, connection: sa.Connection, event: PaperRead) -> None:
        """Keep the newest evidence, unless the applicant has taken the paper back."""
        paper = lock_paper(connection, event)
        at = utc_text(event.occurred_at)
        if paper.ended == WithdrawalCause.WITHDRAWN.value or (paper.read_at or "") > at:
            return
        change(
            connection,
            event.document_id,
            read_at=at,
            engine=event.engine[:300],
            evidence=self._sealer.seal_json(event.subject, f"review:evidence:{event.document_id}", event.personal),
        )

    def rejected(self, connection: sa.Connection, event: PaperRejected) -> None:
        """A file that can never be read."""
        lock_paper(connection, event)
        change(
            connection,
            event.document_id,
            rejection={"code": event.code, "ko": event.reason_ko, "en": event.reason_en},
            rejection_id=event.event_id,
            rejected_at=utc_text(event.occurred_at),
        )
        refresh(connection, event.document_id)

    def judged(self, connection: sa.Connection, event: Judged) -> None:
        """A verdict; the newest version counts, not the latest arrival."""
        lock_paper(connection, event)
        insert_ignore(
            connection,
            VERDICTS,
            verdict_id=event.event_id,
            document_id=event.document_id,
            declaration_version=event.declaration_version,
            status=event.status.value,
            basis=event.basis,
            reasons=list(event.reasons),
            recognised=event.recognised,
            lineage=f"judge {event.judge} · {event.rulebook}",
            occurred_at=utc_text(event.occurred_at),
            sealed=self._sealer.seal_json(event.subject, f"review:verdict:{event.event_id}", event.personal),
        )
        refresh(connection, event.document_id)

    def withdrawn(self, connection: sa.Connection, event: Withdrawn) -> None:
        """The paper no longer counts, and nobody need look at it; what was taken back is forgotten."""
        lock_paper(connection, event)
        at = utc_text(event.occurred_at)
        change(connection, event.document_id, ended=event.cause.value, ended_at=at)
        if event.cause is WithdrawalCause.WITHDRAWN:
            change(connection, event.document_id, evidence=None)
        refresh(connection, event.document_id)

    def erased(self, connection: sa.Connection, event: Erased) -> None:
        """Forget the applicant; papers that came after the erasure (of somebody who applies anew) stay."""
        if of_erased_life(connection, event):
            return
        until = utc_text(event.occurred_at)
        gone = sa.and_(PAPERS.c.subject == event.subject, PAPERS.c.first_seen <= until)
        for table in (VERDICTS, DECISIONS, UNMASKINGS):
            theirs = table.c.document_id.in_(sa.select(PAPERS.c.document_id).where(gone))
            connection.execute(sa.delete(table).where(theirs))
        connection.execute(sa.delete(PAPERS).where(gone))
        upsert(connection, ERASURES, subject=event.subject, erased_at=until)


def _unless_erased(handle: Handler) -> Handler:
    """`handle`, but for what comes late from a life that was erased."""

    def handled(connection: sa.Connection, event: Event) -> None:
        if not of_erased_life(connection, event):
            handle(connection, event)

    return handled
