"""What every part of intake works with, and the few questions that they all ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.announcement.declaration import Declaration, parse_declaration
from services.announcement.model import Announcement
from services.common.blobs import SealedBlobs
from services.common.clock import Clock, utc_text
from services.common.database import Database, insert_ignore
from services.common.errors import Retryable
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.intake import problems
from services.intake.tables import APPLICANTS, ERASURES

Applicant = sa.Row[Any]
"""A row of APPLICANTS."""
DECLARATION = "intake.declaration"
"""What a stored declaration is sealed as."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Intake's collaborators."""

    database: Database
    """Intake's own, migrated."""
    outbox: Outbox
    """Its outbox."""
    sealer: Sealer
    """The applicants' keys."""
    blobs: SealedBlobs
    """Originals and page pictures."""
    clock: Clock
    """The time."""
    announcements: Mapping[str, Announcement]
    """What can be applied to, by id."""

    def announcement(self, name: str) -> Announcement:
        """The announcement `name`; 422 INVALID_FIELD where there is none."""
        found = self.announcements.get(name)
        if found is None:
            known = ", ".join(self.announcements)
            raise problems.invalid_field(
                "announcement",
                "UNKNOWN_VALUE",
                name,
                f"그런 공고가 없습니다. 있는 공고: {known}.",
                f"There is no such announcement. There are: {known}.",
            )
        return found

    def stamp(self) -> str:
        """The present moment as it is stored."""
        return utc_text(self.clock.now())

    def opened(self, applicant: Applicant) -> Declaration | None:
        """The applicant's declaration as it was accepted, or None where this life has declared nothing."""
        if not applicant.declared or applicant.declaration is None:
            return None
        body = self.sealer.open_json(subject_of(applicant), DECLARATION, applicant.declaration)
        return parse_declaration(body, self.announcements[applicant.announcement], now=None)


def subject_of(row: sa.Row[Any]) -> str:
    """`announcement/applicant_id`, whose key seals what belongs to `row` (an applicant, a document, an erasure)."""
    return f"{row.announcement}/{row.applicant_id}"


def find_applicant(connection: sa.Connection, applicant_id: str, *, lock: bool = False) -> Applicant | None:
    """The applicant's row, or None; `lock` holds it until the transaction ends."""
    query = sa.select(APPLICANTS).where(APPLICANTS.c.applicant_id == applicant_id)
    return connection.execute(query.with_for_update() if lock else query).first()


def lock_applicant(connection: sa.Connection, applicant_id: str, announcement: str, now: str) -> Applicant:
    """The applicant's row, locked until the transaction ends; made where there was none.

    Raises 409 ANNOUNCEMENT_FIXED where it belongs to another announcement; Retryable as `lives_before`.
    """
    row = find_applicant(connection, applicant_id, lock=True)
    if row is None:
        _begin_life(connection, applicant_id, announcement, now)
        row = find_applicant(connection, applicant_id, lock=True)
    if row is None:
        raise Retryable("the applicant was erased in this very moment")
    if row.announcement != announcement:
        raise problems.announcement_fixed(applicant_id, row.announcement, announcement)
    return row


def lives_before(connection: sa.Connection, applicant_id: str) -> int:
    """How often the applicant was erased.

    Raises Retryable while an erasure is not finished: whatever were sealed now would go with the old key.
    """
    erasures = connection.execute(
        sa.select(ERASURES.c.finished_at).where(ERASURES.c.applicant_id == applicant_id)
    ).all()
    if any(erasure.finished_at is None for erasure in erasures):
        raise Retryable("an erasure of this applicant is under way")
    return len(erasures)


def _begin_life(connection: sa.Connection, applicant_id: str, announcement: str, now: str) -> None:
    lives = lives_before(connection, applicant_id)
    newest = sa.select(sa.func.max(ERASURES.c.version)).where(ERASURES.c.applicant_id == applicant_id)
    insert_ignore(
        connection,
        APPLICANTS,
        applicant_id=applicant_id,
        announcement=announcement,
        life=lives,
        version=connection.execute(newest).scalar_one() or 0,
        declared=False,
        declaration_digest=None,
        declaration=None,
        created_at=now,
    )
