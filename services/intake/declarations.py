"""Declaring: the whole declaration, checked, versioned, sealed and published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.announcement.declaration import Declaration, parse_declaration
from services.announcement.personal import same_but_for_personal_data
from services.announcement.refusal import InvalidDeclaration
from services.common.clock import utc_text
from services.common.events import ClaimRef, Declared, derived_id
from services.intake import problems, windows
from services.intake.clerk import DECLARATION, Clerk, find_applicant, lock_applicant
from services.intake.identifiers import applicant_id_error
from services.intake.strict_json import read_object
from services.intake.tables import APPLICANTS

TOPIC = "intake.declarations"


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted declaration."""

    applicant_id: str
    """The application number."""
    version: int
    """Its version; unchanged where the same was declared before."""


class Declarations:
    """Takes declarations."""

    def __init__(self, clerk: Clerk) -> None:
        """`clerk` is intake's."""
        self._clerk = clerk

    def declare(self, applicant_id: str, body: bytes) -> Accepted:
        """Accept the declaration in `body` (JSON). Problem (409, 422) where it may not be; Retryable as the stores."""
        if error := applicant_id_error(applicant_id):
            raise problems.invalid([error])
        now = self._clerk.clock.now()
        declaration = self._checked(applicant_id, read_object(body), now)
        announcement = self._clerk.announcement(declaration.announcement)
        subject = f"{announcement.id}/{applicant_id}"
        accepted = declaration.to_json()
        with self._clerk.database.begin() as connection:
            applicant = lock_applicant(connection, applicant_id, declaration.announcement, utc_text(now))
            # Sealed only now: before the lock an erasure could throw away the key that it is sealed with.
            digest = self._clerk.sealer.digest(subject, json.dumps(accepted, ensure_ascii=False, sort_keys=True))
            sealed = self._clerk.sealer.seal_json(subject, DECLARATION, accepted)
            if applicant.declared and applicant.declaration_digest == digest:
                return Accepted(applicant_id, applicant.version)
            if (closed := windows.declaration_closed(announcement, now)) and not (
                windows.awaits_personal_data(announcement, now)
                and (before := self._clerk.opened(applicant)) is not None
                and same_but_for_personal_data(before, declaration, announcement.rulebook)
            ):
                raise closed
            version = applicant.version + 1
            connection.execute(
                sa.update(APPLICANTS)
                .where(APPLICANTS.c.applicant_id == applicant_id)
                .values(version=version, declared=True, declaration_digest=digest, declaration=sealed)
            )
            self._clerk.outbox.add(connection, TOPIC, _event(applicant_id, version, declaration, accepted, now))
        return Accepted(applicant_id, version)

    def _checked(self, applicant_id: str, body: dict[str, Any], now: datetime) -> Declaration:
        name = body.get("announcement")
        if not isinstance(name, str):
            raise problems.invalid_field(
                "announcement",
                "REQUIRED",
                None,
                "announcement에 공고 번호를 문자열로 보내십시오(GET /v1/announcements).",
                "Send the announcement's id as a string (see GET /v1/announcements).",
            )
        with self._clerk.database.read() as connection:
            applicant = find_applicant(connection, applicant_id)
        if applicant is not None and applicant.announcement != name:
            raise problems.announcement_fixed(applicant_id, applicant.announcement, name)
        announcement = self._clerk.announcement(name)
        try:
            return parse_declaration(body, announcement, now=now)
        except InvalidDeclaration as error:
            raise problems.invalid(error.errors) from None


def _event(
    applicant_id: str, version: int, declaration: Declaration, accepted: dict[str, Any], now: datetime
) -> Declared:
    subject = f"{declaration.announcement}/{applicant_id}"
    return Declared(
        event_id=derived_id("declared", subject, str(version)),
        announcement=declaration.announcement,
        applicant_id=applicant_id,
        occurred_at=now,
        version=version,
        claims=tuple(ClaimRef(claim.id, claim.kind) for claim in declaration.claims),
        personal={"declaration": accepted},
    )
