"""Cells to learn from: syllables as the reader cuts them, and cuts that hold no syllable, or not just one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from services.verify.reading.engine.jamo_cells import MARGIN, SIDE, cell
from services.verify.reading.picture import Gray, byte_picture
from services.verify.values.syllables import is_syllable, jamo
from training.faces import Face
from training.lines import DrawnLine, Glyph, draw
from training.signs import signs
from training.wear import worn

Label = tuple[int, int, int]
"""Initial and vowel counted from 1, final counted from 0 (none), as the network says them."""
NOTHING: Label = (0, 0, 0)
_LOWEST = 6
"""Pixels of a worn line's height; what is smaller nobody reads."""


def batch(faces: Sequence[Face], rng: Random, size: int) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """`size` cells, 0 black to 255 white (size × 32 × 32), and their labels (size × 3)."""
    found: list[tuple[Gray, Label]] = []
    while len(found) < size:
        found += cells(draw(signs(rng), rng.choice(faces), rng), rng)
    pictures, labels = zip(*found[:size], strict=True)
    return np.stack(pictures), np.array(labels, np.int32)


def cells(drawn: DrawnLine, rng: Random) -> list[tuple[Gray, Label]]:
    """One cell of every sign of a line, and one wrong cut for every third."""
    if not drawn.glyphs:
        return []
    picture, scale = worn(drawn.picture, drawn.em, rng)
    top, bottom = (scale * edge for edge in _height(drawn.glyphs))
    slack = [(bottom - top) * (MARGIN + rng.uniform(-0.05, 0.05)) for _ in range(2)]
    first, last = max(0, round(top - slack[0])), min(len(picture), round(bottom + slack[1]))
    if last - first < _LOWEST:
        return []
    line = _resized(picture[first:last])
    factor = scale * SIDE / (last - first)
    whole = [(_cut(line, glyph.left, glyph.right, factor, rng), label(glyph.sign)) for glyph in drawn.glyphs]
    wrong = [_wrong_cut(drawn.glyphs, rng) for _ in range(max(1, len(drawn.glyphs) // 3))]
    return whole + [(_cut(line, left, right, factor, rng), NOTHING) for left, right in wrong]


def label(sign: str) -> Label:
    """What the network should say of a whole sign."""
    if not is_syllable(sign):
        return NOTHING
    initial, vowel, final = jamo(sign)
    return 1 + initial, 1 + vowel, final


def _height(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    return min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)


def _resized(line: Gray) -> Gray:
    factor = SIDE / len(line)
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return byte_picture(cv2.resize(line, (max(1, round(line.shape[1] * factor)), SIDE), interpolation=way))


def _cut(line: Gray, left: float, right: float, factor: float, rng: Random) -> Gray:
    """The cell between two edges, in pixels as drawn, a pixel more or less on either side."""
    start = min(line.shape[1] - 1, max(0, round(left * factor + rng.uniform(-1.2, 1.2))))
    return cell(line, (start, max(start + 1, round(right * factor + rng.uniform(-1.2, 1.2)))))


def _wrong_cut(glyphs: Sequence[Glyph], rng: Random) -> tuple[float, float]:
    """Edges around half a sign, the halves of two neighbours, or a sign and some of the next."""
    index = rng.randrange(len(glyphs))
    one = glyphs[index]
    middle = one.left + rng.uniform(0.45, 0.6) * (one.right - one.left)  # elsewhere 까 may leave 가, and 네 leave 너
    dice = rng.random()
    if dice < 0.35 or index + 1 == len(glyphs):
        return (one.left, middle) if rng.random() < 0.5 else (middle, one.right)
    following = glyphs[index + 1]
    reach = rng.uniform(0.35, 0.65 if dice < 0.7 else 1.0) * (following.right - following.left)
    return middle if dice < 0.7 else one.left, following.left + reach
