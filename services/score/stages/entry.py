"""From a scored declaration to a candidate: their total, their preferences, and (after §8 allows it) sex and region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from services.announcement.declaration import CertificateClaim, Declaration, StatusClaim
from services.announcement.model import Announcement, RuleBook, title_key
from services.announcement.stages import Preference, Target
from services.common.events import ScoreState
from services.score.rules.certificates import identity, refusals
from services.score.rules.claimstate import Settled, is_lost, missing_fields
from services.score.rules.points import Reason
from services.score.rules.score import Score
from services.score.stages.candidate import Candidate, Held, Unit


def candidate_of(
    applicant_id: str,
    declaration: Declaration,
    settled: Settled,
    score: Score,
    announcement: Announcement,
    notice: date,
) -> Candidate:
    """The candidate of the document stage; nothing that §8 keeps from it is looked at."""
    reasons = score.ineligible_reasons
    if score.state is ScoreState.FAILED:
        reasons = (*reasons, papers_failed(announcement.rulebook))
    return Candidate(
        applicant_id,
        Unit(declaration.field, declaration.track, declaration.region),
        reasons,
        {
            "document": score.total,
            "document.language": score.language,
            "document.certificates": score.certificates,
            "document.bonus": score.bonus,
        },
        tuple(_held(declaration, settled, announcement.rulebook, notice)),
        tuple(_rosters(declaration, announcement.rulebook)),
    )


def papers_failed(book: RuleBook) -> Reason:
    """A paper contradicts the declaration, or is missing after the deadline (§9, G23)."""
    return Reason(
        "WRITTEN_FAIL",
        book.claim_kind("certificate").rule,
        "제출서류가 입력한 정보와 다르거나 기한 내에 제출되지 않아 필기시험 불합격입니다.",
        "A paper contradicts the declaration or was not handed in in time: the written test counts as failed.",
    )


def traits_of(declaration: Declaration, announcement: Announcement) -> tuple[str | None, bool | None]:
    """(sex, whether the local target's trait holds) of a declaration; None what was not collected."""
    targets = announcement.rulebook.targets
    local = next((kind for kind in targets.kinds if kind.trait == "local"), None) if targets is not None else None
    return declaration.facts.sex, _is_local(declaration, local, announcement.rulebook) if local is not None else None


def _rosters(declaration: Declaration, book: RuleBook) -> Iterator[str]:
    track = book.track(declaration.track)
    names = [track.roster if track is not None else None]
    for claim in declaration.claims:
        status = book.status(claim.status) if isinstance(claim, StatusClaim) and claim.status is not None else None
        names.append(status.roster if status is not None else None)
    yield from dict.fromkeys(name for name in names if name is not None)


def _held(declaration: Declaration, settled: Settled, book: RuleBook, notice: date) -> Iterator[Held]:
    for kind in book.preference.kinds if book.preference is not None else ():
        percents = list(_percents(declaration, kind, settled, book, notice))
        if percents:
            yield Held(kind.id, max(percents))


def _percents(
    declaration: Declaration, kind: Preference, settled: Settled, book: RuleBook, notice: date
) -> Iterator[Decimal]:
    titles = {title_key(title) for title in kind.certificates}
    for claim in declaration.claims:
        match claim:
            case StatusClaim() if claim.status in kind.statuses:
                if is_lost(claim, settled) or missing_fields(claim, book):
                    continue
                if kind.percent is not None:
                    yield kind.percent
                elif claim.rate is not None:
                    yield Decimal(claim.rate)
            case CertificateClaim() if titles and kind.percent is not None and identity(claim, book)[0] in titles:
                if next(refusals(claim, settled, book, notice), None) is None:
                    yield kind.percent
            case _:
                pass


def _is_local(declaration: Declaration, target: Target, book: RuleBook) -> bool | None:
    """Whether the last school up to 대학 lies in the target's provinces; without schools, what the status claims."""
    claimed = any(isinstance(claim, StatusClaim) and claim.status == target.status for claim in declaration.claims)
    levels = book.facts.school_levels
    counting = [
        school
        for school in declaration.facts.schools
        if school.level in book.facts.schools_counting and school.state in book.facts.states_counting
    ]
    if not counting:
        return True if claimed else None
    last = max(levels.index(school.level or "") for school in counting)
    names = {name for school in counting if levels.index(school.level or "") == last for name in [school.region or ""]}
    provinces = [book.province(name) for name in names]
    return any(province is not None and province.name in target.provinces for province in provinces)
