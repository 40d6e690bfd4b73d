"""Who may be selected at all, besides the language result: certificate, track, region, facts (rules 2–4, 10–18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from services.announcement.declaration import Declaration, StatusClaim
from services.announcement.declared import Residence
from services.announcement.model import ResidenceRule, RuleBook, Track
from services.score.rules.certificates import CertificateScore
from services.score.rules.claimstate import Settled, is_lost
from services.score.rules.disqualification import Ground, disqualified
from services.score.rules.points import Reason
from services.score.rules.years import years_from


def eligibility_reasons(
    declaration: Declaration, settled: Settled, certificates: CertificateScore, book: RuleBook, notice: date
) -> Iterator[Reason]:
    """Every reason against the applicant; nothing where there is none. What was not declared is not tested."""
    field, track = book.field(declaration.field), book.track(declaration.track)
    if field is None or track is None:
        raise LookupError(f"rule book {book.name} does not know this field or track; validate the declaration first")
    needed = field.needs_certificate_of
    if needed is not None and needed not in certificates.groups_held:
        group = next(group for group in book.certificate_groups if group.id == needed)
        yield Reason(
            "CERTIFICATE_MISSING",
            group.rule,
            f"{field.id} 분야는 {group.title.ko}이 하나 이상 필요합니다.",
            f"The field {field.id} needs at least one of the {group.title.en}.",
        )
    yield from _track(declaration, settled, track, book, notice)
    yield from _facts(declaration, book, notice)


def _track(declaration: Declaration, settled: Settled, track: Track, book: RuleBook, notice: date) -> Iterator[Reason]:
    if track.regional and declaration.region is None:
        yield Reason(
            "REGION_MISSING",
            track.rule,
            f"{track.id}은 응시 권역이 필요합니다.",
            f"The track {track.id} needs a region.",
        )
    claimed = [
        claim.status
        for claim in declaration.claims
        if isinstance(claim, StatusClaim) and claim.status in track.statuses and not is_lost(claim, settled)
    ]
    if track.statuses and not claimed:
        names = " · ".join(track.statuses)
        yield Reason(
            "STATUS_MISSING",
            track.rule,
            f"{track.id}은 다음 중 하나에 해당해야 합니다: {names}.",
            f"The track {track.id} needs one of: {names}.",
        )
    rule = book.facts.residence
    stays = declaration.facts.residence
    if (
        rule is not None
        and set(claimed) == {rule.status}
        and stays
        and not lived_there(stays, rule, notice, moves=book.options.residence_moves)
    ):
        yield Reason(
            "RESIDENCE_TOO_SHORT",
            rule.rule,
            f"공고일 {notice.isoformat()} 현재 계속하여 {rule.years}년 이상 {'·'.join(rule.areas)} 지역에 "
            "거주해야 합니다.",
            f"On the notice date {notice.isoformat()} the applicant must have lived for {rule.years} unbroken "
            f"years in a {'/'.join(rule.areas)}.",
        )
    schools = declaration.facts.schools
    if track.school_in_region and declaration.region is not None and schools:
        rules = book.facts
        if not any(
            school.level in rules.schools_counting
            and school.state in rules.states_counting
            and school.region is not None
            and (province := book.province(school.region)) is not None
            and province.region == declaration.region
            for school in schools
        ):
            yield Reason(
                "SCHOOL_NOT_IN_REGION",
                track.rule,
                f"{declaration.region} 소재 고등학교 또는 대학교 졸업(예정)자여야 합니다.",
                f"A high school or university in {declaration.region} must have been (or soon be) completed.",
            )


def lived_there(stays: tuple[Residence, ...], rule: ResidenceRule, notice: date, *, moves: str = "unbroken") -> bool:
    """Whether the stays in the counting areas cover every day of the `rule.years` years up to `notice`.

    Moving between two counting places from one day to the next is unbroken, unless `moves` is `one_place` (G28);
    exactly `years` years suffice. A stay elsewhere in between breaks it, whatever another stay says of the same days.
    """
    needed_from = years_from(notice, -rule.years)
    if any(_breaks(stay, rule, needed_from, notice) for stay in stays):
        return False
    covered_to = needed_from - timedelta(days=1)
    counting = sorted(
        (stay.from_, stay.to or notice) for stay in stays if stay.from_ is not None and stay.area in rule.areas
    )
    if moves == "one_place":
        return any(first <= needed_from and last >= notice for first, last in counting)
    for first, last in counting:
        if first <= covered_to + timedelta(days=1):
            covered_to = max(covered_to, last)
    return covered_to >= notice


def _breaks(stay: Residence, rule: ResidenceRule, needed_from: date, notice: date) -> bool:
    """Whether a stay elsewhere holds a whole day of the time that counts; on the days of moving people are in both."""
    if stay.area is None or stay.area in rule.areas or stay.from_ is None:
        return False
    day = timedelta(days=1)
    return max(stay.from_ + day, needed_from) <= (min(stay.to - day, notice) if stay.to is not None else notice)


def _facts(declaration: Declaration, book: RuleBook, notice: date) -> Iterator[Reason]:
    facts, rules = declaration.facts, book.facts
    if facts.military in rules.military_refused:
        yield Reason(
            "MILITARY_SERVICE",
            rules.military_rule,
            "병역의무 불이행 사실이 없어야 합니다.",
            "Military service must not have been evaded.",
        )
    grounds = [Ground(one.clause, one.day, _won(one.amount)) for one in facts.disqualifications]
    yield from disqualified(grounds, book, notice)


def _won(amount: str | None) -> Decimal | None:
    return Decimal(amount) if amount is not None else None
