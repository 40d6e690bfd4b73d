"""Certificates of portals, letters and screens: where names, values and records stand on them, without OCR."""

from __future__ import annotations

import pytest

from services.verify.reading.layout.cards import find_cards
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.certificate_labels import HOLDER
from services.verify.reading.papers.day_labels import ISSUED_ON
from services.verify.reading.papers.korcham import chamber_title
from services.verify.reading.papers.licence import licence_title
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME
from services.verify.reading.papers.recognise import page_lines, recognise
from services.verify.reading.papers.signer import letter_date, signed_by
from services.verify.reading.rows_and_grids import parser_of
from services.verify.reading.unlabelled_name import find_name_by_place
from services.verify.reading.upright import stand_upright
from tests.unit.verify.reading.ruled_sheets import HandSheet
from tests.unit.verify.reading.test_labels import sheet_of
from tests.unit.verify.reading.test_places import placed, sheet

BY_CODE = {paper.code: paper for paper in PAPERS}
LABELS = (NAME, HOLDER, BIRTH_DATE, ISSUED_ON)
RECORD = (
    Label("title", ("자격종목",)),
    Label("number", ("자격번호",)),
    Label("acquired_on", ("합격연월일",)),
)


def test_the_only_value_of_a_row_may_stand_at_the_far_margin() -> None:
    page = sheet((100, 100, "이름"), (1800, 100, "홍길동"), (100, 180, "생일"))
    assert placed(page, LABELS)["name"] == "홍길동"
    beside = sheet((100, 100, "이름"), (400, 100, "-"), (1800, 100, "홍길동"))
    assert placed(beside, LABELS).get("name") != "홍길동"


def test_who_applied_is_the_holder_where_no_name_label_stands() -> None:
    assert placed(sheet((100, 100, "신청인"), (400, 100, "홍길동")), LABELS)["name"] == "홍길동"


def test_a_name_label_goes_before_the_group_of_labels_that_it_stands_in() -> None:
    cells = ((90, 90, 290, 150), (290, 90, 490, 150), (490, 90, 900, 150), (90, 150, 290, 210))
    page = sheet((100, 100, "신청인"), (300, 100, "성명"), (500, 100, "홍길동"), (100, 160, "신청"), cells=cells)
    assert placed(page, LABELS)["name"] == "홍길동"


@pytest.mark.parametrize("printed", ["가. 성 | 명 :", "2. 성 | 명", "가. 성명"])
def test_labels_are_numbered_by_syllables_too(printed: str) -> None:
    assert {anchor.field for anchor in find_labels([sheet_of(printed)], LABELS)} == {"name"}


def test_two_labels_in_one_announce_neither() -> None:
    labels = (Label("acquired_on", ("합격일",)), Label("issued_on", ("발급일",)))
    assert find_labels([sheet_of("합격일 / 발급일")], labels) == []
    assert [anchor.field for anchor in find_labels([sheet_of("합격일 합격일")], labels)] == ["acquired_on"]


def test_the_words_of_a_label_are_nobodys_name() -> None:
    parse = parser_of(BY_CODE["TOKL"], "name")
    assert parse("생년월일") is None
    assert parse("홍길동") == "홍길동"


def test_certificates_stand_side_by_side_behind_their_labels() -> None:
    page = HandSheet()
    edges = (100, 400, 800, 1200)
    page.row(200, 60, edges, ("자격종목", "측량기사", "조경기사"))
    page.row(260, 60, edges, ("자격번호", "12345678901A", "12345678902B"))
    page.row(320, 60, edges, ("합격연월일", "2010.01.02", "2011.02.03"))
    one = page.sheet()
    found = find_cards([one], RECORD, find_labels([one], RECORD), lambda name, text: text or None, ("title", "number"))
    rows = [{field: spot.text for field, spot in part.rows[0].items()} for part in found]
    assert rows == [
        {"title": "측량기사", "number": "12345678901A", "acquired_on": "2010.01.02"},
        {"title": "조경기사", "number": "12345678902B", "acquired_on": "2011.02.03"},
    ]


def test_a_heading_in_two_large_lines_is_read_as_one() -> None:
    page = sheet(
        (100, 100, "CERTIFICATE OF NATIONAL"),
        (100, 170, "TECHNICAL QUALIFICATION"),
        (100, 400, "Name"),
        (100, 500, "Date of Birth"),
        (100, 600, "Human Resources Development Service of Korea"),
        heights={"CERTIFICATE OF NATIONAL": 60, "TECHNICAL QUALIFICATION": 60},
    )
    paper = recognise(page_lines([page]), PAPERS)
    assert paper is BY_CODE["NQ_AWARD"]


def test_a_letter_about_a_kbs_test_is_no_list_of_qualifications() -> None:
    paper = recognise(["국가공인자격취득사실확인", "kbs한국방송한국어진흥원"], PAPERS)
    assert paper is BY_CODE["KBS_KOREAN"]


def test_a_page_whose_labels_are_read_stands_upright() -> None:
    assert stand_upright([sheet_of("생년월일", "발급일자", "무엇")])
    assert not stand_upright([sheet_of("생년월일", "영수증", "합계")])


@pytest.mark.parametrize(
    ("printed", "day"),
    [("시행 자격관리부-1234 (2018. 5. 12.)", "2018-05-12"), ("총무과-7 (2018-05-12)", "2018-05-12")],
)
def test_an_official_letter_is_dated_behind_its_number(printed: str, day: str) -> None:
    assert letter_date(printed) == day


@pytest.mark.parametrize("printed", ["접수 2018-1234 (2018. 5. 12.)", "(2018. 5. 12.)", "총무과-7 (5쪽)"])
def test_nothing_else_dates_a_letter(printed: str) -> None:
    assert letter_date(printed) is None


def test_a_line_of_digits_is_no_signer_misread() -> None:
    like = signed_by("KBS한국방송").like
    assert like is not None
    assert like("한국방승")
    assert not like("한국어-155 (2018. 12. 12.)")


def test_titles_are_read_without_what_they_are_called_in_english() -> None:
    assert licence_title("토목기사 (Engineer Civil Engineering)") == "토목기사"
    assert licence_title("소방설비기사(전기분야)") == "소방설비기사(전기분야)"
    assert chamber_title("컴퓨터활용능력 2급 (Computer Specialist in Spreadsheet)") == "컴퓨터활용능력"


@pytest.mark.parametrize("printed", ["홍빈 님", "홍길동 님"])
def test_a_screen_greets_its_holder(printed: str) -> None:
    found = find_name_by_place([sheet_of(printed, "인증 내역입니다")], [])
    assert [spot.text for spot in found] == [printed]


@pytest.mark.parametrize("printed", ["고객 님", "구청장 귀하", "홍빈"])
def test_forms_of_address_are_no_names(printed: str) -> None:
    assert find_name_by_place([sheet_of(printed, "인증 내역입니다")], []) == []


def test_who_signs_far_below_is_not_the_holder_of_a_short_name() -> None:
    page = sheet((100, 100, "성명"), (400, 100, "홍길"), (100, 1500, "성명"), (400, 1500, "김철수"))
    assert placed(page, LABELS)["name"] == "홍길"
