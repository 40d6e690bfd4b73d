"""What a declaration may hold, and how each wrong field is refused: path, code, value, and words in both languages."""

from __future__ import annotations

import copy
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.announcement.declaration import InvalidDeclaration, parse_declaration
from services.announcement.load import load_announcement
from services.announcement.model import Announcement, Window, Windows

SEOUL = ZoneInfo("Asia/Seoul")
ANNOUNCEMENT = load_announcement("2019-grade5")
NOW = datetime(2019, 9, 25, tzinfo=SEOUL)

WHOLE: dict[str, Any] = {
    "announcement": "2019-grade5",
    "name": "홍길동",
    "name_latin": "HONG GILDONG",
    "birth_date": "1994-03-15",
    "field": "토목일반",
    "track": "전국일반",
    "region": None,
    "claims": [
        {"id": "lang-1", "kind": "language", "test": "TOEIC", "score": "845", "level": None, "test_date": "2018-05-13",
         "announced_on": "2018-05-29", "registration_no": "123456", "sections": {"listening": "430", "reading": "415"}},
        {"id": "cert-1", "kind": "certificate", "title": "토목기사", "grade": None, "number": "18201234567A",
         "acquired_on": "2018-08-17", "issued_on": "2018-09-03", "valid_until": None, "issuer": "한국산업인력공단"},
        {"id": "career-1", "kind": "career", "company": "(주)대한건설", "joined_on": "2010-03-02",
         "left_on": "2015-02-28",
         "records": [{"project": "국도 제37호선 확장공사", "from": "2010-05-01", "to": "2011-12-31", "client": "…",
                      "job_field": "토목", "specialty": "…", "work_type": "…", "duty": "현장시공", "method": "…",
                      "position": "대리", "responsibility": "참여기술인"}],
         "confirmation": {"hr": {"department": "인사팀", "person": "…", "phone": "02-…", "issue_no": "2019-01-001"},
                          "business": {"department": "토목사업본부", "person": "…", "phone": "…", "issue_no": "…"}}},
        {"id": "st-1", "kind": "status", "status": "취업지원대상자", "rate": "10"},
    ],
    "facts": {"sex": "F", "schools": [{"level": "대학교", "region": "전라남도", "state": "졸업"}], "military": "이행",
              "residence": [{"from": "2010-01-01", "to": None, "area": "면"}], "disqualifications": []},
}  # fmt: skip

SMALLEST = {"announcement": "2019-grade5", "name": "홍길동", "field": "경상", "track": "전국일반"}


def put(path: list[Any], value: Any, whole: dict[str, Any] = WHOLE) -> dict[str, Any]:
    changed = copy.deepcopy(whole)
    place: Any = changed
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return changed


def errors(body: dict[str, Any], announcement: Announcement = ANNOUNCEMENT, now: datetime | None = NOW):
    with pytest.raises(InvalidDeclaration) as caught:
        parse_declaration(body, announcement, now=now)
    return caught.value.errors


def test_the_contract_s_own_example_is_accepted_and_written_back_as_it_came():
    declaration = parse_declaration(WHOLE, ANNOUNCEMENT, now=NOW)
    assert declaration.birth_date == date(1994, 3, 15)
    again = declaration.to_json()
    assert parse_declaration(again, ANNOUNCEMENT, now=NOW) == declaration
    assert again["claims"][2]["records"][0]["from"] == "2010-05-01"


def test_only_announcement_name_field_and_track_are_needed():
    declaration = parse_declaration(SMALLEST, ANNOUNCEMENT, now=NOW)
    assert declaration.claims == ()
    nulls = dict.fromkeys(("name_latin", "birth_date", "region", "claims", "facts"))
    assert parse_declaration(SMALLEST | nulls, ANNOUNCEMENT, now=NOW) == declaration


def test_a_claim_needs_its_id_and_kind_only():
    for kind in ("language", "certificate", "career", "status"):
        parse_declaration(SMALLEST | {"claims": [{"id": "x", "kind": kind}]}, ANNOUNCEMENT, now=NOW)


