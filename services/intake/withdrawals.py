"""Withdrawing a document, while it is undecided and uploads are open."""

from __future__ import annotations

from services.common.clock import utc_text
from services.intake import problems, windows
from services.intake.clerk import Clerk, lock_applicant
from services.intake.documents import find_document, standing_of
from services.intake.ends import WITHDRAWALS, end_document, withdrawn
from services.intake.identifiers import is_document_id
from services.intake.status import Status


class Withdrawals:
    """Takes papers back."""

    def __init__(self, clerk: Clerk) -> None:
        """`clerk` is intake's."""
        self._clerk = clerk

    def withdraw(self, document_id: str) -> None:
        """Let the document count no more, and say so to judging and score. Again is the same.

        Problem: 404; 409 ALREADY_DECIDED once person or machine has decided, or a newer file has taken its place; 409
        UPLOAD_CLOSED after the window.
        """
        unknown = problems.not_found("서류가", "document")
        if not is_document_id(document_id):
            raise unknown
        now = self._clerk.clock.now()
        with self._clerk.database.begin() as connection:
            document = find_document(connection, document_id)
            if document is None:
                raise unknown
            announcement = self._clerk.announcement(document.announcement)
            lock_applicant(connection, document.applicant_id, announcement.id, utc_text(now))
            document = find_document(connection, document_id)
            if document is None:
                raise unknown
            if document.ended == Status.SUPERSEDED.value:
                raise problems.superseded(document.superseded_by)
            if document.ended is not None:
                return
            standing = standing_of(connection, document, announcement)
            if standing.decided_by is not None:
                raise problems.already_decided(standing.status, standing.outcome, standing.decided_by)
            if closed := windows.upload_closed(announcement, now, asked_again=False):
                raise closed
            end_document(connection, document, Status.WITHDRAWN, utc_text(now))
            self._clerk.outbox.add(connection, WITHDRAWALS, withdrawn(document, now))
