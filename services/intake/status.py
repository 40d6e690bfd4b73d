"""Where a document stands, from all that is known of it (portal-api, section 3). Pure.

RECEIVED → READ → MATCH · MISMATCH · UNREADABLE        (a newer declaration is judged again)
         → REJECTED                                    any of them → SUPERSEDED · WITHDRAWN
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from services.common.events import Decision, VerdictStatus
from services.common.standing import holding_decision, newest_verdict


class Status(StrEnum):
    """What the portal sees as `status`."""

    RECEIVED = "RECEIVED"
    READ = "READ"
    MATCH = "MATCH"
    MISMATCH = "MISMATCH"
    UNREADABLE = "UNREADABLE"
    REJECTED = "REJECTED"
    SUPERSEDED = "SUPERSEDED"
    WITHDRAWN = "WITHDRAWN"


class Outcome(StrEnum):
    """What the portal sees as `outcome`."""

    PASS = "PASS"  # noqa: S105 # an outcome, no password
    FAIL = "FAIL"
    PENDING = "PENDING"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict on the document."""

    verdict_id: str
    """Event id."""
    declaration_version: int
    """The declaration it belongs to."""
    status: VerdictStatus
    """What the machine found."""
    basis: str
    """Digest of what a decision would settle."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class StaffDecision:
    """One staff decision on the document."""

    decision_id: str
    """Event id."""
    verdict_id: str | None
    """The verdict that staff saw; None where they saw a rejection."""
    basis: str
    """That verdict's basis."""
    decision: Decision
    """What they decided."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one document."""

    ended: Status | None
    """SUPERSEDED or WITHDRAWN, or None while it counts."""
    read: bool
    """Whether a reading has come."""
    rejected: bool
    """Whether the reader rejected it."""
    verdicts: tuple[Verdict, ...]
    """Every verdict, in any order."""
    decisions: tuple[StaffDecision, ...]
    """Every decision, in any order."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from the facts."""

    status: Status
    """Where it stands."""
    outcome: Outcome
    """What that means for the applicant."""
    decided_by: Literal["machine", "staff"] | None
    """Who settled it; None while nobody has."""
    verdict: Verdict | None
    """The verdict that counts."""
    decision: StaffDecision | None
    """The decision that counts."""

    @property
    def declaration_version(self) -> int | None:
        """The declaration that the verdict belongs to, or None."""
        return self.verdict.declaration_version if self.verdict else None


_MACHINE = {
    Status.MATCH: Outcome.PASS,
    Status.MISMATCH: Outcome.FAIL,
}
_STAFF = {
    Decision.UPHELD: Outcome.FAIL,
    Decision.OVERTURNED: Outcome.PASS,
    Decision.RE_UPLOAD: Outcome.PENDING,
}


def standing(facts: Facts, *, staff_confirm_fails: bool = False) -> Standing:
    """The document's standing; `staff_confirm_fails` where a person confirms each mismatch (G26)."""
    verdict = newest_verdict(facts.verdicts)
    decision = _holding_decision(facts, verdict)
    status = _status(facts, verdict)
    if facts.ended is not None:
        return Standing(status, Outcome.PENDING, None, verdict, decision)
    if decision is not None:
        return Standing(status, _STAFF[decision.decision], "staff", verdict, decision)
    if status is Status.MISMATCH and staff_confirm_fails:
        return Standing(status, Outcome.PENDING, None, verdict, None)
    outcome = _MACHINE.get(status)
    return Standing(status, outcome or Outcome.PENDING, "machine" if outcome else None, verdict, None)


def is_final(status: Status, verdict_version: int | None, declared_version: int | None) -> bool:
    """Whether nothing more is awaited of the machine: a verdict on an old declaration is about to be replaced.

    `declared_version` is the newest version that has the document's claim, None where none has.
    """
    if status in (Status.REJECTED, Status.SUPERSEDED, Status.WITHDRAWN):
        return True
    if status in (Status.RECEIVED, Status.READ):
        return False
    return declared_version is None or verdict_version == declared_version


def _status(facts: Facts, verdict: Verdict | None) -> Status:
    if facts.ended is not None:
        return facts.ended
    if verdict is not None and verdict.status is not VerdictStatus.UNKNOWN:
        return Status(verdict.status.value)
    if facts.rejected:
        return Status.REJECTED
    return Status.READ if facts.read else Status.RECEIVED


def _holding_decision(facts: Facts, verdict: Verdict | None) -> StaffDecision | None:
    """The latest decision on what the newest verdict (or rejection) says; one on another basis has lapsed."""
    if verdict is not None:
        basis = verdict.basis
        return holding_decision(facts.decisions, lambda decision: decision.basis == basis)
    return holding_decision(facts.decisions, lambda decision: facts.rejected and decision.verdict_id is None)
