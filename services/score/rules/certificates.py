"""Certificates: which are held at the notice date (rules 29, 35), and what they are worth together (30–39)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.announcement.declaration import CertificateClaim, Declaration
from services.announcement.model import CertificateGroup, Identity, RuleBook, Tier, title_key
from services.score.rules.claim_names import left_empty
from services.score.rules.claimstate import Settled, is_lost, missing_fields
from services.score.rules.points import Point, cut


@dataclass(frozen=True, slots=True)
class CertificateScore:
    """What an applicant's certificates bring."""

    points: Decimal
    """Their points under every cap."""
    explanation: tuple[Point, ...]
    """One line a certificate that counts or why it does not, and one a cap that takes points away."""
    groups_held: frozenset[str]
    """Ids of the certificate groups of which at least one certificate counts for the applicant's field."""


@dataclass(frozen=True, slots=True)
class _Worth:
    """A certificate in one area's list."""

    claim: CertificateClaim
    tier: Tier


def score_certificates(declaration: Declaration, settled: Settled, book: RuleBook, notice: date) -> CertificateScore:
    """Best certificate of each area; areas add up to the group's cap, groups to the field's."""
    field = book.field(declaration.field)
    if field is None:
        raise LookupError(f"rule book {book.name} has no field {declaration.field!r}; validate the declaration first")
    lines: list[Point] = []
    held: list[tuple[CertificateClaim, Identity]] = []
    for claim in declaration.claims:
        if isinstance(claim, CertificateClaim):
            why_not = next(refusals(claim, settled, book, notice), None)
            if why_not is None:
                held.append((claim, identity(claim, book)))
            else:
                lines.append(_zero(claim, book, book.certificate_rule, *why_not))
    explained: set[str] = set()
    groups_held: set[str] = set()
    total = Decimal(0)
    for group in book.certificate_groups:
        points = Decimal(0)
        for area, found in _by_area(group, held, declaration.field):
            groups_held.add(group.id)
            explained.update(worth.claim.id for worth in found)
            best, *others = sorted(found, key=lambda worth: (-worth.tier.points, worth.claim.id))
            points += cut(best.tier.points, book.quantum)
            lines.append(_counted(best, group, area, book))
            lines.extend(_lower(worth, best, group, area, book) for worth in others)
        capped = min(points, cut(group.cap, book.quantum))
        if capped < points:
            lines.append(_cap(capped - points, group.rule, group.title.ko, group.title.en, group.cap, book))
        total += capped
    lines.extend(
        _zero(claim, book, book.certificate_rule, *_unlisted(claim, declaration.field, book))
        for claim, _ in held
        if claim.id not in explained
    )
    capped = min(total, cut(field.certificate_cap, book.quantum))
    if capped < total:
        rule = book.certificate_groups[0].rule
        ko, en = f"{field.id} 자격증 만점", f"{field.id}: full certificate mark"
        lines.append(_cap(capped - total, rule, ko, en, field.certificate_cap, book))
    return CertificateScore(cut(capped, book.quantum), tuple(lines), frozenset(groups_held))


def refusals(claim: CertificateClaim, settled: Settled, book: RuleBook, notice: date) -> Iterator[tuple[str, str]]:
    """Why `claim` counts for nothing, whatever the lists say, as (ko, en); nothing where it counts."""
    if missing := missing_fields(claim, book):
        yield left_empty(missing)
    if is_lost(claim, settled):
        yield "서류로 확인되지 않음", "not proved by its paper"
    if claim.acquired_on is not None and claim.acquired_on > notice:
        yield f"공고일 {notice.isoformat()} 뒤에 취득", f"acquired after the notice date {notice.isoformat()}"
    tested = book.options.certificate_expiry == "tested"
    if tested and claim.valid_until is not None and claim.valid_until < notice:
        yield f"공고일 {notice.isoformat()} 전에 만료", f"expired before the notice date {notice.isoformat()}"
    kind = book.certificate_kind(claim.title) if claim.title is not None else None
    issuers = kind.issuers if kind is not None else ()
    if issuers and (claim.issuer is None or title_key(claim.issuer) not in map(title_key, issuers)):
        given = "발급기관 없음" if claim.issuer is None else "다른 발급기관"
        given_en = "no issuer given" if claim.issuer is None else "another issuer"
        yield f"{issuers[0]} 자격증만 인정({given})", f"only certificates of {issuers[0]} count ({given_en})"


def identity(claim: CertificateClaim, book: RuleBook) -> Identity:
    """The certificate that `claim` means."""
    return book.certificate_identity(claim.title or "", claim.grade)


def _by_area(
    group: CertificateGroup, held: list[tuple[CertificateClaim, Identity]], field: str
) -> Iterator[tuple[str, list[_Worth]]]:
    for area in group.areas_for(field):
        found = [
            _Worth(claim, tier) for claim, certificate in held if (tier := area.tier(certificate, field)) is not None
        ]
        if found:
            yield area.name, found


def _unlisted(claim: CertificateClaim, field: str, book: RuleBook) -> tuple[str, str]:
    kind = book.certificate_kind(claim.title or "")
    if kind is not None and kind.grades and identity(claim, book)[1] is None:
        if claim.grade is not None:
            return "자격명의 등급과 입력한 등급이 다름", "the grade in the title is another one than the grade given"
        return "인정되는 등급이 입력되지 않음", "no grade that the certificate has was given"
    return f"{field} 분야의 인정 자격증이 아님", f"on no list for the field {field}"


# ------------------------------------------------------------------------------------------------------ explanation


def _name(claim: CertificateClaim) -> str:
    return " ".join(part for part in (claim.title, claim.grade) if part) or claim.id


def _counted(worth: _Worth, group: CertificateGroup, area: str, book: RuleBook) -> Point:
    points = cut(worth.tier.points, book.quantum)
    name = _name(worth.claim)
    return Point(
        "certificates",
        points,
        group.rule,
        f"{name}: {group.title.ko} {area} {worth.tier.name} → {points:f}",
        f"{name}: {group.title.en}, {area} {worth.tier.name} → {points:f}",
    )


def _lower(worth: _Worth, best: _Worth, group: CertificateGroup, area: str, book: RuleBook) -> Point:
    ko = f"{area}에서는 {_name(best.claim)} 1개만 적용"
    return _zero(worth.claim, book, group.rule, ko, f"in {area} only {_name(best.claim)} counts")


def _zero(claim: CertificateClaim, book: RuleBook, rule: str, ko: str, en: str) -> Point:
    zero = cut(Decimal(0), book.quantum)
    return Point("certificates", zero, rule, f"{_name(claim)}: {ko} → 0", f"{_name(claim)}: {en} → 0")


def _cap(points: Decimal, rule: str, ko: str, en: str, cap: Decimal, book: RuleBook) -> Point:
    most = cut(cap, book.quantum)
    return Point("certificates", points, rule, f"{ko}: 최대 {most:f}", f"{en}: at most {most:f}")
