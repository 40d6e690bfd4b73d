"""A short history in which every promise was kept: the tests spoil one thing of it at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from chaos.fold import fold, recomputed_score
from chaos.history import Ack, Done, Heard, History, Injected, Raw, Sample
from chaos.oracle import Checked, examine
from services.announcement.load import load_announcement
from services.announcement.model import Announcement
from services.common.events import (
    ClaimRef,
    Declared,
    Event,
    Judged,
    PaperRead,
    ScoreBasis,
    Scored,
    ScoreState,
    StoredFile,
    Uploaded,
    UploadKind,
    VerdictStatus,
)
from services.common.topics import catalogue

BEGAN = 1_700_000_000.0
WHO = "A-1"
SHA = "a" * 64
POISON_SPOT = ("verify.verdicts", 0, 1)
DECLARATION = {
    "announcement": "2019-grade5",
    "name": "홍길동",
    "field": "경상",
    "track": "전국일반",
    "claims": [{"id": "lang-1", "kind": "language", "test": "TOEIC", "score": "845", "test_date": "2018-05-13"}],
}


@cache
def announcement() -> Announcement:
    return load_announcement("2019-grade5")


def at(seconds: float) -> datetime:
    return datetime.fromtimestamp(BEGAN + seconds, UTC)


def about(seconds: float, event_id: str) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "announcement": "2019-grade5",
        "applicant_id": WHO,
        "occurred_at": at(seconds),
    }


def paper(seconds: float, event_id: str) -> dict[str, Any]:
    return about(seconds, event_id) | {
        "document_id": "doc-1",
        "claim_id": "lang-1",
        "paper": None,
        "kind": UploadKind.LANGUAGE_REPORT,
    }


def declared(version: int = 1) -> Declared:
    return Declared(
        **about(version, f"declared-{version}"),
        version=version,
        claims=(ClaimRef("lang-1", "language"),),
        personal={"declaration": DECLARATION},
    )


def uploaded() -> Uploaded:
    return Uploaded(**paper(2, "uploaded-1"), files=(StoredFile("blob", SHA, 3, "application/pdf", 1),))


def read(event_id: str = "read-1", unread: str | None = None) -> PaperRead:
    return PaperRead(**paper(3, event_id), upload_id="uploaded-1", recognised="TOEIC", unread=unread, engine="test")


def judged(event_id: str = "judged-1", status: VerdictStatus = VerdictStatus.MATCH, version: int = 1) -> Judged:
    return Judged(
        **paper(4, event_id),
        declaration_version=version,
        declaration_id=f"declared-{version}",
        reading_id="read-1",
        status=status,
        basis="basis",
        fields=(),
        reasons=(),
        recognised="TOEIC",
        judge="1",
        rulebook="krc-2019/1",
    )


def scored(events: Sequence[Event], event_id: str = "scored-1", **instead: Any) -> Scored:
    score = recomputed_score(fold(events), WHO, announcement())
    assert score is not None
    return Scored(
        **about(5, event_id),
        declaration_version=1,
        inputs=("declared-1", "judged-1"),
        rulebook="krc-2019",
        rulebook_version="1",
        basis=ScoreBasis(score["basis"]),
        state=ScoreState(score["state"]),
        eligible=True,
        personal={"score": score | instead},
    )


TOPIC = {
    Declared: "intake.declarations",
    Uploaded: "intake.uploads.language-report",
    PaperRead: "verify.readings",
    Judged: "verify.verdicts",
    Scored: "score.scores",
}


def heard(event: Event, offset: int = 0, value: bytes | None = None) -> Heard:
    key = event.subject.encode()
    raw = Raw(TOPIC[type(event)], 0, offset, event.occurred_at.timestamp(), key, value or event.event_id.encode())
    return Heard(raw, event)


def letter(spot: tuple[str, int, int], group: str, offset: int, value: bytes = b"\x7bpoison") -> Raw:
    told = {
        "topic": spot[0],
        "partition": str(spot[1]),
        "offset": str(spot[2]),
        "class.name": group,
        "exception.class.name": "services.common.errors.Poison",
        "exception.message": "not in Confluent wire format",
    }
    headers = tuple((f"__connect.errors.{name}", text.encode()) for name, text in told.items())
    return Raw(f"{spot[0]}.{group}.dlq", 0, offset, BEGAN + 7, b"key", value, headers)


def events() -> list[Event]:
    base: list[Event] = [declared(), uploaded(), read(), judged()]
    return [*base, scored(base)]


def healthy() -> History:
    """One applicant, one paper that matches, one poisoned verdict with its three dead letters, one kill."""
    found = [heard(event) for event in events()]
    groups = {group for topic in catalogue().values() for group in topic.consumers}
    committed = {
        group: {(one.raw.place): 1 for one in found if group in catalogue()[one.raw.topic].consumers}
        for group in groups
    }
    ends = {one.raw.place: 1 for one in found}
    sample = Sample(BEGAN + 6, committed, ends, dict.fromkeys(groups, 9))
    score = recomputed_score(fold(events()), WHO, announcement())
    return History(
        acks=(
            Ack("declare", WHO, BEGAN, BEGAN + 1, 200, "", 1, "right", version=1),
            Ack("upload", WHO, BEGAN + 1, BEGAN + 2, 202, "", 3, "toeic-pdf", "lang-1", "doc-1", SHA),
            Ack("refused", WHO, BEGAN + 2, BEGAN + 3, 415, "UNSUPPORTED_TYPE", 1, "zip", "lang-1", "", "b" * 64),
        ),
        heard=tuple(found),
        undecodable=(Raw(*POISON_SPOT, BEGAN + 6, b"key", b"\x7bpoison"),),
        letters=tuple(
            letter(POISON_SPOT, group, offset) for offset, group in enumerate(catalogue()["verify.verdicts"].consumers)
        ),
        injected=(Injected(POISON_SPOT, "garbage", BEGAN + 6),),
        samples=(sample,),
        inboxes={group: {event.event_id: row for row, event in enumerate(events(), 1)} for group in groups},
        unsent={"judging": 0},
        behind={"docintake.judging": 0},
        documents={
            "doc-1": {
                "status": "MATCH",
                "sha256": SHA,
                "declaration_version": 1,
                "history": [{"event": "RECEIVED"}, {"event": "READ"}, {"event": "MATCH"}],
            }
        },
        applicants={WHO: {"declaration_version": 1, "score": score}},
        originals={"doc-1": SHA},
        blobs=frozenset({SHA}),
        review={"doc-1": ("judged-1", "MATCH", None)},
        faults=(Done("kill judging", BEGAN + 2, BEGAN + 2, killed=True),),
    )


def without(history: History, *event_ids: str) -> History:
    """The same, with some events lost."""
    return replace(history, heard=tuple(one for one in history.heard if one.event.event_id not in event_ids))


def also(history: History, *more: Heard) -> History:
    """The same, with more records."""
    return replace(history, heard=(*history.heard, *more))


def broken(history: History) -> dict[str, list[Checked]]:
    """What the oracle complains of, by promise."""
    found: dict[str, list[Checked]] = {}
    for checked in examine(history, announcement()):
        if checked.broken:
            found.setdefault(checked.promise, []).append(checked)
    return found
