"""Slips mended by the words of construction careers, and which are left alone."""

from __future__ import annotations

import pytest

from services.verify.reading.papers import construction_words as words
from services.verify.reading.papers.career_form import CAREER_FORM, parse_signer
from services.verify.values import canonical

FIELD, SPECIALTY = words.closed(words.JOB_FIELDS), words.closed(words.SPECIALTIES)
CLIENT, DUTY = words.familiar(words.CLIENTS), words.familiar(words.DUTIES)


@pytest.mark.parametrize(
    ("read", "meant"), [("토복", "토목"), ("긴축", "건축"), ("전기 - 전자", "전기·전자"), ("조 경", "조경")]
)
def test_a_slip_in_a_closed_list_is_mended(read: str, meant: str) -> None:
    assert FIELD(read) == canonical("job_field", meant)


@pytest.mark.parametrize("read", ["토질", "토지", "도시", "기게설비", "", "||"])
def test_what_is_near_no_member_stays_as_it_was_read(read: str) -> None:
    assert FIELD(read) == canonical("job_field", read)


@pytest.mark.parametrize(
    "members", [words.JOB_FIELDS, words.SPECIALTIES, words.RESPONSIBILITIES, words.DUTIES, words.CLIENTS]
)
def test_no_member_of_a_list_becomes_another(members: tuple[str, ...]) -> None:
    for parse in (words.closed(members), words.familiar(members)):
        assert [parse(member) for member in members] == [canonical("duty", member) for member in members]


def test_a_reading_between_two_members_is_left_alone() -> None:
    parse = words.closed(("건축구조", "건축구도"))
    assert parse("건축구로") == "건축구로"


def test_whatever_sign_stands_for_the_dot() -> None:
    wanted = canonical("specialty", "토질·지질")
    assert {SPECIALTY(read) for read in ("토질지질", "토 질 - 지 질", "토질:지질", "토질ㆍ지질", "토실·지질")} == {
        wanted
    }


@pytest.mark.parametrize(
    ("read", "kept"), [("시굴", "시굴"), ("설게", "설게"), ("감리", "감리"), ("현장공부", "현장공무")]
)
def test_where_anything_may_stand_short_words_are_left_alone(read: str, kept: str) -> None:
    assert DUTY(read) == kept


METHOD = words.familiar(words.METHODS)


@pytest.mark.parametrize(
    ("read", "meant"),
    [("LM", "ILM"), ("HC 말뚝", "PHC말뚝"), ("P2C 말뚝", "PHC말뚝"), ("PHC말뚝", "PHC말뚝")],
)
def test_a_method_may_lose_a_letter(read: str, meant: str) -> None:
    assert METHOD(read) == meant


@pytest.mark.parametrize(
    ("column", "printed"),
    [("position", "전문"), ("position", "사무"), ("duty", "본점공무"), ("work_type", "지하로"), ("method", "개작")],
)
def test_a_word_that_no_law_lists_is_not_turned_into_one_that_is_listed(column: str, printed: str) -> None:
    assert CAREER_FORM.parsers[column](printed) == canonical(column, printed)


@pytest.mark.parametrize("read", ["CM", "M", "24말뚝", "RC말뚝기초", "ABC"])
def test_other_methods_stay_as_they_were_read(read: str) -> None:
    assert METHOD(read) == canonical("method", read)


def test_two_members_that_are_a_slip_apart_stay_apart() -> None:
    kind = words.closed(words.WORK_TYPES)
    assert [kind(read) for read in ("농업용수", "공업용수", "농어용수", "동업용수")] == [
        "농업용수",
        "공업용수",
        "농업용수",
        "동업용수",
    ]
    assert words.closed(("감사", "검사"))("감시") == "감시"


def test_a_known_client_is_mended_and_an_unknown_one_stays() -> None:
    assert CLIENT("한국도로공시") == "한국도로공사"
    assert CLIENT("한국도로개발") == "한국도로개발"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("군산항 우 희 도로 개 설 공사", "군산항우회도로개설공사"),
        ("군산항 하전 정비 사업", "군산항하천정비사업"),
        ("국도 제37호선 확장공시", "국도제37호선확장공사"),
        ("팔당탬 보수보강 공사", "팔당댐보수보강공사"),
        ("소양강덤 정비사업", "소양강댐정비사업"),
    ],
)
def test_slips_in_familiar_words_of_a_title_are_mended(read: str, meant: str) -> None:
    assert words.parse_project(read) == meant


@pytest.mark.parametrize(
    "read",
    [
        "배수개선사업",
        "배수개설사업",
        "시설설비공사",
        "시설설치공사",
        "남부램프교 건설공사",
        "덤프장 조성공사",
        "화랑대역 신축",
    ],
)
def test_other_titles_stay_as_they_were_read(read: str) -> None:
    assert words.parse_project(read) == canonical("project", read)


@pytest.mark.parametrize("word", words.PROJECT_WORDS)
def test_no_familiar_word_becomes_another(word: str) -> None:
    assert words.parse_project(f"익산 {word}") == f"익산{word}"


@pytest.mark.parametrize("read", ["동업용수 정비공사", "모장공사"])
def test_a_slip_that_may_be_either_of_two_words_is_left_alone(read: str) -> None:
    assert words.parse_project(read) == canonical("project", read)


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("홍 희 숙", "홍희숙"),
        ("/\\ 홍 희 숙 (서명)", "홍희숙"),
        ("1 \\ 백 주 규 \\B)", "백주규"),
        ("/\\ 홍 희 숙 1 처 명)", "홍희숙"),
        ("(`\\ 김 인 민 | 서평=", "김인민"),
        ("김철수 (인)", "김철수"),
        ("(서명)", None),
        ("김철수 박영희", None),
        ("", None),
    ],
)
def test_the_signer_is_who_stands_beside_the_seal(read: str, name: str | None) -> None:
    assert parse_signer(read) == name
