"""Bonus points of the document stage (rules 40–46)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.announcement.declaration import (
    CertificateClaim,
    Claim,
    Declaration,
    LanguageClaim,
    StatusClaim,
)
from services.announcement.model import Bonus, BonusTest, RuleBook
from services.score.rules.certificates import identity, refusals
from services.score.rules.claimstate import Settled, is_lost, missing_fields
from services.score.rules.language import held_test, window_reasons
from services.score.rules.points import Point, cut


@dataclass(frozen=True, slots=True)
class BonusScore:
    """What an applicant's bonus claims bring."""

    points: Decimal
    """Points under the cap."""
    explanation: tuple[Point, ...]
    """One line a bonus earned, and one a claim that was meant for a bonus and earns none."""


def score_bonus(declaration: Declaration, settled: Settled, book: RuleBook, notice: date) -> BonusScore:
    """Each bonus once, whichever claim supports it; together at most the rule book's cap."""
    lines: list[Point] = []
    total = Decimal(0)
    for bonus in book.bonuses:
        meant = [
            (claim, next(_against(claim, bonus, declaration.field, settled, book, notice), None))
            for claim in declaration.claims
            if _is_meant(claim, bonus, book)
        ]
        earned = sorted(_name(claim) for claim, why_not in meant if why_not is None)
        if earned:
            points = cut(bonus.points, book.quantum)
            total += points
            text = f"{earned[0]} → {points:f}"
            lines.append(Point("bonus", points, bonus.rule, f"{bonus.title.ko}: {text}", f"{bonus.title.en}: {text}"))
        else:
            lines.extend(_zero(claim, bonus, why_not, book) for claim, why_not in meant if why_not is not None)
    capped = min(total, cut(book.bonus_cap, book.quantum))
    if capped < total:
        most = cut(book.bonus_cap, book.quantum)
        ko, en = f"가산점: 최대 {most:f}", f"bonus: at most {most:f}"
        lines.append(Point("bonus", capped - total, book.bonuses[0].rule, ko, en))
    return BonusScore(cut(capped, book.quantum), tuple(lines))


def _is_meant(claim: Claim, bonus: Bonus, book: RuleBook) -> bool:
    """Whether `claim` is of a kind that `bonus` rewards, good enough or not."""
    match claim:
        case StatusClaim(status=status):
            return status in bonus.statuses
        case CertificateClaim():
            return bool(bonus.certificates) and identity(claim, book)[0] in bonus.certificate_keys
        case LanguageClaim(test=test):
            return test in bonus.test_ids
        case _:
            return False


def _against(
    claim: Claim, bonus: Bonus, field: str, settled: Settled, book: RuleBook, notice: date
) -> Iterator[tuple[str, str]]:
    """Why `claim` does not earn `bonus`, as (ko, en); nothing where it does."""
    if bonus.fields and field not in bonus.fields:
        fields = "·".join(bonus.fields)
        yield f"{fields} 응시자에 한해 인정", f"only for applicants of {fields}"
    if missing := missing_fields(claim, book):
        names = ", ".join(missing)
        yield f"입력 누락({names})", f"left empty: {names}"
    if is_lost(claim, settled):
        yield "서류로 확인되지 않음", "not proved by its paper"
    match claim:
        case CertificateClaim():
            yield from refusals(claim, settled, book, notice)
        case LanguageClaim() if not missing:
            test = held_test(claim, book)
            for reason in window_reasons(claim, test, book, notice):
                yield reason.ko, reason.en
            if not any(_reaches(claim, item, book) for item in bonus.tests if item.test == claim.test):
                yield "인정 기준에 미달", "below the threshold"
        case _:
            pass


def _reaches(claim: LanguageClaim, needed: BonusTest, book: RuleBook) -> bool:
    if needed.score is not None and (claim.score is None or Decimal(claim.score) < needed.score):
        return False
    if needed.level is None:
        return True
    names = [level.name for level in held_test(claim, book).levels]
    return claim.level in names and names.index(claim.level) >= names.index(needed.level)


def _name(claim: Claim) -> str:
    match claim:
        case StatusClaim():
            return claim.status or claim.id
        case CertificateClaim():
            return " ".join(part for part in (claim.title, claim.grade) if part)
        case LanguageClaim():
            return " ".join(part for part in (claim.test, claim.level, claim.score) if part)
        case _:
            return claim.id


def _zero(claim: Claim, bonus: Bonus, why: tuple[str, str], book: RuleBook) -> Point:
    ko, en = why
    name = _name(claim)
    zero = cut(Decimal(0), book.quantum)
    return Point("bonus", zero, bonus.rule, f"{bonus.title.ko} {name}: {ko} → 0", f"{bonus.title.en}, {name}: {en} → 0")
