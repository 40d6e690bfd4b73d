"""What the papers of a claim make of it, from verdicts, rejections, withdrawals and staff decisions. Pure.

Order of arrival never matters: the newest declaration version's verdict counts, a decision counts while the verdict
that it settled still says the same, and a document that was withdrawn or superseded counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.announcement.declaration import Claim, Declaration
from services.announcement.model import Announcement, RuleBook
from services.announcement.proof import is_proved, needs_no_paper
from services.common.events import Decision, VerdictStatus
from services.common.standing import holding_decision, newest_verdict
from services.score.rules.claimstate import ClaimState


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict on a document."""

    declaration_version: int
    """The declaration it was judged against."""
    status: VerdictStatus
    """What the machine found."""
    basis: str
    """Digest of what a decision would settle."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class StaffDecision:
    """One staff decision on a document."""

    on_rejection: bool
    """Whether staff saw a rejected document, and no verdict."""
    basis: str
    """Basis of the verdict that they saw."""
    decision: Decision
    """What they decided."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Document:
    """All that score knows of one document."""

    claim_id: str
    """The claim it proves."""
    paper: str
    """Which paper; empty where none was named."""
    ended: bool
    """Whether it was withdrawn or superseded."""
    rejected: bool
    """Whether it can never be read."""
    verdicts: tuple[Verdict, ...]
    """Every verdict, in any order."""
    decisions: tuple[StaffDecision, ...]
    """Every decision, in any order."""


def claim_states(
    declaration: Declaration,
    version: int,
    documents: Iterable[Document],
    announcement: Announcement,
    *,
    uploads_over: bool,
) -> Mapping[str, ClaimState]:
    """The state of every claim that has a document, and of every other one once uploads are over.

    `version` is the declaration's: a verdict on another version says nothing about this one.
    """
    staff_confirm = announcement.options.confirm_fail == "staff"
    papers: dict[str, dict[str, ClaimState]] = {}
    for document in documents:
        if not document.ended:
            papers.setdefault(document.claim_id, {})[document.paper] = document_state(
                document, version, staff_confirm=staff_confirm
            )
    states: dict[str, ClaimState] = {}
    for claim in declaration.claims:
        state = _claim_state(claim, papers.get(claim.id, {}), announcement.rulebook, uploads_over=uploads_over)
        if state is not None:
            states[claim.id] = state
    return states


def document_state(document: Document, version: int, *, staff_confirm: bool) -> ClaimState:
    """What one current document says about its claim as declared in `version`."""
    verdict = newest_verdict(document.verdicts)
    if verdict is not None and verdict.declaration_version != version:
        return ClaimState.AWAITING  # judged against another declaration; the next verdict is on its way
    decision = _holding(document, verdict)
    if decision is not None:
        return {Decision.UPHELD: ClaimState.FAILED, Decision.OVERTURNED: ClaimState.PASSED}.get(
            decision.decision, ClaimState.PENDING
        )
    if verdict is None:
        return ClaimState.PENDING if document.rejected else ClaimState.AWAITING
    if verdict.status is VerdictStatus.MATCH:
        return ClaimState.PASSED
    if verdict.status is VerdictStatus.MISMATCH and not staff_confirm:
        return ClaimState.FAILED
    return ClaimState.PENDING


def _holding(document: Document, verdict: Verdict | None) -> StaffDecision | None:
    if verdict is not None:
        basis = verdict.basis
        return holding_decision(document.decisions, lambda decision: decision.basis == basis)
    return holding_decision(document.decisions, lambda decision: document.rejected and decision.on_rejection)


def _claim_state(
    claim: Claim, papers: Mapping[str, ClaimState], book: RuleBook, *, uploads_over: bool
) -> ClaimState | None:
    """One fail fails; it passes when every paper it needs has passed; None: nothing is known, and nothing is due."""
    states = set(papers.values())
    if ClaimState.FAILED in states:
        return ClaimState.FAILED
    if needs_no_paper(claim, book):
        return None
    passed = {paper for paper, state in papers.items() if state is ClaimState.PASSED}
    if is_proved(claim, passed, book):
        return ClaimState.PASSED
    for waiting in (ClaimState.AWAITING, ClaimState.PENDING):
        if waiting in states:
            return waiting
    if uploads_over:
        return ClaimState.MISSING
    return ClaimState.AWAITING if papers else None
