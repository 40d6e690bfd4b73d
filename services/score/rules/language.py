"""Language results: which count (rules 5–9, 44), what they convert to (19–26), and what they are worth (27, 28)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.announcement.conversion import converted
from services.announcement.declaration import Declaration, LanguageClaim
from services.announcement.language import LanguageTest, RawConversion
from services.announcement.model import RuleBook
from services.score.rules.claim_names import left_empty
from services.score.rules.claimstate import Settled, is_lost, missing_fields
from services.score.rules.points import EXACT, Point, Reason, cut, plain
from services.score.rules.years import years_from


@dataclass(frozen=True, slots=True)
class LanguageScore:
    """What an applicant's eligibility test brings."""

    points: Decimal
    """Points, also where the result does not make eligible; 0 where they cannot be computed."""
    reasons: tuple[Reason, ...]
    """Why it does not make eligible; empty where it does."""
    explanation: tuple[Point, ...]
    """At most one line."""


def score_language(declaration: Declaration, settled: Settled, book: RuleBook, notice: date) -> LanguageScore:
    """The points of the one eligibility test that was declared (G8), and whether it makes eligible."""
    claim = eligibility_claim(declaration, book)
    zero = cut(Decimal(0), book.quantum)
    rule = book.language
    if claim is None:
        reason = Reason(
            "LANGUAGE_MISSING",
            rule.window_rule,
            "응시자격 어학성적이 없습니다.",
            "No eligibility language result was declared.",
        )
        return LanguageScore(zero, (reason,) if rule.required else (), ())
    if missing := missing_fields(claim, book):
        ko, en = left_empty(missing)
        ko, en = f"어학성적 {ko}", f"language result, {en}"
        return _nothing(zero, "LANGUAGE_INCOMPLETE", rule.rule, ko, en)
    if is_lost(claim, settled):
        ko = "어학성적이 서류로 확인되지 않았습니다."
        return _nothing(zero, "LANGUAGE_NOT_PROVED", rule.rule, ko, "The language result was not proved by its paper.")
    test = held_test(claim, book)
    value = converted(test, _number(claim.score), claim.level)
    reasons = (*window_reasons(claim, test, book, notice), *_minimum(claim, test, value, book))
    if value is None:
        ko, en = (
            f"{_result(claim, test, 'ko')}: 환산표에 없음 → 0",
            f"{_result(claim, test, 'en')}: not in the table → 0",
        )
        return LanguageScore(zero, reasons, (Point("language", zero, rule.rule, ko, en),))
    counted = min(value, rule.full)
    exact = EXACT.divide(rule.base * rule.full + rule.weight * counted, rule.full)
    points = cut(exact, book.quantum)
    line = Point(
        "language",
        points,
        rule.rule,
        _sentence(claim, test, value, exact, points, book, "ko"),
        _sentence(claim, test, value, exact, points, book, "en"),
    )
    return LanguageScore(points, reasons, (line,))


def eligibility_claim(declaration: Declaration, book: RuleBook) -> LanguageClaim | None:
    """The claim of the eligibility test (there is one at most), or None. A claim without a test is none."""
    for claim in declaration.claims:
        if isinstance(claim, LanguageClaim) and claim.test is not None:
            test = book.test(claim.test)
            if test is not None and test.role == "eligibility":
                return claim
    return None


def held_test(claim: LanguageClaim, book: RuleBook) -> LanguageTest:
    """The test that `claim` means: its date decides between TEPS and New TEPS (G3).

    The claim was validated, so its test is known.
    """
    test = book.test_held(claim.test or "", claim.test_date)
    if test is None:
        raise LookupError(f"rule book {book.name} has no test {claim.test!r}; validate the declaration first")
    return test


