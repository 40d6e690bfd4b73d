"""The answers of the portal contract, for its OpenAPI description; a test holds the real answers against them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.intake.status import Outcome, Status


class Shape(BaseModel):
    """An answer; nothing in it is undescribed."""

    model_config = ConfigDict(extra="forbid")


class FieldProblem(Shape):
    """One field that is wrong."""

    field: str = Field(description="Path of the field, part or header")
    code: str = Field(description="Stable code, such as REQUIRED or UNKNOWN_VALUE")
    value: Any = Field(None, description="What it held, cut short")
    ko: str
    en: str
    claim_id: str | None = Field(None, description="The claim it belongs to, if any")


class ProblemAnswer(Shape):
    """A refusal (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable code of the contract's section 5")
    detail: str
    detail_ko: str
    detail_en: str
    errors: list[FieldProblem] = Field(default=[], description="Field by field, for INVALID_FIELD")


class DeclarationAccepted(Shape):
    """An accepted declaration."""

    applicant_id: str
    version: int = Field(description="1, 2, 3 …; the same body again has the same version")


class UploadLinks(Shape):
    """Where to ask for the document."""

    self: str


class UploadReceived(Shape):
    """A document whose originals and event are durably stored."""

    document_id: str
    sha256: str = Field(description="Of the file; of several files, of their hex digests joined by line feeds")
    bytes: int
    pages: int
    status: Status
    links: UploadLinks


class DocumentSummary(Shape):
    """A document in short."""

    document_id: str
    applicant_id: str
    claim_id: str
    paper: str | None
    kind: str
    received_at: str
    sha256: str
    bytes: int
    pages: int
    status: Status
    outcome: Outcome
    decided_by: Literal["machine", "staff"] | None
    declaration_version: int | None = Field(description="The declaration that the verdict belongs to")
    superseded_by: str | None = Field(description="The newer document that took its place")


class FieldAnswer(Shape):
    """One field: declared beside read."""

    field: str
    declared: str | None
    read: str | None
    verdict: Literal["MATCH", "MISMATCH", "UNREADABLE", "NOT_PRINTED", "MISSING"]
    page: int | None
    box: list[int] | None = Field(description="left, top, right, bottom in pixels of the upright page picture")


class Reason(Shape):
    """Why the document stands where it stands."""

    code: str
    field: str | None
    ko: str
    en: str


class HistoryLine(Shape):
    """What happened, and when."""

    at: str
    event: str


class DocumentLinks(Shape):
    """Where to ask on."""

    self: str
    applicant: str
    pages: list[str] = Field(description="Upright page pictures, in order; empty until the paper is read")


class DocumentAnswer(DocumentSummary):
    """A document whole."""

    fields: list[FieldAnswer]
    reasons: list[Reason]
    history: list[HistoryLine]
    links: DocumentLinks


class DocumentPage(Shape):
    """One page of a listing."""

    documents: list[DocumentSummary]
    next_cursor: str | None = Field(description="`cursor` of the next page; null on the last")


class ClaimAnswer(Shape):
    """A claim with its documents."""

    id: str
    kind: str
    outcome: Outcome
    documents: list[DocumentSummary]


class ApplicantAnswer(Shape):
    """An applicant."""

    applicant_id: str
    announcement: str
    version: int | None = Field(description="The declaration's version; null before it is declared")
    declaration_version: int | None = Field(description="The same, by the name that documents use")
    claims: list[ClaimAnswer]
    unclaimed: list[DocumentSummary] = Field(description="Documents whose claim is not declared (yet)")
    score: dict[str, Any] | None = Field(description="The newest score, section 4; null before there is one")
