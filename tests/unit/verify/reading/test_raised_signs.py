"""Small signs between a digit and a syllable: what the marks of ink say of them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from services.verify.evidence import Reading
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.layout.raised_signs import up_to_sign
from services.verify.reading.layout.spots import Spot
from services.verify.reading.papers.korean_language import signed_grade
from services.verify.reading.readers import _with_sign
from services.verify.reading.sheets import Sheet, Text

BOX = (50, 50, 170, 110)


def grade(sign: str, printed: str = "4급") -> tuple[Sheet, Spot]:
    """A page on which a digit, a small raised sign and a large syllable stand, as blocks of ink."""
    gray = np.full((200, 300), 255, np.uint8)
    gray[54:108, 54:84] = 0
    if sign in ("-", "+"):
        gray[66:69, 90:104] = 0
    if sign == "+":
        gray[61:75, 95:99] = 0
    if sign == "'":
        gray[58:70, 95:99] = 0
    gray[52:75, 110:168] = 0
    gray[80:108, 118:160] = 0
    text = Text(Piece(BOX, None, ((50, 170),)), Seen((Word(printed, 50, 170),)), "kor")
    return Sheet(1, np.dstack([gray] * 3), gray, (), (text,), False), Spot("grade", 0, (text,), BOX)


@pytest.mark.parametrize("sign", ["-", "+"])
@pytest.mark.parametrize("blur", [0, 3])
def test_a_raised_sign_is_told_by_its_shape_and_read_apart_from_the_syllable(sign: str, blur: int) -> None:
    sheet, spot = grade(sign)
    if blur:
        sheet.gray[:] = cv2.GaussianBlur(sheet.gray, (blur, blur), 0)
    found = up_to_sign(sheet, spot)
    assert found is not None
    part, told = found
    assert told == sign
    assert part.text == "4"
    assert 104 <= part.box[2] <= 110


def test_what_is_neither_bar_nor_cross_says_nothing() -> None:
    found = up_to_sign(*grade("'"))
    assert found is None or found[1] == ""


def test_without_a_sign_the_place_stays_whole() -> None:
    assert up_to_sign(*grade("")) is None


@pytest.mark.parametrize(
    ("seen", "value"), [("4", "4-급"), ("4:", "4-급"), ("4-", "4-급"), ("4+", "4+급"), ("44", None), ("A", None)]
)
def test_a_lost_sign_is_added_to_a_lone_digit_and_never_replaced(seen: str, value: str | None) -> None:
    assert signed_grade(_with_sign(seen, "-")) == value


def test_no_sign_adds_nothing() -> None:
    assert Reading("kor", _with_sign("4", ""), None).text == "4"
