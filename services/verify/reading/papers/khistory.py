"""한국사능력검정 인증서 of 국사편찬위원회."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers.certificate_labels import (
    BARE_NUMBER,
    HOLDER,
    OTHER_NUMBERS,
    grade,
    number_in_groups,
    numbered,
    with_grade_sign,
)
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, one_of
from services.verify.reading.papers.number_labels import ISSUER
from services.verify.reading.papers.paper import Paper, Phrase, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME, PERSON_NOISE
from services.verify.reading.papers.recognise import printed
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, LETTER_DATE, signed_by, signer
from services.verify.values.titles import parse_title

_EXAM = "한국사능력검정"
_LONE_GRADE = re.compile(r"^[\s(\[]*(?:고급|중급|초급|심화|기본|인증등급|등급)?[\s:(\[]*[1-6]\s*급[\s)\]]*$")


def exam_title(text: str) -> str | None:
    """The exam's name where the line names it (`한국사능력검정 인증서`); there is no other nearly of that name."""
    return parse_title(_EXAM) if printed(_EXAM, [squeeze(text)]) else None


def lone_grade(text: str) -> str | None:
    """A grade that stands alone in large type (`3급`, `고급 1급`)."""
    return grade(text) if _LONE_GRADE.match(with_grade_sign(text)) else None


KHISTORY = Paper(
    code="KHISTORY",
    family=Family.CERTIFICATE,
    phrases=(
        Phrase("한국사능력검정", 8),
        Phrase("국사편찬위원회", 6),
        Phrase("한국사능력", 4, exact=True),
        Phrase("국사편찬", 4, exact=True),
        Phrase("능력검정시험", 3, exact=True),
        Phrase("인증서", 2),
        Phrase("합격", 1),
        Phrase("취득사항확인서", -10),
    ),
    labels=(
        NAME,
        HOLDER,
        BIRTH_DATE,
        Label("number", ("인증번호", "자격번호", "인증서번호", "합격번호", "인증 번호", "증서번호")),
        BARE_NUMBER,
        Label("grade", ("등급", "인증등급", "급수", "합격등급", "취득등급", "인증급수")),
        Label("title", ("자격명", "시험명", "종목", "자격종목")),
        Label(
            "acquired_on",
            (
                "합격일",
                "합격일자",
                "합격연월일",
                "취득일",
                "취득일자",
                "인증일",
                "인증일자",
                "인증연월일",
                "취득연월일",
                "합격년월일",
                "합격자발표일",
                "합격발표일",
            ),
        ),
        ISSUED_ON,
        VALID_UNTIL,
        ISSUER,
        decoys(
            *PERSON_NOISE,
            *OTHER_NUMBERS,
            "회차",
            "시험회차",
            "점수",
            "수험번호",
            "시험일",
            "시험일자",
            "응시일",
            "시행일",
            "발급번호",
            "비고",
            "확인번호",
            "시험종류",
            "인증구분",
            "취득점수",
            "총점",
        ),
    ),
    unlabelled=(
        Unlabelled("title", exam_title, among=_EXAM),
        Unlabelled("grade", lone_grade),
        Unlabelled("number", numbered, alone=True),
        Unlabelled("grade", grade, among=_EXAM),
        signed_by("국사편찬위원회"),
        ISSUE_DATE_ALONE,
        LETTER_DATE,
    ),
    not_printed=("name_latin",),
    invariants=(
        in_order("birth_date", "acquired_on", "issued_on"),
        one_of("grade", ("1급", "2급", "3급", "4급", "5급", "6급")),
    ),
    parsers={"grade": grade, "issuer": signer("국사편찬위원회"), "title": exam_title, "bare.number": number_in_groups},
)
