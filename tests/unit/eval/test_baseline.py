"""The baseline: label patterns on the text of a whole page."""

import pytest

from eval.baseline import evidence_of, find
from services.verify.evidence import Family

TOEIC = """
TOEIC Official Score Report
Name HONG GILDONG
Date of Birth 1991/03/14   Registration Number 427183
Test Date 2018/10/14
Listening 430   Reading 415
Total Score 845
"""
CERTIFICATE = """
자격번호 : 18201234567A
성   명 : 홍 길 동
생년월일 : 1991년 03월 14일
자격종목 : 토목기사
합격연월일 : 2018년 08월 17일
"""
CAREER = """
국도 제37호선 확장공사 2010.05.01 ~ 2011.12.31 한국도로공사
2012.01.02 별관 신축공사
"""


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name_latin", TOEIC, "HONG GILDONG"),
        ("birth_date", TOEIC, "1991-03-14"),
        ("registration_no", TOEIC, "427183"),
        ("test_date", TOEIC, "2018-10-14"),
        ("sections.listening", TOEIC, "430"),
        ("sections.reading", TOEIC, "415"),
        ("score", TOEIC, "845"),
        ("number", CERTIFICATE, "18201234567A"),
        ("name", CERTIFICATE, "홍 길 동"),
        ("title", CERTIFICATE, "토목기사"),
        ("acquired_on", CERTIFICATE, "2018-08-17"),
        ("grade", CERTIFICATE, None),
        ("score", "", None),
    ],
)
def test_a_value_stands_behind_its_label(field: str, text: str, value: str | None) -> None:
    assert find(field, text) == value


def test_a_line_with_both_dates_is_a_row() -> None:
    evidence = evidence_of([CAREER], "CAREER_FORM", Family.CAREER_FORM, ["records[0].project", "records[0].from"])
    (table,) = evidence.tables
    assert [{cell.field: cell.readings[0].value for cell in row} for row in table.rows] == [
        {"project": "국도제37호선확장공사", "from": "2010-05-01", "to": "2011-12-31"}
    ]


def test_what_the_paper_does_not_print_is_not_held_against_it() -> None:
    evidence = evidence_of([TOEIC], "TOEIC", Family.LANGUAGE_REPORT, ["score", "name_latin"])
    assert {entry.field for entry in evidence.fields} == {"score", "name_latin"}
    assert "birth_date" in evidence.not_printed
