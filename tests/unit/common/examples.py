"""One event of each kind, and the small parts that the tests of services/common are made of."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from services.common.avro import EventCodec
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import (
    ClaimRef,
    Decided,
    Decision,
    Declared,
    Erased,
    Event,
    FieldStatus,
    Judged,
    PaperRead,
    PaperRejected,
    ScoreBasis,
    Scored,
    ScoreState,
    Stage,
    StageOutcome,
    StageResult,
    StoredFile,
    Uploaded,
    UploadKind,
    VerdictStatus,
    WithdrawalCause,
    Withdrawn,
)
from services.common.sealing import Sealer

NOW = datetime(2026, 11, 21, 9, 30, 0, 123_000, tzinfo=UTC)
MASTER = bytes(range(32))
NAME = "홍길동"


def declared(event_id: str = "d-1", applicant_id: str = "수험-0001", **changes: object) -> Declared:
    """A declaration that names a person."""
    values: dict = {
        "event_id": event_id,
        "announcement": "2019-grade5",
        "applicant_id": applicant_id,
        "occurred_at": NOW,
        "personal": {"declaration": {"name": NAME, "birth_date": "1990-01-02"}},
        "version": 1,
        "claims": (ClaimRef("c-1", "certificate"), ClaimRef("c-2", "language")),
    }
    return Declared(**(values | changes))


def _document(event_id: str) -> dict:
    return {
        "event_id": event_id,
        "announcement": "2019-grade5",
        "applicant_id": "수험-0001",
        "occurred_at": NOW,
        "document_id": "doc-1",
        "claim_id": "c-1",
        "paper": None,
        "kind": UploadKind.LANGUAGE_REPORT,
    }


EVENTS: tuple[Event, ...] = (
    declared(),
    Uploaded(
        **_document("u-1"),
        files=(StoredFile("2019-grade5~수험-0001/" + "a" * 64, "a" * 64, 123, "image/jpeg", 1),),
    ),
    Withdrawn(**_document("w-1"), cause=WithdrawalCause.SUPERSEDED, superseded_by="doc-2"),
    Erased(event_id="e-1", announcement="2019-grade5", applicant_id="수험-0001", occurred_at=NOW),
    PaperRead(
        **_document("r-1"),
        upload_id="u-1",
        recognised="TOEIC",
        unread=None,
        engine="pytesseract 5",
        personal={"fields": [{"field": "name", "readings": [{"text": NAME}]}]},
    ),
    PaperRejected(
        **_document("x-1"),
        upload_id="u-1",
        code="ENCRYPTED",
        reason_ko="암호가 걸려 있습니다.",
        reason_en="It is encrypted.",
    ),
    Judged(
        **_document("j-1"),
        declaration_version=1,
        declaration_id="d-1",
        reading_id="r-1",
        status=VerdictStatus.MISMATCH,
        basis="b" * 64,
        fields=(FieldStatus("score", "MISMATCH"), FieldStatus("name", "MATCH")),
        reasons=("VALUE_DIFFERS",),
        recognised="TOEIC",
        judge="1",
        rulebook="krc-2019/1",
        personal={"fields": [{"field": "score", "declared": "800", "read": "805"}]},
    ),
    Decided(
        **_document("s-1"),
        verdict_id="j-1",
        basis="b" * 64,
        decision=Decision.RE_UPLOAD,
        personal={"reason": "흐림", "staff": "담당자"},
    ),
    Scored(
        event_id="p-1",
        announcement="2019-grade5",
        applicant_id="수험-0001",
        occurred_at=NOW,
        declaration_version=1,
        inputs=("d-1", "j-1"),
        rulebook="krc-2019",
        rulebook_version="1",
        basis=ScoreBasis.VERIFIED,
        state=ScoreState.PROVISIONAL,
        eligible=True,
        personal={"score": {"total": "12.50"}},
    ),
    StageOutcome(
        event_id="o-1",
        announcement="2019-grade5",
        applicant_id="수험-0001",
        occurred_at=NOW,
        stage=Stage.DOCUMENT,
        result=StageResult.PASSED,
        inputs=("p-1",),
        rulebook="krc-2019",
        rulebook_version="1",
        personal={"outcome": {"total": "92.50"}},
    ),
)


def keys(folder: Path) -> Database:
    """A migrated key store."""
    database = Database(f"sqlite:///{folder / 'keys.db'}", "keys")
    database.migrate()
    return database


def sealer(folder: Path, master: bytes = MASTER) -> Sealer:
    """A sealer on the key store in `folder`."""
    return Sealer(keys(folder), master, FixedClock(NOW), makes_keys=True)


def codec(folder: Path) -> EventCodec:
    """A codec with keys and blobs in `folder`."""
    opened = sealer(folder)
    return EventCodec(opened, SealedBlobs(FolderBlobStore(folder / "blobs"), opened))
