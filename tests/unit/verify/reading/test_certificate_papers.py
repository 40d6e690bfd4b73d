"""Certificates of 국어능력, 고급자격증, 국가기술자격: recognition, grades, numbers, titles and who signs."""

from __future__ import annotations

import pytest

from services.verify.reading.papers import PAPERS
from services.verify.reading.papers.certificate_labels import end_of_period, issue_number, number_between, numbered
from services.verify.reading.papers.korean_language import KBS_GRADES, KBS_KOREAN, PRACTICAL_WRITING, TOKL, signed_grade
from services.verify.reading.papers.licence import known_title
from services.verify.reading.papers.licence import licence_title as national_title
from services.verify.reading.papers.professional import LICENCES, PROFESSIONAL, licence_number, licence_title
from services.verify.reading.papers.recognise import recognise
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, signed_by, signer


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["kbs한국어능력시험", "성적표"], "KBS_KOREAN"),
        (["k8s한국어능력시험", "한국방송사장"], "KBS_KOREAN"),
        (["한국어능력시험topik", "국립국제교육원"], None),
        (["한국어능력시험"], None),
        (["국어능력인증시험", "인증서"], "TOKL"),
        (["tokl", "testofkoreanlanguage"], "TOKL"),
        (["자격증", "한국실용글쓰기검정", "준2급"], "PRACTICAL_WRITING"),
        (["변호사자격증", "법무부장관"], "PROFESSIONAL"),
        (["공인회계사등록증"], "PROFESSIONAL"),
        (["건측사자격증", "국토교통부장관"], "PROFESSIONAL"),
        (["종류", "세무사", "기획재정부장관"], "PROFESSIONAL"),
        (["변리사자격증", "특허청장"], None),
        (["관세사자격증"], None),
        (["국가기술자격증", "자격종목", "고용노동부장관"], "NQ_AWARD"),
        (["법무사"], None),
    ],
)
def test_a_certificate_is_recognised_by_its_own_lines_and_not_by_its_siblings(
    lines: list[str], code: str | None
) -> None:
    paper = recognise(lines, PAPERS)
    assert (paper.code if paper else None) == code


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("2+급", "2+급"),
        (": 2-급", "2-급"),
        ("2−급", "2-급"),
        ("2* 급", "2+급"),
        ("3+号", "3+급"),
        ("4-甘", "4-급"),
        ("1급", "1급"),
        ("2급", None),
        ("2' 급", None),
        ("3^ 급", None),
        ("2 급", None),
        ("1+급", None),
        ("2+", "2+급"),
        ("2-g", "2-급"),
        ("3+ 금", "3+급"),
        ("2", None),
        ("2a", None),
        ("2+급 785~829", None),
    ],
)
def test_a_kbs_grade_has_its_sign_or_is_none(printed: str, grade: str | None) -> None:
    assert signed_grade(printed) == grade


@pytest.mark.parametrize("bare", ["2급", "3급", "4급", "2 급", "등급 2급"])
def test_a_bare_grade_is_no_kbs_grade_wherever_it_is_read(bare: str) -> None:
    assert KBS_KOREAN.parsers["grade"](bare) is None


def test_plus_and_minus_are_never_one_grade() -> None:
    assert {signed_grade(grade) for grade in KBS_GRADES} == set(KBS_GRADES)


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("준2급", "준2급"),
        ("준 2 급", "준2급"),
        ("2급", "2급"),
        ("2+급", None),
        ("5급", None),
        ("1급 2급", None),
        ("2 금", "2급"),
    ],
)
def test_a_writing_grade_is_one_of_its_own(printed: str, grade: str | None) -> None:
    assert PRACTICAL_WRITING.parsers["grade"](printed) == grade


@pytest.mark.parametrize(
    ("paper", "printed", "title"),
    [
        (KBS_KOREAN, "KBS 한국어능력시험", "KBS한국어능력"),
        (KBS_KOREAN, "K8S 한국어 능력시험", "KBS한국어능력"),
        (KBS_KOREAN, "국어능력인증시험", None),
        (TOKL, "국어능력인증시험(ToKL)", "국어능력인증"),
        (TOKL, "KBS한국어능력시험", None),
        (PRACTICAL_WRITING, "한국실용글쓰기검정", "한국실용글쓰기"),
    ],
    ids=lambda value: getattr(value, "code", str(value)),
)
def test_the_title_of_an_exam_is_known_by_its_words(paper: object, printed: str, title: str | None) -> None:
    assert paper.parsers["title"](printed) == title  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("제 2019-55-545145 호", "201955545145"),
        ("A] 2019-55-545145 &", "201955545145"),
        ("2018-1668 立", "20181668"),
        ("邓2019-55-545145 立", "201955545145"),
        ("발급번호 : 067-12-02761", "0671202761"),
        ("HHStHS : 072-10-58343", "0721058343"),
        ("18-K9-012345", "18K9012345"),
        ("|2019-55-545145", None),
        ("홍길동", None),
    ],
)
def test_a_number_is_read_without_the_words_around_it(printed: str, value: str | None) -> None:
    assert number_between(printed) == value


