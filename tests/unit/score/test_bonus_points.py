"""Domain rules 40–46: the bonus points of the document stage."""

import pytest

from services.score.rules.claimstate import ClaimState
from tests.unit.score.applicants import certificate, language, scored, status, toeic


def points(*claims, field="경상", **changes):
    result = scored(toeic(), *claims, field=field, **changes)
    assert sum(line.points for line in result.explanation if line.item == "bonus") == result.bonus
    return f"{result.bonus:f}"


@pytest.mark.parametrize(
    ("name", "expected"), [("저소득층", "1.00"), ("고용디딤돌", "1.00"), ("장애인", "0.00"), ("이전지역인재", "0.00")]
)
def test_a_status_on_the_list_is_worth_one_point(name, expected):
    assert points(status(name)) == expected


def test_the_same_bonus_counts_once():
    assert points(status("저소득층"), status("저소득층", id="again")) == "1.00"


@pytest.mark.parametrize("field", ["기계", "전기", "건축"])
def test_a_listed_electrical_certificate_is_worth_a_point_in_its_three_fields(field):
    for title in [
        "건축전기설비기술사", "발송배전기술사", "전기응용기술사", "전기기능장", "철도신호기술사", "전기철도기술사",
        "전기기사",
    ]:  # fmt: skip
        assert points(certificate(title), field=field) == "1.00"
    assert points(certificate("전기공사기사"), field=field) == "0.00"
    assert points(certificate("전기산업기사"), field=field) == "0.00"


@pytest.mark.parametrize("field", ["토목일반", "경상", "전산일반", "지질", "환경", "도시계획"])
def test_elsewhere_an_electrical_certificate_earns_nothing_and_says_why(field):
    result = scored(toeic(), certificate("전기기사"), field=field)
    assert f"{result.bonus:f}" == "0.00"
    assert "기계·전기·건축 응시자에 한해 인정" in result.explanation[-1].ko


def test_an_electrical_certificate_also_counts_in_its_own_field():
    result = scored(toeic(), certificate("전기기사"), field="전기")
    assert (f"{result.certificates:f}", f"{result.bonus:f}") == ("10.00", "1.00")


def test_two_electrical_certificates_earn_one_point():
    assert points(certificate("전기기사"), certificate("전기기능장"), field="전기") == "1.00"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "1.00"),
        ({"acquired_on": "2019-09-21"}, "0.00"),
        ({"valid_until": "2019-09-19"}, "0.00"),
        ({"number": None}, "0.00"),
    ],
)
def test_an_electrical_certificate_must_be_held_like_any_other(changes, expected):
    assert points(certificate("전기기사", **changes), field="전기") == expected


def bonus_test(test, score=None, **changes):
    return language(test, score, id="bonus-1", **changes)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (bonus_test("FLEX_FR", "701"), "1.00"),
        (bonus_test("FLEX_FR", "700"), "0.00"),
        (bonus_test("FLEX_ES", "701"), "1.00"),
        (bonus_test("FLEX_ES", "700"), "0.00"),
        (bonus_test("DELF", level="B1"), "1.00"),
        (bonus_test("DELF", level="A2"), "0.00"),
        (bonus_test("DELF", level="C1"), "1.00"),
        (bonus_test("DELE", level="B1"), "1.00"),
        (bonus_test("DELE", level="A2"), "0.00"),
        (bonus_test("DELE", level="B2"), "1.00"),
        (bonus_test("DELF"), "0.00"),
        (bonus_test("FLEX_FR"), "0.00"),
        (bonus_test("DELF", level="B1", test_date="2017-11-01"), "1.00"),
        (bonus_test("DELF", level="B1", test_date="2017-10-31"), "0.00"),
        (bonus_test("DELF", level="B1", announced_on="2019-09-20"), "1.00"),
        (bonus_test("DELF", level="B1", announced_on="2019-09-21"), "0.00"),
        (bonus_test("DELF", level="B1", test_date=None), "0.00"),
        (bonus_test("DELF", level="B1", sitting="특별"), "0.00"),
    ],
)
def test_a_designated_language_is_worth_a_point_from_its_threshold_on(claim, expected):
    assert points(claim) == expected


def test_both_designated_languages_together_are_still_one_point():
    both = [bonus_test("DELF", level="B1"), bonus_test("DELE", level="B1") | {"id": "bonus-2"}]
    assert points(*both) == "1.00"


def test_a_missed_bonus_language_does_not_make_ineligible():
    assert scored(toeic(), bonus_test("DELF", level="A1", test_date="2016-01-01")).eligible


@pytest.mark.parametrize("state", [ClaimState.FAILED, ClaimState.MISSING])
def test_a_bonus_that_its_paper_does_not_prove_earns_nothing(state):
    claim = status("저소득층")
    assert points(claim, settled={claim["id"]: state}) == "0.00"


def test_all_four_bonuses_make_four_points_and_the_highest_total_is_104():
    result = scored(
        toeic("850"),
        certificate("전기기능장"),
        certificate("한국사능력검정시험", "1급"),
        certificate("컴퓨터활용능력", "1급"),
        status("저소득층"),
        status("고용디딤돌"),
        bonus_test("DELF", level="B1"),
        field="전기",
    )
    assert [f"{value:f}" for value in (result.language, result.certificates, result.bonus, result.total)] == [
        "70.00", "30.00", "4.00", "104.00",
    ]  # fmt: skip
