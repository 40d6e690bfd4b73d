"""Is it the claim's kind of paper at all? Decided before any field is compared."""

from __future__ import annotations

from services.announcement.model import LanguageTest, RuleBook
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.expectation import Expectation
from services.verify.judging.invariants import agreed_date
from services.verify.judging.verdict import Reason, ReasonCode
from services.verify.words import paper_name


def unread(evidence: PaperEvidence) -> Reason | None:
    """Why the paper as a whole cannot be judged, or None."""
    if evidence.unread is not None:
        return reasons.whole(ReasonCode(evidence.unread.value))
    if evidence.paper is None:
        return reasons.whole(ReasonCode.UNRECOGNISED)
    return None


SUPPORTING = frozenset({"가족관계증명서"})
"""Papers that may come with any status, for whoever claims through a relative (G32)."""


def another(
    evidence: PaperEvidence, expected: Expectation, uploaded_as: Family | None, named: str | None
) -> Reason | None:
    """WRONG_PAPER where the recognised kind is positively not one that proves the claim, else None.

    `uploaded_as` and `named` are what the portal said it uploads: a kind of upload, and the name of a paper. A language
    report is no certificate, whatever it was uploaded as; evidence may be any kind of paper.
    """
    recognised = evidence.paper or ""
    if expected.kind == "status":
        wrong = not _fits_status(names_of(recognised), expected, named)
    else:
        wrong = evidence.family is not None and evidence.family is not expected.family
        wrong = wrong or bool(expected.papers and recognised not in expected.papers)
    uploaded_wrongly = evidence.family is not None and uploaded_as not in (None, Family.EVIDENCE, evidence.family)
    return reasons.wrong_paper(recognised, named or expected.claimed) if wrong or uploaded_wrongly else None


def names_of(recognised: str) -> frozenset[str]:
    """What the rule book may call a recognised kind: its code, or its Korean name (`고급자격증`)."""
    return frozenset({recognised, paper_name(recognised)[0]})


def is_the_named(evidence: PaperEvidence, named: str | None) -> bool:
    """Whether the recognised kind is the paper by whose name it was uploaded; True where none was named."""
    return not named or named in names_of(evidence.paper or "")


def _fits_status(names: frozenset[str], expected: Expectation, named: str | None) -> bool:
    """Whether a paper of these `names` may be what a status asks for, uploaded as the paper `named`.

    Another paper that meets the same need as the named one (졸업예정증명서 as 졸업증명서) is not wrong: staff decide.
    A status of which the rule book names no paper is not judged by the kind of paper.
    """
    if not named:
        return not expected.papers or bool(names & {*expected.papers, *SUPPORTING})
    if named in names:
        return True
    return any(named in need and names & need for need in expected.needs)


def test_of(evidence: PaperEvidence, rulebook: RuleBook) -> LanguageTest | None:
    """The language test whose paper this is, or None."""
    return next((test for test in rulebook.tests if evidence.paper in test.papers), None)


def kind_is_certain(evidence: PaperEvidence, test: LanguageTest | None) -> bool:
    """Whether the printed test date bears out which of two tests of one name this is (TEPS or New TEPS)."""
    if test is None or test.sibling is None:
        return True
    day = agreed_date(evidence, "test_date")
    return day is not None and test.held_on(day)
