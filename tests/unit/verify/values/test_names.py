"""Names, titles, issuers and companies."""

import pytest

from services.verify.values import canonical, same


@pytest.mark.parametrize(
    "printed",
    [
        *("홍길동", "홍 길 동", "홍길동 (洪吉童)", "홍길동(인)", "홍길동 (서명)", "홍길동 )", "(홍길동"),
        *("홍길동 님", "홍길동님", "홍 길 동 님", "홍길동 씨", "HONG GILDONG (홍길동)", ":「 홍길동", "( 홍 길 동"),
    ],
)
def test_a_korean_name_is_its_syllables(printed: str) -> None:
    assert canonical("name", printed) == "홍길동"


def test_a_short_name_loses_its_form_of_address_only_where_that_stands_apart() -> None:
    assert canonical("name", "홍빈 님") == "홍빈"
    assert canonical("name", "홍하님") == "홍하님"
    assert canonical("name", "홍 하 님") == "홍하님"


@pytest.mark.parametrize("printed", ["홍길동 02-123", "홍", "홍길동3", "", "(서명 또는 인)"])
def test_a_name_with_anything_else_in_it_has_no_value(printed: str) -> None:
    assert canonical("name", printed) is None


@pytest.mark.parametrize("other", ["HONG GILDONG", "Hong Gil-dong", "GILDONG HONG", "Hong, Gil Dong", "HongGildong"])
def test_case_spaces_hyphens_and_order_of_a_latin_name_do_not_count(other: str) -> None:
    assert same("name_latin", "HONG GILDONG", other)


@pytest.mark.parametrize("other", ["HONG KILDONG", "HONG GILDON", "GILDONG", "KIM GILDONG"])
def test_another_latin_name_is_another_name(other: str) -> None:
    assert not same("name_latin", "HONG GILDONG", other)


@pytest.mark.parametrize("other", ["㈜대한건설", "주식회사 대한건설", "대한건설 (주)", "대한건설"])
def test_the_legal_form_of_a_company_may_stand_anywhere_or_be_missing(other: str) -> None:
    assert same("company", "(주)대한건설", other)


@pytest.mark.parametrize("other", ["(유)대한건설", "(주)대한건선", "(주)한국건설"])
def test_another_form_or_name_is_another_company(other: str) -> None:
    assert not same("company", "(주)대한건설", other)


def test_titles_are_compared_without_spaces_and_middle_dots_and_never_by_alias() -> None:
    assert canonical("title", "측량및 지형공간정보·기사") == "측량및지형공간정보기사"
    assert canonical("title", "소방설비기사 (기계분야)") == "소방설비기사(기계분야)"
    assert not same("title", "건설기계기사", "건설기계설비기사")
    assert not same("title", "토목기사", "토목산업기사")
    assert same("title", "한국사능력검정시험", "한국사능력검정")


def test_the_office_that_signs_is_not_part_of_the_issuer() -> None:
    assert canonical("issuer", "한국산업인력공단 이사장") == "한국산업인력공단"
    assert canonical("issuer", "국사편찬위원회위원장") == "국사편찬위원회"


def test_korean_text_is_compared_without_spaces_and_small_marks() -> None:
    assert canonical("specialty", "토질ㆍ지질") == canonical("specialty", "토질 · 지질") == "토질지질"
    assert canonical("client", " - ") is None
