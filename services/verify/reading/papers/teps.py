"""TEPS score reports: the test until May 2018, and New TEPS from its 248th sitting on 2018-05-12."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.number_labels import REPORT
from services.verify.reading.papers.paper import Broken, Invariant, Paper, Phrase, Succession, Values, decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_checks import valid_for
from services.verify.reading.papers.score_labels import GRAMMAR, LISTENING, READING, SCORE_NOISE, TOTAL, VOCABULARY
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE

_FIRST_NEW_SITTING = "2018-05-12"
_SUCCESSION = Succession("TEPS", "NEW_TEPS", _FIRST_NEW_SITTING, ("New TEPS", "뉴텝스"))
_SECTIONS = ("sections.listening", "sections.vocabulary", "sections.grammar", "sections.reading")
_LABELS = (
    *REPORT,
    LISTENING,
    VOCABULARY,
    GRAMMAR,
    READING,
    TOTAL,
    decoys(*PERSON_NOISE, *SCORE_NOISE, "등급", "Level", "Grade"),
)


def _sat(new: bool) -> Invariant:
    """The printed name of the test fits the day on which it was sat."""

    def check(values: Values) -> Broken | None:
        sat = values.get("test_date")
        if sat is None or (sat >= _FIRST_NEW_SITTING) == new:
            return None
        return Broken("TEST_NAME_DATE", ("test_date",))

    return check


def _paper(code: str, phrases: tuple[Phrase, ...], new: bool, tops: tuple[int, int, int, int, int]) -> Paper:
    ranges = (score_range(name, 0, top) for name, top in zip(("score", *_SECTIONS), tops, strict=True))
    return Paper(
        code=code,
        family=Family.LANGUAGE_REPORT,
        phrases=phrases,
        labels=_LABELS,
        unlabelled=(ISSUE_DATE_ALONE,),
        not_printed=("level",),
        succession=_SUCCESSION,
        invariants=(
            section_sum("score", *_SECTIONS),
            *ranges,
            in_order("birth_date", "test_date", "valid_until"),
            valid_for(2),
            _sat(new),
        ),
    )


TEPS = _paper(
    "TEPS",
    (
        Phrase("TEPS", 10),
        Phrase("TEPS관리위원회", 10, forms=("서울대학교 TEPS관리위원회",)),
        Phrase("Test of English Proficiency developed by Seoul National University", 6),
        Phrase("TEPS Speaking", -30),
        Phrase("TEPS Writing", -30),
    ),
    new=False,
    tops=(990, 400, 100, 100, 400),
)
NEW_TEPS = _paper(
    "NEW_TEPS",
    (
        Phrase("New TEPS", 14, exact=True),
        Phrase("TEPS관리위원회", 10, forms=("서울대학교 TEPS관리위원회",)),
        Phrase("Test of English Proficiency developed by Seoul National University", 6),
        Phrase("뉴텝스", 12),
        Phrase("TEPS Speaking", -30),
        Phrase("TEPS Writing", -30),
    ),
    new=True,
    tops=(600, 240, 60, 60, 240),
)