def test_text_is_trimmed_composed_and_spaced_once_and_blank_is_absent():
    body = SMALLEST | {"name": "  홍\u0020 \u0020길동 ", "name_latin": "   "}
    declaration = parse_declaration(body, ANNOUNCEMENT, now=NOW)
    assert declaration.name == "홍 길동"
    assert declaration.name_latin is None


@pytest.mark.parametrize("name", ["announcement", "name", "field", "track"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_what_is_needed_may_not_be_empty(name, value):
    found = errors(SMALLEST | {name: value})
    assert [(error.field, error.code) for error in found] == [(name, "REQUIRED")]


@pytest.mark.parametrize(
    ("path", "value", "field", "code"),
    [
        (["surprise"], 1, "surprise", "UNKNOWN_FIELD"),
        (["claims", 0, "surprise"], 1, "claims[0].surprise", "UNKNOWN_FIELD"),
        (["claims", 2, "records", 0, "from_"], "2010-05-01", "claims[2].records[0].from_", "UNKNOWN_FIELD"),
        (["claims", 0, "sections", "total"], "845", "claims[0].sections.total", "UNKNOWN_FIELD"),
        (["facts", "religion"], "x", "facts.religion", "UNKNOWN_FIELD"),
        (["name"], 7, "name", "WRONG_TYPE"),
        (["name"], True, "name", "WRONG_TYPE"),
        (["claims", 0, "score"], 845, "claims[0].score", "WRONG_TYPE"),
        (["claims", 0, "score"], 845.0, "claims[0].score", "WRONG_TYPE"),
        (["claims", 0, "sections"], "430", "claims[0].sections", "WRONG_TYPE"),
        (["claims", 0, "sections", "listening"], 430, "claims[0].sections.listening", "WRONG_TYPE"),
        (["claims"], {}, "claims", "WRONG_TYPE"),
        (["claims"], "x", "claims", "WRONG_TYPE"),
        (["claims", 0], "x", "claims[0]", "WRONG_TYPE"),
        (["facts"], [], "facts", "WRONG_TYPE"),
        (["facts", "schools"], {}, "facts.schools", "WRONG_TYPE"),
        (["claims", 2, "records"], {}, "claims[2].records", "WRONG_TYPE"),
        (["claims", 0, "kind"], "hobby", "claims[0].kind", "UNKNOWN_VALUE"),
        (["claims", 0, "id"], "주민 번호", "claims[0].id", "CLAIM_ID"),
        (["claims", 0, "id"], "x" * 65, "claims[0].id", "CLAIM_ID"),
        (["claims", 0, "score"], "+845", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "score"], "0845", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "score"], "845점", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "score"], "８４５", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "score"], "8.45e2", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "score"], "NaN", "claims[0].score", "SCORE_FORMAT"),
        (["claims", 0, "test_date"], "2018-02-29", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], "2018-13-01", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], "20180513", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], "2018-W19-7", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], "2018.05.13", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], "0018-05-13", "claims[0].test_date", "DATE"),
        (["claims", 0, "test_date"], 20180513, "claims[0].test_date", "DATE"),
        (["birth_date"], "1994-02-30", "birth_date", "DATE"),
        (["birth_date"], "2019-09-26", "birth_date", "DATE"),
        (["name"], "홍\x00길동", "name", "CONTROL_CHARACTER"),
        (["name"], "홍" * 301, "name", "TOO_LONG"),
        (["claims"], [{"id": f"c{i}", "kind": "career"} for i in range(101)], "claims", "TOO_MANY"),
        (["facts", "sex"], "X", "facts.sex", "UNKNOWN_VALUE"),
        (["announcement"], "2020-grade5", "announcement", "UNKNOWN_VALUE"),
        (["field"], "토목", "field", "UNKNOWN_VALUE"),
        (["track"], "일반", "track", "UNKNOWN_VALUE"),
        (["region"], "수도권", "region", "UNKNOWN_VALUE"),
        (["region"], "영남권", "region", "NOT_APPLICABLE"),
        (["claims", 0, "test"], "IELTS", "claims[0].test", "UNKNOWN_VALUE"),
        (["claims", 0, "score"], "703", "claims[0].score", "OFF_GRID"),
        (["claims", 0, "score"], "995", "claims[0].score", "OFF_GRID"),
        (["claims", 0, "score"], "5", "claims[0].score", "OFF_GRID"),
        (["claims", 0, "score"], "845.0", "claims[0].score", "OFF_GRID"),
        (["claims", 0, "level"], "IM2", "claims[0].level", "NOT_APPLICABLE"),
        (["claims", 0, "sections", "listening"], "497", "claims[0].sections.listening", "OFF_GRID"),
        (["claims", 0, "sections", "listening"], "500", "claims[0].sections.listening", "OFF_GRID"),
        (["claims", 0, "sections", "writing"], "100", "claims[0].sections.writing", "NOT_APPLICABLE"),
        (["claims", 0, "announced_on"], "2018-05-12", "claims[0].announced_on", "DATE_ORDER"),
        (["claims", 0, "sitting"], "비정기", "claims[0].sitting", "UNKNOWN_VALUE"),
        (["claims", 1, "id"], "lang-1", "claims[1].id", "DUPLICATE_CLAIM_ID"),
        (["claims", 1, "valid_until"], "2018-08-16", "claims[1].valid_until", "DATE_ORDER"),
        (["claims", 2, "left_on"], "2010-03-01", "claims[2].left_on", "DATE_ORDER"),
        (["claims", 2, "records", 0, "to"], "2010-04-30", "claims[2].records[0].to", "DATE_ORDER"),
        (["claims", 3, "status"], "부자", "claims[3].status", "UNKNOWN_VALUE"),
        (["claims", 3, "rate"], "7", "claims[3].rate", "UNKNOWN_VALUE"),
        (["claims", 3, "rate"], 10, "claims[3].rate", "WRONG_TYPE"),
        (["claims", 3, "status"], "장애인", "claims[3].rate", "NOT_APPLICABLE"),
        (["facts", "schools", 0, "level"], "학원", "facts.schools[0].level", "UNKNOWN_VALUE"),
        (["facts", "schools", 0, "state"], "합격", "facts.schools[0].state", "UNKNOWN_VALUE"),
        (["facts", "schools", 0, "region"], "전라", "facts.schools[0].region", "UNKNOWN_VALUE"),
        (["facts", "military"], "글쎄", "facts.military", "UNKNOWN_VALUE"),
        (["facts", "residence", 0, "area"], "리", "facts.residence[0].area", "UNKNOWN_VALUE"),
        (["facts", "residence", 0, "to"], "2009-12-31", "facts.residence[0].to", "DATE_ORDER"),
        (["facts", "disqualifications"], ["9"], "facts.disqualifications[0]", "UNKNOWN_VALUE"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_refused_with_its_path_and_code(path, value, field, code):
    found = errors(put(path, value))
    assert [(error.field, error.code) for error in found] == [(field, code)]
    assert found[0].ko != found[0].en


def test_an_error_in_a_claim_also_names_the_claim_by_its_id():
    (error,) = errors(put(["claims", 1, "valid_until"], "2018-08-16"))
    assert error.to_json() == {
        "field": "claims[1].valid_until",
        "code": "DATE_ORDER",
        "value": "2018-08-16",
        "ko": "앞선 날짜 2018-08-17보다 이릅니다. 두 날짜를 확인해 주세요.",
        "en": "This is before 2018-08-17, which must come first; check both dates.",
        "claim_id": "cert-1",
    }
    (error,) = errors(put(["claims", 0, "score"], 845))
    assert error.claim_id == "lang-1"


@pytest.mark.parametrize("last", [0, -1])
def test_a_score_of_another_test_has_its_own_grid(last):
    for claim, code in [
        ({"test": "TOEIC_S", "score": "115"}, "OFF_GRID"),
        ({"test": "TOEIC_S", "score": "110"}, None),
        ({"test": "TEPS", "score": "991"}, "OFF_GRID"),
        ({"test": "TEPS", "score": "990"}, None),
        ({"test": "NEW_TEPS", "score": "601"}, "OFF_GRID"),
        ({"test": "TOEFL_IBT", "score": "121"}, "OFF_GRID"),
        ({"test": "JPT", "score": "601"}, "OFF_GRID"),
        ({"test": "BCT", "score": "663"}, None),
        ({"test": "BCT", "score": "1001"}, "OFF_GRID"),
        ({"test": "HSK", "level": "4급", "score": "301"}, "OFF_GRID"),
        ({"test": "HSK", "level": "4급", "score": "300"}, None),
        ({"test": "HSK", "level": "2급", "score": "201"}, "OFF_GRID"),
        ({"test": "HSK", "level": "2급", "score": "200"}, None),
        ({"test": "OPIC", "level": "IM2", "score": "130"}, "NOT_APPLICABLE"),
        ({"test": "DELF", "level": "B1", "score": "79.5"}, None),
        ({"test": "DELF", "level": "B1", "score": "79.1"}, "OFF_GRID"),
        ({"test": "DELF", "level": "B1", "sections": {"reading": "19.00"}}, None),
        ({"test": "DELF", "level": "B1", "sections": {"reading": "25.25"}}, "OFF_GRID"),
    ]:
        claims = [{"id": "cert-9", "kind": "certificate"}]
        claims.insert(0 if last == 0 else 1, {"id": "lang-9", "kind": "language"} | claim)
        body = SMALLEST | {"claims": claims}
        if code is None:
            parse_declaration(body, ANNOUNCEMENT, now=NOW)
        else:
            assert [error.code for error in errors(body)] == [code], claim


@pytest.mark.parametrize(
    ("test", "level", "code"),
    [
        ("OPIC", "IM", "LEVEL_INCOMPLETE"),
        ("HSK", "급", "LEVEL_INCOMPLETE"),
        ("HSK", "4", "LEVEL_INCOMPLETE"),
        ("DELF", "B", "LEVEL_INCOMPLETE"),
        ("OPIC", "IM4", "UNKNOWN_VALUE"),
        ("OPIC", "im2", "UNKNOWN_VALUE"),
        ("HSK", "7급", "UNKNOWN_VALUE"),
    ],
)
def test_a_level_needs_its_digit_and_the_answer_lists_what_would_be_right(test, level, code):
    body = SMALLEST | {"claims": [{"id": "l", "kind": "language", "test": test, "level": level}]}
    (error,) = errors(body)
    assert (error.field, error.code, error.value) == ("claims[0].level", code, level)
    expected = {"OPIC": "IM1", "HSK": "4급", "DELF": "B1"}[test]
    assert expected in error.ko
    assert expected in error.en


def test_a_teps_score_must_also_be_on_the_grid_of_the_teps_held_that_day():
    claim = {"id": "l", "kind": "language", "test": "TEPS", "score": "700", "test_date": "2018-05-11"}
    parse_declaration(SMALLEST | {"claims": [claim]}, ANNOUNCEMENT, now=NOW)
    (error,) = errors(SMALLEST | {"claims": [claim | {"test_date": "2018-05-12"}]})
    assert (error.field, error.code) == ("claims[0].score", "OFF_GRID")
    assert "New TEPS" in error.en


def test_one_eligibility_test_and_any_bonus_tests_beside_it():
    toeic = {"id": "a", "kind": "language", "test": "TOEIC"}
    opic = {"id": "b", "kind": "language", "test": "OPIC"}
    delf = {"id": "c", "kind": "language", "test": "DELF", "level": "B1"}
    flex = {"id": "d", "kind": "language", "test": "FLEX_FR", "score": "701"}
    parse_declaration(SMALLEST | {"claims": [toeic, delf, flex]}, ANNOUNCEMENT, now=NOW)
    (error,) = errors(SMALLEST | {"claims": [toeic, delf, opic]})
    assert (error.field, error.code, error.claim_id) == ("claims[2].test", "SECOND_ELIGIBILITY_TEST", "b")


def test_every_wrong_field_is_named_at_once():
    body = put(["claims", 0, "score"], "703")
    body["region"] = "수도권"
    body["claims"][3]["rate"] = "7"
    assert [error.field for error in errors(body)] == ["region", "claims[0].score", "claims[3].rate"]


def closed_until(moment: datetime) -> Announcement:
    return ANNOUNCEMENT.model_copy(update={"windows": Windows(personal_data=Window(opens=moment))})


def test_personal_data_is_refused_until_it_may_be_collected():
    opens = datetime(2019, 10, 20, 9, tzinfo=SEOUL)
    body = put(["claims", 3], {"id": "st-1", "kind": "status", "status": "이전지역인재"})
    announcement = closed_until(opens)
    found = errors(body, announcement, now=opens.replace(hour=8))
    assert {(error.field, error.code) for error in found} == {
        ("birth_date", "NOT_COLLECTED_YET"),
        ("facts", "NOT_COLLECTED_YET"),
        ("claims[3].status", "NOT_COLLECTED_YET"),
    }
    assert "2019-10-20T09:00:00+09:00" in found[0].ko
    parse_declaration(body, announcement, now=opens)
    parse_declaration(body, announcement, now=None)


def test_what_is_not_personal_may_come_at_any_time():
    body = put(["birth_date"], None)
    body["facts"] = {"schools": []}
    parse_declaration(body, closed_until(datetime(2019, 10, 20, tzinfo=SEOUL)), now=NOW)


def test_an_error_never_shows_a_value_in_its_text_or_representation():
    with pytest.raises(InvalidDeclaration) as caught:
        parse_declaration(put(["birth_date"], "1994-02-30"), ANNOUNCEMENT, now=NOW)
    assert "1994" not in str(caught.value) + repr(caught.value) + repr(caught.value.errors)
    assert caught.value.errors[0].value == "1994-02-30"


def test_a_long_or_nested_value_is_not_sent_back_whole():
    (error,) = errors(put(["claims", 0, "score"], "9" * 200))
    assert error.value == "9" * 100 + "…"
    (error,) = errors(put(["claims", 0, "score"], {"a": ["b"]}))
    assert error.value is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def refusals(body: dict[str, Any]):
    """The errors of `body`, none where it is accepted; anything but a refusal breaks the test."""
    try:
        parse_declaration(body, ANNOUNCEMENT, now=NOW)
    except InvalidDeclaration as refused:
        return refused.errors or pytest.fail("refused without a reason")
    return ()


@settings(deadline=None)  # a busy machine is no fault
@given(key=st.sampled_from([*WHOLE, "x"]), value=JSON)
def test_whatever_json_comes_it_is_accepted_or_refused_field_by_field(key, value):
    for error in refusals(WHOLE | {key: value}):
        assert error.field.startswith(key)
        assert error.ko
        assert error.en


@settings(deadline=None)  # a busy machine is no fault
@given(field=st.sampled_from(sorted(WHOLE["claims"][0])), value=JSON)
def test_whatever_a_language_claim_holds_it_is_accepted_or_refused_field_by_field(field, value):
    assert all(error.field.startswith("claims[") for error in refusals(put(["claims", 0, field], value)))


def refused(change: dict[str, Any], now: datetime | None = NOW) -> list[tuple[str, str]]:
    with pytest.raises(InvalidDeclaration) as error:
        parse_declaration(SMALLEST | change, ANNOUNCEMENT, now=now)
    return [(wrong.field, wrong.code) for wrong in error.value.errors]


@pytest.mark.parametrize("text", ["홍\u202e길동", "홍\u200d길동", "홍\U000e0041", "홍\ue000", "홍\ufffe", "홍\u0378"])
def test_characters_that_no_paper_prints_are_refused(text: str) -> None:
    assert refused({"name": text}) == [("name", "CONTROL_CHARACTER")]


@pytest.mark.parametrize("text", ["\u3164", "\u115f\u1160", "\u2800 \u2800", "\u0301"])
def test_a_text_that_shows_nothing_is_refused(text: str) -> None:
    assert refused({"name": text}) == [("name", "INVISIBLE_TEXT")]


@pytest.mark.parametrize(
    ("title", "grade"), [("한국사능력검정시험", "급"), ("컴퓨터활용능력", "7급"), ("KBS한국어능력", "2급")]
)
def test_a_grade_is_one_of_its_certificate_s(title: str, grade: str) -> None:
    claim = {"id": "c", "kind": "certificate", "title": title, "grade": grade}
    with pytest.raises(InvalidDeclaration) as error:
        parse_declaration(SMALLEST | {"claims": [claim]}, ANNOUNCEMENT, now=None)
    (wrong,) = error.value.errors
    assert (wrong.field, wrong.code, wrong.value) == ("claims[0].grade", "UNKNOWN_VALUE", grade)
    assert "1급" in wrong.ko


@pytest.mark.parametrize(
    ("kind", "name"), [("certificate", "acquired_on"), ("certificate", "issued_on"), ("language", "test_date")]
)
def test_a_day_that_has_not_come_is_refused_where_the_day_is_known(kind: str, name: str) -> None:
    change = {"claims": [{"id": "c", "kind": kind, name: "2019-09-26"}]}
    assert refused(change) == [(f"claims[0].{name}", "DATE")]
    assert parse_declaration(SMALLEST | change, ANNOUNCEMENT, now=None).claims
    today = {"claims": [{"id": "c", "kind": kind, name: "2019-09-25"}]}
    assert parse_declaration(SMALLEST | today, ANNOUNCEMENT, now=NOW).claims


def test_a_certificate_is_not_issued_before_it_is_acquired() -> None:
    claim = {"id": "c", "kind": "certificate", "acquired_on": "2018-02-02", "issued_on": "2018-02-01"}
    assert refused({"claims": [claim]}) == [("claims[0].issued_on", "DATE_ORDER")]


@pytest.mark.parametrize("title", ["토목기사", "정보 처리 기사", "건설기계기사", "전기기능장", "변호사"])
@pytest.mark.parametrize("grade", ["2급", "1급", "기사"])
def test_a_grade_of_a_certificate_without_grades_is_refused(title: str, grade: str) -> None:
    """The old 토목기사 2급 is the 토목산업기사 of today: it would have counted as 토목기사 (G15)."""
    claim = {"id": "c", "kind": "certificate", "title": title, "grade": grade}
    assert refused({"claims": [claim]}) == [("claims[0].grade", "NOT_APPLICABLE")]


@pytest.mark.parametrize("title", ["워드프로세서", "토목산업기사"])
def test_a_certificate_that_no_list_names_may_have_a_grade(title: str) -> None:
    claim = {"id": "c", "kind": "certificate", "title": title, "grade": "1급"}
    assert parse_declaration(SMALLEST | {"claims": [claim]}, ANNOUNCEMENT, now=None).claims


@pytest.mark.parametrize("day", ["1899-12-31", "2101-01-01"])
def test_a_day_of_another_age_is_not_said_to_be_on_no_calendar(day: str) -> None:
    claim = {"id": "c", "kind": "certificate", "acquired_on": day}
    (error,) = errors(SMALLEST | {"claims": [claim]})
    assert (error.code, error.value) == ("DATE", day)
    assert "1900" in error.ko
    assert "1900 and 2100" in error.en


@pytest.mark.parametrize("level", ["5", "급"])
def test_a_level_that_is_incomplete_is_not_said_to_lack_what_it_has(level: str) -> None:
    claim = {"id": "c", "kind": "language", "test": "HSK", "level": level, "score": "250"}
    (error,) = errors(SMALLEST | {"claims": [claim]})
    assert error.code == "LEVEL_INCOMPLETE"
    assert "digit" not in error.en
    assert "5급" in error.ko
