"""What the portal is told of an applicant: each claim with its documents and outcome, and the newest score."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from services.announcement.declaration import Declaration
from services.announcement.model import Announcement
from services.intake import problems, windows
from services.intake.answers import summary
from services.intake.claims import claim_outcome
from services.intake.clerk import Clerk, find_applicant
from services.intake.documents import Document, documents_of
from services.intake.identifiers import is_applicant_id
from services.intake.status import Outcome
from services.intake.tables import SCORES

SCORE = "intake.score"
"""What a stored score is sealed as."""


class Applicants:
    """Answers about applicants."""

    def __init__(self, clerk: Clerk) -> None:
        """`clerk` is intake's."""
        self._clerk = clerk

    def applicant(self, applicant_id: str) -> dict[str, Any]:
        """The applicant's answer; 404 where there is none."""
        with self._clerk.database.read() as connection:
            applicant = find_applicant(connection, applicant_id) if is_applicant_id(applicant_id) else None
            if applicant is None:
                raise problems.not_found("지원번호가", "applicant")
            documents = documents_of(connection, applicant_id)
            score = connection.execute(
                sa.select(SCORES.c.sealed).where(SCORES.c.applicant_id == applicant_id)
            ).scalar_one_or_none()
        announcement = self._clerk.announcement(applicant.announcement)
        declaration = self._clerk.opened(applicant)
        version = applicant.version if declaration else None
        return {
            "applicant_id": applicant_id,
            "announcement": announcement.id,
            "version": version,
            "declaration_version": version,
            "claims": self._claims(declaration, applicant.version, documents, announcement) if declaration else [],
            "unclaimed": [
                summary(document, document)
                for document in documents
                if declaration is None or declaration.claim(document.claim_id) is None
            ],
            "score": self._score(f"{announcement.id}/{applicant_id}", score),
        }

    def _claims(
        self, declaration: Declaration, version: int, documents: list[Document], announcement: Announcement
    ) -> list[dict[str, Any]]:
        over = windows.uploads_over(announcement, self._clerk.clock.now())
        answers = []
        for claim in declaration.claims:
            mine = [document for document in documents if document.claim_id == claim.id]
            outcomes = {document.paper: _outcome(document, version) for document in mine if document.current}
            outcome = claim_outcome(claim, outcomes, announcement.rulebook, uploads_over=over)
            answers.append(
                {
                    "id": claim.id,
                    "kind": claim.kind,
                    "outcome": outcome.value,
                    "documents": [summary(document, document) for document in mine],
                }
            )
        return answers

    def _score(self, subject: str, sealed: bytes | None) -> dict[str, Any] | None:
        return None if sealed is None else self._clerk.sealer.open_json(subject, SCORE, sealed)


def _outcome(document: Document, version: int) -> Outcome:
    """The document's outcome as far as it is about this declaration: a verdict on another is about to be replaced."""
    judged = document.declaration_version
    return Outcome(document.outcome) if judged is None or judged == version else Outcome.PENDING
