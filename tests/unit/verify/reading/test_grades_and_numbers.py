"""Grades beside their legends, numbers under bare labels, and the names that sentences of forms fill in."""

from __future__ import annotations

import pytest

from services.verify.reading.layout.labels import Label
from services.verify.reading.layout.spots import Spot
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.certificate_labels import BARE_NUMBER, number_in_groups, numbered
from services.verify.reading.papers.licence import licence_value
from services.verify.reading.papers.recognise import recognise
from services.verify.reading.papers.signer import date_alone
from services.verify.reading.said_values import said
from services.verify.reading.unlabelled import find_unlabelled
from services.verify.values.dates import parse_date
from tests.unit.verify.reading.test_labels import sheet_of
from tests.unit.verify.reading.test_places import placed, sheet

BY_CODE = {paper.code: paper for paper in PAPERS}
GRADE = (Label("grade", ("등급",)),)
LEGEND = ((1000, 100, "등급"), (1000, 150, "1급"), (1000, 200, "2급"), (1000, 250, "3급"), (1000, 300, "4급"))


def values(printed: str, below: str = "") -> dict[str, str]:
    return {field: printed[start:end].strip() for field, start, end in said("", printed, below)}


def test_the_grades_of_a_legend_are_nobodys() -> None:
    assert placed(sheet(*LEGEND, (100, 400, "등급"), (400, 400, "3급")), GRADE)["grade"] == "3급"
    assert "grade" not in placed(sheet(*LEGEND), GRADE)
    across = sheet((100, 100, "등급"), (400, 100, "1급"), (600, 100, "2급"), (800, 100, "3급"))
    assert "grade" not in placed(across, GRADE)


def test_of_grades_without_labels_the_one_in_large_print_was_reached() -> None:
    page = sheet((300, 50, "4급 "), *LEGEND[1:4], heights={"4급 ": 60})
    (spot,) = find_unlabelled(BY_CODE["TOKL"], [page], [])
    assert (spot.field, spot.text) == ("grade", "4급")
    assert not find_unlabelled(BY_CODE["TOKL"], [sheet((300, 50, "4급 "), *LEGEND[1:4])], [])


def test_a_line_in_pieces_is_known_by_its_own_words_too() -> None:
    paper = BY_CODE["KHISTORY"]
    page = sheet_of("국 | 사 | 편찬위원회 위원장")
    found = {spot.field for spot in find_unlabelled(paper, [page], [])}
    assert "issuer" in found


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("41-12345", "4112345"),
        ("제 41—- 12345 호", "4112345"),
        ("2018-12-345678", "201812345678"),
        ("2018-11-02", None),
        ("2018-123", None),
        ("02-345-6789", None),
        ("1234567890", None),
    ],
)
def test_under_a_bare_label_only_a_number_in_groups_counts(printed: str, number: str | None) -> None:
    assert number_in_groups(printed) == number


def test_a_bare_label_gives_way_to_one_that_says_more() -> None:
    labels = (Label("number", ("자격번호",)), BARE_NUMBER)
    both = sheet((100, 100, "번호"), (500, 100, "12-34567"), (100, 200, "자격번호"), (500, 200, "98-76543"))
    assert placed(both, labels)["number"] == "98-76543"
    assert placed(sheet((100, 100, "번호"), (500, 100, "12-34567")), labels)["number"] == "12-34567"


@pytest.mark.parametrize("code", ["TOKL", "KHISTORY", "KORCHAM", "NQ_AWARD"])
def test_the_number_of_a_letter_is_not_the_certificates(code: str) -> None:
    page = sheet((100, 100, "문서번호 : 총무과-1234"), (100, 200, "사업자등록번호 : 123-45-67890"))
    labels = BY_CODE[code].labels
    assert "number" not in placed(page, labels)


@pytest.mark.parametrize("printed", ["12345678901K &", "제 12345678901K 호", "12345678901K 立", "12345678901K"])
def test_what_stands_apart_from_a_licence_number_is_no_part_of_it(printed: str) -> None:
    assert licence_value(printed) == "12345678901K"
    assert licence_value("123456789012 K") is None


