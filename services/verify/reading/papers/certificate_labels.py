"""Labels that certificates share, and what stands on them without a label: title, grade, number."""

from __future__ import annotations

import re

from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.person_labels import PERSON_NOISE
from services.verify.reading.papers.score_labels import SCORE_NOISE
from services.verify.values.dates import find_dates
from services.verify.values.numbers import parse_number
from services.verify.values.scores import parse_grade
from services.verify.values.text import tidy

HOLDER = Label(
    "holder.name",
    (
        "소지자",
        "소유자",
        "보유자",
        "취득자",
        "합격자",
        "인증자",
        "수험자",
        "자격소지자",
        "자격취득자",
        "자격보유자",
        "신청인",
        "신청자",
        "발급대상자",
        "발급신청인",
        "Holder",
        "Candidate",
        "Applicant",
        "Certificate holder",
        "License holder",
        "Awarded to",
    ),
)
"""Whom a certificate is about, where no 성명 says it; whoever asks for one at a portal or by a form is its holder."""
NUMBER = (
    "자격번호",
    "자격증번호",
    "자격등록번호",
    "자격증등록번호",
    "인증번호",
    "인증서번호",
    "인증서 발급번호",
    "합격번호",
    "합격증번호",
    "증서번호",
    "등록번호",
    "Certificate No",
    "Certificate number",
    "License No",
    "Registration No",
)
BARE_NUMBER = Label("bare.number", ("번호", "No", "Number"))
"""What may stand over the number of the certificate, or of anything else: only a number of its form counts."""
TITLE = (
    "자격종목",
    "종목",
    "종목명",
    "자격명",
    "자격명칭",
    "자격종목명",
    "자격종목및등급",
    "종목및등급",
    "종목등급",
    "자격의종류",
    "자격종류",
    "시험명",
    "시험종목",
    "검정종목",
    "인증종목",
    "평가명",
    "검정명",
    "Qualification",
    "Title",
    "Title of qualification",
    "Name of qualification",
    "Technical qualification",
    "Technical field",
    "Name of examination",
)
GRADE = (
    "등급",
    "급수",
    "자격등급",
    "인증등급",
    "합격등급",
    "취득등급",
    "인증급수",
    "합격급수",
    "평가등급",
    "판정등급",
    "Grade",
    "Level",
)
ACQUIRED = (
    "합격연월일",
    "합격년월일",
    "합격일",
    "합격일자",
    "취득일",
    "취득일자",
    "취득연월일",
    "취득년월일",
    "최종합격일",
    "최종합격일자",
    "최종합격연월일",
    "자격취득일",
    "자격취득일자",
    "자격취득연월일",
    "인증일",
    "인증일자",
    "인증연월일",
    "합격자발표일",
    "합격발표일",
    "합격결정일",
    "Date of acquisition",
    "Acquired on",
    "Date acquired",
    "Date of qualification",
)
OTHER_NUMBERS = (
    "문서번호",
    "접수번호",
    "시행번호",
    "발신번호",
    "일련번호",
    "대장번호",
    "우편번호",
    "사업자번호",
    "사업자등록번호",
    "법인등록번호",
    "고유번호",
    "팩스번호",
    "회원번호",
    "사원번호",
)
"""Numbers of papers, offices and firms, some but a letter apart from a certificate's own."""
NOISE = (
    *PERSON_NOISE,
    *(word for word in SCORE_NOISE if word not in ("Certificate No", "Certificate number")),
    "발급번호",
    "관리번호",
    "내지번호",
    "공인번호",
    "등급별",
    "급수별",
    "등급기준",
    "급수기준",
    "등급표",
    "민간자격등록번호",
    "수험번호",
    "주무부처",
    "비고",
    "재발급",
    "재교부",
    "용도",
    "제출처",
    "시험종류",
    "인증구분",
    "응시번호",
    "시험일",
    "시험일자",
    "응시일",
    "응시일자",
    "시행일",
    "시행일자",
    "시험시행일",
    "총점",
    "합계",
    "성적",
    "수준",
    "확인번호",
    "문서확인번호",
    *OTHER_NUMBERS,
    "합격여부",
    "회장",
    "위원장",
    "이사장",
    "원장",
    "사장",
    "담당자",
    "Test date",
    "Date of test",
)
"""What certificates print that announces no value which is read."""
_NUMBERED = re.compile(
    r"^\s*(?:인증번호|자격번호)?\s*[제第]\s*(?=[0-9A-Z])(?:[^가-힣]{2,24}[호号]|[0-9A-Z][0-9A-Z\s\-–]{5,24})\s*$"
)

