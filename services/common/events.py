"""Every event on Kafka, as frozen values. `schemas/*.avsc` holds the same fields; a test compares the two.

An event is a plain envelope (ids, kinds, versions, codes) and `personal`: the personal values, which travel sealed.
Across topics nothing is in order: every event names the versions it rests on, and the newest version wins.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:docintake:events")


def derived_id(stage: str, *inputs: str) -> str:
    """The id of what `stage` makes of `inputs` (all ids and versions it rests on): the same inputs, the same id."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((stage, *inputs))))


class UploadKind(StrEnum):
    """What the portal says it uploads."""

    UNKNOWN = "UNKNOWN"
    CERTIFICATE = "certificate"
    LANGUAGE_REPORT = "language-report"
    CAREER_FORM = "career-form"
    EVIDENCE = "evidence"


class WithdrawalCause(StrEnum):
    """Why a document no longer counts."""

    UNKNOWN = "UNKNOWN"
    WITHDRAWN = "WITHDRAWN"
    SUPERSEDED = "SUPERSEDED"


class VerdictStatus(StrEnum):
    """What the machine found."""

    UNKNOWN = "UNKNOWN"
    MATCH = "MATCH"
    MISMATCH = "MISMATCH"
    UNREADABLE = "UNREADABLE"


class Decision(StrEnum):
    """What staff decided: the fail stands, the paper passes, or a new upload is asked for."""

    UNKNOWN = "UNKNOWN"
    UPHELD = "UPHELD"
    OVERTURNED = "OVERTURNED"
    RE_UPLOAD = "RE-UPLOAD"


class ScoreBasis(StrEnum):
    """Whether a score rests on declared values or on settled papers."""

    UNKNOWN = "UNKNOWN"
    DECLARED = "declared"
    VERIFIED = "verified"


class ScoreState(StrEnum):
    """The first that holds."""

    UNKNOWN = "UNKNOWN"
    FAILED = "FAILED"
    INELIGIBLE = "INELIGIBLE"
    PROVISIONAL = "PROVISIONAL"
    VERIFIED = "VERIFIED"


class Stage(StrEnum):
    """A stage of the selection."""

    UNKNOWN = "UNKNOWN"
    DOCUMENT = "document"
    WRITTEN = "written"
    INTERVIEW = "interview"
    FINAL = "final"


class StageResult(StrEnum):
    """What became of somebody in a stage."""

    UNKNOWN = "UNKNOWN"
    PASSED = "PASSED"
    EXEMPT = "EXEMPT"
    EXTRA = "EXTRA"
    STAFF = "STAFF"
    RESERVE = "RESERVE"
    OUT = "OUT"


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """A claim without its values."""

    id: str
    """The portal's claim id."""
    kind: str
    """certificate, language, career or status."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One admitted file of a document."""

    blob: str
    """Blob name `announcement~applicant/sha256`."""
    sha256: str
    """Of the original bytes, hex."""
    bytes: int
    """Size of the original."""
    media_type: str
    """By content: image/jpeg, application/pdf, …"""
    pages: int
    """Pages in this file."""


