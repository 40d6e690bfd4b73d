"""TOEFL iBT score reports (ETS)."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.common_labels import (
    BIRTH_DATE,
    ISSUED_ON,
    LISTENING,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
    READING,
    REGISTRATION_NO,
    SPEAKING,
    TEST_DATE,
    VALID_UNTIL,
    WRITING,
)
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.paper import Paper, Phrase, decoys

_SECTIONS = ("sections.reading", "sections.listening", "sections.speaking", "sections.writing")

TOEFL_IBT = Paper(
    code="TOEFL_IBT",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("TOEFL iBT", 12),
        Phrase("TOEFL", 9),
        Phrase("Test of English as a Foreign Language", 10),
        Phrase("ETS", 1),
        Phrase("TOEFL ITP", -30),
    ),
    labels=(
        NAME_ANY,
        NAME_LATIN,
        BIRTH_DATE,
        TEST_DATE,
        Label("registration_no", (*REGISTRATION_NO.words, "Appointment number", "Appointment no")),
        VALID_UNTIL,
        ISSUED_ON,
        LISTENING,
        READING,
        SPEAKING,
        WRITING,
        Label(
            "score", ("Total score", "Total", "총점", "Total scaled score", "iBT total score", "Sum of scores", "합계")
        ),
        decoys(
            *PERSON_NOISE,
            "MyBest scores",
            "My best scores",
            "MyBest",
            "MyBest total",
            "Score range",
            "Scaled score",
            "Section",
            "Level",
            "Test center",
            "Inst Code",
            "Dept Code",
            "Score",
            "Your score",
            "Percentile",
            "Department",
            "Last name",
            "First name",
        ),
    ),
    not_printed=("level", "announced_on"),
    invariants=(
        section_sum("score", *_SECTIONS),
        *(score_range(name, 0, 30) for name in _SECTIONS),
        score_range("score", 0, 120),
        in_order("birth_date", "test_date", "valid_until"),
    ),
)
