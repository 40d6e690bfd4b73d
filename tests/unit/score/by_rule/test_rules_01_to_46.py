"""Domain rules 1–46, both sides of every boundary, through `docintake score`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.score.applicants import body, certificate, language, status, toeic

HISTORY, KOREAN, IT = "한국사능력검정시험", "국어능력인증시험", "컴퓨터활용능력"
REGIONAL = {"track": "지역일반", "region": "호남·제주권"}


def school(level: str, region: str, state: str = "졸업") -> dict[str, Any]:
    return {"level": level, "region": region, "state": state}


def stays(*periods: tuple[str, str | None, str]) -> dict[str, Any]:
    return {"residence": [{"from": first, "to": last, "area": area} for first, last, area in periods]}


def case(rule: int, *claims: dict[str, Any], expect: dict[str, Any], **changes: Any) -> Any:
    shown = ",".join(f"{key}={value}" for key, value in expect.items())
    return pytest.param(rule, claims, changes, expect, id=f"rule-{rule:02d}-{shown}")


def eligible(rule: int, *claims: dict[str, Any], **changes: Any) -> Any:
    return case(rule, *claims, expect={"reasons": set()}, **changes)


def refused(rule: int, code: str, *claims: dict[str, Any], **changes: Any) -> Any:
    return case(rule, *claims, expect={"reasons": {code}}, **changes)


def spoken(rule: int, item: str, *claims: dict[str, Any], **changes: Any) -> Any:
    return case(rule, *claims, expect={"language": item}, **changes)


def certified(rule: int, points: str, *claims: dict[str, Any], **changes: Any) -> Any:
    return case(rule, *claims, expect={"certificates": points}, **changes)


def bonus(rule: int, points: str, *claims: dict[str, Any], **changes: Any) -> Any:
    return case(rule, *claims, expect={"bonus": points}, **changes)


RURAL = {"track": "농어촌전형"}
RESIDENT = status("농어촌거주자")

ELIGIBILITY = [
    eligible(1, toeic(), facts={"schools": [school("고등학교", "서울특별시")]}),
    eligible(1, toeic(), facts={"sex": "M"}, birth_date="1950-01-01"),
    refused(2, "CERTIFICATE_MISSING", toeic(), certificate("토목산업기사"), field="토목일반"),
    eligible(2, toeic(), certificate("토목기사"), field="토목일반"),
    refused(3, "CERTIFICATE_MISSING", toeic(), status("면제자격"), certificate("변호사"), field="전산일반"),
    eligible(3, toeic(), status("면제자격"), certificate("변호사"), certificate("정보처리기사"), field="전산일반"),
    eligible(4, toeic(), field="경상"),
    refused(4, "CERTIFICATE_MISSING", toeic(), field="지질"),
    refused(5, "TEST_TOO_EARLY", toeic(test_date="2017-10-31")),
    eligible(5, toeic(test_date="2017-11-01")),
    eligible(6, toeic(announced_on="2019-09-20")),
    refused(6, "PUBLISHED_TOO_LATE", toeic(announced_on="2019-09-21")),
    eligible(7, toeic(sitting="정기")),
    refused(7, "SITTING_NOT_COUNTED", toeic(sitting="특별")),
    refused(7, "SITTING_NOT_COUNTED", toeic(sitting="해외")),
    refused(8, "LANGUAGE_BELOW_MINIMUM", language("TEPS", "481", test_date="2018-03-01")),
    eligible(8, language("TEPS", "482", test_date="2018-03-01")),
    refused(8, "LANGUAGE_BELOW_MINIMUM", language("HSK", "209", level="4급")),
    eligible(8, language("HSK", "210", level="4급")),
    refused(9, "LANGUAGE_BELOW_MINIMUM", toeic("595"), status("면제자격"), certificate("공인회계사")),
    refused(9, "LANGUAGE_BELOW_MINIMUM", toeic("595"), status("장애인"), track="장애인전형", region="영남권"),
    eligible(9, toeic("600"), status("면제자격"), certificate("공인회계사")),
    refused(10, "MILITARY_SERVICE", toeic(), facts={"military": "불이행"}),
    eligible(10, toeic(), facts={"military": "면제"}),
    eligible(11, toeic(), status("농어업인자녀"), **RURAL),
    refused(11, "STATUS_MISSING", toeic(), **RURAL),
    eligible(12, toeic(), RESIDENT, facts=stays(("2014-09-20", None, "면")), **RURAL),
    refused(12, "RESIDENCE_TOO_SHORT", toeic(), RESIDENT, facts=stays(("2014-09-21", None, "면")), **RURAL),
    refused(
        12, "RESIDENCE_TOO_SHORT", toeic(), RESIDENT, **RURAL,
        facts=stays(("2010-01-01", "2016-01-01", "면"), ("2016-01-02", "2016-03-01", "동"), ("2016-03-02", None, "면")),
    ),
    eligible(
        12, toeic(), RESIDENT, facts=stays(("2010-01-01", "2016-01-01", "면"), ("2016-01-02", None, "읍")), **RURAL
    ),
    eligible(13, toeic(), status("장애인"), track="장애인전형", region="영남권"),
    refused(13, "STATUS_MISSING", toeic(), track="장애인전형", region="영남권"),
    eligible(14, toeic(), status("장애인"), track="전국일반"),
    eligible(
        15, toeic(), status("지역졸업"), **REGIONAL,
        facts={"schools": [school("고등학교", "광주광역시"), school("대학교", "서울특별시")]},
    ),
    refused(
        15, "SCHOOL_NOT_IN_REGION", toeic(), status("지역졸업"), **REGIONAL,
        facts={"schools": [school("대학원", "광주광역시"), school("대학교", "서울특별시")]},
    ),
    eligible(15, toeic(), status("지역졸업"), **REGIONAL, facts={"schools": [school("대학교", "전남", "졸업예정")]}),
    refused(
        15, "SCHOOL_NOT_IN_REGION", toeic(), status("지역졸업"), **REGIONAL,
        facts={"schools": [school("대학교", "전남", "중퇴")]},
    ),
    eligible(16, toeic(), status("취업지원대상자", rate="5"), track="보훈전형", region="영남권"),
    refused(16, "STATUS_MISSING", toeic(), track="보훈전형", region="영남권"),
    eligible(17, toeic(), status("취업지원대상자", rate="10"), track="전국일반"),
    *(
        eligible(
            18, toeic(), status("지역졸업"), track="지역일반", region=region, facts={"schools": [school("대학", at)]}
        )
        for at, region in (
            ("서울특별시", "경기·강원권"), ("인천광역시", "경기·강원권"), ("대전광역시", "충청권"),
            ("세종특별자치시", "충청권"), ("광주광역시", "호남·제주권"), ("부산광역시", "영남권"), ("대구", "영남권"),
            ("울산광역시", "영남권"),
        )
    ),
    refused(
        18, "SCHOOL_NOT_IN_REGION", toeic(), status("지역졸업"), track="지역일반", region="경기·강원권",
        facts={"schools": [school("대학", "부산광역시")]},
    ),
]  # fmt: skip

OLD, NEW = "2018-03-01", "2018-06-02"
LANGUAGE = [
    spoken(19, "64.11", language("TEPS", "485", test_date=OLD)),
    spoken(19, "64.23", language("TEPS", "486", test_date=OLD)),
    spoken(20, "65.52", language("NEW_TEPS", "285", test_date=NEW)),
    spoken(20, "65.64", language("NEW_TEPS", "286", test_date=NEW)),
    spoken(20, "65.76", language("NEW_TEPS", "287", test_date=NEW)),
    spoken(20, "70.00", language("TEPS", "500", test_date=NEW)),
    spoken(20, "64.58", language("TEPS", "500", test_date="2018-05-11")),
    spoken(20, "70.00", language("TEPS", "500", test_date="2018-05-12")),
    spoken(21, "68.00", language("TOEFL_IBT", "87")),
    spoken(21, "68.35", language("TOEFL_IBT", "88")),
    spoken(21, "68.47", language("TOEFL_IBT", "89")),
    spoken(22, "64.70", language("TOEIC_S", "110")),
    spoken(22, "0.00", language("TOEIC_S", "100")),
    spoken(23, "68.00", language("OPIC", level="IM2")),
    spoken(23, "0.00", language("OPIC", level="IL")),
    spoken(24, "64.16", language("HSK", "211", level="4급")),
    spoken(24, "64.14", language("HSK", "210", level="4급")),
    spoken(24, "64.09", language("HSK", "209", level="4급")),
    spoken(24, "66.49", language("HSK", "180", level="5급")),
    spoken(25, "65.60", language("BCT", "663")),
    spoken(25, "67.60", language("BCT", "748")),
    spoken(25, "69.60", language("BCT", "833")),
    spoken(25, "64.11", language("JPT", "600")),
    spoken(26, "69.88", toeic("845")),
    spoken(26, "70.00", toeic("850")),
    spoken(26, "70.00", toeic("990")),
    spoken(27, "66.00", toeic("680")),
    spoken(27, "65.88", toeic("675")),
    spoken(28, "64.11", toeic("600")),  # 64.1176…, which would round to 64.12
    spoken(28, "69.64", toeic("835")),  # 69.6470…, which would round to 69.65
    spoken(28, "67.88", toeic("760")),  # 67.8823…, which rounds down as well
]

PROGRAMMER = certificate("정보처리기사")
CERTIFICATES = [
    certified(29, "5.00", certificate(HISTORY, "1급", acquired_on="2019-09-20")),
    certified(29, "0.00", certificate(HISTORY, "1급", acquired_on="2019-09-21")),
    certified(29, "5.00", certificate(HISTORY, "1급", valid_until="2019-09-20")),
    certified(29, "0.00", certificate(HISTORY, "1급", valid_until="2019-09-19")),
    *(
        certified(30, points, certificate(HISTORY, grade))
        for grade, points in (("1급", "5.00"), ("2급", "4.00"), ("3급", "3.00"), ("4급", "0.00"))
    ),
    *(
        certified(31, points, certificate(title, grade))
        for title, grade, points in (
            (KOREAN, "1급", "5.00"), (KOREAN, "2급", "4.00"), (KOREAN, "3급", "3.00"), (KOREAN, "4급", "0.00"),
            ("KBS한국어능력", "1급", "5.00"), ("KBS한국어능력", "2+급", "4.00"), ("KBS한국어능력", "2-급", "3.00"),
            ("KBS한국어능력", "3+급", "0.00"), ("한국실용글쓰기", "1급", "5.00"), ("한국실용글쓰기", "2급", "4.00"),
            ("한국실용글쓰기", "준2급", "3.00"), ("한국실용글쓰기", "3급", "0.00"),
        )
    ),
    *(
        certified(32, points, certificate(title, grade))
        for title, grade, points in (
            (IT, "1급", "5.00"), (IT, "2급", "4.00"), (IT, "3급", "3.00"), ("정보처리기사", None, "5.00"),
            ("정보처리산업기사", None, "4.00"), ("사무자동화산업기사", None, "4.00"), ("정보처리기능사", None, "0.00"),
        )
    ),
    certified(33, "5.00", certificate(HISTORY, "1급"), certificate(HISTORY, "2급")),
    certified(33, "5.00", certificate(KOREAN, "1급"), certificate("KBS한국어능력", "1급")),
    certified(34, "10.00", certificate(HISTORY, "1급"), certificate("한국실용글쓰기", "1급"), certificate(IT, "2급")),
    certified(34, "9.00", certificate(HISTORY, "1급"), certificate(IT, "2급")),
    certified(35, "5.00", certificate(IT, "1급", issuer="대한상공회의소")),
    certified(35, "0.00", certificate(IT, "1급", issuer="한국정보평가협회")),
    certified(35, "0.00", certificate(IT, "1급", issuer=None)),
    certified(36, "10.00", PROGRAMMER, field="전산일반"),
    certified(36, "15.00", PROGRAMMER, certificate(IT, "1급"), field="전산일반"),
    certified(36, "5.00", PROGRAMMER, field="경상"),
    certified(37, "20.00", certificate("토목시공기술사"), certificate("토목기사"), field="토목일반"),
    certified(37, "10.00", certificate("건설기계기사"), certificate("건설기계정비기사"), field="기계"),
    certified(38, "0.00", certificate("건축기사"), field="전기"),
    certified(38, "10.00", certificate("건축기사"), field="건축"),
    certified(39, "0.00", certificate("토목기사"), field="경상"),
    certified(39, "10.00", certificate(HISTORY, "1급"), PROGRAMMER, certificate(KOREAN, "1급"), field="경상"),
    certified(
        39, "30.00", certificate(HISTORY, "1급"), PROGRAMMER, certificate(KOREAN, "1급"), certificate("토목시공기술사"),
        field="토목일반",
    ),
]  # fmt: skip

ELECTRIC = certificate("전기기사")
BONUS = [
    bonus(40, "1.00", status("저소득층")),
    bonus(40, "0.00"),
    bonus(41, "1.00", ELECTRIC, field="기계"),
    bonus(41, "1.00", ELECTRIC, field="건축"),
    bonus(41, "0.00", ELECTRIC, field="토목일반"),
    bonus(41, "0.00", certificate("전기공사기사"), field="전기"),
    bonus(42, "1.00", language("DELF", level="B1", id="x")),
    bonus(42, "0.00", language("DELF", level="A2", id="x")),
    bonus(42, "1.00", language("DELF", level="C1", id="x")),
    bonus(42, "1.00", language("FLEX_FR", "701", id="x")),
    bonus(42, "0.00", language("FLEX_FR", "700", id="x")),
    bonus(43, "1.00", language("DELE", level="B1", id="x")),
    bonus(43, "0.00", language("DELE", level="A2", id="x")),
    bonus(43, "1.00", language("FLEX_ES", "701", id="x"), language("DELF", level="B2", id="y")),
    bonus(44, "1.00", language("DELF", level="B1", id="x", test_date="2017-11-01")),
    bonus(44, "0.00", language("DELF", level="B1", id="x", test_date="2017-10-31")),
    bonus(44, "0.00", language("DELF", level="B1", id="x", announced_on="2019-09-21")),
    bonus(45, "1.00", status("고용디딤돌")),
    bonus(45, "2.00", status("고용디딤돌"), status("저소득층")),
    case(46, ELECTRIC, field="전기", expect={"certificates": "10.00", "bonus": "1.00"}),
    case(46, ELECTRIC, field="토목일반", expect={"certificates": "0.00", "bonus": "0.00"}),
]


@pytest.mark.parametrize(("rule", "claims", "changes", "expect"), ELIGIBILITY + LANGUAGE + CERTIFICATES + BONUS)
def test_rule(docintake, rule, claims, changes, expect):
    (answer,) = docintake.score({"applicant_id": "A-1", **body(*claims, **changes)})
    found = {"reasons": {reason["code"] for reason in answer["ineligible_reasons"]}, **answer}
    assert {key: found[key] for key in expect} == expect
    points = sum((Decimal(line["points"]) for line in answer["explanation"]), Decimal(0))
    assert points == Decimal(answer["total"])
    assert all(line["rule"] and line["ko"] and line["en"] for line in answer["explanation"])


def test_every_rule_from_1_to_46_has_cases():
    cases = ELIGIBILITY + LANGUAGE + CERTIFICATES + BONUS
    assert {one.values[0] for one in cases} == set(range(1, 47))


REFUSED = [
    ("a score off the grid", toeic("703"), "claims[0].score", "OFF_GRID", "703"),
    ("a score off the grid", language("TOEIC_S", "115"), "claims[0].score", "OFF_GRID", "115"),
    ("an unknown test", language("TOEIC2", "800"), "claims[0].test", "UNKNOWN_VALUE", "TOEIC2"),
    ("a level without its digit", language("OPIC", level="IM"), "claims[0].level", "LEVEL_INCOMPLETE", "IM"),
    ("no day of the calendar", toeic(test_date="2018-02-30"), "claims[0].test_date", "DATE", "2018-02-30"),
]


@pytest.mark.parametrize(("what", "claim", "path", "code", "value"), REFUSED)
def test_bad_input_is_refused_with_its_value(docintake, what, claim, path, code, value):
    (answer,) = docintake.score({"applicant_id": "A-1", **body(claim)})
    assert answer["error"]["code"] == "INVALID_FIELD"
    assert path in answer["error"]["en"]
    assert value in answer["error"]["en"]


def test_two_eligibility_tests_and_two_claims_of_one_id_are_refused(docintake):
    second = language("JPT", "700", id="lang-2")
    answers = docintake.score(
        {"applicant_id": "A-1", **body(toeic(), second)}, {"applicant_id": "A-2", **body(toeic(), toeic())}
    )
    assert "claims[0]" in answers[0]["error"]["en"]
    assert "claims[1].id" in answers[1]["error"]["en"]
