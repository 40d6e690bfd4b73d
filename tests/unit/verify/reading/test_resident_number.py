"""The last seven digits of a resident number leave the reader neither as text nor as pixels."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from services.verify.evidence import FieldEvidence, Reading
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.resident_number import beneath, blacked_out, hidden_parts, without_resident_numbers
from services.verify.reading.sheets import Sheet, Text
from services.verify.review.unmasking import uncovered


def text(left: int, right: int, *words: str, top: int = 40) -> Text:
    """A piece whose words share its width."""
    step = (right - left) // len(words)
    seen = tuple(Word(word, left + n * step, left + (n + 1) * step - 6) for n, word in enumerate(words))
    return Text(Piece((left, top, right, top + 20), None, ((left, right),)), Seen(seen), "kor")


def sheet(*texts: Text) -> Sheet:
    gray = np.full((300, 1000), 255, np.uint8)
    return Sheet(1, np.dstack([gray] * 3), gray, (), texts, False)


def hides(page: Sheet, left: int, right: int, y: int = 50) -> tuple[bool, bool]:
    """Whether every pixel, and whether any pixel of the stretch is black."""
    stretch = blacked_out(page.picture, hidden_parts(page))[y, left:right].max(axis=1)
    return bool((stretch == 0).all()), bool((stretch == 0).any())


def test_the_second_half_is_black_on_the_picture_and_the_first_half_is_not() -> None:
    page = sheet(text(100, 380, "940315-1234567"))
    assert hides(page, 250, 370) == (True, True)
    assert hides(page, 100, 215) == (False, False)


@pytest.mark.parametrize("pieces", [("940315-", "1234567"), ("940315", "-1234567"), ("주민등록번호940315-", "1234567")])
def test_a_number_in_two_pieces_is_found(pieces: tuple[str, str]) -> None:
    page = sheet(text(100, 260, pieces[0]), text(300, 440, pieces[1]))
    assert hides(page, 320, 430) == (True, True)
    assert hides(page, 100, 200) == (False, False)


def test_digits_in_cells_are_found() -> None:
    cells = [text(100 + 50 * n, 120 + 50 * n, char) for n, char in enumerate("940315-1234567")]
    page = sheet(*cells)
    for n in range(7, 14):
        assert hides(page, 102 + 50 * n, 112 + 50 * n) == (True, True)
    for n in range(6):
        assert hides(page, 100 + 50 * n, 120 + 50 * n) == (False, False)


def test_what_follows_in_wide_letters_does_not_uncover_the_end() -> None:
    """Hangul takes nearly twice the room of a digit."""
    page = sheet(text(100, 100 + 13 * 20 + 12 + 8 * 36, "940315-1234567은재직하였음을"))
    assert hides(page, 236, 368)[0]


def test_a_badly_read_number_beside_or_below_its_label_is_hidden() -> None:
    beside = sheet(text(100, 240, "주민등록번호"), text(300, 580, "94O3l5_1Z345G7890"))
    below = sheet(text(100, 240, "주민등록번호"), text(100, 380, "94031512345678", top=65))
    assert hides(below, 270, 370, y=75) == (True, True)
    assert hides(beside, 100, 240) == (False, False)


def test_no_reading_of_a_field_shows_it_as_seen_or_as_understood() -> None:
    readings = (Reading("kor", "번호 900101-1234567", "900101-1234567"), Reading("eng", "9001011234567", None))
    field = FieldEvidence("number", readings, 1, (0, 0, 1, 1))
    (safe,), _ = without_resident_numbers([field], [])
    assert [(one.text, one.value) for one in safe.readings] == [
        ("번호 900101-*******", "900101-*******"),
        ("900101*******", None),
    ]


def test_what_is_hidden_can_be_uncovered_to_the_pixel() -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 255, (300, 1000, 3), dtype=np.uint8)
    boxes = [(250, 35, 385, 65), (900, 280, 1020, 320)]
    dark = blacked_out(picture, boxes)
    png = io.BytesIO()
    Image.fromarray(dark).save(png, "PNG")
    hidden = beneath(picture, boxes)
    assert hidden is not None
    assert (dark != picture).any()
    with Image.open(io.BytesIO(uncovered(png.getvalue(), hidden))) as whole:
        assert (np.asarray(whole) == picture).all()


def test_where_nothing_is_hidden_nothing_is_kept() -> None:
    assert beneath(np.zeros((10, 10, 3), np.uint8), []) is None
