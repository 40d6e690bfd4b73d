"""The baseline's patterns: what stands before each field on Korean papers and score reports, and what a value is."""

from __future__ import annotations

import re
from enum import Enum

from services.verify.values.dates import find_dates


class Taker(Enum):
    """What is taken out of the text behind a label."""

    DATE = "the first date"
    SECOND_DATE = "the second date"
    NUMBER = "the first run of letters and digits with a digit"
    POINTS = "the first number"
    HANGUL_NAME = "two to five syllables"
    LATIN_NAME = "capital words"
    GRADE = "a grade or level"
    PHONE = "a telephone number"
    TEXT = "the rest of the line"


Pattern = tuple[tuple[str, ...], int, Taker]
"""Labels, which occurrence counts (from 0), what is taken."""

LABELS: dict[str, Pattern] = {
    "name": (("성명", "이름", "氏名", "姓名", "Name"), 0, Taker.HANGUL_NAME),
    "name_latin": (("영문성명", "영문", "Candidate", "Name", "Nom", "Nombre", "Apellidos"), 0, Taker.LATIN_NAME),
    "birth_date": (
        ("생년월일", "Date of Birth", "Birth", "生年月日", "出生", "nacimiento", "Né", "주민등록번호", "주민번호"),
        0,
        Taker.DATE,
    ),
    "title": (("종목 및 등급", "자격종목", "종목", "자격명", "자격의 종류"), 0, Taker.TEXT),
    "grade": (("등급", "급수", "종목"), 0, Taker.GRADE),
    "number": (
        ("자격번호", "자격증번호", "인증번호", "합격번호", "등록번호", "발급번호", "문서확인번호", "증명번호",
         "증서번호", "제"),
        0,
        Taker.NUMBER,
    ),
    "acquired_on": (("합격연월일", "합격일", "취득일", "인증일", "자격취득", "시험일", "등록일"), 0, Taker.DATE),
    "issued_on": (("발급연월일", "발급일", "발행일", "교부일", "Date of Issue", "Issue", "발급"), 0, Taker.DATE),
    "valid_until": (("유효기간", "유효기한", "Valid", "까지"), 0, Taker.DATE),
    "issuer": (("발급기관", "시행기관", "발행기관", "주관"), 0, Taker.TEXT),
    "score": (
        ("총점", "Total Score", "Total", "합계", "总分", "合計", "Note totale", "Puntuación", "점수", "Score"),
        0,
        Taker.POINTS,
    ),
    "level": (("등급", "Level", "Rating", "级别", "급수", "Niveau", "Nivel", "HSK", "DELF", "DELE"), 0, Taker.GRADE),
    "test_date": (
        ("시험일", "응시일", "시행일", "평가일", "Test Date", "Date of Test", "考试时间", "考试日期", "受験日", "Date",
         "Fecha"),
        0,
        Taker.DATE,
    ),
    "announced_on": (("발표일", "성적발표", "Report Date", "Reported"), 0, Taker.DATE),
    "registration_no": (
        ("수험번호", "응시번호", "접수번호", "Registration No", "Registration Number", "Registration", "Test ID",
         "准考证号", "受験番号", "Appointment Number", "Code", "Inscripción"),
        0,
        Taker.NUMBER,
    ),
    "sections.listening": (
        ("Listening", "듣기", "청해", "听力", "聴解", "compréhension de l'oral", "Comprensión auditiva", "auditiva"),
        0,
        Taker.POINTS,
    ),
    "sections.reading": (
        ("Reading", "읽기", "독해", "阅读", "読解", "compréhension des écrits", "Comprensión de lectura", "lectura"),
        0,
        Taker.POINTS,
    ),
    "sections.writing": (
        ("Writing", "쓰기", "书写", "production écrite", "Expresión escrita", "escrita"), 0, Taker.POINTS
    ),
    "sections.speaking": (
        ("Speaking", "말하기", "口语", "production orale", "Expresión oral", "orales"), 0, Taker.POINTS
    ),
    "sections.grammar": (("Grammar", "문법"), 0, Taker.POINTS),
    "sections.vocabulary": (("Vocabulary", "어휘"), 0, Taker.POINTS),
    "company": (("업체명", "회사명", "상호", "근무처", "소속"), 0, Taker.TEXT),
    "joined_on": (("입사일", "근무기간", "재직기간"), 0, Taker.DATE),
    "left_on": (("퇴사일", "근무기간", "재직기간"), 0, Taker.SECOND_DATE),
    "confirmation.hr.department": (("부서명", "부서"), 0, Taker.TEXT),
    "confirmation.business.department": (("부서명", "부서"), 1, Taker.TEXT),
    "confirmation.hr.person": (("담당자", "성명"), 0, Taker.HANGUL_NAME),
    "confirmation.business.person": (("담당자", "성명"), 1, Taker.HANGUL_NAME),
    "confirmation.hr.phone": (("연락처", "전화번호", "전화"), 0, Taker.PHONE),
    "confirmation.business.phone": (("연락처", "전화번호", "전화"), 1, Taker.PHONE),
    "confirmation.hr.issue_no": (("발급번호",), 0, Taker.NUMBER),
    "confirmation.business.issue_no": (("발급번호",), 1, Taker.NUMBER),
}  # fmt: skip

ROW_TABLES: dict[str, dict[str, Taker]] = {
    "records": {"project": Taker.TEXT, "from": Taker.DATE, "to": Taker.SECOND_DATE},
    "certificates": {"title": Taker.TEXT, "number": Taker.NUMBER, "acquired_on": Taker.DATE},
}
"""Tables of which a line of text is a row where everything but the free text is in it."""

_PATTERNS = {
    Taker.NUMBER: re.compile(r"\b(?=[A-Z0-9-]*[0-9])[A-Z0-9][A-Z0-9-]{2,}"),
    Taker.POINTS: re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[.,][0-9]{1,2})?(?![0-9])"),
    Taker.HANGUL_NAME: re.compile(r"[가-힣](?:[ \t]?[가-힣]){1,4}"),
    Taker.LATIN_NAME: re.compile(r"[A-Z][A-Za-z]+(?:[ ,-]+[A-Z][A-Za-z]*)+"),
    Taker.GRADE: re.compile(r"준?[1-6][+-]?\s*급|[1-6]\s*级|\b(?:NL|NM|NH|IL|IM[123]|IH|AL|[ABC][12])\b"),
    Taker.PHONE: re.compile(r"0[0-9]{1,2}[-) ]*[0-9]{3,4}[- ]*[0-9]{4}"),
}
_DATE_START = re.compile(r"(?:19|20)[0-9]{2}")


def take(taker: Taker, text: str) -> str | None:
    """What `taker` finds first in `text`, the text behind a label; None where there is none."""
    if taker in (Taker.DATE, Taker.SECOND_DATE):
        dates = find_dates(text)
        place = 0 if taker is Taker.DATE else 1
        return dates[place] if len(dates) > place else None
    if taker is Taker.TEXT:
        line = next((line for line in text.splitlines() if any(map(str.isalnum, line))), "")
        cut = _DATE_START.search(line)
        return (line[: cut.start()] if cut else line).strip(" :：|") or None
    found = _PATTERNS[taker].search(text)
    if found is None:
        return None
    return found[0].replace(",", ".") if taker is Taker.POINTS else found[0]