def window_reasons(claim: LanguageClaim, test: LanguageTest, book: RuleBook, notice: date) -> Iterator[Reason]:
    """Why the sitting of `claim` does not count: too early, published too late, expired, not a regular one."""
    rule = book.language
    sat, published = claim.test_date, claim.announced_on or claim.test_date
    if sat is not None and sat < rule.tested_from:
        yield Reason(
            "TEST_TOO_EARLY",
            rule.window_rule,
            f"{rule.tested_from.isoformat()}부터 응시한 성적만 인정됩니다(응시일 {sat.isoformat()}).",
            f"Only tests from {rule.tested_from.isoformat()} on count (taken {sat.isoformat()}).",
        )
    if published is not None and published > notice:
        yield Reason(
            "PUBLISHED_TOO_LATE",
            rule.window_rule,
            f"공고일 {notice.isoformat()}까지 발표된 성적만 인정됩니다(발표일 {published.isoformat()}).",
            f"Only results published by the notice date {notice.isoformat()} count "
            f"(published {published.isoformat()}).",
        )
    if sat is not None and test.valid_years is not None and years_from(sat, test.valid_years) < notice:
        yield Reason(
            "RESULT_EXPIRED",
            rule.window_rule,
            f"공고일 {notice.isoformat()}에 유효기간({test.valid_years}년)이 지난 성적입니다.",
            f"The result's {test.valid_years} years of validity were over on the notice date {notice.isoformat()}.",
        )
    if claim.sitting is not None and claim.sitting not in rule.sittings:
        yield Reason(
            "SITTING_NOT_COUNTED",
            rule.window_rule,
            f"국내 정기시험만 인정됩니다(입력한 시험 구분: {claim.sitting}).",
            f"Only regular domestic sittings count (declared: {claim.sitting}).",
        )


def _nothing(zero: Decimal, code: str, rule: str, ko: str, en: str) -> LanguageScore:
    return LanguageScore(zero, (Reason(code, rule, ko, en),), (Point("language", zero, rule, ko, en),))


def _minimum(claim: LanguageClaim, test: LanguageTest, value: Decimal | None, book: RuleBook) -> Iterator[Reason]:
    """Compared by converted value, so that a lower score of a higher level counts (G4)."""
    rule = book.language
    if value is None or value < rule.minimum:
        least = test.minimum
        needed = (
            " ".join(
                part
                for part in (least.level, plain(least.score) if least.score is not None else None)
                if least is not None and part
            )
            if least is not None
            else f"{rule.scale.ko} {plain(rule.minimum)}"
        )
        yield Reason(
            "LANGUAGE_BELOW_MINIMUM",
            rule.rule,
            f"{_result(claim, test, 'ko')}: 기준성적 {needed}에 미달합니다.",
            f"{_result(claim, test, 'en')} is below the minimum {needed}.",
        )


def _result(claim: LanguageClaim, test: LanguageTest, language: str) -> str:
    title = test.title.ko if language == "ko" else test.title.en
    return " ".join(part for part in (title, claim.level, claim.score) if part)


def _sentence(
    claim: LanguageClaim,
    test: LanguageTest,
    value: Decimal,
    exact: Decimal,
    points: Decimal,
    book: RuleBook,
    language: str,
) -> str:
    rule = book.language
    scale = rule.scale.ko if language == "ko" else rule.scale.en
    steps = [_result(claim, test, language)]
    if claim.test != test.id:
        note = f"응시일 {claim.test_date}" if language == "ko" else f"taken {claim.test_date}"
        steps[0] += f" ({note})"
    if not isinstance(test.conversion, RawConversion):
        steps.append(f"{scale} {plain(value)}")
    if value > rule.full:
        capped = "만점 처리" if language == "ko" else "full mark"
        steps.append(f"{plain(rule.full)} ({capped})")
    formula = f"{plain(rule.base)}+{plain(rule.weight)}×{plain(min(value, rule.full))}/{plain(rule.full)}"
    steps.append(f"{formula} = {_digits(exact, book.quantum)}")
    return " → ".join([*steps, f"{points:f}"])


def _digits(exact: Decimal, quantum: Decimal) -> str:
    """`exact` to one place more than points have, with … where more digits follow."""
    shorter = cut(exact, EXACT.divide(quantum, Decimal(10)))
    return plain(shorter) if shorter == exact else f"{shorter:f}…"


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None
