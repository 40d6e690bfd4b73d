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

    def __init__(self, width: int, height: int, png: bytes | None = None) -> None:
        """`width` × `height` pixels; without its picture (`png`) every place counts as bare."""
        self.width, self.height = width, height
        self._small = Image.open(io.BytesIO(png)).convert("L").reduce(REDUCED) if png else None

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
    """The nearest bare place beside `outline` that nothing else is drawn on; the barest where none is bare."""
    occupied = list(taken)
    places = [place for place in _beside(outline, tag_height(paper)) if _inside(place, paper) == place]
    if not places:
        left, top, _, _ = outline
        return (left, top, left + tag_height(paper) * 13 // 10, top + tag_height(paper))
    return min(
        places,
        key=lambda place: (
            any(_overlap(place, other) for other in occupied),
            max(paper.unevenness(place) - FLAT, 0.0),
            places.index(place),
        ),
    )


def _beside(outline: Rectangle, height: int) -> list[Rectangle]:
    """Places for a badge around `outline`, the best first."""
    left, top, right, bottom = outline
    width, gap, middle = height * 13 // 10, height // 6, (top + bottom - height) // 2
    corners = [
        (right + gap, middle),
        (left - gap - width, middle),
        (right - width, top - gap - height),
        (left, top - gap - height),
        (right - width, bottom + gap),
        (left, bottom + gap),
        (right + gap, top - gap - height),
        (left - gap - width, top - gap - height),
        (right + gap, bottom + gap),
        (left - gap - width, bottom + gap),
        ((left + right - width) // 2, top - gap - height),
        ((left + right - width) // 2, bottom + gap),
        (right + gap + 2 * width, middle),
    ]
    return [(x, y, x + width, y + height) for x, y in corners]


def _inside(place: Rectangle, paper: Paper) -> Rectangle:
    left, top, right, bottom = place
    return (max(left, 0), max(top, 0), min(right, paper.width), min(bottom, paper.height))


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