_NAMED = re.compile(r"\(?\s*((?:[가-힣]\s?){2,6})제\s?([0-9][0-9A-Z\s\-–]{3,24}?)\s?호\s*\)?")
_OF_LAW = re.compile(r"법|령$|규칙|별지|서식|고시|공고|조례|훈령|예규|지침|회$")
_ISSUE_NUMBER = re.compile(r"^\s*발\s*[급금굽긍행]\s*번\s*[호효]\s*[:.]?\s*(?=[제0-9A-Z])(.{4,24})$")
_WORDS = re.compile(r"[^가-힣]|[년월일부터까지]|유효기간")
_FEW_LETTERS = 4
_NEARLY_GRADE = re.compile(r"(?<=[1-9+\-−*])\s*[극-긓굽끕](?![가-힣])")
_ASKED = re.compile(r"[0-9]\s*점|이상|이하|미만")
_HYPHENS = re.compile(r"(?:\s*[-‐‑–—―−ㅡ])+\s*")
"""What readers make of one hyphen between groups (`41—- 12345`)."""
_IN_GROUPS = re.compile(
    r"(?<![0-9A-Z\-–])(?!0[0-9]{1,2}\s?[-–]\s?[0-9]{3,4}\s?[-–]\s?[0-9]{4}(?![0-9]))(?=(?:[A-Z\-–\s]*[0-9]){7})"
    r"(?:[0-9]{2,3}(?:\s?[-–]\s?[0-9A-Z]{1,8}){1,3}|[0-9]{4}\s?[-–]\s?[0-9A-Z]{1,4}\s?[-–]\s?[0-9A-Z]{4,8})"
    r"(?![0-9A-Z\-–])"
)
"""Neither a telephone number nor a date nor a letter's number in its year."""
_BETWEEN = re.compile(
    r"(?:[^0-9]{1,4}\s+|[^\x00-\x7f]\s?)?([0-9][0-9\-–]{3,22}[0-9])(?:\s+[^0-9]{1,4}|\s?[^\x00-\x7f])?"
)


def label(field: str, words: tuple[str, ...], *more: str) -> Label:
    """A label of `field` with `words` and the further forms that one kind of paper prints."""
    return Label(field, tuple(dict.fromkeys((*words, *more))))


def with_grade_sign(text: str) -> str:
    """`text` with what readers make of 급 behind a digit or a sign (`2 금`) put right."""
    return _NEARLY_GRADE.sub("급", text)


def grade(text: str) -> str | None:
    """The one grade that a text names, though its 급 was misread; none in a table of what each grade asks for."""
    return None if _ASKED.search(text) else parse_grade(with_grade_sign(text))


def numbered(text: str) -> str | None:
    """The number of a line that is nothing but `제 18-K9-012345 호`, or the same without 호.

    What is numbered may stand before it (`신고 제 2018-123 호`), as long as that is no law.
    """
    if _NUMBERED.match(text):
        return parse_number(text)
    named = _NAMED.fullmatch(tidy(text).strip())
    return parse_number(named[2]) if named and not _OF_LAW.search("".join(named[1].split())) else None


def issue_number(text: str) -> str | None:
    """The number of a line `발급번호 : 067-12-02761`, which is the paper's own where no other label announces one."""
    found = _ISSUE_NUMBER.match(text)
    return number_between(found[1]) if found else None


def number_in_groups(text: str) -> str | None:
    """A number of digits, and a letter perhaps, in groups with hyphens between (`41-12345`), which no count has."""
    plain = _HYPHENS.sub("-", text)
    return number_between(plain) if _IN_GROUPS.search(plain) else None


def number_between(text: str) -> str | None:
    """A number of digits and hyphens in `제 … 호`, though 제 and 호 were misread (`A] 2019-55-545145 &`).

    A label before a colon does not belong to it. What touches the digits must be no sign that could be a digit misread;
    anything else goes to the plain parser.
    """
    if named := _NAMED.fullmatch(tidy(text).strip()):
        return parse_number(named[2])
    found = _BETWEEN.fullmatch(tidy(text).rpartition(":")[2].strip())
    return parse_number(found[1]) if found else parse_number(text)


def end_of_period(text: str) -> str | None:
    """The last day of `2018. 6. 1. ~ 2020. 5. 31.`, or the one date that stands there among hardly any words."""
    if len(_WORDS.sub("", text)) > _FEW_LETTERS:
        return None
    found = find_dates(text)
    return found[-1] if len(found) == 1 or (len(found) == 2 and found[0] <= found[1]) else None
