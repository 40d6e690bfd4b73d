"""Ruling lines of a page and the cells that they enclose."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.picture import Gray, byte_picture, where

_INK, _DARKER = 236, 12
_LONG = 0.035
"""Shortest rule as a share of the page's longest side: longer than any stroke of a heading."""
_THICKEST = 0.006
"""Thickest rule as a share of the page's longest side; thicker bars are ornaments."""

_TEXT, _CLEAR = 160, 0.01
"""A side is drawn only where no text crosses it."""
_OPEN_RULE = 0.2
"""Shortest rule, as a share of the page's width, whose ends may stand for the side of a table."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rules of one page."""

    mask: Gray
    """255 where a rule is, gaps closed."""
    cells: tuple[Box, ...]
    """Enclosed rectangles that may hold text, smallest first."""


def find_rules(gray: Gray) -> Ruled:
    """Rules and cells of cleaned `gray`, in its pixels."""
    longest = max(gray.shape)
    length = max(24, int(_LONG * longest))
    thick = max(4, int(_THICKEST * longest))
    across = _lines(_thin(gray, thick, 0), (length, 1), (max(3, length // 4), 1), thick, axis=0)
    upright = byte_picture(cv2.bitwise_or(_thin(gray, thick, 1), across))  # a crossing rule hides a part of it
    down = _lines(upright, (1, length), (1, max(3, length // 4)), thick, axis=1)
    down = byte_picture(cv2.bitwise_or(_attached(down, across, length), _open_sides(across, gray)))
    mask = byte_picture(cv2.bitwise_or(across, down))
    return Ruled(mask, _cells(mask))


def _thin(gray: Gray, thick: int, axis: int) -> Gray:
    """Ink that is darker than both of its sides (`axis` 0 above and below, 1 left and right): rules, not ringing."""
    found = np.zeros_like(gray)
    for reach in (4, thick + 3):
        size = (1, 2 * reach + 1) if axis == 0 else (2 * reach + 1, 1)
        one, other = np.zeros(size[::-1], np.uint8), np.zeros(size[::-1], np.uint8)
        one.flat[0], other.flat[-1] = 1, 1
        sides = cv2.min(cv2.dilate(gray, one), cv2.dilate(gray, other))
        found |= where(np.asarray(cv2.subtract(sides, gray)) > _DARKER)
    return byte_picture(cv2.bitwise_and(found, where(gray < _INK)))


def _lines(ink: cv2.typing.MatLike, opening: tuple[int, int], closing: tuple[int, int], thick: int, axis: int) -> Gray:
    """Straight runs of ink along one direction (`axis` 0 across, 1 down), thin ones only."""
    slack = (1, 3) if axis == 0 else (3, 1)
    joined = cv2.dilate(ink, np.ones((slack[1], slack[0]), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((opening[1], opening[0]), np.uint8))
    runs = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((closing[1], closing[0]), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    across = stats[:, cv2.CC_STAT_HEIGHT] if axis == 0 else stats[:, cv2.CC_STAT_WIDTH]
    along = stats[:, cv2.CC_STAT_WIDTH] if axis == 0 else stats[:, cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    thin = area <= np.maximum(along, 1) * (thick + 2)
    keep = thin & ((across <= 3 * thick) | (area <= 0.2 * across * along + thick * along))
    keep[0] = False
    table = np.where(keep, 255, 0).astype(np.uint8)
    return byte_picture(table[labels]) if count > 1 else np.zeros_like(byte_picture(runs))


def _attached(down: Gray, across: Gray, length: int) -> Gray:
    """Vertical runs that end at a horizontal rule or are long by themselves; the rest are strokes of large letters."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    reach = np.asarray(cv2.dilate(across, np.ones((9, 9), np.uint8)))
    keep = np.zeros(count, dtype=np.uint8)
    for index in range(1, count):
        left, top, width, height = (int(value) for value in stats[index, :4])
        if height >= 3 * length:
            keep[index] = 255
            continue
        head = reach[max(0, top - 2) : top + 6, left : left + width]
        foot = reach[max(0, top + height - 6) : top + height + 2, left : left + width]
        if head.any() and foot.any():
            keep[index] = 255
    return byte_picture(keep[labels])


def _open_sides(across: Gray, gray: Gray) -> Gray:
    """Vertical rules that tables without side rules lack: between rules that begin or end together."""
    slack = max(6, across.shape[1] // 200)
    _, _, stats, _ = cv2.connectedComponentsWithStats(across, connectivity=8)
    rules = sorted(
        (int(left), int(left + width), int(top + height // 2))
        for left, top, width, height, _ in stats[1:]
        if width >= _OPEN_RULE * across.shape[1]
    )
    sides = np.zeros_like(across)
    for side in (0, 1):
        groups: list[list[tuple[int, int, int]]] = []
        for rule in sorted(rules, key=lambda rule: rule[side]):
            if groups and abs(rule[side] - groups[-1][0][side]) <= slack:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        for group in groups:
            column = min(max(group[0][side], 2), across.shape[1] - 3)
            for above, below in pairwise(sorted(rule[2] for rule in group)):
                strip = gray[above + slack : below - slack, column - 2 : column + 3]
                if strip.size and float((strip < _TEXT).mean()) < _CLEAR:
                    cv2.line(sides, (column, above), (column, below), (255,), 1)
    return sides


def _cells(mask: Gray) -> tuple[Box, ...]:
    height, width = mask.shape
    free = cv2.bitwise_not(cv2.dilate(mask, np.ones((3, 3), np.uint8)))
    _, _, stats, _ = cv2.connectedComponentsWithStats(byte_picture(free), connectivity=4)
    cells = []
    for left, top, wide, high, area in stats[1:].tolist():
        enough = wide > 0.012 * width and high > 0.006 * height
        if enough and area >= 0.8 * wide * high and area < 0.7 * width * height:
            cells.append((left, top, left + wide, top + high))
    return tuple(sorted(cells, key=lambda box: (box[2] - box[0]) * (box[3] - box[1])))
