"""A small sign between a digit and a syllable (`2⁺급`, `3⁻급`), which readers lose beside the large syllable."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from services.verify.reading.engine.port import Seen
from services.verify.reading.layout.spots import Spot
from services.verify.reading.picture import Gray
from services.verify.reading.sheets import Sheet, Text

_INK = 150
_TALL, _SMALL = 0.55, 0.42
"""Shares of the line's height: how high a digit is at least, and a sign at most."""
_SPECK = 0.08
"""The same: what is neither as wide nor as high is no sign."""
_NARROWEST = 5
"""Pixels of a sign at least."""
_FLAT, _SOLID, _SQUARE, _WHOLE = 1.8, 0.7, 1.4, 0.85
"""How much wider than high a bar is, and how full; how unlike the sides of a cross, how far its bars reach."""
_MARGIN = 4
_SYLLABLES = "가", "힣"

Mark = tuple[int, int, int, int]
"""Left, top, right and bottom edge in pixels of the sheet."""


def up_to_sign(sheet: Sheet, spot: Spot) -> tuple[Spot, str] | None:
    """The place of digit and sign alone, and the sign, where one stands clearly between a digit and a syllable."""
    if len(spot.lines) != 1 or not spot.lines[0].text:
        return None
    text = spot.lines[0]
    found = _sign_and_end(_marks(sheet.gray, text), text.piece.height)
    if found is None:
        return None
    mark, cut = found
    left, top, _, bottom = text.box
    box = (left, top, cut, bottom)
    words = tuple(
        replace(word, text=printed, right=min(word.right, cut))
        for word in text.seen.words
        if (printed := _without_syllables(word.text))
    )
    piece = replace(text.piece, box=box, glyphs=((left, cut),))
    part = replace(spot, lines=(replace(text, piece=piece, seen=Seen(words)),), box=box)
    return part, _sign(np.asarray(sheet.gray[mark[1] : mark[3], mark[0] : mark[2]]) < _INK)


def _marks(gray: Gray, text: Text) -> list[Mark]:
    """The connected marks of ink in `text`, from left to right."""
    left, top, right, bottom = text.box
    left, top = max(0, left - _MARGIN), max(0, top - _MARGIN)
    part = np.asarray(gray[top : bottom + _MARGIN, left : right + _MARGIN])
    stats = cv2.connectedComponentsWithStats((part < _INK).astype(np.uint8), connectivity=8)[2]
    least = _SPECK * text.piece.height
    return sorted(
        (left + x, top + y, left + x + wide, top + y + high)
        for x, y, wide, high, _ in stats[1:].tolist()
        if max(wide, high) >= least
    )


def _sign(ink: NDArray[np.bool_]) -> str:
    """`-` for a flat solid bar, `+` for two bars that cross; nothing for what is neither for sure."""
    high, wide = ink.shape
    if wide < _NARROWEST:
        return ""
    if wide >= _FLAT * high:
        return "-" if ink.mean() >= _SOLID else ""
    corner_high, corner_wide = max(1, high // 4), max(1, wide // 4)
    ends = (slice(corner_high), slice(high - corner_high, high)), (slice(corner_wide), slice(wide - corner_wide, wide))
    corners = [ink[down, across] for down, across in product(*ends)]
    crosses = ink.mean(axis=0).max() >= _WHOLE and ink.mean(axis=1).max() >= _WHOLE
    square = max(high, wide) <= _SQUARE * min(high, wide)
    return "+" if square and crosses and not any(corner.any() for corner in corners) else ""


def _sign_and_end(marks: list[Mark], height: int) -> tuple[Mark, int] | None:
    """The sign, and halfway to the syllable behind it; None where the marks are not digit, sign and syllable."""
    first = next((place for place, mark in enumerate(marks) if mark[3] - mark[1] >= _TALL * height), None)
    if first is None or len(marks) < first + 3:
        return None
    digit, sign, syllable = marks[first], marks[first + 1], marks[first + 2 :]
    small = sign[3] - sign[1] <= _SMALL * height and sign[2] - sign[0] <= _SMALL * height
    start = min(mark[0] for mark in syllable)
    over = max(mark[3] for mark in syllable) - min(mark[1] for mark in syllable)
    if not small or digit[2] > sign[0] or sign[2] >= start or over < _TALL * height:
        return None
    return sign, (sign[2] + start) // 2


def _without_syllables(word: str) -> str:
    first, last = _SYLLABLES
    return "".join(char for char in word if not first <= char <= last)
