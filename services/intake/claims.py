"""What a claim asks of uploads, and what its documents make of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from services.announcement.claims import StatusKind
from services.announcement.declaration import Claim, StatusClaim
from services.announcement.model import RuleBook
from services.announcement.proof import is_proved
from services.announcement.refusal import FieldError
from services.common.events import UploadKind
from services.intake.identifiers import shown
from services.intake.status import Outcome


def claim_errors(claim: Claim, kind: str, paper: str, rulebook: RuleBook) -> Iterator[FieldError]:
    """What is wrong with uploading `kind` as `paper` ("" where none is named) for `claim`."""
    if error := kind_error(claim, kind, rulebook):
        yield error
    if error := paper_error(claim, paper, rulebook):
        yield error


def paper_error(claim: Claim, paper: str, rulebook: RuleBook) -> FieldError | None:
    """What is wrong with naming `paper` for `claim`, or None.

    Only statuses have papers with names. Any status may come with the paper of another: who claims for a family member
    adds 가족관계증명서, which staff weigh (G32).
    """
    if not paper:
        return None
    if not isinstance(claim, StatusClaim):
        ko, en = (
            "비워 보내십시오(이 항목의 서류에는 이름이 없습니다)",
            "leave it empty: papers of this claim have no names",
        )
    else:
        own = rulebook.status(claim.status) if claim.status is not None else None
        allowed = tuple(dict.fromkeys(_paper_names(() if own is None else (own,)) + _paper_names(rulebook.statuses)))
        if paper in allowed:
            return None
        names = ", ".join(allowed)
        ko, en = f"다음 가운데 하나를 쓰십시오: {names}", f"use one of {names}"
    return FieldError(
        "paper",
        "UNKNOWN_VALUE",
        shown(paper),
        f"{claim.id}({claim.kind})에 쓸 수 없는 서류 이름입니다. {ko}.",
        f"{claim.id} is a {claim.kind} claim, which has no such paper; {en}.",
        claim_id=claim.id,
    )


def _paper_names(statuses: Iterable[StatusKind]) -> tuple[str, ...]:
    return tuple(
        name
        for status in statuses
        for need in status.papers
        for choice in need.one_of
        for name in (choice.paper, *choice.also)
    )


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
