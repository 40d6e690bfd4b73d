"""Ruling lines of a page and the cells that they enclose."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.connected import AREA, HEIGHT, WIDTH, connected
from services.verify.reading.picture import Gray, byte_picture, where

_INK, _DARKER = 236, 12
_LONG = 0.035
"""Shortest rule as a share of the page's longest side: longer than any stroke of a heading."""
_LOW = 0.42
"""Of the shortest rule: how high the rows are whose sides are looked for one by one."""
_THICKEST = 0.006
"""Thickest rule as a share of the page's longest side; thicker bars are ornaments."""

_SIGN_WIDE, _SIGN_HIGH, _SIGNS = 1.1, 0.03, 4
"""A box for one sign: its width in its heights, its height as a share of the page's longest side; how many stand in a
row that are no cells of a table."""
_TEXT, _CLEAR = 160, 0.01
"""A side is drawn only where no text crosses it."""
_GROWN = 0.12
"""Share of a run's columns with ink beside it, from which on it is a stroke of letters."""
_OPEN_RULE = 0.2
"""Shortest rule, as a share of the page's width, whose ends may stand for the side of a table."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rules of one page."""

    mask: Gray
    """255 where a rule is, gaps closed."""
    cells: tuple[Box, ...]
    """Enclosed rectangles that may hold text, smallest first."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Straight runs of ink along one direction."""

    mask: Gray
    """255 where one is."""
    boxes: tuple[Box, ...]
    """Each of them."""


