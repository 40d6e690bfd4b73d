"""The people and papers that are measured with: as many as wanted, every one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import specimens
from demo.portal import Portal

ANNOUNCEMENT = "2019-grade5"
KINDS = (
    ("NQ_AWARD", "qnet-portrait", "certificate"),
    ("TOEIC", "official-report", "language"),
    ("KORCHAM", "award", "certificate"),
    ("NEW_TEPS", "korean-certificate", "language"),
)
"""Paper, layout and kind of claim of the measured papers, in turn."""
PERSON = ("name", "name_latin", "birth_date")
CLAIMED = {
    "certificate": ("title", "grade", "number", "acquired_on", "issuer"),
    "language": ("test", "score", "level", "test_date", "registration_no", "sections"),
}
UPLOAD_KIND = {"certificate": "certificate", "language": "language-report"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One applicant with one claim and its paper."""

    applicant_id: str
    """Application number."""
    declaration: dict[str, Any]
    """What they declare."""
    kind: str
    """Upload kind of the paper."""
    content: bytes
    """The file."""

    def declare(self, portal: Portal, **instead: Any) -> int:
        """Send the declaration, fields of its claim replaced; its version."""
        claim = {**self.declaration["claims"][0], **instead}
        return portal.declare(self.applicant_id, {**self.declaration, "claims": [claim]})

    def upload(self, portal: Portal) -> str:
        """Send the paper; the document's id."""
        receipt = portal.upload(self.applicant_id, ANNOUNCEMENT, "claim", self.kind, "paper", self.content)
        return str(receipt["document_id"])


def candidates(prefix: str, count: int, *, digital: bool) -> list[Candidate]:
    """`count` applicants; their papers are digital PDFs, or 300-dpi scans of one page as JPEG."""
    return [_candidate(f"{prefix}-{number}", number, digital) for number in range(count)]


def _candidate(applicant_id: str, number: int, digital: bool) -> Candidate:
    paper, layout, kind = KINDS[number % len(KINDS)]
    values = specimens.values(paper, number)
    claim = {name: values[name] for name in CLAIMED[kind] if name in values}
    declaration = {
        "announcement": ANNOUNCEMENT,
        "field": "경상",
        "track": "전국일반",
        **{name: values[name] for name in PERSON if name in values},
        "claims": [{"id": "claim", "kind": kind, **claim}],
    }
    specimen = specimens.draw(paper, values, seed=number, layout=layout)
    if digital:
        return Candidate(applicant_id, declaration, UPLOAD_KIND[kind], specimen.pdf())
    pages = [specimens.degrade(page, "scan300", number) for page in specimen.pages]
    return Candidate(applicant_id, declaration, UPLOAD_KIND[kind], specimens.encode(pages[:1], "jpeg", number))
