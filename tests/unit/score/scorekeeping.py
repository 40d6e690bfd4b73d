"""The score service without Kafka, and the events that it follows: real database, real sealing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import (
    Decided,
    Decision,
    Declared,
    Erased,
    Event,
    Judged,
    PaperRejected,
    Scored,
    Uploaded,
    UploadKind,
    VerdictStatus,
    WithdrawalCause,
    Withdrawn,
)
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.score.deadline import Deadlines
from services.score.handlers import Scorer, handlers
from services.score.outcomes import Outcomes
from services.score.rounds import Round
from services.score.tables import OUTBOX
from tests.unit.score.applicants import body, certificate, toeic

START = datetime(2019, 9, 25, 9, tzinfo=UTC)
CLOSES = START + timedelta(days=10)
LANGUAGE, CERTIFICATE = toeic("845"), certificate("토목기사", id="cert-1")
WHOLE = body(LANGUAGE, CERTIFICATE, field="토목일반")


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


@dataclass
class Service:
    """The service without Kafka: events in, published events out."""

    database: Database
    codec: EventCodec
    sealer: Sealer
    clock: FixedClock
    outbox: Outbox
    announcement: Announcement

    def find(self, name: str) -> Announcement:
        assert name == self.announcement.id
        return self.announcement

    def handle(self, *events: Event) -> None:
        known = handlers(self.scorer(), self.outcomes())
        for event in events:
            with self.database.begin() as connection:
                known[type(event)](connection, self.codec.decode(self.codec.encode(event)))

    def scorer(self) -> Scorer:
        return Scorer(self.outbox, self.sealer, self.clock, self.find)

    def outcomes(self) -> Outcomes:
        return Outcomes(self.database, self.outbox, self.sealer, self.clock)

    def round(self) -> Round:
        return Round(self.database, self.outcomes(), self.sealer, self.clock, self.find)

    def deadlines(self) -> Deadlines:
        return Deadlines(self.database, self.scorer(), self.clock, self.find)

    def values(self) -> list[bytes | None]:
        with self.database.read() as connection:
            return list(connection.execute(sa.select(OUTBOX.c.value).order_by(OUTBOX.c.id)).scalars())

    def published(self) -> list[Scored | None]:
        return [None if value is None else self.codec.decode(value) for value in self.values()]

    @property
    def last(self) -> Scored:
        newest = self.published()[-1]
        assert newest is not None
        return newest

    @property
    def states(self) -> list[str]:
        return [event.state.value if event else "tombstone" for event in self.published()]

    def count(self, table: sa.Table) -> int:
        with self.database.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def envelope(name: str, minute: int) -> dict[str, object]:
    return {"event_id": name, "announcement": "2019-grade5", "applicant_id": "A-1", "occurred_at": at(minute)}


def declared(version: int = 1, minute: int = 0, whole=WHOLE) -> Declared:
    personal = {"declaration": whole}
    return Declared(**envelope(f"declared-{version}", minute), version=version, claims=(), personal=personal)


def document(claim_id: str, name: str, paper: str | None) -> dict[str, object]:
    return {"document_id": name, "claim_id": claim_id, "paper": paper, "kind": UploadKind.CERTIFICATE}


def judged(
    claim_id: str, verdict: str = "MATCH", minute: int = 5, *, version: int = 1, doc: str | None = None,
    paper: str | None = None, basis: str | None = None,
) -> Judged:  # fmt: skip
    name = doc or f"doc-{claim_id}"
    return Judged(
        **envelope(f"judged-{name}-{version}-{minute}", minute),
        **document(claim_id, name, paper),
        declaration_version=version,
        declaration_id=f"declared-{version}",
        reading_id=f"read-{name}",
        status=VerdictStatus(verdict),
        basis=basis or f"basis-{verdict}",
        fields=(),
        reasons=(),
        recognised=None,
        judge="1",
        rulebook="krc-2019/1",
    )


def decided(claim_id: str, decision: str, basis: str, minute: int = 20, *, verdict: str | None = "v") -> Decided:
    return Decided(
        **envelope(f"decided-{claim_id}-{minute}", minute),
        **document(claim_id, f"doc-{claim_id}", None),
        verdict_id=verdict,
        basis=basis,
        decision=Decision(decision),
    )


def withdrawn(claim_id: str, minute: int = 30, doc: str | None = None) -> Withdrawn:
    return Withdrawn(
        **envelope(f"withdrawn-{claim_id}-{minute}", minute),
        **document(claim_id, doc or f"doc-{claim_id}", None),
        cause=WithdrawalCause.WITHDRAWN,
    )


def rejected(claim_id: str, minute: int = 5) -> PaperRejected:
    return PaperRejected(
        **envelope(f"rejected-{claim_id}", minute),
        **document(claim_id, f"doc-{claim_id}", None),
        upload_id="u",
        code="ENCRYPTED",
        reason_ko="…",
        reason_en="…",
    )


def uploaded(claim_id: str, minute: int = 3, doc: str | None = None) -> Uploaded:
    name = doc or f"doc-{claim_id}"
    return Uploaded(**envelope(f"uploaded-{name}", minute), **document(claim_id, name, None), files=())


def erased(minute: int = 40) -> Erased:
    return Erased(**envelope(f"erased-{minute}", minute))
