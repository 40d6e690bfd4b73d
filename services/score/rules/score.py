"""The score of one declaration: its points with a reason each, and how far they are proved (portal-api section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from services.announcement.declaration import Declaration
from services.announcement.model import Announcement
from services.common.errors import Misconfigured
from services.common.events import ScoreBasis, ScoreState
from services.score.rules.bonus import score_bonus
from services.score.rules.certificates import score_certificates
from services.score.rules.claimstate import Settled, all_final, is_lost
from services.score.rules.eligibility import eligibility_reasons
from services.score.rules.language import score_language
from services.score.rules.points import Point, Reason


@dataclass(frozen=True, slots=True)
class Score:
    """The document stage's score, without preference points (§5)."""

    rulebook: str
    """Name of the rule book."""
    rulebook_version: str
    """Its version."""
    basis: ScoreBasis
    """Whether every claim is settled."""
    state: ScoreState
    """What they are good for: the first that holds of FAILED (a mismatch, or a missing paper after the window, §9),
    INELIGIBLE, PROVISIONAL (something is awaited) and VERIFIED."""
    ineligible_reasons: tuple[Reason, ...]
    """Why the applicant is not eligible; empty where they are."""
    language: Decimal
    """Points of the language result."""
    certificates: Decimal
    """Points of the certificates."""
    bonus: Decimal
    """Bonus points."""
    explanation: tuple[Point, ...]
    """Lines whose points add up to the total."""

    @property
    def eligible(self) -> bool:
        """Whether every condition of application is met."""
        return not self.ineligible_reasons

    @property
    def total(self) -> Decimal:
        """Sum of language, certificates and bonus."""
        return self.language + self.certificates + self.bonus


class NoNoticeDate(Misconfigured):
    """Without a notice date (공고일) nothing is scored (G9)."""


def score(
    declaration: Declaration, settled: Settled, announcement: Announcement, *, notice_date: date | None = None
) -> Score:
    """The score of `declaration` under `announcement`.

    `settled` says how far each claim is proved; a claim that failed or whose paper is missing counts for nothing.
    `notice_date` overrides the announcement's. The declaration must have passed `parse_declaration`. Raises
    NoNoticeDate where neither date is set.
    """
    notice = notice_date or announcement.notice_date
    if notice is None:
        raise NoNoticeDate(f"announcement {announcement.id}: set notice_date in its file; without it nothing is scored")
    book = announcement.rulebook
    language = score_language(declaration, settled, book, notice)
    certificates = score_certificates(declaration, settled, book, notice)
    bonus = score_bonus(declaration, settled, book, notice)
    reasons = (
        *language.reasons,
        *eligibility_reasons(declaration, settled, certificates, book, notice),
    )
    basis = ScoreBasis.VERIFIED if all_final(declaration, settled, book) else ScoreBasis.DECLARED
    return Score(
        rulebook=book.name,
        rulebook_version=book.version,
        basis=basis,
        state=_state(declaration, settled, bool(reasons), basis),
        ineligible_reasons=reasons,
        language=language.points,
        certificates=certificates.points,
        bonus=bonus.points,
        explanation=(*language.explanation, *certificates.explanation, *bonus.explanation),
    )


def _state(declaration: Declaration, settled: Settled, ineligible: bool, basis: ScoreBasis) -> ScoreState:
    if any(is_lost(claim, settled) for claim in declaration.claims):
        return ScoreState.FAILED
    if ineligible:
        return ScoreState.INELIGIBLE
    return ScoreState.VERIFIED if basis is ScoreBasis.VERIFIED else ScoreState.PROVISIONAL


def to_json(result: Score) -> dict[str, Any]:
    """`result` as the portal shows it; points are decimal strings."""
    return {
        "rulebook": result.rulebook,
        "rulebook_version": result.rulebook_version,
        "basis": result.basis.value,
        "state": result.state.value,
        "eligible": result.eligible,
        "ineligible_reasons": [
            {"code": reason.code, "rule": reason.rule, "ko": reason.ko, "en": reason.en}
            for reason in result.ineligible_reasons
        ],
        "language": f"{result.language:f}",
        "certificates": f"{result.certificates:f}",
        "bonus": f"{result.bonus:f}",
        "total": f"{result.total:f}",
        "explanation": [
            {"item": line.item, "points": f"{line.points:f}", "rule": line.rule, "ko": line.ko, "en": line.en}
            for line in result.explanation
        ],
    }
