"""Where a document stands with staff, from all that is known of it. Pure.

A decision settles one basis: it holds while the newest verdict has the same, and lapses when that changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services.common.standing import holding_decision, newest_verdict

REJECTED = "REJECTED"
ASKS_FOR_A_PERSON = frozenset({"MISMATCH", "UNREADABLE", REJECTED})
NOBODY_ASKS = ("UNKNOWN_CLAIM",)
"""A paper that the newest declaration has no claim for is noted, and nobody decides on it (G25)."""


@dataclass(frozen=True, slots=True)
class VerdictSeen:
    """One verdict on the document."""

    verdict_id: str
    """Event id."""
    declaration_version: int
    """The declaration it was judged against."""
    status: str
    """MATCH, MISMATCH or UNREADABLE."""
    basis: str
    """What a decision on it would settle."""
    reasons: tuple[str, ...]
    """Reason codes."""
    recognised: str | None
    """Kind of paper."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """One staff decision on the document."""

    decision_id: str
    """Event id."""
    verdict_id: str | None
    """The verdict that staff saw; None for a rejected document."""
    basis: str
    """What it settles."""
    decision: str
    """UPHELD, OVERTURNED or RE-UPLOAD."""
    occurred_at: str
    """When, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows."""

    status: str
    """The newest verdict's status, REJECTED, or empty while there is neither."""
    verdict: VerdictSeen | None
    """The newest verdict."""
    basis: str | None
    """What a decision made now would settle; None while there is nothing to decide."""
    decision: DecisionMade | None
    """The decision that holds."""
    decidable: bool
    """Whether staff may decide on it."""
    flagged: bool
    """Whether a person is awaited: it is decidable, and nobody has decided."""


def standing(
    verdicts: Iterable[VerdictSeen], decisions: Iterable[DecisionMade], rejection_id: str | None, ended: bool
) -> Standing:
    """The document's standing; `rejection_id` is the event that rejected it, `ended`: withdrawn or replaced."""
    verdict = newest_verdict(verdicts)
    status = verdict.status if verdict else REJECTED if rejection_id else ""
    basis = verdict.basis if verdict else rejection_basis(rejection_id) if rejection_id else None
    decision = holding_decision(decisions, lambda made: made.basis == basis)
    asked = status in ASKS_FOR_A_PERSON and (verdict is None or verdict.reasons != NOBODY_ASKS)
    decidable = asked and not ended
    return Standing(status, verdict, basis, decision, decidable, decidable and decision is None)


def rejection_basis(rejection_id: str) -> str:
    """What a decision on a rejected document settles: this rejection."""
    return f"rejected:{rejection_id}"
