"""TOEFL iBT score reports (ETS)."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.day_labels import ANNOUNCED_ON, ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import Paper, Phrase, decoys
from services.verify.reading.papers.person_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
)
from services.verify.reading.papers.score_checks import valid_for
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, SPEAKING, TOTAL, WRITING
from services.verify.reading.papers.wordings import also

_SECTIONS = ("sections.reading", "sections.listening", "sections.speaking", "sections.writing")

TOEFL_IBT = Paper(
    code="TOEFL_IBT",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("TOEFL iBT", 12, forms=("TOEFL Internet-based Test",)),
        Phrase("TOEFL", 9),
        Phrase("Test of English as a Foreign Language", 10),
        Phrase("ETS", 1),
        Phrase("TOEFL ITP", -30, forms=("TOEFL Essentials", "TOEFL Junior", "TOEFL Primary", "TOEFL PBT")),
    ),
    labels=(
        NAME_ANY,
        NAME_LATIN,
        FAMILY_NAME,
        GIVEN_NAME,
        BIRTH_DATE,
        TEST_DATE,
        ANNOUNCED_ON,
        also(REGISTRATION_NO, "Appointment number", "Appointment no", "Appt no", "Confirmation number", "ETS ID"),
        VALID_UNTIL,
        ISSUED_ON,
        LISTENING,
        READING,
        SPEAKING,
        WRITING,
        also(TOTAL, "Total scaled score", "iBT total score", "Sum of scores"),
        decoys(
            *PERSON_NOISE,
            *SCORE_NOISE,
            "MyBest scores",
            "My best scores",
            "MyBest",
            "MyBest total",
            "Scaled score",
            "Level",
            "Inst Code",
            "Dept Code",
            "Department",
        ),
    ),
    not_printed=("level",),
    months_first=True,
    invariants=(
        section_sum("score", *_SECTIONS),
        *(score_range(name, 0, 30) for name in _SECTIONS),
        score_range("score", 0, 120),
        in_order("birth_date", "test_date", "valid_until"),
        valid_for(2),
    ),
)
