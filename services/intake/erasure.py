"""Erasing a person: rows, files, tombstone, and the key thrown away.

The rows go, and the erasure is noted, in one transaction; the files and the key follow, and the intake process finishes
what a crash left between. Until then nobody of that number can begin anew (`clerk.lives_before`).
"""

from __future__ import annotations

import threading

import sqlalchemy as sa

from services.common.clock import utc_text
from services.common.errors import Retryable
from services.common.events import Erased, derived_id
from services.common.telemetry import logger
from services.intake import problems
from services.intake.clerk import Applicant, Clerk, find_applicant, subject_of
from services.intake.declarations import TOPIC as DECLARATIONS
from services.intake.identifiers import is_applicant_id
from services.intake.tables import (
    APPLICANTS,
    DECISIONS,
    DOCUMENTS,
    ERASURES,
    HISTORY,
    IDEMPOTENCY,
    OUTBOX,
    SCORES,
    VERDICTS,
)

TOPIC = "intake.erasures"
FINISH_SECONDS = 5.0

log = logger("erasure")


class Erasure:
    """Erases applicants."""

    def __init__(self, clerk: Clerk) -> None:
        """`clerk` is intake's."""
        self._clerk = clerk

    def erase(self, applicant_id: str) -> None:
        """Erase the applicant everywhere; again is the same. 404 where nobody of that number was ever here."""
        if not is_applicant_id(applicant_id):
            raise problems.not_found("지원번호가", "applicant")
        with self._clerk.database.begin() as connection:
            applicant = find_applicant(connection, applicant_id, lock=True)
            if applicant is not None:
                self._erase_rows(connection, applicant)
            elif not _was_erased(connection, applicant_id):
                raise problems.not_found("지원번호가", "applicant")
        self.finish()

    def applicants_of(self, announcement: str) -> list[str]:
        """Everybody who has applied to an announcement and was not erased, by number."""
        query = sa.select(APPLICANTS.c.applicant_id).where(APPLICANTS.c.announcement == announcement)
        with self._clerk.database.read() as connection:
            return list(connection.execute(query.order_by(APPLICANTS.c.applicant_id)).scalars())

    def erase_again(self, subject: str, lives: int) -> bool:
        """Erase whom a restore brought back: `lives` is how often they had been erased. Says whether they were here.

        `subject` is `announcement/applicant_id`.
        """
        announcement, applicant_id = subject.split("/", 1)
        with self._clerk.database.begin() as connection:
            applicant = find_applicant(connection, applicant_id, lock=True)
            if applicant is None or applicant.announcement != announcement or applicant.life >= lives:
                return False
            self._erase_rows(connection, applicant)
        self.finish()
        return True

    def finish(self) -> None:
        """Destroy the files and keys of every erasure that is not finished."""
        unfinished = sa.select(ERASURES).where(ERASURES.c.finished_at.is_(None))
        with self._clerk.database.read() as connection:
            rows = connection.execute(unfinished).all()
        for row in rows:
            this = sa.and_(ERASURES.c.applicant_id == row.applicant_id, ERASURES.c.life == row.life)
            subject = subject_of(row)
            with self._clerk.database.begin() as connection:
                if connection.execute(unfinished.where(this).with_for_update()).first() is None:
                    continue  # another process has finished it, and a new life may have begun with a new key
                self._clerk.sealer.destroy(subject)
                self._clerk.blobs.delete_all(subject)
                connection.execute(sa.update(ERASURES).where(this).values(finished_at=self._clerk.stamp()))

    def keep_finishing(self, stop: threading.Event) -> None:
        """Finish what a crash or an outage left between, until told to stop."""
        while not stop.is_set():
            try:
                self.finish()
            except Retryable as error:
                log.warning("erasure waits", error=str(error))
            stop.wait(FINISH_SECONDS)

    def _erase_rows(self, connection: sa.Connection, applicant: Applicant) -> None:
        applicant_id, subject, now = applicant.applicant_id, subject_of(applicant), self._clerk.clock.now()
        documents = sa.select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.applicant_id == applicant_id)
        for table in (VERDICTS, DECISIONS, HISTORY):
            connection.execute(sa.delete(table).where(table.c.document_id.in_(documents)))
        for table in (DOCUMENTS, IDEMPOTENCY, SCORES, APPLICANTS):
            connection.execute(sa.delete(table).where(table.c.applicant_id == applicant_id))
        connection.execute(sa.delete(OUTBOX).where(OUTBOX.c.key == subject, OUTBOX.c.sent_at.is_(None)))
        connection.execute(
            sa.insert(ERASURES).values(
                applicant_id=applicant_id,
                life=applicant.life,
                announcement=applicant.announcement,
                version=applicant.version,
                erased_at=utc_text(now),
            )
        )
        event = Erased(
            event_id=derived_id("erased", subject, str(applicant.life)),
            announcement=applicant.announcement,
            applicant_id=applicant_id,
            occurred_at=now,
        )
        self._clerk.outbox.add(connection, TOPIC, event)
        self._clerk.outbox.add_tombstone(
            connection, DECLARATIONS, derived_id("tombstone", subject, str(applicant.life)), subject
        )


def _was_erased(connection: sa.Connection, applicant_id: str) -> bool:
    return (
        connection.execute(sa.select(ERASURES.c.life).where(ERASURES.c.applicant_id == applicant_id)).first()
        is not None
    )
