"""Heads of two lines without rules: labels over labels in one bar, as the values of a record stand over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.verify.evidence import Box
from services.verify.reading.layout.neighbours import shared
from services.verify.reading.sheets import Sheet

_NEAR = 1.2
"""Heights of a label between two lines of one head."""
_APART = 0.9
"""Heights between the edge of one line and the middle of the next; labels for both lines stand between."""
_LEVEL = 0.5
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A label of a head."""

    box: Box
    """Pixels of the sheet."""
    counts: bool
    """Whether it announces something that is read."""


def levels_of(row: Sequence[Placed], others: Sequence[Placed]) -> dict[int, tuple[int, int]]:
    """Which of `others` belong to the head of `row`, by index, and on which line of how many each stands.

    Labels between the two lines are of both: (0, 1). Indexes below 0 are those of `row` itself, -1 for all of them;
    nothing where no second line of labels is near.
    """
    top, bottom = min(one.box[1] for one in row), max(one.box[3] for one in row)
    tall = bottom - top
    near = [
        place
        for place, one in enumerate(others)
        if one.box[3] > top - _NEAR * tall and one.box[1] < bottom + _NEAR * tall
    ]
    middles = {place: (others[place].box[1] + others[place].box[3]) / 2 for place in near}
    above = [place for place in near if middles[place] < top - _APART * tall]
    below = [place for place in near if middles[place] > bottom + _APART * tall]
    beside = [place for place in near if place not in (*above, *below)]
    further = max((above, below), key=lambda line: sum(others[place].counts for place in line))
    if sum(others[place].counts for place in further) < _FEWEST:
        return {}
    own, other = (1, 0) if further is above else (0, 1)
    found = dict.fromkeys(further, (other, 2)) | dict.fromkeys(beside, (0, 1))
    return found | {-1: (own, 2)}


def lines_of_texts(sheet: Sheet, boxes: Sequence[Box], band: tuple[int, int]) -> list[tuple[int, int]]:
    """The lines that texts in the columns `boxes` (left, right as in a box) make in `band`: top and bottom of each."""
    inside = sorted(
        (text.box[1], text.box[3])
        for text in sheet.texts
        if band[0] <= (text.box[1] + text.box[3]) / 2 <= band[1]
        and any(box[0] <= (text.box[0] + text.box[2]) / 2 <= box[2] for box in boxes)
    )
    lines: list[tuple[int, int]] = []
    for top, bottom in inside:
        if lines and shared(*lines[-1], top, bottom) >= _LEVEL:
            lines[-1] = (min(top, lines[-1][0]), max(bottom, lines[-1][1]))
        else:
            lines.append((top, bottom))
    return lines
