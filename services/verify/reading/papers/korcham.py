"""Certificates of 대한상공회의소: 컴퓨터활용능력 and its sisters."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.certificate_labels import (
    BARE_NUMBER,
    HOLDER,
    OTHER_NUMBERS,
    grade,
    numbered,
    with_grade_sign,
)
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order, one_of
from services.verify.reading.papers.number_labels import ISSUER
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME, PERSON_NOISE
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, LETTER_DATE, signed_by, signer
from services.verify.values.numbers import parse_number
from services.verify.values.syllables import one_slip
from services.verify.values.titles import parse_title, without_translation

_GRADE_BEHIND = re.compile(r"[\s(\[]*(?:준)?[1-9]\s*급\s*[)\]]*$")
_PARTICLE = re.compile(r"(?<=급)\s*[의을를에]$")
_AROUND = re.compile(r"^[^\x00-\x7f\s]+\s*|\s*[^\x00-\x7f\s]+$")
"""제 and 호, or what readers without Hangul make of them."""
_TITLES = ("컴퓨터활용능력", "워드프로세서", "전산회계운용사", "유통관리사", "전자상거래운용사", "전자상거래관리사")
_AS_LETTER = str.maketrans("1580", "ISBO")
_AS_DIGIT = str.maketrans("OIBSZ", "01852")
_NO_LETTER = "234679"
_NUMBER = re.compile(r"[0-9]{2}[A-Z][0-9]{7}")
_FOOT = re.compile(r"[-–][1I|]\s?\.")
"""An L of which a reader made an upright stroke and its foot (`11-1.1-724184`)."""


def title_without_grade(text: str) -> str | None:
    """`컴퓨터활용능력 2급 (Computer Specialist)` → `컴퓨터활용능력`."""
    return parse_title(_GRADE_BEHIND.sub("", _PARTICLE.sub("", with_grade_sign(without_translation(text)))))


def chamber_title(text: str) -> str | None:
    """The same; a title one stroke beside one of the chamber's, of which no two are near, is that one misread."""
    title = title_without_grade(text)
    return next((known for known in _TITLES if title and one_slip(title, known)), title)


def exam_title(text: str) -> str | None:
    """The chamber's title of a line that is nothing but title and grade."""
    title = chamber_title(text)
    return title if title in _TITLES else None


def exam_grade(text: str) -> str | None:
    """The grade behind a title of the chamber's (`워드프로세서 2급`)."""
    return grade(text) if exam_title(text) is not None else None


def lone_grade(text: str) -> str | None:
    """The grade of a line that is nothing else (`2급`)."""
    return grade(text) if _GRADE_BEHIND.fullmatch(with_grade_sign(text)) else None


def korcham_number(text: str) -> str | None:
    """`18-K9-012345`: two digits, a letter and a digit, six digits; look-alikes are read by their place."""
    number = parse_number(_AROUND.sub("", text))
    if number is None or len(number) != 10 or number[2:3] in _NO_LETTER:
        return number
    if _FOOT.search(text):
        return None
    letter = number[2].translate(_AS_LETTER)
    digits = (number[:2] + number[3:]).translate(_AS_DIGIT)
    return digits[:2] + letter + digits[2:] if letter.isalpha() and digits.isdigit() else None


def bare_number(text: str) -> str | None:
    """A number of the chamber's whole form: two digits, a letter, seven digits."""
    number = korcham_number(text)
    return number if number is not None and _NUMBER.fullmatch(number) else None


def numbered_by_chamber(text: str) -> str | None:
    """The number of a line that is nothing but `제 18-K9-012345`."""
    return korcham_number(text) if numbered(text) else None


KORCHAM = Paper(
    code="KORCHAM",
    family=Family.CERTIFICATE,
    phrases=(
        Phrase("대한상공회의소", 7),
        Phrase("컴퓨터활용능력", 10),
        Phrase("활용능력", 6, exact=True),
        Phrase("국가기술자격증", 1),
        Phrase("상공회의소", 4, exact=True),
        Phrase("Chamber of Commerce and Industry", 5, forms=("Chamber of Commerce & Industry",)),
        Phrase("워드프로세서", 6),
        Phrase("전산회계운용사", 5),
        Phrase("유통관리사", 5),
        Phrase("전자상거래운용사", 5),
        Phrase("취득사항확인서", -10),
        Phrase("한국산업인력공단", -6),
    ),
    labels=(
        NAME,
        HOLDER,
        BIRTH_DATE,
        Label("number", ("자격번호", "자격증번호", "인증번호", "등록번호", "자격증 번호", "증서번호")),
        BARE_NUMBER,
        Label(
            "title", ("자격종목", "종목", "종목명", "자격명", "종목및등급", "자격종목및등급", "자격종목명", "종목등급")
        ),
        Label("grade", ("등급", "급수", "자격등급")),
        Label(
            "acquired_on",
            (
                "합격일",
                "합격일자",
                "합격연월일",
                "합격년월일",
                "취득일",
                "취득일자",
                "취득연월일",
                "자격취득일",
                "최종합격일",
            ),
        ),
        ISSUED_ON,
        VALID_UNTIL,
        ISSUER,
        decoys(*PERSON_NOISE, *OTHER_NUMBERS, "관리번호", "발급번호", "주무부처", "비고", "재발급", "내지번호", "회장"),
    ),
    unlabelled=(
        Unlabelled("title", exam_title),
        Unlabelled("grade", exam_grade),
        Unlabelled("grade", lone_grade),
        Unlabelled("number", numbered_by_chamber, alone=True),
        signed_by("대한상공회의소"),
        ISSUE_DATE_ALONE,
        LETTER_DATE,
    ),
    not_printed=("name_latin",),
    invariants=(in_order("birth_date", "acquired_on", "issued_on"), one_of("grade", ("1급", "2급", "3급"))),
    scripts={"number": Script.LATIN},
    parsers={
        "grade": grade,
        "issuer": signer("대한상공회의소"),
        "title": chamber_title,
        "number": korcham_number,
        "bare.number": bare_number,
    },
    derived={"grade": "title"},
)
