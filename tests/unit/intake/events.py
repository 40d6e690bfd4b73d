"""What the other services would say of a document."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.common.events import (
    Decided,
    Decision,
    FieldStatus,
    Judged,
    PaperRead,
    PaperRejected,
    ScoreBasis,
    Scored,
    ScoreState,
    UploadKind,
    VerdictStatus,
)
from tests.unit.intake.desk import ANNOUNCEMENT, NOON


def _about(document: dict[str, Any], after: int) -> dict[str, Any]:
    return {
        "announcement": ANNOUNCEMENT,
        "applicant_id": document["applicant_id"],
        "occurred_at": NOON + timedelta(seconds=after),
        "document_id": document["document_id"],
        "claim_id": document["claim_id"],
        "paper": document["paper"],
        "kind": UploadKind(document["kind"]),
    }


def read(document: dict[str, Any], pictures: tuple[str, ...] = (), after: int = 1) -> PaperRead:
    pages = [{"number": n, "width": 10, "height": 10, "picture": name} for n, name in enumerate(pictures, 1)]
    return PaperRead(
        event_id=f"read-{document['document_id'][:8]}",
        upload_id="upload",
        recognised="NQ_AWARD",
        unread=None,
        engine="engine",
        personal={"pages": pages},
        **_about(document, after),
    )


def rejected(document: dict[str, Any], after: int = 1) -> PaperRejected:
    return PaperRejected(
        event_id=f"rejected-{document['document_id'][:8]}",
        upload_id="upload",
        code="PAGES_LOST",
        reason_ko="쪽을 꺼낼 수 없습니다.",
        reason_en="Pages cannot be taken out.",
        **_about(document, after),
    )


def judged(
    document: dict[str, Any], status: str = "MISMATCH", version: int = 1, basis: str = "b1", after: int = 2
) -> Judged:
    field = {
        "field": "acquired_on",
        "declared": "2018-08-17",
        "read": "2018-08-11",
        "verdict": status,
        "page": 1,
        "box": [812, 1040, 1180, 1092],
    }
    reason = {"code": "FIELD_MISMATCH", "field": "acquired_on", "ko": "다릅니다.", "en": "They differ."}
    return Judged(
        event_id=f"judged-{document['document_id'][:8]}-{version}-{status}-{basis}-{after}",
        declaration_version=version,
        declaration_id="declared",
        reading_id="read",
        status=VerdictStatus(status),
        basis=basis,
        fields=(FieldStatus("acquired_on", status),),
        reasons=("FIELD_MISMATCH",),
        recognised="NQ_AWARD",
        judge="1",
        rulebook="krc-2019/1",
        personal={"fields": [field], "reasons": [] if status == "MATCH" else [reason], "pages": []},
        **_about(document, after),
    )


def decided(
    document: dict[str, Any], decision: str, basis: str = "b1", verdict_id: str | None = "judged", after: int = 3
) -> Decided:
    return Decided(
        event_id=f"decided-{document['document_id'][:8]}-{decision}-{after}",
        verdict_id=verdict_id,
        basis=basis,
        decision=Decision(decision),
        personal={"reason": "원본을 확인함", "staff": "김담당"},
        **_about(document, after),
    )


def scored(applicant_id: str, total: str, version: int = 1, after: int = 4) -> Scored:
    return Scored(
        event_id=f"scored-{applicant_id}-{version}-{after}-{total}",
        announcement=ANNOUNCEMENT,
        applicant_id=applicant_id,
        occurred_at=NOON + timedelta(seconds=after),
        declaration_version=version,
        inputs=("declared",),
        rulebook="krc-2019",
        rulebook_version="1",
        basis=ScoreBasis.DECLARED,
        state=ScoreState.PROVISIONAL,
        eligible=True,
        personal={"score": {"total": total}},
    )
