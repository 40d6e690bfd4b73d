"""Rates of preference, syllables as strokes, and grades behind titles."""

import pytest

from services.verify.values import canonical
from services.verify.values.syllables import apart, one_slip
from services.verify.values.titles import split_grade


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("10%", "10"),
        ("5 %", "5"),
        ("10", "10"),
        ("만점의 10%", "10"),
        ("100분의 5", "5"),
        ("10 퍼센트", "10"),
        ("5%, 10%", None),
        ("l0%", None),
        ("해당없음", None),
        ("2019", None),
    ],
)
def test_a_rate_is_one_number_of_percent(printed: str, value: str | None) -> None:
    assert canonical("rate", printed) == value


@pytest.mark.parametrize(("one", "other"), [("율", "을"), ("은", "온"), ("천", "전"), ("녀", "너"), ("축", "측")])
def test_syllables_that_readers_confuse_are_one_part_apart(one: str, other: str) -> None:
    assert apart(one, other) == 1
    assert one_slip(f"김{one}", f"김{other}")


def test_one_slip_is_one_part_of_one_syllable() -> None:
    assert one_slip("건축사", "건축사")
    assert not one_slip("건축사", "견측사")
    assert not one_slip("기사", "기술사")
    assert not one_slip("세무사", "법무사")
    assert not one_slip("A1", "A2")


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("컴퓨터활용능력 2급", ("컴퓨터활용능력", "2급")),
        ("KBS한국어능력시험(2+급)", ("KBS한국어능력시험", "2+급")),
        ("한국실용글쓰기 준2급", ("한국실용글쓰기", "준2급")),
        ("토목기사", ("토목기사", None)),
        ("2급", ("2급", None)),
    ],
)
def test_a_grade_behind_a_title_is_parted_from_it(title: str, parts: tuple[str, str | None]) -> None:
    assert split_grade(title) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("한국실용글쓰기검정", "한국실용글쓰기"),
        ("국어능력인증시험(ToKL)", "국어능력인증"),
        ("KBS한국어능력시험", "KBS한국어능력"),
    ],
)
def test_an_exam_has_one_title_under_its_names(one: str, other: str) -> None:
    assert canonical("title", one) == canonical("title", other)


def test_near_exams_keep_their_own_titles() -> None:
    assert canonical("title", "한국어능력시험") != canonical("title", "KBS한국어능력시험")
    assert canonical("issuer", "한국방송공사 사장") == canonical("issuer", "KBS한국방송")
