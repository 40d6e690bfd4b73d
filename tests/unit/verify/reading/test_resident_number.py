"""The last seven digits of a resident number leave the reader neither as text nor as pixels."""

import numpy as np
import pytest

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.resident_number import blacked_out, hidden_parts, without_resident_number
from services.verify.reading.sheets import Sheet, Text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("940315-1234567", "940315-*******"),
        ("주민등록번호 940315 - 1234567", "주민등록번호 940315 - *******"),
        ("9403151234567", "940315*******"),
        ("18201234567A", "18201234567A"),
        ("069536-1336900069", "069536-1336900069"),
        ("130791765738", "130791765738"),
        ("2018-08-17", "2018-08-17"),
    ],
)
def test_only_resident_numbers_are_masked(text: str, masked: str) -> None:
    assert without_resident_number(text) == masked


def test_the_second_half_is_black_on_the_picture_and_the_first_half_is_not() -> None:
    gray = np.full((100, 600), 255, np.uint8)
    text = Text(Piece((100, 40, 380, 60), None, ((100, 380),)), Seen((Word("940315-1234567", 100, 380),)), "kor")
    sheet = Sheet(1, np.dstack([gray] * 3), gray, (), (text,), False)
    picture = blacked_out(sheet.picture, hidden_parts(sheet))
    assert picture[50, 250:380].max() == 0
    assert picture[50, 100:220].min() == 255
