"""What an announcement says about a declaration whose shape is right: known names, grids, levels, windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from services.announcement.declared import CareerClaim, CertificateClaim, Declaration, LanguageClaim, StatusClaim
from services.announcement.grades import has_no_grades
from services.announcement.language import Grid, LanguageTest
from services.announcement.model import Announcement, RuleBook, title_key
from services.announcement.personal import is_personal
from services.announcement.refusal import FieldError, shown
from services.common.clock import SEOUL, seoul_date


def rule_errors(declaration: Declaration, announcement: Announcement, now: datetime | None) -> Iterator[FieldError]:
    """Every error of `declaration` under `announcement`; see `parse_declaration` for `now`."""
    book = announcement.rulebook
    if declaration.announcement != announcement.id:
        yield _unknown("announcement", declaration.announcement, (announcement.id,))
    today = None if now is None else seoul_date(now)
    yield from _not_to_come("birth_date", declaration.birth_date, today)
    yield from _place(declaration, book)
    yield from _claims(declaration, book, today)
    yield from _facts(declaration, book)
    if now is not None and not announcement.windows.personal_data.is_open(now):
        yield from _not_yet(declaration, announcement)


# ------------------------------------------------------------------------------------------------ whole declaration


def _place(declaration: Declaration, book: RuleBook) -> Iterator[FieldError]:
    if book.field(declaration.field) is None:
        yield _unknown("field", declaration.field, (field.id for field in book.fields))
    track = book.track(declaration.track)
    if track is None:
        yield _unknown("track", declaration.track, (track.id for track in book.tracks))
    if declaration.region is None:
        return
    if declaration.region not in book.regions:
        yield _unknown("region", declaration.region, book.regions)
    elif track is not None and not track.regional:
        yield FieldError(
            "region",
            "NOT_APPLICABLE",
            declaration.region,
            f"{track.id}은(는) 권역별로 뽑지 않습니다. region을 비워 주세요.",
            f"{track.id} is not recruited by region; leave region empty.",
        )


def _facts(declaration: Declaration, book: RuleBook) -> Iterator[FieldError]:
    facts, rules = declaration.facts, book.facts
    for index, school in enumerate(facts.schools):
        at = f"facts.schools[{index}]"
        yield from _closed(f"{at}.level", school.level, rules.school_levels)
        yield from _closed(f"{at}.state", school.state, rules.school_states)
        if school.region is not None and book.provinces and book.province(school.region) is None:
            yield _unknown(f"{at}.region", school.region, (province.name for province in book.provinces))
    yield from _closed("facts.military", facts.military, rules.military)
    for index, stay in enumerate(facts.residence):
        at = f"facts.residence[{index}]"
        yield from _closed(f"{at}.area", stay.area, rules.areas)
        yield from _ordered(f"{at}.to", stay.from_, stay.to)
    clauses = tuple(clause.id for clause in rules.clauses)
    for index, ground in enumerate(facts.disqualifications):
        yield from _closed(f"facts.disqualifications[{index}]", ground.clause, clauses)


def _not_yet(declaration: Declaration, announcement: Announcement) -> Iterator[FieldError]:
    """Personal data outside its window: the law is kept by not having it."""
    book, window = announcement.rulebook, announcement.windows.personal_data
    opens = window.opens.astimezone(SEOUL).isoformat() if window.opens else "-"
    closes = window.closes.astimezone(SEOUL).isoformat() if window.closes else "-"
    ko = f"지금은 수집하지 않는 정보입니다({book.personal_rule}; {opens} ~ {closes}). 비우고 다시 보내 주세요."
    en = f"This may not be collected now ({book.personal_rule}; {opens} to {closes}); leave it empty and send again."
    if "birth_date" in book.personal_fields and declaration.birth_date is not None:
        yield FieldError("birth_date", "NOT_COLLECTED_YET", declaration.birth_date.isoformat(), ko, en)
    if "facts" in book.personal_fields and declaration.facts != type(declaration.facts)():
        yield FieldError("facts", "NOT_COLLECTED_YET", None, ko, en)
    for index, claim in enumerate(declaration.claims):
        if isinstance(claim, StatusClaim) and is_personal(claim, book):
            yield FieldError(f"claims[{index}].status", "NOT_COLLECTED_YET", claim.status, ko, en, claim.id)


# ----------------------------------------------------------------------------------------------------------- claims


def _claims(declaration: Declaration, book: RuleBook, today: date | None) -> Iterator[FieldError]:
    seen: dict[str, int] = {}
    eligibility: int | None = None
    for index, claim in enumerate(declaration.claims):
        at = f"claims[{index}]"
        if claim.id in seen:
            yield FieldError(
                f"{at}.id",
                "DUPLICATE_CLAIM_ID",
                claim.id,
                f"claims[{seen[claim.id]}]와 같은 id입니다. 청구마다 다른 id를 쓰세요.",
                f"claims[{seen[claim.id]}] has the same id; give every claim its own.",
                claim.id,
            )
        seen.setdefault(claim.id, index)
        match claim:
            case LanguageClaim():
                yield from _not_to_come(f"{at}.test_date", claim.test_date, today, claim.id)
                yield from _language(at, claim, book)
                test = book.test(claim.test) if claim.test is not None else None
                if test is not None and test.role == "eligibility":
                    if eligibility is not None:
                        yield FieldError(
                            f"{at}.test",
                            "SECOND_ELIGIBILITY_TEST",
                            claim.test,
                            f"응시자격 어학성적은 하나만 냅니다. claims[{eligibility}]와 이것 중 하나를 지우세요.",
                            "Only one eligibility language test may be declared; "
                            f"remove either claims[{eligibility}] or this claim.",
                            claim.id,
                        )
                    else:
                        eligibility = index
            case CertificateClaim():
                yield from _certificate(at, claim, book, today)
            case CareerClaim():
                yield from _ordered(f"{at}.left_on", claim.joined_on, claim.left_on, claim.id)
                for row, record in enumerate(claim.records):
                    yield from _ordered(f"{at}.records[{row}].to", record.from_, record.to, claim.id)
            case StatusClaim():
                yield from _status(at, claim, book)


def _certificate(at: str, claim: CertificateClaim, book: RuleBook, today: date | None) -> Iterator[FieldError]:
    kind = book.certificate_kind(claim.title) if claim.title is not None else None
    if kind is not None and kind.grades and claim.grade is not None:
        known = {title_key(grade) for grade in kind.grades}
        if title_key(claim.grade) not in known:
            yield _unknown(f"{at}.grade", claim.grade, kind.grades, claim.id)
    if claim.title is not None and claim.grade is not None and has_no_grades(claim.title, book):
        # The old 토목기사 2급 is a 토목산업기사: a grade that no list can look at must not be passed over.
        yield FieldError(
            f"{at}.grade",
            "NOT_APPLICABLE",
            shown(claim.grade),
            f"{claim.title}에는 등급이 없습니다. 자격증에 인쇄된 종목을 title에 그대로 쓰고 grade는 비워 주세요.",
            f"{claim.title} has no grades; give the title as it is printed on the certificate, and leave grade empty.",
            claim.id,
        )
    yield from _not_to_come(f"{at}.acquired_on", claim.acquired_on, today, claim.id)
    yield from _not_to_come(f"{at}.issued_on", claim.issued_on, today, claim.id)
    yield from _ordered(f"{at}.issued_on", claim.acquired_on, claim.issued_on, claim.id)
    yield from _ordered(f"{at}.valid_until", claim.acquired_on, claim.valid_until, claim.id)


def _language(at: str, claim: LanguageClaim, book: RuleBook) -> Iterator[FieldError]:
    sittings = (*book.language.sittings, *book.language.other_sittings)
    yield from _closed(f"{at}.sitting", claim.sitting, sittings, claim.id)
    yield from _ordered(f"{at}.announced_on", claim.test_date, claim.announced_on, claim.id)
    if claim.test is None:
        return
    test = book.test(claim.test)
    if test is None:
        yield _unknown(f"{at}.test", claim.test, (test.id for test in book.tests), claim.id)
        return
    yield from _level(f"{at}.level", claim, test)
    yield from _score(f"{at}.score", claim, test, book)
    for name, score in claim.sections.given():
        section = test.section(name)
        if section is None:
            yield _not_of_test(f"{at}.sections.{name}", score, claim, test)
        elif not section.grid.holds(Decimal(score)):
            yield _off_grid(f"{at}.sections.{name}", score, section.grid, claim, f"{test.title.en} {name}")


def _level(at: str, claim: LanguageClaim, test: LanguageTest) -> Iterator[FieldError]:
    if claim.level is None:
        return
    names = tuple(level.name for level in test.levels)
    if not names:
        yield _not_of_test(at, claim.level, claim, test)
    elif claim.level not in names:
        finer = tuple(name for name in names if name.startswith(claim.level) or name.endswith(claim.level))
        if finer:
            yield FieldError(
                at,
                "LEVEL_INCOMPLETE",
                shown(claim.level),
                f"등급이 온전하지 않습니다. {' · '.join(finer)} 중 서류에 인쇄된 것을 그대로 넣어 주세요.",
                f"The level is incomplete; give the one printed on the paper: {', '.join(finer)}.",
                claim.id,
            )
        else:
            yield _unknown(at, claim.level, names, claim.id)


def _score(at: str, claim: LanguageClaim, test: LanguageTest, book: RuleBook) -> Iterator[FieldError]:
    """On the grid of the declared test and of the test that was held that day (TEPS or New TEPS, G3)."""
    if claim.score is None:
        return
    held = book.test_held(test.id, claim.test_date) or test
    for candidate in (test, held) if held is not test else (test,):
        grid = candidate.grid(claim.level)
        if grid is None:
            yield _not_of_test(at, claim.score, claim, candidate)
            return
        if not grid.holds(Decimal(claim.score)) or ("." in claim.score and grid.step == grid.step.to_integral()):
            level = f" {claim.level}" if claim.level and test.level(claim.level) else ""
            yield _off_grid(at, claim.score, grid, claim, f"{candidate.title.en}{level}")
            return


def _status(at: str, claim: StatusClaim, book: RuleBook) -> Iterator[FieldError]:
    if claim.status is None:
        return
    status = book.status(claim.status)
    if status is None:
        yield _unknown(f"{at}.status", claim.status, (status.id for status in book.statuses), claim.id)
    elif claim.rate is not None and not status.rates:
        yield FieldError(
            f"{at}.rate",
            "NOT_APPLICABLE",
            claim.rate,
            f"{status.id}에는 비율이 없습니다. rate를 비워 주세요.",
            f"{status.id} has no rate; leave rate empty.",
            claim.id,
        )
    elif claim.rate is not None and Decimal(claim.rate) not in status.rates:
        yield _unknown(f"{at}.rate", claim.rate, (str(rate) for rate in status.rates), claim.id)


# ----------------------------------------------------------------------------------------------------------- errors


def _closed(at: str, value: str | None, known: Iterable[str], claim_id: str | None = None) -> Iterator[FieldError]:
    known = tuple(known)
    if value is not None and value not in known:
        yield _unknown(at, value, known, claim_id)


def _unknown(at: str, value: str, known: Iterable[str], claim_id: str | None = None) -> FieldError:
    choices = tuple(known)
    return FieldError(
        at,
        "UNKNOWN_VALUE",
        shown(value),
        f"이 공고에 없는 값입니다. 다음 중 하나를 쓰세요: {' · '.join(choices)}.",
        f"This announcement does not know it; use one of: {', '.join(choices)}.",
        claim_id,
    )


def _ordered(at: str, first: date | None, last: date | None, claim_id: str | None = None) -> Iterator[FieldError]:
    if first is not None and last is not None and last < first:
        yield FieldError(
            at,
            "DATE_ORDER",
            last.isoformat(),
            f"앞선 날짜 {first.isoformat()}보다 이릅니다. 두 날짜를 확인해 주세요.",
            f"This is before {first.isoformat()}, which must come first; check both dates.",
            claim_id,
        )


def _not_to_come(at: str, day: date | None, today: date | None, claim_id: str | None = None) -> Iterator[FieldError]:
    """`today` is None where nobody asks."""
    if day is not None and today is not None and day > today:
        yield FieldError(
            at,
            "DATE",
            day.isoformat(),
            f"아직 오지 않은 날짜입니다(오늘 {today.isoformat()}). 날짜를 확인해 주세요.",
            f"This day has not come yet (today is {today.isoformat()}); check the date.",
            claim_id,
        )


def _not_of_test(at: str, value: str, claim: LanguageClaim, test: LanguageTest) -> FieldError:
    return FieldError(
        at,
        "NOT_APPLICABLE",
        shown(value),
        f"{test.title.ko}에는 없는 항목입니다. 비워 주세요.",
        f"{test.title.en} has no such item; leave it empty.",
        claim.id,
    )


def _off_grid(at: str, value: str, grid: Grid, claim: LanguageClaim, what: str) -> FieldError:
    lowest, highest, step = (f"{number.normalize():f}" for number in (grid.minimum, grid.maximum, grid.step))
    return FieldError(
        at,
        "OFF_GRID",
        shown(value),
        f"{what}에 없는 점수입니다. {lowest}부터 {highest}까지 {step}점 단위입니다. 성적표를 확인해 주세요.",
        f"{what} never gives this score: it goes from {lowest} to {highest} in steps of {step}; check the report.",
        claim.id,
    )
