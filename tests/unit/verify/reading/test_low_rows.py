"""Cells of low rows whose sides go on in no other row, and what stands at the edges of a table."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from services.verify.reading.layout.pieces import Piece, _without_meander
from services.verify.reading.layout.rules import find_rules
from services.verify.reading.picture import Gray, byte_picture

HIGH, WIDE = 2200, 1555
TOP, ROW = 400, 44
LEFT, RIGHT = 120, 1440


def staggered(*rows: tuple[int, ...]) -> Gray:
    """A page with a table whose rows have their upright rules at the given places."""
    page = np.full((HIGH, WIDE), 255, np.uint8)
    bottom = TOP + ROW * len(rows)
    for line in range(len(rows) + 1):
        cv2.line(page, (LEFT, TOP + ROW * line), (RIGHT, TOP + ROW * line), (0,), 2)
    for side in (LEFT, RIGHT):
        cv2.line(page, (side, TOP), (side, bottom), (0,), 2)
    for line, places in enumerate(rows):
        for place in places:
            cv2.line(page, (place, TOP + ROW * line), (place, TOP + ROW * (line + 1)), (0,), 2)
    return byte_picture(page)


def cells_in(page: Gray, line: int) -> int:
    middle = TOP + ROW * line + ROW // 2
    inside = [box for box in find_rules(page).cells if box[1] < middle < box[3] and box[3] - box[1] < 2 * ROW]
    return sum(box[0] >= LEFT - 5 and box[2] <= RIGHT + 5 for box in inside)


def test_each_low_row_has_its_own_cells() -> None:
    page = staggered((500, 900), (300, 700, 1100), (500, 900))
    assert [cells_in(page, line) for line in range(3)] == [3, 4, 3]


def test_a_stroke_that_stands_free_of_the_rules_is_no_side() -> None:
    page = staggered((), (), ())
    cv2.line(page, (700, TOP + ROW + 4), (700, TOP + 2 * ROW - 6), (0,), 3)
    assert [cells_in(page, line) for line in range(3)] == [1, 1, 1]


def test_syllables_below_each_other_in_cells_at_both_edges_are_no_ornament() -> None:
    cells = [(left, TOP + ROW * line, left + 60, TOP + ROW * (line + 1)) for line in range(14) for left in (60, 1440)]
    letters = [
        Piece((box[0] + 20, box[1] + 10, box[0] + 42, box[1] + 32), place, ()) for place, box in enumerate(cells)
    ]
    assert _without_meander(letters, cells, WIDE) == letters
    assert _without_meander([replace(letter, cell=None) for letter in letters], cells, WIDE) == []
