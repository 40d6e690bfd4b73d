"""주민등록번호: in whatever way it is printed, its last seven digits are masked, and other numbers are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.common.resident_number import holds_number, masked, secret_spans


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("940315-1234567", "940315-*******"),
        ("주민등록번호 940315 - 1234567", "주민등록번호 940315 - *******"),
        ("9403151234567", "940315*******"),
        ("940315 1234567", "940315 *******"),
        ("９４０３１５－１２３４５６７", "９４０３１５－*******"),
        ("940315–1234567", "940315–*******"),
        ("위 사람(940315-1234567)은 재직하였음", "위 사람(940315-*******)은 재직하였음"),
        ("9\t4\t0\t3\t1\t5\t-\t1\t2\t3\t4\t5\t6\t7", "9\t4\t0\t3\t1\t5\t-\t*******"),
        ("주민등록번호\t9 4 0 3 1 5\t1 2 3 4 5 6 7", "주민등록번호\t9 4 0 3 1 5\t*******"),
        ("940315-1O345l7", "940315-*******"),
        ("주민번호 : 94O315-1234 567 (남)", "주민번호 : 94O315-******* (남)"),
        ("000101-3123456, 010101-4123456", "000101-*******, 010101-*******"),
    ],
)
def test_the_second_half_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "18201234567A",
        "069536-1336900069",
        "130791765738",
        "2018-08-17",
        "02-3456-7890 010-1234-5678",
        "430 415 845 95 90 92 1 2 3",
        "430\t415\t845\t-\t95\t90\t92\t1",
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
        "9913311234567",
        "제2019-1234567호",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert masked(text) == text


@given(st.text(alphabet="0123456789 -–OoIl.\t가주민등록번호*", max_size=40))
def test_masking_ends_what_there_was_to_mask(text: str) -> None:
    once = masked(text)
    assert all(0 <= start < end <= len(text) for start, end in secret_spans(text))
    assert not holds_number(once)


@pytest.mark.parametrize(
    ("text", "holds"),
    [("900101-1234567", True), ("9001011234567", True), ("900101-*******", False), ("901331-1234567", False)],
)
def test_a_declared_value_is_told_from_another_number(text: str, holds: bool) -> None:
    assert holds_number(text) is holds
