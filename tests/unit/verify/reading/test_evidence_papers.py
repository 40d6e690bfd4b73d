"""Evidence papers: every one of the rule book, told apart by its heading alone."""

from __future__ import annotations

import pytest

from services.announcement.load import load_announcement
from services.verify.evidence import Family
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.evidence_papers import (
    EVIDENCE_PAPERS,
    KINDS,
    birth_of,
    heading_of,
    person_name,
    serial,
)
from services.verify.reading.papers.offices import OFFICE, office
from services.verify.reading.papers.recognise import recognise

BY_CODE = {paper.code: paper for paper in EVIDENCE_PAPERS}


def test_every_paper_that_the_rule_book_names_is_read() -> None:
    book = load_announcement("2019-grade5").rulebook
    named = {
        name
        for status in book.statuses
        for need in status.papers
        for choice in need.one_of
        for name in (choice.paper, *choice.also)
    }
    assert named - {"고급자격증"} <= set(BY_CODE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_paper_is_recognised_by_any_of_its_headings(kind: object) -> None:
    for heading in (kind.code, *kind.headings.split()):  # type: ignore[attr-defined]
        paper = recognise([squeeze(heading), "성명", "주소"], PAPERS)
        assert paper is not None
        assert paper.code == kind.code  # type: ignore[attr-defined]
        assert paper.family is Family.EVIDENCE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_paper_that_only_mentions_another_is_not_taken_for_it(kind: object) -> None:
    name = squeeze(kind.code)  # type: ignore[attr-defined]
    assert (
        recognise([f"위사람은{name}을제출하여야합니다", f"{name}발급규정별지제5호서식"], EVIDENCE_PAPERS[:-1]) is None
    )


def test_a_heading_in_two_lines_and_its_sister() -> None:
    paper = recognise(["주민등록표", "초본", "성명한자"], PAPERS)
    assert paper is not None
    assert paper.code == "주민등록초본"
    assert recognise(["주민등록표", "등본", "세대주및관계"], PAPERS) is None
    assert recognise(["재학증명서", "총장"], PAPERS) is None


@pytest.mark.parametrize(
    ("line", "code"),
    [("동강대학교졸업증명서", "졸업증명서"), ("동강대학교졸업예정증명서", "졸업예정증명서"), ("수료증명서", None)],
)
def test_the_school_may_stand_before_the_heading(line: str, code: str | None) -> None:
    paper = recognise([line], PAPERS)
    assert (paper.code if paper else None) == code


def test_the_title_is_the_heading_and_no_sentence() -> None:
    kinds = {kind.code: kind for kind in KINDS}
    find = heading_of(kinds["장애인증명서"])
    assert find("장 애 인  증 명 서") == "장애인증명서"
    assert find("위와 같이 장애인임을 증명합니다") is None
    assert heading_of(kinds["졸업증명서"])("한솔고등학교 졸업증명서") == "졸업증명서"
    assert heading_of(kinds["졸업증명서"])("졸업예정증명서") is None
    assert heading_of(kinds["주민등록초본"])("( 초  본 )") == "주민등록초본"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1990. 1. 1.", "1990-01-01"),
        ("900101-1******", "1990-01-01"),
        ("900101-*******", "1990-01-01"),
        ("050101-3******", "2005-01-01"),
        ("050101-*******", None),
        ("901301-*******", None),
    ],
)
def test_a_birth_date_is_read_from_a_hidden_resident_number(printed: str, value: str | None) -> None:
    assert birth_of(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("제 2019907340521156974444 호", "2019907340521156974444"),
        ("201439881415", "201439881415"),
        ("30-327442", "30327442"),
        ("2019년 12월 10일", None),
        ("", None),
    ],
)
def test_a_number_is_no_date(printed: str, value: str | None) -> None:
    assert serial(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("전라남도 나주시 왕곡면장", "전라남도나주시왕곡면장"),
        ("서 울 특별시 관 악 구 청 징", "서울특별시관악구청장"),
        ("전주보훈지청", "전주보훈지청장"),
        ("충청남도 태안군수", "충청남도태안군수"),
        ("산림청장 (직인)", "산림청장"),
        ("부 산 광역시 사 하 구 청장 #9 지 ? 꺼 시", "부산광역시사하구청장"),
        ("강 릉 보 훈 지청 장훈 을", "강릉보훈지청장"),
        ("경상남도 거제시 둔덕면", None),
        ("발급담당자 : 김철수", None),
        ("수입증지 면제", None),
        ("홍길동", None),
        ("전화 02-123-4567", None),
    ],
)
def test_the_issuer_ends_in_the_head_of_an_office(printed: str, value: str | None) -> None:
    assert office(printed) == value


def test_a_stamp_is_no_office_to_look_at_again() -> None:
    assert OFFICE.like is not None
    assert OFFICE.like("전라북도 김제시장")
    assert not OFFICE.like("수입증지 면제")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("홍 길 동", "홍길동"),
        ("홍길동 (洪吉童)", "홍길동"),
        ("응우옌티프엉", "응우옌티프엉"),
        ("인적사항 변경내용", None),
        ("해당없음", None),
    ],
)
def test_other_words_of_a_form_are_no_name(printed: str, value: str | None) -> None:
    assert person_name(printed) == value


def test_names_of_others_are_never_the_name() -> None:
    for paper in EVIDENCE_PAPERS:
        names = {squeeze(word) for label in paper.labels if label.field == "name" for word in label.words}
        assert names.isdisjoint(
            {"세대주", "배우자", "신청인", "대표자", "보호자", "부", "모", "국가유공자성명", "입회인"}
        )


def test_only_the_veterans_paper_has_a_rate() -> None:
    rated = {paper.code for paper in EVIDENCE_PAPERS for label in paper.labels if label.field == "rate"}
    assert rated == {"취업지원대상자증명서"}
