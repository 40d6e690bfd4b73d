"""A line of Hangul as the jamo network takes it: 32 pixels high, cut into the cells that may hold one syllable each.

`training/` draws its cells with the same functions, so the network meets what it was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from services.verify.reading.picture import Gray, byte_picture

SIDE = 32
"""Pixels of a cell's side, and of the line's height."""
MARGIN = 0.06
"""Of the ink's height, left white above and below it."""
_INK = 150
"""Gray levels below this are ink."""
_NARROWEST, _WIDEST = 8, 37
"""Pixels of a syllable's ink."""
_DOT = 8
"""A mark no larger than this is a full stop, a comma or a middle dot."""
_JOINED = 26
"""A mark wider than this may be several syllables that touch."""
_THIN, _APART = 6, 4
"""Where syllables touch at most so many pixels of a column are ink; cuts lie so far apart at least."""
_LONGEST = 40 * SIDE
"""Pixels; longer lines are sentences."""

Cut = tuple[int, int]
"""First column and the one after the last, in pixels of the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    picture: Gray
    """32 pixels high, its ink in the middle."""
    left: int
    """Where its first column lies in the crop."""
    scale: float
    """How many of its pixels are one of the crop."""

    def in_crop(self, column: int) -> int:
        """Where a column of the line lies in the crop."""
        return self.left + round(column / self.scale)


def line_of(crop: Gray) -> Line | None:
    """The inked part of `crop`, or None where there is none or it is far too long for a value."""
    ink = crop < _INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    margin = max(1, round(MARGIN * (bottom - top)))
    left = max(0, int(columns[0]) - margin)
    part = crop[max(0, top - margin) : bottom + margin, left : int(columns[-1]) + 1 + margin]
    scale = SIDE / part.shape[0]
    width = max(1, round(part.shape[1] * scale))
    return Line(_resized(part, width), left, scale) if width <= _LONGEST else None


def parts(picture: Gray) -> list[Cut]:
    """Marks of a line from left to right, wide ones cut where little ink joins two syllables; dots are left out."""
    ink = picture < _INK
    dense = ink.sum(axis=0)
    found: list[Cut] = []
    for start, end in _runs(dense > 0):
        rows = np.flatnonzero(ink[:, start:end].any(axis=1))
        if max(end - start, int(rows[-1] - rows[0]) + 1) > _DOT:
            found += _cut_apart(dense, start, end)
    return found


def candidates(marks: Sequence[Cut]) -> list[Cut]:
    """Everything from one mark to a later one that is as wide as a syllable may be, from left to right."""
    found = []
    for index, (start, _) in enumerate(marks):
        for _, end in marks[index:]:
            if end - start > _WIDEST:
                break
            if end - start >= _NARROWEST:
                found.append((start, end))
    return found


def cell(picture: Gray, cut: Cut) -> Gray:
    """The columns of `cut` and one on each side in the middle of a white square, squeezed where they are wider."""
    part = picture[:, max(0, cut[0] - 1) : cut[1] + 1]
    if part.shape[1] > SIDE:
        return _resized(part, SIDE)
    square = np.full((SIDE, SIDE), 255, np.uint8)
    left = (SIDE - part.shape[1]) // 2
    square[:, left : left + part.shape[1]] = part
    return square


def _resized(picture: Gray, width: int) -> Gray:
    way = cv2.INTER_AREA if width < picture.shape[1] or picture.shape[0] > SIDE else cv2.INTER_CUBIC
    return byte_picture(cv2.resize(picture, (width, SIDE), interpolation=way))


def _runs(filled: NDArray[np.bool_]) -> list[Cut]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _cut_apart(dense: NDArray[np.int64], start: int, end: int) -> list[Cut]:
    """A mark as it is, or, where it is wider than a syllable, its stretches between columns of least ink."""
    if end - start < _JOINED:
        return [(start, end)]
    cuts = [start]
    for column in range(start + _APART, end - _APART):
        near = dense[column - _APART + 1 : column + _APART]
        if dense[column] <= _THIN and dense[column] == near.min() and column - cuts[-1] >= _APART:
            cuts.append(column)
    return list(zip(cuts, [*cuts[1:], end], strict=True))
