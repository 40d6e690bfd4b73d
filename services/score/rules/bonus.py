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
from services.score.rules.claim_names import claim_name, left_empty
from services.score.rules.claimstate import Settled, is_lost, missing_fields
from services.score.rules.language import held_test, window_reasons
from services.score.rules.points import Point, cut, plain


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
        earned = sorted(claim_name(claim, book) for claim, why_not in meant if why_not is None)
        if earned:
            points = cut(bonus.points, book.quantum)
            total += points
            ko, en = earned[0]
            ko, en = f"{bonus.title.ko}: {ko} → {points:f}", f"{bonus.title.en}: {en} → {points:f}"
            lines.append(Point("bonus", points, bonus.rule, ko, en))
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
        yield left_empty(missing)
    if is_lost(claim, settled):
        yield "서류로 확인되지 않음", "not proved by its paper"
    match claim:
        case CertificateClaim():
            yield from refusals(claim, settled, book, notice)
        case LanguageClaim() if not missing:
            test = held_test(claim, book)
            for reason in window_reasons(claim, test, book, notice):
                yield reason.ko.rstrip("."), reason.en.rstrip(".")
            needed = [item for item in bonus.tests if item.test == claim.test]
            if not any(_reaches(claim, item, book) for item in needed):
                least = " · ".join(item.level or plain(item.score or Decimal(0)) for item in needed)
                yield f"인정 기준({least})에 미달", f"below the threshold ({least})"
        case _:
            pass


def _reaches(claim: LanguageClaim, needed: BonusTest, book: RuleBook) -> bool:
    if needed.score is not None and (claim.score is None or Decimal(claim.score) < needed.score):
        return False
    if needed.level is None:
        return True
    names = [level.name for level in held_test(claim, book).levels]
    return claim.level in names and names.index(claim.level) >= names.index(needed.level)


def _zero(claim: Claim, bonus: Bonus, why: tuple[str, str], book: RuleBook) -> Point:
    ko, en = why
    name_ko, name_en = claim_name(claim, book)
    zero = cut(Decimal(0), book.quantum)
    return Point(
        "bonus",
        zero,
        bonus.rule,
        f"{bonus.title.ko} {name_ko}: {ko} → 0",
        f"{bonus.title.en}, {name_en}: {en} → 0",
    )
