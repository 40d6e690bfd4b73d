"""TOEIC score reports (YBM)."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.common_labels import (
    ANNOUNCED_ON,
    BIRTH_DATE,
    ISSUED_ON,
    LISTENING,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
    READING,
    REGISTRATION_NO,
    TEST_DATE,
    TOTAL,
    VALID_UNTIL,
)
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.paper import Paper, Phrase, decoys
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE

TOEIC = Paper(
    code="TOEIC",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("TOEIC", 10),
        Phrase("토익", 5),
        Phrase("토익성적표", 6),
        Phrase("토익스피킹", -20),
        Phrase("Test of English for International Communication", 10),
        Phrase("TOEIC Speaking", -30),
        Phrase("TOEICSpeakingTest", -10),
        Phrase("TOEIC Writing", -10),
        Phrase("TOEIC Bridge", -30),
        Phrase("경력확인서", -20),
    ),
    labels=(
        NAME_ANY,
        NAME_LATIN,
        BIRTH_DATE,
        TEST_DATE,
        ANNOUNCED_ON,
        REGISTRATION_NO,
        VALID_UNTIL,
        ISSUED_ON,
        LISTENING,
        READING,
        TOTAL,
        decoys(
            *PERSON_NOISE,
            "발급번호",
            "Issue No",
            "Certificate No",
            "Percentile rank",
            "Percentile",
            "백분위",
            "점수",
            "Score",
            "Your score",
            "Section",
            "영역",
            "Score range",
            "평균",
            "Average",
            "Client",
            "Organization",
        ),
    ),
    unlabelled=(ISSUE_DATE_ALONE,),
    not_printed=("level",),
    invariants=(
        section_sum("score", "sections.listening", "sections.reading"),
        score_range("sections.listening", 5, 495, "5"),
        score_range("sections.reading", 5, 495, "5"),
        score_range("score", 10, 990, "5"),
        in_order("birth_date", "test_date", "valid_until"),
    ),
)
