"""Figures with small print behind them, which is cut off before anybody takes both for one number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.figures import figure_alone
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.sheets import TEXT_LAYER, Sheet, Text

TALL, LOW = 60, 36


def piece(printed: str, *heights: int) -> tuple[Sheet, Text]:
    """A piece with a mark of ink for each of `heights`, standing on one line; its words spread over it."""
    gray = np.full((300, 900), 255, np.uint8)
    glyphs = tuple((100 + 80 * place, 160 + 80 * place) for place in range(len(heights)))
    for (left, right), height in zip(glyphs, heights, strict=True):
        gray[160 - height : 160, left:right] = 0
    words = printed.split(" ")
    spread = [glyphs[min(place, len(glyphs) - 1)] for place in range(len(words))]
    if len(words) == 1:
        spread = [(glyphs[0][0], glyphs[-1][1])]
    seen = Seen(tuple(Word(word, left, right) for word, (left, right) in zip(words, spread, strict=True)))
    text = Text(Piece((100, 100, glyphs[-1][1], 160), None, glyphs), seen, "kor")
    return Sheet(1, np.dstack([gray] * 3), gray, (), (text,), False), text


def test_what_can_be_reached_is_cut_off_behind_the_figure() -> None:
    alone = figure_alone(*piece("85 120", TALL, LOW))
    assert (alone.text, alone.box[2]) == ("85", 160)


def test_what_was_read_as_one_number_is_read_anew() -> None:
    alone = figure_alone(*piece("7371", TALL, LOW))
    assert (alone.text, alone.box[2]) == ("", 160)


def test_a_comma_inside_a_number_and_a_date_are_no_small_print() -> None:
    whole = piece("17 , 50", TALL, LOW // 2, TALL)
    assert figure_alone(*whole) is whole[1]
    day = piece("2018.03.04 x", TALL, LOW)
    assert figure_alone(*day) is day[1]


def test_what_a_text_layer_says_stays_where_its_words_tell_no_end() -> None:
    sheet, text = piece("7371", TALL, LOW)
    layer = replace(text, reader=TEXT_LAYER)
    assert figure_alone(sheet, layer) is layer


def test_a_short_line_that_a_reader_passed_over_is_cut_and_a_long_one_is_not() -> None:
    sheet, text = piece("", TALL, TALL, LOW)
    silent = replace(text, seen=Seen(()))
    assert figure_alone(sheet, silent).box[2] == 240
    long = replace(silent, piece=replace(silent.piece, box=(100, 100, 1000, 160)))
    assert figure_alone(sheet, long) is long
