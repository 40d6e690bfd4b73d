"""What a claim and its empty fields are called, in Korean and English, where a result is explained."""

from __future__ import annotations

from collections.abc import Iterable

from services.announcement.declaration import CareerClaim, CertificateClaim, Claim, LanguageClaim, StatusClaim
from services.announcement.model import RuleBook
from services.common.field_names import label


def claim_name(claim: Claim, book: RuleBook) -> tuple[str, str]:
    """The claim in a few words (`한국사능력검정시험 1급`, `TOEIC 845`); its id where it says nothing."""
    match claim:
        case CertificateClaim():
            name = _joined(claim.title, claim.grade)
            return name or claim.id, name or claim.id
        case LanguageClaim():
            test = book.test(claim.test) if claim.test is not None else None
            ko, en = (test.title.ko, test.title.en) if test is not None else (claim.test, claim.test)
            return _joined(ko, claim.level, claim.score) or claim.id, _joined(en, claim.level, claim.score) or claim.id
        case StatusClaim():
            status = book.status(claim.status) if claim.status is not None else None
            return (status.title.ko, status.title.en) if status is not None else (claim.id, claim.id)
        case CareerClaim():
            return claim.company or claim.id, claim.company or claim.id


def left_empty(fields: Iterable[str]) -> tuple[str, str]:
    """That required `fields` were left empty."""
    names = [label(field) for field in fields]
    return f"입력 누락({', '.join(ko for ko, _ in names)})", f"left empty: {', '.join(en for _, en in names)}"


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
