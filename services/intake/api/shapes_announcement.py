"""The answer of GET /v1/announcements, for OpenAPI."""

from __future__ import annotations

from pydantic import Field

from services.intake.api.shapes import Shape


class Title(Shape):
    """A name in both languages."""

    ko: str
    en: str


class WindowAnswer(Shape):
    """When something may come."""

    opens: str | None = Field(description="First instant; null: open from the start")
    closes: str | None = Field(description="First instant that is too late; null: never closes")
    open: bool = Field(description="Whether it is open now")


class WindowsAnswer(Shape):
    """All windows."""

    declaration: WindowAnswer
    upload: WindowAnswer
    personal_data: WindowAnswer


class TrackAnswer(Shape):
    """A track (전형)."""

    id: str
    needs_region: bool
    needs_one_status_of: list[str] = Field(description="One of these statuses must be claimed to be eligible")


class ClaimKindAnswer(Shape):
    """A kind of claim."""

    kind: str
    upload_kind: str = Field(description="The `kind` of its uploads")
    required_fields: list[str] = Field(description="Left empty, they are a mismatch (입력 누락)")
    required_record_fields: list[str] = Field(description="The same, of each record of a career")


class GridAnswer(Shape):
    """The scores a test can give."""

    minimum: str
    maximum: str
    step: str


class TestAnswer(Shape):
    """A language test."""

    id: str
    title: Title
    language: str
    role: str = Field(description="eligibility (one at most) or bonus")
    required_fields: list[str]
    score: GridAnswer | None
    levels: list[str]
    sections: list[str]


class CertificateAnswer(Shape):
    """A certificate that has grades."""

    title: str
    grades: list[str]


class PaperChoiceAnswer(Shape):
    """A paper that proves a status."""

    paper: str
    also: list[str] = Field(description="Papers that must come with it")


class StatusAnswer(Shape):
    """A status that may be claimed."""

    id: str
    title: Title
    rates: list[str]
    personal: bool = Field(description="Only while the window for personal data is open")
    papers: list[list[PaperChoiceAnswer]] = Field(description="One paper of each inner list; empty: none is uploaded")


class AnnouncementAnswer(Shape):
    """An announcement (공고)."""

    id: str
    title: Title
    notice_date: str | None
    rulebook: str
    rulebook_version: str
    windows: WindowsAnswer
    fields: list[str]
    tracks: list[TrackAnswer]
    regions: list[str]
    personal_fields: list[str]
    claims: list[ClaimKindAnswer]
    tests: list[TestAnswer]
    certificates: list[CertificateAnswer]
    statuses: list[StatusAnswer]


class AnnouncementList(Shape):
    """Every announcement."""

    announcements: list[AnnouncementAnswer]
