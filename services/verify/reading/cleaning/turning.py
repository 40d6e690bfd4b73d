"""Turn a page upright: small tilts by its lines, quarter turns on request."""

from __future__ import annotations

import cv2
import numpy as np

from services.verify.reading.picture import Color, Gray, byte_picture

_LOOK = 900
_WIDEST = 12.0
_COARSE, _FINE = 1.0, 0.1
_NEGLIGIBLE = 0.12
_LITTLE_INK = 200
_PICTURE, _FILLED = 0.045, 0.2
"""Share of the longest side that a picture is wide and high at least, and how much of its box is ink."""


def tilt(gray: Gray) -> float:
    """Degrees by which the lines of cleaned `gray` run downhill to the right (±12), 0 where no line is seen.

    The angle at which the picture's rows differ most: text and rules then fall into few rows.
    """
    scale = _LOOK / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.threshold(small, 160, 255, cv2.THRESH_BINARY_INV)[1]
    if cv2.countNonZero(ink) < _LITTLE_INK:
        return 0.0
    lines = _without_pictures(byte_picture(ink))
    points = np.argwhere((lines if cv2.countNonZero(lines) >= _LITTLE_INK else np.asarray(ink)) > 0)
    if len(points) > 40_000:
        points = points[:: len(points) // 40_000 + 1]
    rows, columns = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
    best = _sharpest(rows, columns, np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE))
    best = _sharpest(rows, columns, best + np.arange(-_COARSE, _COARSE + _FINE, _FINE))
    return float(best) if abs(best) > _NEGLIGIBLE else 0.0


def _without_pictures(ink: Gray) -> Gray:
    """`ink` without photographs, QR codes and other large dark shapes, which outweigh all text and lie in no row."""
    _, parts, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    large = np.minimum(found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT]) > _PICTURE * _LOOK
    area = found[:, cv2.CC_STAT_WIDTH] * found[:, cv2.CC_STAT_HEIGHT]
    drawn = large & (found[:, cv2.CC_STAT_AREA] > _FILLED * area)
    drawn[0] = True
    return byte_picture(np.where(drawn[parts], 0, ink))


def _sharpest(rows: np.ndarray, columns: np.ndarray, angles: np.ndarray) -> float:
    scores = []
    for angle in angles:
        slope = np.tan(np.radians(angle))
        level = np.round(rows - columns * slope).astype(np.int64)
        counts = np.bincount(level - level.min()).astype(np.float64)
        scores.append(float((counts**2).sum()))
    return float(angles[int(np.argmax(scores))])


def turn(picture: Color | Gray, degrees: float) -> Color | Gray:
    """`picture` with a downhill tilt of `degrees` taken out; corners are filled with white."""
    if degrees == 0.0:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return byte_picture(
        cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    )


def quarter_turns(picture: Color, turns: int) -> Color:
    """`picture` turned clockwise by `turns` × 90 degrees."""
    return np.ascontiguousarray(np.rot90(picture, -turns))