def find_rules(gray: Gray) -> Ruled:
    """Rules and cells of cleaned `gray`, in its pixels."""
    longest = max(gray.shape)
    length = max(24, int(_LONG * longest))
    thick = max(4, int(_THICKEST * longest))
    across = _lines(_thin(gray, thick, 0), (length, 1), (max(3, length // 4), 1), thick, axis=0)
    uprights = _thin(gray, thick, 1)
    across = _without_strokes(across, uprights, gray, length)
    upright = byte_picture(cv2.bitwise_or(uprights, across.mask))  # a crossing rule hides a part of it
    down = _lines(upright, (1, length), (1, max(3, length // 4)), thick, axis=1)
    sides = cv2.bitwise_or(_attached(down, across, length), _open_sides(across, gray))
    sides = cv2.bitwise_or(sides, _low_sides(upright, across, length, thick))
    mask = byte_picture(cv2.bitwise_or(across.mask, sides))
    return _without_sign_boxes(Ruled(mask, _cells(mask)))


def _without_sign_boxes(ruled: Ruled) -> Ruled:
    """`ruled` without rows of boxes that hold one sign each (`|1|9|7|0|`): they part no value from another."""
    highest = _SIGN_HIGH * max(ruled.mask.shape)
    low = [cell for cell in ruled.cells if cell[3] - cell[1] <= highest]
    single = [cell for cell in low if cell[2] - cell[0] <= _SIGN_WIDE * (cell[3] - cell[1])]
    rows: list[list[Box]] = []
    for cell in sorted(single):
        row = next((row for row in rows if _goes_on(row[-1], cell)), None)
        if row is None:
            rows.append([cell])
        else:
            row.append(cell)
    sure = [cell for row in rows if len(row) >= _SIGNS for cell in row]
    boxes = {cell for cell in single if any(_is_alike(box, cell) for box in sure)}
    if not boxes:
        return ruled
    mask = ruled.mask.copy()
    for left, top, right, bottom in boxes:
        slack = max(3, (bottom - top) // 8)
        mask[max(0, top - slack) : bottom + slack, max(0, left - slack) : right + slack] = 0
    return Ruled(mask, tuple(cell for cell in ruled.cells if cell not in boxes))


def _goes_on(cell: Box, after: Box) -> bool:
    """Whether `after` is the next box of a row, of the same size, with room for a hyphen between them at most."""
    high, wide = cell[3] - cell[1], cell[2] - cell[0]
    return _is_alike(cell, after) and -0.3 * high <= after[0] - cell[2] <= 1.3 * wide


def _is_alike(cell: Box, other: Box) -> bool:
    """Whether two boxes stand level and have one size."""
    high = cell[3] - cell[1]
    level = abs(cell[1] - other[1]) + abs(cell[3] - other[3]) <= 0.3 * high
    return level and abs((other[2] - other[0]) - (cell[2] - cell[0])) <= 0.3 * high


def _thin(gray: Gray, thick: int, axis: int) -> Gray:
    """Ink that is darker than both of its sides (`axis` 0 above and below, 1 left and right): rules, not ringing."""
    found = np.zeros_like(gray)
    for reach in (4, thick + 3):
        if gray.shape[axis] <= 2 * reach:
            continue
        before, inner, behind = (
            (slice(None),) * axis + (part,)
            for part in (slice(-2 * reach), slice(reach, -reach), slice(2 * reach, None))
        )
        sides = cv2.min(gray[before], gray[behind])
        found[inner] |= where(np.asarray(cv2.subtract(sides, gray[inner])) > _DARKER)
    return byte_picture(cv2.bitwise_and(found, where(gray < _INK)))


def _lines(
    ink: cv2.typing.MatLike, opening: tuple[int, int], closing: tuple[int, int], thick: int, axis: int
) -> _Lines:
    """Straight runs of ink along one direction (`axis` 0 across, 1 down), thin ones only."""
    slack = (1, 3) if axis == 0 else (3, 1)
    joined = cv2.dilate(ink, np.ones((slack[1], slack[0]), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((opening[1], opening[0]), np.uint8))
    if cv2.countNonZero(runs) == 0:
        return _Lines(byte_picture(runs), ())
    runs = byte_picture(cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((closing[1], closing[0]), np.uint8)))
    labels, figures = connected(runs)
    across, along = (figures[:, side] for side in ((HEIGHT, WIDTH) if axis == 0 else (WIDTH, HEIGHT)))
    area = figures[:, AREA]
    thin = area <= np.maximum(along, 1) * (thick + 2)
    keep = thin & ((across <= 3 * thick) | (area <= 0.2 * across * along + thick * along))
    kept: list[Box] = []
    for index, (left, top, width, height, _) in enumerate(figures.tolist()):
        if index and keep[index]:
            kept.append((left, top, left + width, top + height))
        elif index:
            inside = slice(top, top + height), slice(left, left + width)
            runs[inside][labels[inside] == index] = 0
    return _Lines(runs, tuple(kept))


def _without_strokes(across: _Lines, thin: Gray, gray: Gray, length: int) -> _Lines:
    """`across` without short runs from which letters grow, as from `본부공무`; a rule under a value stands free of it.

    Runs that an upright rule (ink of `thin`) meets at both ends are sides of cells.
    """
    size = max(6, length // 4)
    uprights = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((size, 1), np.uint8))
    kept: list[Box] = []
    mask = across.mask
    for left, top, right, bottom in across.boxes:
        near = slice(max(0, top - size), bottom + size)
        ends = [byte_picture(uprights[near, max(0, side - 8) : side + 8]) for side in (left, right)]
        ruled = right - left >= 3 * length or all(_runs_by(end, size) for end in ends)
        if ruled or not _letters_grow(gray, (left, top, right, bottom)):
            kept.append((left, top, right, bottom))
        else:
            mask[top:bottom, left:right] = 0
    return _Lines(mask, tuple(kept))


def _letters_grow(gray: Gray, run: Box) -> bool:
    """Whether much ink stands directly on or under a run."""
    left, top, right, bottom = run
    sides = gray[max(0, top - 4) : max(1, top - 1), left:right], gray[bottom + 1 : bottom + 4, left:right]
    return any(side.size and float((side < _TEXT).any(axis=0).mean()) > _GROWN for side in sides)


def _runs_by(ink: Gray, size: int) -> bool:
    return bool(ink.size) and bool(((np.asarray(ink) > 0).sum(axis=0) >= 1.4 * size).any())


def _attached(down: _Lines, across: _Lines, length: int) -> Gray:
    """Vertical runs that end at a horizontal rule or are long by themselves; the rest are strokes of large letters."""
    mask = down.mask.copy()
    for left, top, right, bottom in down.boxes:
        if bottom - top >= 3 * length:
            continue
        near = slice(max(0, left - 4), right + 4)
        head = across.mask[max(0, top - 6) : top + 10, near]
        foot = across.mask[max(0, bottom - 10) : bottom + 6, near]
        if not (head.any() and foot.any()):
            mask[top:bottom, left:right] = 0
    return mask


def _low_sides(upright: Gray, across: _Lines, length: int, thick: int) -> Gray:
    """Vertical rules of low rows that go on neither above nor below: they run from one horizontal rule to the next.

    A stroke of a letter in a low row stands free of at least one of them.
    """
    if not across.boxes:
        return np.zeros_like(upright)
    low = max(20, int(_LOW * length))
    runs = _lines(upright, (1, low), (1, 3), thick, axis=1)
    mask = np.zeros_like(runs.mask)
    for left, top, right, bottom in runs.boxes:
        if bottom - top > 1.5 * length:
            continue
        near = slice(max(0, left - 4), right + 4)
        if across.mask[top : top + 4, near].any() and across.mask[bottom - 4 : bottom, near].any():
            mask[top:bottom, left:right] = runs.mask[top:bottom, left:right]
    return mask


def _open_sides(across: _Lines, gray: Gray) -> Gray:
    """Vertical rules that tables without side rules lack: between rules that begin or end together."""
    wide = across.mask.shape[1]
    slack = max(6, wide // 200)
    rules = [
        (left, right, (top + bottom) // 2)
        for left, top, right, bottom in across.boxes
        if right - left >= _OPEN_RULE * wide
    ]
    sides = np.zeros_like(across.mask)
    for side in (0, 1):
        groups: list[list[tuple[int, int, int]]] = []
        for rule in sorted(rules, key=lambda rule: rule[side]):
            if groups and abs(rule[side] - groups[-1][0][side]) <= slack:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        for group in groups:
            column = min(max(group[0][side], 2), wide - 3)
            for above, below in pairwise(sorted(rule[2] for rule in group)):
                strip = gray[above + slack : below - slack, column - 2 : column + 3]
                if strip.size and float((strip < _TEXT).mean()) < _CLEAR:
                    cv2.line(sides, (column, above), (column, below), (255,), 1)
    return sides


def _cells(mask: Gray) -> tuple[Box, ...]:
    height, width = mask.shape
    free = cv2.bitwise_not(cv2.dilate(mask, np.ones((3, 3), np.uint8)))
    _, figures = connected(byte_picture(free), connectivity=4)
    cells = []
    for left, top, wide, high, area in figures[1:].tolist():
        enough = wide > 0.012 * width and high > 0.006 * height
        if enough and area >= 0.8 * wide * high and area < 0.7 * width * height:
            cells.append((left, top, left + wide, top + high))
    return tuple(sorted(cells, key=lambda box: (box[2] - box[0]) * (box[3] - box[1])))
