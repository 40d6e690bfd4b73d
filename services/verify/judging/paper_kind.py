"""Is it the claim's kind of paper at all? Decided before any field is compared."""

from __future__ import annotations

from services.announcement.model import LanguageTest, RuleBook
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.invariants import agreed_date
from services.verify.judging.verdict import Reason, ReasonCode


def unread(evidence: PaperEvidence) -> Reason | None:
    """Why the paper as a whole cannot be judged, or None."""
    if evidence.unread is not None:
        return reasons.whole(ReasonCode(evidence.unread.value))
    if evidence.paper is None:
        return reasons.whole(ReasonCode.UNRECOGNISED)
    return None


def another(
    evidence: PaperEvidence, family: Family, papers: tuple[str, ...], uploaded_as: Family | None, claimed: str
) -> Reason | None:
    """WRONG_PAPER where the recognised kind is positively not one that proves the claim, else None.

    `family` and `papers` are what the claim needs (no papers: any of the family); `uploaded_as` is what the portal said
    it uploads. A language report is no certificate, whatever it was uploaded as; evidence may be any kind of paper.
    """
    recognised = evidence.paper or ""
    wrong_family = evidence.family is not None and evidence.family is not family
    wrong_upload = evidence.family is not None and uploaded_as not in (None, Family.EVIDENCE, evidence.family)
    if wrong_family or wrong_upload or (papers and recognised not in papers):
        return reasons.wrong_paper(recognised, claimed)
    return None


def test_of(evidence: PaperEvidence, rulebook: RuleBook) -> LanguageTest | None:
    """The language test whose paper this is, or None."""
    return next((test for test in rulebook.tests if evidence.paper in test.papers), None)


def kind_is_certain(evidence: PaperEvidence, test: LanguageTest | None) -> bool:
    """Whether the printed test date bears out which of two tests of one name this is (TEPS or New TEPS)."""
    if test is None or test.sibling is None:
        return True
    day = agreed_date(evidence, "test_date")
    return day is not None and test.held_on(day)
