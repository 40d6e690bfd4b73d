"""JPT score reports (YBM): 聴解 and 読解, each 5–495 in steps of 5."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.number_labels import REPORT
from services.verify.reading.papers.paper import Paper, Phrase, decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_checks import valid_for
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE

JPT = Paper(
    code="JPT",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("JPT", 10),
        Phrase("Japanese Proficiency Test", 8, exact=True),
        Phrase("일본어능력시험", 3, exact=True),
        Phrase("SJPT", -30, alone=True, forms=("JPT Speaking", "JPT Bridge")),
        Phrase("JLPT", -30, alone=True, heading=True),
        Phrase("Japanese Language Proficiency Test", -30, forms=("国際交流基金",)),
    ),
    labels=(
        *REPORT,
        LISTENING,
        READING,
        TOTAL,
        decoys(*PERSON_NOISE, *SCORE_NOISE, "등급", "Level", "レベル"),
    ),
    unlabelled=(ISSUE_DATE_ALONE,),
    not_printed=("level",),
    invariants=(
        section_sum("score", "sections.listening", "sections.reading"),
        score_range("sections.listening", 5, 495, "5"),
        score_range("sections.reading", 5, 495, "5"),
        score_range("score", 10, 990, "5"),
        in_order("birth_date", "test_date", "valid_until"),
        valid_for(2),
    ),
    model="ppocr",
)
