"""A phone photo shows a sheet on a table: find the sheet's four corners and look at it from straight above."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from services.verify.reading.picture import Color, byte_picture

Corners = NDArray[np.float32]
"""4 × 2: top left, top right, bottom right, bottom left."""

_LOOK = 640
"""Longest side in pixels of the reduced picture in which corners are sought."""
_SMALLEST_SHARE, _LARGEST_SHARE = 0.25, 0.985
_UNLIKE, _UNLIKE_IN_COLOUR = 22.0, 8.0
"""Least distance in the Lab colour space between sheet and desk, and in its two axes of colour alone."""
_RIM = 0.008
_CONTRAST = 18
"""How much darker or lighter the surroundings must be, so that a printed frame is not taken for the edge."""

_DARK = 120
"""Gray of a panel that is no sheet: what is dark amid something lighter is a part of a screen or a heading."""
_ALONG, _PROBES, _ACROSS, _CHANGE = (0.05, 0.95), 60, 5.0, 12.0
"""Where along a side its edge is looked for, how often, how many pixels to either side, and the least change there."""
_EDGES = 0.5
"""Share of a side along which the edge of a sheet must be seen."""


def straighten(picture: Color) -> Color:
    """The sheet alone, seen from straight above; `picture` itself where no edge of a sheet is seen."""
    corners = find_sheet(picture)
    return picture if corners is None else _from_above(picture, corners)


def find_sheet(picture: Color) -> Corners | None:
    """The corners of the sheet in pixels of `picture`, or None where the whole picture is sheet."""
    height, width = picture.shape[:2]
    scale = _LOOK / max(height, width)
    small = byte_picture(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    gray = byte_picture(cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (7, 7), 0))
    lab = np.asarray(cv2.cvtColor(cv2.GaussianBlur(small, (5, 5), 0), cv2.COLOR_RGB2LAB), dtype=np.float32)
    best: tuple[bool, float, Corners] | None = None
    for mask in (*_masks(gray), *_unlike_border(small)):
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:3]:
            corners = _quadrangle(np.asarray(contour), gray.size)
            if corners is None or _fills_the_rest(gray, corners) or not _stands_out(gray, corners):
                continue
            edges = _edges(lab, corners)
            if edges.mean() < _EDGES:
                continue
            mark = bool(edges.min() >= _EDGES), float(cv2.contourArea(corners))
            if best is None or mark > best[:2]:
                best = (*mark, corners)
    return None if best is None else np.asarray(best[2] / scale, dtype=np.float32)


def _masks(gray: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    _, bright = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    edges = cv2.dilate(cv2.Canny(gray, 30, 90), np.ones((5, 5), np.uint8))
    return [byte_picture(bright), byte_picture(edges)]


def _unlike_border(small: Color) -> list[NDArray[np.uint8]]:
    """What differs from the rim of the picture, in light and colour and in colour alone: also a dark heading at the
    sheet's edge belongs to it, and the grain of a desk is as light here and as dark there as a heading in the shade."""
    lab = np.asarray(cv2.cvtColor(cv2.GaussianBlur(small, (9, 9), 0), cv2.COLOR_RGB2LAB), dtype=np.float32)
    rim = max(4, min(lab.shape[:2]) // 60)
    border = np.concatenate(
        [lab[:rim].reshape(-1, 3), lab[-rim:].reshape(-1, 3), lab[:, :rim].reshape(-1, 3), lab[:, -rim:].reshape(-1, 3)]
    )
    desk = np.median(border, axis=0)
    masks = []
    for first, least in ((0, _UNLIKE), (1, _UNLIKE_IN_COLOUR)):
        usual = float(np.percentile(_lengths((border - desk)[:, first:]), 75))
        unlike = _lengths((lab - desk)[:, :, first:]) > max(least, 2.0 * usual)
        mask = cv2.morphologyEx(unlike.astype(np.uint8) * 255, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
        masks.append(byte_picture(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((21, 21), np.uint8))))
    return masks


def _lengths(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The lengths of vectors along the last axis; several times as fast as `np.linalg.norm` where they are short."""
    return np.asarray(np.sqrt(np.einsum("...i,...i->...", vectors, vectors)), dtype=np.float32)


def _quadrangle(contour: NDArray[np.generic], pixels: int) -> Corners | None:
    hull = cv2.convexHull(np.asarray(contour, dtype=np.int32))
    share = cv2.contourArea(hull) / pixels
    if not _SMALLEST_SHARE <= share <= _LARGEST_SHARE:
        return None
    perimeter = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.05):
        outline = np.asarray(cv2.approxPolyDP(hull, tolerance * perimeter, True), dtype=np.float32).reshape(-1, 2)
        if len(outline) == 4:
            corners = _in_order(outline)
            enough = cv2.contourArea(corners) >= 0.93 * cv2.contourArea(hull)
            return corners if enough and _plausible(corners) else None
    return None


def _in_order(corners: Corners) -> Corners:
    total, difference = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [total.argmin(), difference.argmin(), total.argmax(), difference.argmax()]
    return np.asarray(corners[order], dtype=np.float32)


def _plausible(corners: Corners) -> bool:
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    if lengths.min() < 0.3 * lengths.max():
        return False
    before = np.roll(sides, 1, axis=0)
    cosines = (sides * -before).sum(axis=1) / (lengths * np.roll(lengths, 1))
    return bool(np.abs(cosines).max() < 0.26)


def _fills_the_rest(gray: NDArray[np.uint8], corners: Corners) -> bool:
    """Whether three sides lie on the picture's own: the white part of a sheet that is dark on one side, no sheet."""
    height, width = gray.shape
    near = max(2.0, _RIM * max(height, width))
    across, down = corners[:, 0], corners[:, 1]
    sides = [across < near, across > width - near, down < near, down > height - near]
    return sum(int(side.sum() >= 2) for side in sides) >= 3


def _edges(lab: NDArray[np.float32], corners: Corners) -> NDArray[np.float64]:
    """For each side the share of its length along which the picture changes: a shadow's rim or a thought line has none.

    Beyond the edges of the picture nothing is known to change.
    """
    height, width = lab.shape[:2]
    along = np.linspace(*_ALONG, _PROBES)[:, None]
    shares = []
    for corner, following in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        side = following - corner
        across = _ACROSS * np.array([side[1], -side[0]]) / max(1.0, float(np.hypot(*side)))
        found = [np.round(corner + along * side + sign * across).astype(np.int64) for sign in (1, -1)]
        known = np.all([((place >= 0) & (place < (width, height))).all(axis=1) for place in found], axis=0)
        one, other = (np.clip(place, 0, (width - 1, height - 1)) for place in found)
        change = np.linalg.norm(lab[one[:, 1], one[:, 0]] - lab[other[:, 1], other[:, 0]], axis=1)
        shares.append(float((known & (change > _CHANGE)).mean()))
    return np.asarray(shares)


def _stands_out(gray: NDArray[np.uint8], corners: Corners) -> bool:
    inside = np.zeros_like(gray)
    cv2.fillConvexPoly(inside, np.round(corners).astype(np.int32), 255)
    outside = gray[cv2.dilate(inside, np.ones((9, 9), np.uint8)) == 0]
    if outside.size < 0.01 * gray.size:
        return False
    paper = float(np.percentile(gray[inside > 0], 75))
    if paper < min(_DARK, float(np.median(outside))):
        return False
    return abs(paper - float(np.median(outside))) > _CONTRAST


def _from_above(picture: Color, corners: Corners) -> Color:
    top_left, top_right, bottom_right, bottom_left = corners
    width = max(np.hypot(*(top_right - top_left)), np.hypot(*(bottom_right - bottom_left)))
    height = max(np.hypot(*(bottom_left - top_left)), np.hypot(*(bottom_right - top_right)))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    turn = cv2.getPerspectiveTransform(corners, target)
    size = (round(float(width)), round(float(height)))
    return byte_picture(cv2.warpPerspective(picture, turn, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)))