@dataclass(frozen=True, slots=True)
class FieldStatus:
    """One field's verdict, without values."""

    field: str
    """Field name of the declaration."""
    verdict: str
    """MATCH, MISMATCH, UNREADABLE, NOT_PRINTED or MISSING."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The envelope that all events share."""

    schema: ClassVar[str]
    """Name of the Avro schema."""

    event_id: str
    """Derived, see `derived_id`."""
    announcement: str
    """The announcement (공고)."""
    applicant_id: str
    """The portal's application number."""
    occurred_at: datetime
    """When, with an offset, to the millisecond."""
    personal: Mapping[str, Any] = field(default_factory=dict)
    """Personal values as JSON; sealed on the wire."""

    @property
    def subject(self) -> str:
        """`announcement/applicant_id`: the Kafka key, the CloudEvents subject and the name of the applicant's key."""
        return f"{self.announcement}/{self.applicant_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvent(Event):
    """The part that all events about one document share."""

    document_id: str
    """The document."""
    claim_id: str
    """The declaration's claim that it proves."""
    paper: str | None
    """Which paper, where a claim needs more than one."""
    kind: UploadKind
    """Upload kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Event):
    """A declaration was accepted. personal: {"declaration": the body as accepted}."""

    schema = "Declared"
    version: int
    """1, 2, 3 … per applicant."""
    claims: tuple[ClaimRef, ...]
    """Its claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded(DocumentEvent):
    """A document was admitted, and its originals stored. personal: {}."""

    schema = "Uploaded"
    files: tuple[StoredFile, ...]
    """In page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(DocumentEvent):
    """A document no longer counts. personal: {}."""

    schema = "Withdrawn"
    cause: WithdrawalCause
    """Taken back, or superseded."""
    superseded_by: str | None = None
    """The newer document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Event):
    """An applicant was erased: every consumer drops what it holds of theirs. personal: {}."""

    schema = "Erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRead(DocumentEvent):
    """The evidence of one paper. personal: `services.verify.evidence.to_json`."""

    schema = "PaperRead"
    upload_id: str
    """event_id of the Uploaded event."""
    recognised: str | None
    """Kind of paper."""
    unread: str | None
    """Why the whole paper is unread: BLANK, UNRECOGNISED, READER_FAILED."""
    engine: str
    """Engine, models and reader version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRejected(DocumentEvent):
    """A document that can never be read. personal: {}."""

    schema = "PaperRejected"
    upload_id: str
    """event_id of the Uploaded event."""
    code: str
    """Stable code."""
    reason_ko: str
    """What was wrong and what to do."""
    reason_en: str
    """The same in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(DocumentEvent):
    """A verdict.

    personal: {"fields": [{field, declared, read, verdict, page, box}], "reasons": [{code, field, ko, en}],
    "pages": [{number, width, height, picture}]}
    """

    schema = "Judged"
    declaration_version: int
    """The version that it was judged against."""
    declaration_id: str
    """event_id of that Declared event."""
    reading_id: str
    """event_id of the PaperRead event."""
    status: VerdictStatus
    """The machine's verdict."""
    basis: str
    """Keyed digest of what a decision would settle: the fields that do not match, declared and read."""
    fields: tuple[FieldStatus, ...]
    """Field by field."""
    reasons: tuple[str, ...]
    """Reason codes."""
    recognised: str | None
    """Kind of paper."""
    judge: str
    """Version of the judging rules."""
    rulebook: str
    """Rule book and version, `krc-2019/1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(DocumentEvent):
    """A staff decision. personal: {"reason": …, "staff": …}."""

    schema = "Decided"
    verdict_id: str | None
    """event_id of the Judged event that staff saw; None for a rejected document."""
    basis: str
    """Its basis: the decision holds while the newest verdict of the document has the same."""
    decision: Decision
    """What was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored(Event):
    """An applicant's document-stage score changed. personal: {"score": the portal contract's object, section 4}."""

    schema = "Scored"
    declaration_version: int
    """The declaration it rests on."""
    inputs: tuple[str, ...]
    """event_ids of everything it rests on, sorted."""
    rulebook: str
    """Rule book."""
    rulebook_version: str
    """Its version."""
    basis: ScoreBasis
    """declared or verified."""
    state: ScoreState
    """FAILED, INELIGIBLE, PROVISIONAL or VERIFIED."""
    eligible: bool
    """Whether the applicant may take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOutcome(Event):
    """A stage was selected. personal: {"outcome": `services.score.stages.outcome_row.to_json`}."""

    schema = "StageOutcome"
    stage: Stage
    """Which."""
    result: StageResult
    """What became of the applicant."""
    inputs: tuple[str, ...]
    """event_ids of the score, the stage before and the outcome that this one replaces, sorted."""
    rulebook: str
    """Rule book."""
    rulebook_version: str
    """Its version."""


EVENT_TYPES: dict[str, type[Event]] = {
    kind.schema: kind
    for kind in (
        Declared,
        Uploaded,
        Withdrawn,
        Erased,
        PaperRead,
        PaperRejected,
        Judged,
        Decided,
        Scored,
        StageOutcome,
    )
}
