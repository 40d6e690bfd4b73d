"""TOEIC score reports (YBM)."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.number_labels import ISSUE_NO, REPORT
from services.verify.reading.papers.paper import Paper, Phrase, decoys
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_checks import issued_for, valid_for
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE

TOEIC = Paper(
    code="TOEIC",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("TOEIC", 10),
        Phrase("토익", 5),
        Phrase("토익성적표", 6),
        Phrase("Test of English for International Communication", 10),
        Phrase("TOEIC Speaking", -30, alone=True, forms=("TOEIC Writing", "TOEIC Bridge", "토익스피킹", "토익라이팅")),
        Phrase("Speaking", -10, alone=True, forms=("말하기", "Intonation and stress")),
        Phrase("경력확인서", -20),
    ),
    labels=(
        *REPORT,
        LISTENING,
        READING,
        TOTAL,
        ISSUE_NO,
        decoys(*PERSON_NOISE, *(word for word in SCORE_NOISE if word not in ISSUE_NO.words)),
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
        issued_for("issue_no", "registration_no"),
    ),
)
