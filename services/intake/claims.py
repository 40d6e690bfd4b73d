"""What a claim asks of uploads, and what its documents make of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from services.announcement.declaration import Claim
from services.announcement.model import RuleBook
from services.announcement.proof import is_proved
from services.announcement.refusal import FieldError
from services.common.events import UploadKind
from services.intake.status import Outcome


def kind_error(claim: Claim, kind: str, rulebook: RuleBook) -> FieldError | None:
    """What is wrong with uploading `kind` for `claim`, or None. Evidence may support any claim."""
    fitting = rulebook.claim_kind(claim.kind).upload
    if kind in (fitting, UploadKind.EVIDENCE.value):
        return None
    return FieldError(
        "kind",
        "WRONG_KIND",
        kind,
        f"{claim.id}은(는) {claim.kind} 항목이므로 kind는 {fitting} (또는 evidence)이어야 합니다.",
        f"{claim.id} is a {claim.kind} claim: its kind is {fitting} (or evidence).",
        claim_id=claim.id,
    )


def claim_outcome(claim: Claim, outcomes: Mapping[str, Outcome], rulebook: RuleBook, *, uploads_over: bool) -> Outcome:
    """What the current documents make of a claim.

    `outcomes` has the outcome of each current document by the paper it was uploaded as ("" where none was named).
    One fail fails the claim; it passes when every paper that it needs has passed. What is missing is a fail once
    uploads are over.
    """
    if Outcome.FAIL in outcomes.values():
        return Outcome.FAIL
    passed = {paper for paper, outcome in outcomes.items() if outcome is Outcome.PASS}
    if is_proved(claim, passed, rulebook):
        return Outcome.PASS
    waiting = Outcome.PENDING in outcomes.values()
    return Outcome.FAIL if uploads_over and not waiting else Outcome.PENDING
