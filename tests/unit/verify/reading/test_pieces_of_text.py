"""Pieces of text cut apart: numbers of one row, and a value in a sentence."""

from __future__ import annotations

import numpy as np

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.excerpt import excerpt
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.sheets import Sheet, Text, part_numbers

WHITE = np.full((600, 2000), 255, np.uint8)


def row(printed: str, *glyphs: tuple[int, int]) -> Text:
    """A piece with ink at `glyphs`, its words spread over it evenly, as engines report them."""
    left, right = glyphs[0][0], glyphs[-1][1]
    step = (right - left) / len(printed)
    words, place = [], 0
    for word in printed.split(" "):
        words.append(Word(word, round(left + place * step), round(left + (place + len(word)) * step)))
        place += len(word) + 1
    return Text(Piece((left, 100, right, 140), None, glyphs), Seen(tuple(words)), "kor")


def parted(text: Text) -> list[tuple[str, int]]:
    sheet = part_numbers(Sheet(1, np.dstack([WHITE] * 3), WHITE, (), (text,), False))
    return [(part.text, part.box[0]) for part in sheet.texts]


def test_numbers_of_a_row_that_were_read_as_one_are_dealt_out_by_their_ink() -> None:
    far = ((100, 150), (400, 450), (700, 774))
    assert parted(row("5261 188", *far)) == [("52", 100), ("61", 400), ("188", 700)]


def test_digits_that_cannot_be_dealt_out_are_read_anew() -> None:
    assert parted(row("5261 1", (100, 150), (400, 450), (700, 750))) == [("", 100), ("", 400), ("", 700)]


def test_digits_close_together_are_one_number() -> None:
    assert parted(row("52 61", (100, 150), (160, 210))) == [("52 61", 100)]


def test_a_value_in_a_sentence_keeps_all_its_ink_however_words_are_spread() -> None:
    line = row("le 15 mai 2016 (fin)", (100, 120), (150, 190), (220, 300), (330, 520), (560, 900))
    found = excerpt(line, 3, 14)
    assert found is not None
    assert (found.text, found.box[0], found.box[2]) == ("15 mai 2016", 150, 520)


def test_numbers_far_apart_are_parted_though_the_digits_of_one_stand_apart_too() -> None:
    assert parted(row("41 17", (100, 115), (130, 150), (400, 420), (432, 450))) == [("41", 100), ("17", 400)]


def test_a_value_behind_a_wide_colon_keeps_its_first_letter() -> None:
    line = row("准考证号：K20185", (100, 300), (312, 318), (352, 370), (376, 500))
    found = excerpt(line, 5, 11)
    assert found is not None
    assert found.box[0] <= 352


def test_a_number_in_front_of_its_unit_keeps_its_digits_though_they_stand_apart() -> None:
    line = row("총점 318점을", (100, 180), (200, 222), (232, 276), (280, 360))
    found = excerpt(line, 3, 6)
    assert found is not None
    assert found.box[2] > 232
