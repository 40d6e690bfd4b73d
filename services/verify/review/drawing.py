"""Where boxes and their numbers are drawn on a page picture: around what is printed, never on it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageStat

Rectangle = tuple[int, int, int, int]
"""left, top, right, bottom in pixels of the page picture."""

REDUCED = 4
"""The paper is looked at so many times smaller: fine enough for a line of print."""
FLAT = 6.0
"""Grey levels that bare paper varies by; print varies by far more."""


class Paper:
    """A page picture, as far as drawing on it needs to know."""

    def __init__(self, width: int, height: int, picture: bytes | None = None) -> None:
        """`width` × `height` pixels; without its picture (`picture`) every place counts as bare."""
        self.width, self.height = width, height
        self._small = Image.open(io.BytesIO(picture)).convert("L").reduce(REDUCED) if picture else None

    def unevenness(self, place: Rectangle) -> float:
        """How much the grey levels of `place` differ: little on bare paper, much on print."""
        if self._small is None:
            return 0.0
        left, top, right, bottom = (edge // REDUCED for edge in place)
        right, bottom = min(right + 1, self._small.width), min(bottom + 1, self._small.height)
        if left >= right or top >= bottom:
            return 0.0
        return float(ImageStat.Stat(self._small.crop((left, top, right, bottom))).stddev[0])


@dataclass(frozen=True, slots=True)
class Mark:
    """One box and its number."""

    outline: Rectangle
    """The box as drawn: a little outside what it surrounds, so that its line touches no character."""
    badge: Rectangle
    """Where the number stands: beside the outline."""


def tag_height(paper: Paper) -> int:
    """Height of a number badge, legible at any resolution."""
    return max(12, paper.width // 55)


def marks(boxes: Sequence[Rectangle], paper: Paper) -> list[Mark]:
    """A mark for each of `boxes`, in their order."""
    gap = max(3, paper.width // 150)
    outlines = [_inside((box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap), paper) for box in boxes]
    taken = list(outlines)
    placed = []
    for outline in outlines:
        badge = _badge(outline, taken, paper)
        taken.append(badge)
        placed.append(Mark(outline, badge))
    return placed


def _badge(outline: Rectangle, taken: Iterable[Rectangle], paper: Paper) -> Rectangle:
    """The nearest bare place beside `outline` that nothing else is drawn on; a smaller one where print stands close.

    Where even those are printed on (the cells of a full table), the barest.
    """
    occupied = list(taken)
    tall = tag_height(paper)
    places = [place for height in (tall, tall * 3 // 4, tall * 5 // 9) for place in _beside(outline, height)]
    usable = [place for place in places if _inside(place, paper) == place]
    if not usable:
        left, top, _, _ = outline
        return (left, top, left + tall * 13 // 10, top + tall)
    weighed = []
    for order, place in enumerate(usable):
        hidden = any(_overlap(place, other) for other in occupied)
        weight = (hidden, max(paper.unevenness(place) - FLAT, 0.0), order)
        if weight[:2] == (False, 0.0):
            return place
        weighed.append((weight, place))
    return min(weighed)[1]


def _beside(outline: Rectangle, height: int) -> list[Rectangle]:
    """Places for a badge around `outline`, the best first."""
    left, top, right, bottom = outline
    width, gap, middle = height * 13 // 10, max(1, height // 6), (top + bottom - height) // 2
    after, before, above, below = right + gap, left - gap - width, top - gap - height, bottom + gap
    centre, end = (left + right - width) // 2, right - width
    corners = [
        *((after, middle), (before, middle)),
        *((end, above), (left, above), (end, below), (left, below)),
        *((after, top), (before, top), (after, bottom - height), (before, bottom - height)),
        *((centre, above), (centre, below)),
        *((after, above), (before, above), (after, below), (before, below)),
    ]
    return [(x, y, x + width, y + height) for x, y in corners]


def _inside(place: Rectangle, paper: Paper) -> Rectangle:
    left, top, right, bottom = place
    return (max(left, 0), max(top, 0), min(right, paper.width), min(bottom, paper.height))


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