@pytest.mark.parametrize(
    ("read", "grade"), [("즐 2 굽", "준2급"), ("증3급", "준3급"), ("2급", "2급"), ("제 2급", None), ("한 3급", None)]
)
def test_a_syllable_alone_before_the_digit_is_the_junior_mark_or_nothing(read: str, grade: str | None) -> None:
    assert BY_CODE["PRACTICAL_WRITING"].parsers["grade"](read) == grade


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("1991년 3월 4일생 홍길동은(는) 위원회가", {"birth_date": "1991년 3월 4일", "name": "홍길동"}),
        ("1991년 3월 4일생 홍길은(는) 위원회가", {"birth_date": "1991년 3월 4일", "name": "홍길"}),
        ("홍 길 동 (1991 년 3 월 4 일생)은 요건을", {"name": "홍 길 동"}),
        ("위 사람은 2017년 5월 6일 제12회 자격검정에 합격하여", {"acquired_on": "2017년 5월 6일"}),
        ("홍길 (1991년 3월 4일생)은 위의", {"birth_date": "1991년 3월 4일", "name": "홍길"}),
        ("성 명 홍 길 동 (1991 년 3 월 4 일 출 생 ) 은 요건을", {"name": "홍 길 동"}),
        ("위 사람은 2017년 5월 6일 우리 조합에 가입하여", {"acquired_on": "2017년 5월 6일"}),
    ],
)
def test_forms_fill_names_and_days_into_sentences(printed: str, found: dict[str, str]) -> None:
    assert found.items() <= values(printed).items()


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("신고 제 2018-123 호", "2018123"),
        ("(인증 제2018-12호)", "201812"),
        ("법률 제 12345 호", None),
        ("시행규칙 제 1234 호", None),
        ("신고 제 2018-123", None),
    ],
)
def test_what_is_numbered_may_stand_before_the_number(printed: str, number: str | None) -> None:
    assert numbered(printed) == number


def test_the_day_of_entry_is_not_the_day_of_graduation() -> None:
    said_days = values("2011년 3월 2일 대학에 입학하여 2015년 2월 17일 졸업하였음을 증명함")
    assert said_days == {"acquired_on": "2015년 2월 17일"}


def test_whoever_asked_is_no_name() -> None:
    assert "name" not in values("신청인은(는) 위의 사항을")
    assert "name" not in values("위 규 정 홍 길 동 (1991 년 3 월 4 일생)은")


@pytest.mark.parametrize(("printed", "day"), [("Date: 4 March 2018", "2018-03-04"), ("Test date: 4 March 2018", None)])
def test_the_word_date_alone_announces_the_day_of_issue(printed: str, day: str | None) -> None:
    assert date_alone(printed) == day


def test_a_gap_in_the_day_is_closed_and_not_a_shorter_day() -> None:
    assert parse_date("2 3March 2018") == "2018-03-23"
    assert parse_date("3 March 2018") == "2018-03-03"


def test_a_heading_may_be_misread_by_single_strokes() -> None:
    heading = ["극가기슬자격증"]
    found = recognise(heading, PAPERS, headings=heading)
    assert found is not None
    assert found.code == "NQ_AWARD"
    assert recognise(["국가공인자격증"], PAPERS, headings=["국가공인자격증"]) is None
    assert recognise(heading, PAPERS, headings=[]) is None  # a note may say anything


def test_a_day_among_the_labelled_values_is_no_day_of_issue() -> None:
    paper = BY_CODE["TOKL"]
    page = sheet((100, 100, "성명"), (600, 100, "홍길동"), (1400, 100, "1991년 3월 4일"))
    name = Spot("name", 0, (page.texts[1],), page.texts[1].box)
    assert "issued_on" not in {spot.field for spot in find_unlabelled(paper, [page], [name])}
    foot = sheet((100, 100, "성명"), (600, 100, "홍길동"), (600, 900, "2018년 3월 4일"))
    assert "issued_on" in {spot.field for spot in find_unlabelled(paper, [foot], [name])}
    letter = sheet((1400, 50, "2018년 3월 4일"), (100, 800, "성명"), (600, 800, "홍길동"))
    below = Spot("name", 0, (letter.texts[2],), letter.texts[2].box)
    assert "issued_on" in {spot.field for spot in find_unlabelled(paper, [letter], [below])}
