"""Cut one line out of a page for an engine: padded, squeezed where letters are spaced out, scaled to a height."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.picture import Gray, byte_picture

_MARGIN = 0.16
"""Of the line's height, taken from the page around the box: strokes end a pixel or two outside."""
_BORDER = 12
"""White pixels around the scaled line; Tesseract loses letters that touch the edge."""
_WIDEST = 2400
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
    scale = min(height / max(1, box[3] - box[1]), _WIDEST / max(1, crop.shape[1]))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (max(8, round(crop.shape[1] * scale)), max(8, round(crop.shape[0] * scale)))
    line = byte_picture(cv2.resize(crop, size, interpolation=way))
    line = _cleaned(line, cleaning)
    return byte_picture(
        cv2.copyMakeBorder(line, _BORDER, _BORDER, _BORDER, _BORDER, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    )


def _padded(gray: Gray, box: Box) -> Gray:
    left, top, right, bottom = box
    margin = max(2, round(_MARGIN * (bottom - top)))
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
            margin = max(2, round(_MARGIN * (bottom - top)))
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
