"""How far each claim of a declaration is proved."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from services.announcement.declaration import (
    CareerClaim,
    CertificateClaim,
    Claim,
    Declaration,
    LanguageClaim,
    StatusClaim,
)
from services.announcement.model import RuleBook
from services.announcement.proof import needs_no_paper


class ClaimState(StrEnum):
    """The state of one claim's papers."""

    AWAITING = "AWAITING"
    """No paper yet, or not judged yet."""
    PASSED = "PASSED"
    """Every paper it needs agrees."""
    FAILED = "FAILED"
    """A paper contradicts it, and staff did not overturn that."""
    PENDING = "PENDING"
    """Staff must decide."""
    MISSING = "MISSING"
    """The window for papers is over and one is missing."""


Settled = Mapping[str, ClaimState]
"""Claim id → its state; a claim that is not named is AWAITING."""

_FINAL = frozenset({ClaimState.PASSED, ClaimState.FAILED, ClaimState.MISSING})
_LOST = frozenset({ClaimState.FAILED, ClaimState.MISSING})


def state_of(claim: Claim, settled: Settled, book: RuleBook) -> ClaimState:
    """The state of `claim`; a status that an internal list proves needs no paper, so it has passed from the start."""
    if (state := settled.get(claim.id)) is not None:
        return state
    return ClaimState.PASSED if needs_no_paper(claim, book) else ClaimState.AWAITING


def is_lost(claim: Claim, settled: Settled) -> bool:
    """Whether `claim` is disproved or its paper is missing, so that it counts for nothing."""
    return settled.get(claim.id) in _LOST


def all_final(declaration: Declaration, settled: Settled, book: RuleBook) -> bool:
    """Whether nothing more is awaited for any claim."""
    return all(state_of(claim, settled, book) in _FINAL for claim in declaration.claims)


def missing_fields(claim: Claim, book: RuleBook) -> tuple[str, ...]:
    """Required fields that were left empty (입력 누락): such a claim earns nothing."""
    required = book.claim_kind(claim.kind).required_fields
    missing = [name for name in required if getattr(claim, name) is None]
    match claim:
        case LanguageClaim(test=name) if name is not None and (test := book.test(name)) is not None:
            missing += [need for need in test.requires if getattr(claim, need) is None and need not in missing]
        case CareerClaim():
            for need in book.claim_kind("career").required_record_fields:
                attribute = "from_" if need == "from" else need
                missing += [
                    f"records[{row}].{need}"
                    for row, record in enumerate(claim.records)
                    if getattr(record, attribute) is None
                ]
        case CertificateClaim() | StatusClaim() | LanguageClaim():
            pass
    return tuple(missing)
