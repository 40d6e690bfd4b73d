"""Applicants and papers that the tests make up, beside the demo's cast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import specimens
from demo.portal import Portal

ANNOUNCEMENT = "2019-grade5"


@dataclass(frozen=True, slots=True)
class Applying:
    """Somebody with one TOEIC claim."""

    applicant_id: str
    """Application number."""
    values: dict[str, Any]
    """What stands on the report."""

    def declaration(self, **instead: Any) -> dict[str, Any]:
        """The declaration; the claim's fields may be replaced."""
        claim = {name: self.values[name] for name in ("test", "score", "test_date", "registration_no", "sections")}
        return {
            "announcement": ANNOUNCEMENT,
            "name": self.values["name"],
            "name_latin": self.values["name_latin"],
            "birth_date": self.values["birth_date"],
            "field": "경상",
            "track": "전국일반",
            "claims": [{"id": "lang-1", "kind": "language", **claim, **instead}],
        }

    def report(self, form: str = "pdf", wear: str = "clean") -> bytes:
        """The report as a file: `pdf` (digital) or a format of `specimens.encode`."""
        specimen = specimens.draw("TOEIC", self.values, seed=1, layout="official-report")
        if form == "pdf":
            return specimen.pdf()
        return specimens.encode([specimens.degrade(page, wear, 1) for page in specimen.pages], form)

    def declare(self, portal: Portal, **instead: Any) -> int:
        """Send the declaration; its version."""
        return portal.declare(self.applicant_id, self.declaration(**instead))

    def upload(self, portal: Portal, content: bytes) -> str:
        """Send a file for the claim; the document's id."""
        receipt = portal.upload(self.applicant_id, ANNOUNCEMENT, "lang-1", "language-report", "report", content)
        return str(receipt["document_id"])


def applying(applicant_id: str, name: str, name_latin: str, listening: int = 400, reading: int = 350) -> Applying:
    """An applicant with a report whose values are all given."""
    return Applying(
        applicant_id,
        {
            "name": name,
            "name_latin": name_latin,
            "birth_date": "1991-03-14",
            "test": "TOEIC",
            "score": str(listening + reading),
            "sections": {"listening": str(listening), "reading": str(reading)},
            "test_date": "2018-10-14",
            "registration_no": "427183",
        },
    )
