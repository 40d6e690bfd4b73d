"""The kinds of paper as data, their recognition and their invariants."""

from __future__ import annotations

import pytest

from services.verify.reading.layout.labels import DECOY
from services.verify.reading.layout.period_fields import parts_of
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import PAPERS, Paper
from services.verify.reading.papers.hsk import hsk_level, level_in_place
from services.verify.reading.papers.invariants import in_order, one_of, score_range, section_sum
from services.verify.reading.papers.korcham import korcham_number
from services.verify.reading.papers.licence import licence_number, licence_title
from services.verify.reading.papers.paper import Values
from services.verify.reading.papers.recognise import recognise
from services.verify.values.fields import canonical

BY_CODE = {paper.code: paper for paper in PAPERS}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.code)
def test_no_printed_form_announces_two_fields(paper: Paper) -> None:
    forms: dict[str, str] = {}
    for label in paper.labels:
        for word in label.words:
            assert forms.setdefault(squeeze(word), label.field) == label.field, word


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.code)
def test_every_labelled_field_is_one_of_a_declaration(paper: Paper) -> None:
    for label in paper.labels:
        if label.field != DECOY:
            for field in parts_of([label.field]):
                canonical(field, "")
            assert label.field not in paper.not_printed


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["국가기술자격증", "자격번호", "관리번호"], "NQ_AWARD"),
        (["국가기술자격증", "내지번호", "자격종목"], "NQ_BOOK"),
        (["국가기술자격취득사항확인서"], "NQ_RECORD"),
        (["국가기술자격증", "컴퓨터활용능력2급", "대한상공회의소회장"], "KORCHAM"),
        (["한국사능력검정시험인증서", "국사편찬위원회위원장"], "KHISTORY"),
        (["toeic", "listening", "reading"], "TOEIC"),
        (["toeicspeaking"], "TOEIC_S"),
        (["teps", "listening"], "TEPS"),
        (["newteps", "listening"], "NEW_TEPS"),
        (["toeflibt"], "TOEFL_IBT"),
        (["opic"], "OPIC"),
        (["hsk四级成绩报告"], "HSK"),
        (["건설기술인경력확인서", "참여사업명"], "CAREER_FORM"),
        (["영수증", "합계", "12000"], None),
        ([], None),
    ],
)
def test_a_paper_is_recognised_by_what_it_prints(lines: list[str], code: str | None) -> None:
    paper = recognise(lines, PAPERS)
    assert (paper.code if paper else None) == code


def test_one_misread_letter_in_a_long_title_does_not_hide_a_paper() -> None:
    paper = recognise(["자격취득사항확인셔"], PAPERS)
    assert paper is not None
    assert paper.code == "NQ_RECORD"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"score": "845", "sections.listening": "430", "sections.reading": "415"}, None),
        ({"score": "845", "sections.listening": "430", "sections.reading": "405"}, "SECTION_SUM"),
        ({"score": "843"}, "STEP"),
        ({"score": "995"}, "RANGE"),
        ({"test_date": "2018-05-13", "birth_date": "2019-01-01"}, "DATE_ORDER"),
        ({}, None),
    ],
)
def test_the_numbers_of_a_toeic_report_keep_its_rules(values: Values, code: str | None) -> None:
    broken = [breach.code for check in BY_CODE["TOEIC"].invariants if (breach := check(values))]
    assert broken == ([code] if code else [])


def test_teps_and_new_teps_are_told_apart_by_the_day_of_the_test() -> None:
    old = [breach.code for check in BY_CODE["TEPS"].invariants if (breach := check({"test_date": "2018-05-12"}))]
    new = [breach.code for check in BY_CODE["NEW_TEPS"].invariants if (breach := check({"test_date": "2018-05-11"}))]
    assert old == new == ["TEST_NAME_DATE"]


def test_hsk_levels_one_and_two_have_two_sections() -> None:
    values = {"level": "2급", "score": "180", "sections.listening": "90", "sections.reading": "90"}
    assert not [breach for check in BY_CODE["HSK"].invariants if (breach := check(values))]
    values |= {"level": "4급", "sections.writing": "10"}
    assert [breach.code for check in BY_CODE["HSK"].invariants if (breach := check(values))] == ["SECTION_SUM"]


@pytest.mark.parametrize(
    ("seen", "level"),
    [("5蜡", "5급"), ("三", "3급"), ("HSK 6 급", "6급"), ("25", None), ("5A", None), ("三四", None), ("5 / 6", None)],
)
def test_a_level_in_its_place_is_its_digit_whatever_its_unit_was_taken_for(seen: str, level: str | None) -> None:
    assert level_in_place(seen) == level


def test_a_lone_digit_elsewhere_is_no_level() -> None:
    assert hsk_level("5") is None


def test_an_invariant_passes_over_what_is_not_known() -> None:
    for check in (section_sum("score", "a", "b"), score_range("score", 0, 9), one_of("level", "A"), in_order("x", "y")):
        assert check({}) is None


def test_a_licence_number_is_eleven_digits_and_a_letter() -> None:
    check = licence_number("number")
    assert check({"number": "18201234567A"}) is None
    breach = check({"number": "41-12345"})
    assert breach is not None
    assert breach.code == "NUMBER_FORM"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("토목기사", "토목기사"),
        ("토목 산업기사", "토목산업기사"),
        ("소방설비기사(기계분야)", "소방설비기사(기계분야)"),
        ("콘크리트기사", "콘크리트기사"),
        ("곤크리트기사", None),
        ("잠수산업기사", "잠수산업기사"),
        ("사공업한장단인국", None),
        ("2018. 8. 17.", None),
    ],
)
def test_a_national_title_ends_in_its_rank(printed: str, value: str | None) -> None:
    assert licence_title(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("18-K9-012345", "18K9012345"),
        ("15-13-928902", "15I3928902"),
        ("15-83-928902", "15B3928902"),
        ("15-1.3-928902", None),  # an L
        ("I5-I3-92B902", "15I3928902"),
        ("15-73-928902", "1573928902"),
    ],
)
def test_letters_and_digits_of_a_chamber_number_are_known_by_their_place(printed: str, value: str | None) -> None:
    assert korcham_number(printed) == value


@pytest.mark.parametrize(
    "lines",
    [
        ["경력및재직확인서", "성명", "근무처"],
        ["기술인경력사항확인서"],
        ["경럭확인서"],
        ["경력증명서", "발주기관", "전문분야", "책임정도"],
    ],
)
def test_a_career_form_goes_by_several_titles(lines: list[str]) -> None:
    paper = recognise(lines, PAPERS)
    assert paper is not None
    assert paper.code == "CAREER_FORM"


@pytest.mark.parametrize("title", ["교육사항확인서", "경력증명서", "상훈사항확인서", "경락확안서"])
def test_the_end_that_titles_share_tells_no_paper(title: str) -> None:
    assert recognise([title], PAPERS) is None
