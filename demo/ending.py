"""How an applicant's story ended, as the portal saw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paper is no match, or why a file was refused."""

    code: str
    """FIELD_MISMATCH, ENCRYPTED …"""
    field: str | None = None
    """The declaration's field, None for the paper as a whole."""
    ko: str = ""
    """For the applicant."""
    en: str = ""
    """The same in English."""

    def __str__(self) -> str:
        """As expected.toml writes it: `FIELD_MISMATCH score`."""
        return f"{self.code} {self.field}" if self.field else self.code


@dataclass(frozen=True, slots=True)
class PaperEnding:
    """What became of one paper."""

    status: str
    """The document's status, or REFUSED where it never became one."""
    outcome: str = ""
    """PASS, FAIL, PENDING; empty where it was refused."""
    decided_by: str | None = None
    """machine, staff or None."""
    version: int | None = None
    """The declaration that it was judged against last."""
    reasons: tuple[Reason, ...] = ()
    """Why."""
    fields: tuple[Mapping[str, Any], ...] = ()
    """Declared beside read, as the API answers it."""
    earlier: tuple[str, ...] = ()
    """What the portal saw before: `READ` while the declaration was awaited, `MISMATCH` before a correction."""
    readings: int = 0
    """How often it was read."""
    documents: int = 0
    """How many documents there are of this claim."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of one applicant."""

    papers: Mapping[str, PaperEnding] = field(default_factory=dict)
    """By the paper's name."""
    score_first: Mapping[str, Any] | None = None
    """The score before any paper came, where the portal asked for it."""
    score: Mapping[str, Any] | None = None
    """The newest score, as the API answers it."""
    failure: str | None = None
    """Why the story could not be played to its end."""


def refused(reason: Reason) -> PaperEnding:
    """The ending of a file that never became a document."""
    return PaperEnding(status="REFUSED", reasons=(reason,))


def ended(answer: Mapping[str, Any], earlier: tuple[str, ...], documents: int) -> PaperEnding:
    """The ending of a document from the API's `answer`."""
    return PaperEnding(
        status=answer["status"],
        outcome=answer["outcome"],
        decided_by=answer["decided_by"],
        version=answer["declaration_version"],
        reasons=tuple(Reason(one["code"], one["field"], one["ko"], one["en"]) for one in answer["reasons"]),
        fields=tuple(answer["fields"]),
        earlier=earlier,
        readings=sum(entry["event"] == "READ" for entry in answer["history"]),
        documents=documents,
    )
