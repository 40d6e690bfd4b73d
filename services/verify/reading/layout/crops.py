"""Cut one line out of a page for an engine: padded, squeezed where letters are spaced out, scaled to a height."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.picture import Gray, byte_picture

MARGIN = 0.16
"""Of the line's height, taken from the page around the box: strokes end a pixel or two outside."""
_BORDER = 12
"""White pixels around the scaled line; Tesseract loses letters that touch the edge."""
_WIDEST = 2400
_INK, _BAR, _FEWEST_BARS = 160, 0.85, 4
"""How dark ink is; how much of the line's height a bar between signs covers; how many of them make boxes."""
_NARROWEST_BOX = 0.5
"""Of the line's height: how wide a box for one sign is at least."""
_CONSONANT = 0.15
"""Of the line's height: how wide what stands before the first bar is at least, where the bars are no boxes' edges."""
_TOUCHED = 0.3
"""Of the bars: how many a sign may touch that was written or printed over its box."""
_ACROSS, _INSIDE = 0.6, 0.07
"""How much of the line's width the boxes' edges cover; how far the bars reach above and below the signs between."""
_SPACE = 0.38
"""Of the line's height: what a gap between spaced-out letters is squeezed to."""


class Cleaning(StrEnum):
    """What is done to a crop before it is read; different cleanings err differently."""

    PLAIN = "plain"
    """As the cleaned page has it."""
    BINARY = "binary"
    """Pure black and white."""
    SOFT = "soft"
    """Slightly blurred, which closes broken strokes."""


def cut(
    gray: Gray,
    box: Box,
    glyphs: Sequence[tuple[int, int]] = (),
    *,
    height: int = 36,
    cleaning: Cleaning = Cleaning.PLAIN,
    squeeze: bool = False,
) -> Gray:
    """The line in `box` of `gray`, its text `height` pixels high. `glyphs` are needed to squeeze."""
    crop = _squeezed(gray, box, glyphs) if squeeze and len(glyphs) > 1 else _padded(gray, box)
    crop, tall = without_comb(crop, box[3] - box[1])
    scale = min(height / max(1, tall), _WIDEST / max(1, crop.shape[1]))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (max(8, round(crop.shape[1] * scale)), max(8, round(crop.shape[0] * scale)))
    line = byte_picture(cv2.resize(crop, size, interpolation=way))
    line = _cleaned(line, cleaning)
    return byte_picture(
        cv2.copyMakeBorder(line, _BORDER, _BORDER, _BORDER, _BORDER, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    )


def without_comb(crop: Gray, tall: int) -> tuple[Gray, int]:
    """`crop` without the boxes around single signs (`|1|9|7|0|`), cut down to the signs; and its line's new height.

    Bars count as boxes only where they reach well beyond the signs between them, so that no 1 or l is taken for one.
    """
    ink = np.asarray(crop) < _INK
    bars = ink.sum(axis=0) >= _BAR * tall
    edges = np.flatnonzero(np.diff(np.concatenate(([False], bars, [False])).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    if len(starts) < _FEWEST_BARS or (ends - starts).max() > 0.2 * tall:
        return crop, tall
    if float(np.median(starts[1:] - ends[:-1])) < _NARROWEST_BOX * tall:  # the strokes of bold figures
        return crop, tall
    signs = ink.copy()
    for start, end in zip(starts, ends, strict=True):
        signs[:, max(0, start - 2) : end + 2] = False
    across = signs.sum(axis=1) >= _ACROSS * signs.shape[1]
    signs[np.convolve(across, np.ones(5), mode="same") > 0] = False
    touched = sum(
        bool(signs[:, max(0, start - 4) : start].any() or signs[:, end : end + 4].any())
        for start, end in zip(starts, ends, strict=True)
    )
    if touched >= max(2, _TOUCHED * len(starts)):  # the bars are strokes of letters (`NH`, `IM1`)
        return crop, tall
    if signs[:, : starts[0]].any(axis=0).sum() > _CONSONANT * tall:  # the bars are vowels (`지적기사`)
        return crop, tall
    rows = np.flatnonzero(signs.sum(axis=1) > 0)
    standing = np.flatnonzero(ink[:, bars].any(axis=1))
    if len(rows) == 0 or min(rows[0] - standing[0], standing[-1] - rows[-1]) < _INSIDE * tall:
        return crop, tall
    margin = max(2, round(MARGIN * (rows[-1] - rows[0])))
    top, bottom = max(0, rows[0] - margin), min(crop.shape[0], rows[-1] + margin + 1)
    near = cv2.dilate(signs.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return byte_picture(np.where(near, crop, 255)[top:bottom]), int(rows[-1] - rows[0] + 1)


def _padded(gray: Gray, box: Box) -> Gray:
    left, top, right, bottom = box
    margin = max(2, round(MARGIN * (bottom - top)))
    high, wide = gray.shape
    return gray[max(0, top - margin) : min(high, bottom + margin), max(0, left - margin) : min(wide, right + margin)]


def _squeezed(gray: Gray, box: Box, glyphs: Sequence[tuple[int, int]]) -> Gray:
    top, bottom = box[1], box[3]
    space = max(2, round(_SPACE * (bottom - top)))
    parts: list[Gray] = []
    for index, (left, right) in enumerate(glyphs):
        part = _padded(gray, (left, top, right, bottom))
        if index and left - glyphs[index - 1][1] > space:
            parts.append(np.full((part.shape[0], space // 3), 255, dtype=np.uint8))
            parts.append(part)
        elif index:
            margin = max(2, round(MARGIN * (bottom - top)))
            joined = _padded(gray, (glyphs[index - 1][1] + margin, top, right, bottom))
            parts.append(joined if joined.shape[1] > 0 else part)
        else:
            parts.append(part)
    lowest = min(part.shape[0] for part in parts)
    return np.ascontiguousarray(np.hstack([part[:lowest] for part in parts]))


def _cleaned(line: Gray, cleaning: Cleaning) -> Gray:
    match cleaning:
        case Cleaning.BINARY:
            return byte_picture(cv2.threshold(line, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1])
        case Cleaning.SOFT:
            return byte_picture(cv2.GaussianBlur(line, (0, 0), 0.9))
        case Cleaning.PLAIN:
            return line
