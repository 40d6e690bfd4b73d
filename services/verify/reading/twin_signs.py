"""0 or O, 1 or I: told by their shapes beside the other signs of the same line, where these shapes are clear.

Readers guess these signs from habit. In most typefaces an O is as wide as C, D, G and Q and a 0 as narrow as the other
digits; a 1 has its flag on the left, and an I is the same on both sides. Where a line does not show that its typeface
is one of these, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.picture import Gray, byte_picture

_ENLARGED = 4
_NARROW, _ROUND = frozenset("2356789"), frozenset("CDGQ")
_UNLIKE = 1.2
"""How much wider than digits round letters must be, so that width tells anything."""
_NEAR = 0.28
"""How far from the width of digits to that of round letters a sign may be from the one it is taken for."""
_FLAG, _EVEN = 0.13, 0.05
"""Ink on the left of the stem more than on the right of it, by share of both: at least for a 1, at most for an I."""
_TOP, _STEM = 0.38, (0.45, 0.7)
"""The part of a sign's height where a 1 has its flag, and where only its stem is."""
_LOW = 0.6
"""Share of the height of signs below which a mark is a hyphen."""


def told_apart(gray: Gray, box: Box, printed: str) -> str | None:
    """`printed` with each 0, O, 1 and I as its shape in `box` says; None where one of the shapes is not clear.

    `gray` is dark on white; `printed` is in capitals, and its hyphens need not be where they are printed.
    """
    signs, letters = _signs(gray, box), printed.replace("-", "")
    if len(signs) != len(letters):
        return None
    narrow, wide = _width(signs, letters, _NARROW), _width(signs, letters, _ROUND)
    told = iter([_told(char, sign, narrow, wide) for char, sign in zip(letters, signs, strict=True)])
    found = ["-" if char == "-" else next(told) for char in printed]
    return None if None in found else "".join(char for char in found if char)


def _told(char: str, sign: Gray, narrow: float | None, wide: float | None) -> str | None:
    if char in "0O":
        return _zero_or_o(sign.shape[1], narrow, wide)
    if char in "1I":
        return _one_or_i(sign)
    return char


def _zero_or_o(width: int, narrow: float | None, wide: float | None) -> str | None:
    if narrow is None or wide is None or wide < _UNLIKE * narrow:
        return None
    place = (width - narrow) / (wide - narrow)
    if abs(place) <= _NEAR:
        return "0"
    return "O" if 1 - _NEAR <= place <= 1 + 2 * _NEAR else None


def _one_or_i(sign: Gray) -> str | None:
    height, width = sign.shape
    ink = 255.0 - sign
    stem = ink[int(height * _STEM[0]) : int(height * _STEM[1])].sum(axis=0)
    if not stem.sum():
        return None
    columns = np.arange(width) + 0.5
    centre = float((stem * columns).sum() / stem.sum())
    top = ink[: int(height * _TOP)].sum(axis=0)
    share = np.clip(centre - (columns - 0.5), 0, 1)  # of each column, what lies left of the centre
    left, right = float((top * share).sum()), float((top * (1 - share)).sum())
    if not left + right:
        return None
    more = (left - right) / (left + right)
    return "1" if more >= _FLAG else "I" if abs(more) <= _EVEN else None


def _width(signs: Sequence[Gray], printed: str, like: frozenset[str]) -> float | None:
    widths = [sign.shape[1] for char, sign in zip(printed, signs, strict=True) if char in like]
    return float(median(widths)) if widths else None


def _signs(gray: Gray, box: Box) -> list[Gray]:
    """The letters and digits in `box`, enlarged, each cut out to its ink: what empty columns part. No hyphens."""
    left, top, right, bottom = box
    crop = gray[max(0, top) : bottom, max(0, left) : right]
    if not crop.size:
        return []
    large = cv2.resize(crop, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    level, _ = cv2.threshold(large, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    dark = np.asarray(large) < level
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.any(axis=0).astype(np.int8), [0]))))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        rows = np.flatnonzero(dark[:, start:end].any(axis=1))
        if end - start >= _ENLARGED:
            found.append(byte_picture(large[rows[0] : rows[-1] + 1, start:end]))
    tall = max((sign.shape[0] for sign in found), default=0)
    return [sign for sign in found if sign.shape[0] >= _LOW * tall]
