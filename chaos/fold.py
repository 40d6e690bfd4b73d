"""What the topics say, folded without any service's code: documents, their verdicts, declarations, claims. Pure.

Only the arithmetic of a score is called, on a declaration and claim states that are worked out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.announcement.declaration import parse_declaration
from services.announcement.model import Announcement
from services.common.events import (
    Declared,
    Event,
    Judged,
    PaperRead,
    PaperRejected,
    Uploaded,
    VerdictStatus,
    Withdrawn,
)
from services.score.rules.claimstate import ClaimState
from services.score.rules.score import score, to_json

_STATE = {
    VerdictStatus.MATCH: ClaimState.PASSED,
    VerdictStatus.MISMATCH: ClaimState.FAILED,
    VerdictStatus.UNREADABLE: ClaimState.PENDING,
}


@dataclass(slots=True)
class Paper:
    """One document and every event about it, each id once."""

    uploaded: Uploaded
    """How it came."""
    withdrawn: dict[str, Withdrawn] = field(default_factory=dict)
    """By event id."""
    readings: dict[str, PaperRead] = field(default_factory=dict)
    """By event id."""
    rejections: dict[str, PaperRejected] = field(default_factory=dict)
    """By event id."""
    verdicts: dict[str, Judged] = field(default_factory=dict)
    """By event id."""

    @property
    def end(self) -> str | None:
        """SUPERSEDED, WITHDRAWN or None."""
        return next((event.cause.value for event in self.withdrawn.values()), None)

    def verdict(self) -> Judged | None:
        """The newest version's verdict, and of those the latest made."""
        ordered = sorted(self.verdicts.values(), key=lambda one: (one.declaration_version, one.occurred_at))
        return ordered[-1] if ordered else None

    def status(self) -> str:
        """What a portal must be told."""
        if self.end:
            return self.end
        verdict = self.verdict()
        if verdict is not None:
            return verdict.status.value
        if self.rejections:
            return "REJECTED"
        return "READ" if self.readings else "RECEIVED"


@dataclass(frozen=True, slots=True)
class Folded:
    """All topics, folded."""

    papers: Mapping[str, Paper]
    """By document id."""
    declared: Mapping[str, Mapping[int, Declared]]
    """By application number and version."""
    orphans: tuple[Event, ...]
    """Events about documents that were never uploaded."""

    def newest(self, applicant_id: str) -> Declared | None:
        """The newest declaration."""
        versions = self.declared.get(applicant_id, {})
        return versions[max(versions)] if versions else None

    def of_applicant(self, applicant_id: str) -> list[Paper]:
        """The applicant's documents."""
        return [paper for paper in self.papers.values() if paper.uploaded.applicant_id == applicant_id]


def fold(events: Iterable[Event]) -> Folded:
    """The order of the events, and how often each comes, make no difference."""
    papers: dict[str, Paper] = {}
    declared: dict[str, dict[int, Declared]] = defaultdict(dict)
    others: list[Event] = []
    for event in events:
        if isinstance(event, Uploaded):
            papers.setdefault(event.document_id, Paper(event))
        elif isinstance(event, Declared):
            declared[event.applicant_id].setdefault(event.version, event)
        elif isinstance(event, (Withdrawn, PaperRead, PaperRejected, Judged)):
            others.append(event)
    orphans = []
    for event in others:
        paper = papers.get(getattr(event, "document_id", ""))
        if paper is None:
            orphans.append(event)
            continue
        match event:
            case Withdrawn():
                paper.withdrawn.setdefault(event.event_id, event)
            case PaperRead():
                paper.readings.setdefault(event.event_id, event)
            case PaperRejected():
                paper.rejections.setdefault(event.event_id, event)
            case Judged():
                paper.verdicts.setdefault(event.event_id, event)
    return Folded(papers, declared, tuple(orphans))


def recomputed_score(folded: Folded, applicant_id: str, announcement: Announcement) -> dict[str, Any] | None:
    """The score object that the events make, or None where nothing was declared."""
    newest = folded.newest(applicant_id)
    if newest is None:
        return None
    declaration = parse_declaration(dict(newest.personal["declaration"]), announcement, now=None)
    states: dict[str, ClaimState] = {}
    for claim in declaration.claims:
        found = [
            _state(paper, newest.version)
            for paper in folded.of_applicant(applicant_id)
            if paper.uploaded.claim_id == claim.id and paper.end is None
        ]
        for state in (ClaimState.FAILED, ClaimState.PASSED, ClaimState.AWAITING, ClaimState.PENDING):
            if state in found:
                states[claim.id] = state
                break
    return to_json(score(declaration, states, announcement))


def _state(paper: Paper, version: int) -> ClaimState:
    verdict = paper.verdict()
    if verdict is None:
        return ClaimState.PENDING if paper.rejections else ClaimState.AWAITING
    if verdict.declaration_version != version:
        return ClaimState.AWAITING
    return _STATE[verdict.status]