def test_a_digit_lost_as_a_letter_is_never_cut_off() -> None:
    assert number_between("Z019-55-545145") != "01955545145"
    assert number_between("2O19-55-545145") != "1955545145"


def test_a_number_without_label_stands_alone_in_its_line() -> None:
    assert numbered("제 77591 호") == "77591"
    assert numbered("제 14 회") is None
    assert numbered("국가공인 민간자격 제2009-1호") is None
    assert issue_number("발 급 번 호 : 067-12-02761") == "0671202761"
    assert issue_number("발급번호") is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2019년 02월 13일 ~ 2021년 02월 12일", "2021-02-12"),
        ("~ 2019-11-27", "2019-11-27"),
        ("2020. 5. 31. 까지", "2020-05-31"),
        ("2021-02-12 ~ 2019-02-13", None),
        ("발급일부터 1년", None),
    ],
)
def test_a_period_ends_on_its_last_day(printed: str, value: str | None) -> None:
    assert end_of_period(printed) == value


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        *((licence, licence) for licence in LICENCES),
        ("변호사 자격증", "변호사"),
        ("건 측 사 자 격 증", "건축사"),
        ("공인노무사 등록증", "공인노무사"),
        ("법무사보 자격증", None),
        ("변리사 자격증", None),
        ("관세사", None),
        ("토목기사", None),
        ("변호사법", None),
        ("자격증", None),
    ],
)
def test_a_higher_licence_is_one_of_seven(printed: str, title: str | None) -> None:
    assert licence_title(printed) == title


def test_no_two_licences_are_one_slip_apart() -> None:
    assert all(licence_title(licence) == licence for licence in LICENCES)
    assert licence_number("등록번호 12345") == licence_number("제 12345 호") == "12345"
    assert "grade" in PROFESSIONAL.not_printed


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("국사편찬위원회 위원장", "국사편찬위원회"),
        ("국사펀찬위원희위원장", "국사편찬위원회"),
        ("대한상공회의소", None),
        ("위원장", None),
    ],
)
def test_the_signer_is_known_though_letters_of_it_lie_under_the_seal(printed: str, issuer: str | None) -> None:
    assert signer("국사편찬위원회")(printed) == issuer


def test_a_line_that_is_half_the_signer_is_looked_at_again() -> None:
    like = signed_by("국사편찬위원회").like
    assert like is not None
    assert like("국시펀찬위원희 위원장")
    assert not like("한국사능력검정시험 인증서")
    assert not like("2018년 8월 17일")


def test_a_date_that_was_misread_at_first_is_looked_at_again() -> None:
    like = ISSUE_DATE_ALONE.like
    assert like is not None
    assert like("20.19 년 12 월 24 일")
    assert not like("제 14 회")
    assert ISSUE_DATE_ALONE.find("20.19 년 12 월 24 일") is None


def test_the_broadcaster_is_no_exam_of_its_own() -> None:
    find = KBS_KOREAN.parsers["issuer"]
    assert find("KBS한국방송 사장") == find("K88한국방송사장") == find("한국방송공사 사장") == "KBS한국방송"
    assert find("KBS한국어능력시험") is None


@pytest.mark.parametrize("title", ["축산기능사", "조경기능장", "공조냉동기계기능사", "토목기능사", "토목기술사"])
def test_a_known_trade_in_another_rank_is_a_title_of_its_own(title: str) -> None:
    assert national_title(title) == title


@pytest.mark.parametrize("printed", ["등급 전기기능장", "및 등릅 전기기능장", "종목 및 등급 전기기능장"])
def test_the_end_of_a_label_is_no_part_of_the_title(printed: str) -> None:
    assert national_title(printed) == "전기기능장"


@pytest.mark.parametrize("misread", ["곤크리트기사", "축신기술사", "토묵기사"])
def test_a_trade_one_letter_beside_a_known_one_is_misread(misread: str) -> None:
    assert national_title(misread) is None


def test_a_known_title_needs_no_label_and_an_unknown_one_does() -> None:
    assert known_title("산업안전기사") == "산업안전기사"
    assert known_title("소방설비기사(전기분야)") == "소방설비기사(전기분야)"
    assert known_title("잠수산업기사") is None
    assert known_title("위 사람은 토목기사") is None


@pytest.mark.parametrize(
    ("heading", "paper"), [("극가기슬자격증", "NQ_AWARD"), ("국가기능자격증", None), ("국가전문자격증", None)]
)
def test_a_heading_in_a_brush_face_is_known_without_the_points_that_no_model_sees(
    heading: str, paper: str | None
) -> None:
    found = recognise([heading, "자격번호", "합격연월일"], PAPERS, headings=[heading])
    assert (found.code if found else None) == paper
