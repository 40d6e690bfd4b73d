"""The join: each side locks the applicant's row, writes itself, and judges with whatever of the other side is there.

    Declared   newest version kept → every paper that was read is judged again, without a second OCR
    PaperRead  newest reading kept → judged, if a declaration is there
    Withdrawn  the paper is forgotten        Erased  the applicant is forgotten

Verdicts leave through the outbox in the same transaction, under ids derived from what they rest on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from services.announcement.declaration import Declaration
from services.announcement.model import Announcement
from services.common.clock import Clock, utc_text
from services.common.database import insert_ignore, upsert
from services.common.errors import KeyDestroyed, Poison
from services.common.events import (
    Declared,
    Erased,
    Event,
    FieldStatus,
    Judged,
    PaperRead,
    UploadKind,
    VerdictStatus,
    Withdrawn,
    derived_id,
)
from services.common.kafka.consume import Handler
from services.common.outbox import Outbox
from services.common.sealing import Sealer, key_id_of
from services.common.telemetry import logger
from services.verify.evidence import Family, PaperEvidence, from_json
from services.verify.judging.basis import basis
from services.verify.judging.judge import VERSION, judge
from services.verify.judging.tables import APPLICANTS, PAPERS
from services.verify.judging.verdict import Verdict

TOPIC = "verify.verdicts"

log = logger("judging")

Row = sa.Row[Any]


def handlers(
    outbox: Outbox, sealer: Sealer, clock: Clock, announcements: Callable[[str], Announcement]
) -> dict[type[Event], Handler]:
    """What judging does with each event; `announcements` finds one by its id."""
    judging = Judging(outbox, sealer, clock, announcements)
    return {
        Declared: judging.declared,
        PaperRead: judging.read,
        Withdrawn: judging.withdrawn,
        Erased: judging.erased,
    }


class Judging:
    """The handlers of the group `docintake.judging`."""

    def __init__(
        self, outbox: Outbox, sealer: Sealer, clock: Clock, announcements: Callable[[str], Announcement]
    ) -> None:
        """See `handlers`."""
        self._outbox = outbox
        self._sealer = sealer
        self._clock = clock
        self._announcements = announcements

    def declared(self, connection: sa.Connection, event: Declared) -> None:
        """Keep the declaration if it is the newest version, and judge every paper that was read."""
        _parsed(event.personal.get("declaration"))
        if event.version <= _locked(connection, event.subject).version:
            return
        connection.execute(
            sa.update(APPLICANTS)
            .where(APPLICANTS.c.subject == event.subject)
            .values(
                version=event.version,
                declaration_id=event.event_id,
                declared_at=utc_text(event.occurred_at),
                declaration=self._sealer.seal_json(event.subject, "judging:declaration", event.personal),
            )
        )
        applicant = _locked(connection, event.subject)
        for paper in connection.execute(sa.select(PAPERS).where(PAPERS.c.subject == event.subject)).all():
            self._judge(connection, applicant, paper)

    def read(self, connection: sa.Connection, event: PaperRead) -> None:
        """Keep the reading if it is the newest of its document, and judge it if a declaration is there."""
        _evidence(event.personal)
        applicant = _locked(connection, event.subject)
        known = _paper(connection, event.document_id)
        read_at = utc_text(event.occurred_at)
        if known is not None and (known.withdrawn or (known.read_at or "") > read_at):
            return
        upsert(
            connection,
            PAPERS,
            document_id=event.document_id,
            subject=event.subject,
            claim_id=event.claim_id,
            paper=event.paper,
            kind=event.kind.value,
            withdrawn=False,
            reading_id=event.event_id,
            read_at=read_at,
            evidence=self._sealer.seal_json(event.subject, f"judging:{event.document_id}", event.personal),
        )
        paper = _paper(connection, event.document_id)
        if paper is not None:
            self._judge(connection, applicant, paper)

    def withdrawn(self, connection: sa.Connection, event: Withdrawn) -> None:
        """Forget what the paper says; remember that it is gone, whichever comes first, this or its reading."""
        _locked(connection, event.subject)
        upsert(
            connection,
            PAPERS,
            document_id=event.document_id,
            subject=event.subject,
            claim_id=event.claim_id,
            paper=event.paper,
            kind=event.kind.value,
            withdrawn=True,
            reading_id=None,
            read_at=utc_text(event.occurred_at),
            evidence=None,
        )

    def erased(self, connection: sa.Connection, event: Erased) -> None:
        """Forget the applicant; what came after the erasure (somebody who applies anew) stays."""
        _locked(connection, event.subject)
        until = utc_text(event.occurred_at)
        connection.execute(sa.delete(PAPERS).where(PAPERS.c.subject == event.subject, PAPERS.c.read_at <= until))
        older = sa.or_(APPLICANTS.c.declared_at.is_(None), APPLICANTS.c.declared_at <= until)
        connection.execute(sa.delete(APPLICANTS).where(APPLICANTS.c.subject == event.subject, older))

    def _judge(self, connection: sa.Connection, applicant: Row, paper: Row) -> None:
        """Judge one paper by the declaration, if both are there, and publish the verdict."""
        if applicant.version == 0 or paper.withdrawn:
            return
        try:
            declared = self._sealer.open_json(applicant.subject, "judging:declaration", applicant.declaration)
            personal = self._sealer.open_json(applicant.subject, f"judging:{paper.document_id}", paper.evidence)
        except KeyDestroyed:
            log.info("not judged: erased", document_id=paper.document_id)
            return
        declaration, evidence = _parsed(declared.get("declaration")), _evidence(personal)
        name, applicant_id = applicant.subject.split("/", 1)
        announcement = self._announcements(name)
        verdict = judge(
            declaration.claim(paper.claim_id),
            declaration,
            evidence,
            announcement,
            _family(UploadKind(paper.kind)),
            paper.paper,
        )
        rulebook = f"{announcement.rulebook.name}/{announcement.rulebook.version}"
        event = Judged(
            event_id=derived_id("judged", applicant.declaration_id, paper.reading_id, VERSION, rulebook),
            announcement=name,
            applicant_id=applicant_id,
            occurred_at=self._clock.now(),
            document_id=paper.document_id,
            claim_id=paper.claim_id,
            paper=paper.paper,
            kind=UploadKind(paper.kind),
            declaration_version=applicant.version,
            declaration_id=applicant.declaration_id,
            reading_id=paper.reading_id,
            status=VerdictStatus(verdict.status.value),
            basis=self._sealer.digest(applicant.subject, basis(paper.document_id, verdict)),
            fields=tuple(FieldStatus(entry.field, entry.verdict.value) for entry in verdict.fields),
            reasons=tuple(dict.fromkeys(reason.code.value for reason in verdict.reasons)),
            recognised=evidence.paper,
            judge=VERSION,
            rulebook=rulebook,
            personal=worded(verdict, evidence),
        )
        try:
            # With the declaration's own key: a verdict on an erased life must not come out under a later one's.
            self._outbox.add(connection, TOPIC, event, key_id=key_id_of(applicant.declaration))
        except KeyDestroyed:
            log.info("not judged: erased", document_id=paper.document_id)
            return
        log.info(
            "judged",
            document_id=paper.document_id,
            verdict_id=event.event_id,
            status=event.status.value,
            declaration_version=event.declaration_version,
        )


def worded(verdict: Verdict, evidence: PaperEvidence) -> dict[str, Any]:
    """The personal part of a `Judged` event: fields with values and boxes, reasons in words, page pictures."""
    return {
        "fields": [
            {
                "field": entry.field,
                "declared": entry.declared,
                "read": entry.read,
                "verdict": entry.verdict.value,
                "page": entry.page,
                "box": list(entry.box) if entry.box else None,
            }
            for entry in verdict.fields
        ],
        "reasons": [
            {"code": reason.code.value, "field": reason.field, "ko": reason.ko, "en": reason.en}
            for reason in verdict.reasons
        ],
        "pages": [
            {"number": page.number, "width": page.width, "height": page.height, "picture": page.picture}
            for page in evidence.pages
        ],
    }


def _locked(connection: sa.Connection, subject: str) -> Row:
    """The applicant's row, made if there is none, locked until the transaction ends (in SQLite the whole file is)."""
    insert_ignore(connection, APPLICANTS, subject=subject, version=0)
    return connection.execute(sa.select(APPLICANTS).where(APPLICANTS.c.subject == subject).with_for_update()).one()


def _paper(connection: sa.Connection, document_id: str) -> Row | None:
    return connection.execute(sa.select(PAPERS).where(PAPERS.c.document_id == document_id)).one_or_none()


def _parsed(body: object) -> Declaration:
    try:
        return Declaration.model_validate(body)
    except ValidationError as error:
        fields = sorted({".".join(map(str, item["loc"])) for item in error.errors(include_input=False)})
        raise Poison(f"declaration that this code cannot read: {', '.join(fields)}") from None


def _evidence(personal: Mapping[str, Any]) -> PaperEvidence:
    try:
        return from_json(personal)
    except (KeyError, ValueError, TypeError) as error:
        raise Poison(f"evidence that this code cannot read: {type(error).__name__}") from None


def _family(kind: UploadKind) -> Family | None:
    return None if kind is UploadKind.UNKNOWN else Family(kind.value)
