"""BCT(B) score reports: 听力 and 阅读, each of 500.

The form with 书写 (3 × 100), BCT(A) and the oral test are other kinds, which a person looks at [G5].
"""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.day_labels import ANNOUNCED_ON, ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, score_range, section_sum
from services.verify.reading.papers.number_labels import REGISTRATION_NO
from services.verify.reading.papers.paper import Paper, Phrase, Script, decoys
from services.verify.reading.papers.person_labels import (
    BIRTH_DATE,
    FAMILY_NAME,
    GIVEN_NAME,
    NAME_ANY,
    NAME_LATIN,
    PERSON_NOISE,
)
from services.verify.reading.papers.score_labels import LISTENING, READING, SCORE_NOISE, TOTAL
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also

BCT = Paper(
    code="BCT",
    family=Family.LANGUAGE_REPORT,
    phrases=(
        Phrase("BCT", 7),
        Phrase("BCT(B)", 5, exact=True, forms=("BCT(L&R)", "BCT 듣기/읽기")),
        Phrase("Business Chinese Test", 7, forms=("商务汉语考试",)),
        Phrase("비즈니스 중국어", 4),
        Phrase("Listening", 3, exact=True, alone=True, forms=("듣기", "听力")),
        Phrase("Writing", -30, alone=True, forms=("쓰기", "书写", "写作")),
        Phrase("Speaking", -30, alone=True, forms=("말하기", "口语", "口试")),
        Phrase("HSK", -20, alone=True),
    ),
    labels=(
        also(NAME_ANY, "姓名 Name"),
        NAME_LATIN,
        FAMILY_NAME,
        GIVEN_NAME,
        BIRTH_DATE,
        TEST_DATE,
        ANNOUNCED_ON,
        also(REGISTRATION_NO, "Admission Ticket Number", "Admission Ticket No", "准考证号 Admission Ticket Number"),
        VALID_UNTIL,
        ISSUED_ON,
        LISTENING,
        READING,
        TOTAL,
        decoys(
            *PERSON_NOISE,
            *SCORE_NOISE,
            "编号",
            "编号 No",
            "No",
            "证书编号",
            "등급",
            "Level",
            "等级",
            "级别",
            "主任",
            "Director",
        ),
    ),
    unlabelled=(ISSUE_DATE_ALONE,),
    not_printed=("level", "sections.writing", "sections.speaking"),
    invariants=(
        section_sum("score", "sections.listening", "sections.reading"),
        score_range("sections.listening", 0, 500),
        score_range("sections.reading", 0, 500),
        score_range("score", 0, 1000),
        in_order("birth_date", "test_date", "valid_until"),
    ),
    scripts={"registration_no": Script.LATIN},
    model="ppocr",
)
