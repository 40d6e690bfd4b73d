"""Pieces: stretches of text in one line that stand together, the atoms of every layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np

from services.verify.evidence import Box
from services.verify.reading.connected import AREA, HEIGHT, LEFT, TOP, WIDTH, connected
from services.verify.reading.layout.marks_in_rows import rows_of_marks
from services.verify.reading.layout.rules import Ruled
from services.verify.reading.picture import Gray, byte_picture, where

_INK = 204
_WORD_GAP, _LETTER_SPACE = 0.85, 7.0
"""In units of line height: the widest gap inside a piece, and between letters of a spaced-out label."""
_SOLID = 0.22
"""Half the thickness of a large mark, as a share of its smaller side, above which it is no letter."""
_EMBLEM, _FEW = 1.8, 4
"""How much higher than the letters of its line an emblem in front of or behind them is; in lines of some marks."""
_LEADER = 2.5
"""How long, in letters, a row of dots or a stroke must be to be no dash."""
_EVEN = 1.6
"""How much wider than its neighbours a gap between spaced-out letters may be."""
_FRAME_ZONE, _FRAME_COVER = 0.11, 0.6
"""How deep from the edge an ornamental frame may lie, and how much of the edge its ink must follow."""
_MEANDER = 10
"""Marks of one size in a column at the edge that are an ornament, where the other edge has them too."""
_CELL_LINES = 8
"""A cell of a table is lower than so many lines."""
_SMALLEST, _LARGEST = 0.0045, 0.06
"""Heights of text lines as shares of the page's longest side."""
_MOST_PIECES = 420


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of text."""

    box: Box
    """Pixels of the picture it was found in."""
    cell: int | None
    """Index of the smallest cell around it, or None outside every cell."""
    glyphs: tuple[tuple[int, int], ...]
    """Left and right edge of each part with ink between gaps, so that a crop can be squeezed."""

    @property
    def height(self) -> int:
        """Pixels."""
        return self.box[3] - self.box[1]

    @property
    def width(self) -> int:
        """Pixels."""
        return self.box[2] - self.box[0]


def find_pieces(gray: Gray, ruled: Ruled) -> list[Piece]:
    """Pieces of cleaned `gray` in reading order (top to bottom, left to right)."""
    ink = where(gray < _INK)
    ink[cv2.dilate(ruled.mask, np.ones((5, 5), np.uint8)) > 0] = 0
    ink = _without_frame(ink)
    boxes = _marks(ink)
    if len(boxes) == 0:
        return []
    owner = _cell_of(ruled, gray.shape)
    lines = rows_of_marks(boxes, owner, _line_height(boxes, max(gray.shape)))
    pieces = [piece for line in lines for piece in _split(boxes[line], owner, ruled.mask)]
    pieces = [piece for piece in pieces if _is_text(piece, ink)]
    pieces = _without_meander(pieces, ruled.cells, ink.shape[1])
    pieces.sort(key=lambda piece: (piece.box[1] + piece.box[3], piece.box[0]))
    return pieces[:_MOST_PIECES]


def _without_meander(pieces: Sequence[Piece], cells: Sequence[Box], width: int) -> list[Piece]:
    """`pieces` without the marks of an ornamental frame: many of one size in a column at the left, and at the right.

    What stands in a cell of a table is none: the last syllables of wrapped words stand below each other too.
    """
    zone = _FRAME_ZONE * width
    sides: tuple[dict[tuple[int, int], list[Piece]], ...] = ({}, {})
    for piece in pieces:
        if piece.cell is not None and cells[piece.cell][3] - cells[piece.cell][1] < _CELL_LINES * piece.height:
            continue
        side = 0 if piece.box[2] < zone else 1 if piece.box[0] > width - zone else None
        if side is not None:
            column = (piece.box[0] // 8, piece.width // 8)
            sides[side].setdefault(column, []).append(piece)
    many = [[group for group in side.values() if len(group) >= _MEANDER] for side in sides]
    if not all(many):
        return list(pieces)
    marks = {id(piece) for side in many for group in side for piece in group}
    return [piece for piece in pieces if id(piece) not in marks]


def _without_frame(ink: Gray) -> Gray:
    """`ink` without an ornamental frame: bands along the edges in which nearly every row (or column) has ink."""
    height, width = ink.shape
    reach = max(3, max(ink.shape) // 180)
    for axis, zone in ((1, int(_FRAME_ZONE * width)), (0, int(_FRAME_ZONE * height))):
        band = (1, reach) if axis == 0 else (reach, 1)
        followed = np.asarray(cv2.dilate(ink, np.ones((band[1], band[0]), np.uint8))) > 0
        covered = followed.mean(axis=1 - axis) >= _FRAME_COVER
        covered[zone : len(covered) - zone] = False
        widened = cv2.dilate(covered.astype(np.uint8), np.ones((2 * reach + 1, 1), np.uint8))
        covered = np.asarray(widened).ravel() > 0
        if axis == 1:
            ink[:, covered] = 0
        else:
            ink[covered, :] = 0
    return ink


def _marks(ink: Gray) -> np.ndarray:
    """Boxes (left, top, right, bottom) of words or parts of words: strokes closer than a part of a letter are one."""
    longest = max(ink.shape)
    labels, figures = connected(ink)
    em = _usual_height(_boxes(figures), longest)
    wide, high = max(1, round(0.28 * em) | 1), max(1, round(0.15 * em) | 1)
    letters_only = _without_bulk(ink, labels, figures, em)
    joined = cv2.dilate(letters_only, np.ones((high, wide), np.uint8))
    boxes = _boxes(connected(byte_picture(joined))[1])
    boxes[:, 0] += wide // 2
    boxes[:, 2] -= wide // 2
    boxes[:, 1] += high // 2
    boxes[:, 3] -= high // 2
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    upright_line = (height > 3 * em) & (width < 0.15 * height)
    leader = (width > _LEADER * em) & (height < 0.3 * em)
    letters = (width > 0) & (height > 0) & (height <= _LARGEST * longest) & ~upright_line & ~leader
    return np.asarray(boxes[letters])


def _without_bulk(ink: Gray, labels: np.ndarray, figures: np.ndarray, em: float) -> Gray:
    """`ink` without specks, marks too large for letters (photos, seals, ornaments) and solid ones (faces, bars).

    `labels` and `figures` are its connected marks.
    """
    longest = max(ink.shape)
    width, height, area = (figures[:, index] for index in (WIDTH, HEIGHT, AREA))
    keep = (area >= 4) & (np.maximum(width, height) >= max(3, 0.0013 * longest))
    keep &= (height <= _LARGEST * longest) & (width <= 2 * _LARGEST * longest)
    keep[0] = False
    for index in np.flatnonzero(keep & (np.minimum(width, height) > 2.2 * em)).tolist():
        left, top = int(figures[index, LEFT]), int(figures[index, TOP])
        part = labels[top : top + height[index], left : left + width[index]] == index
        depth = cv2.distanceTransform(np.pad(part, 1).astype(np.uint8), cv2.DIST_L2, 3).max()
        keep[index] = depth <= _SOLID * min(width[index], height[index])
    return byte_picture(np.where(keep, 255, 0).astype(np.uint8)[labels])


def _boxes(figures: np.ndarray) -> np.ndarray:
    left, top, width, height = (figures[1:, index].astype(np.int64) for index in (LEFT, TOP, WIDTH, HEIGHT))
    return np.stack([left, top, left + width, top + height], axis=1)


def _usual_height(boxes: np.ndarray, longest: int) -> float:
    """The height of an ordinary letter, in pixels; specks and the lace of ornamental frames do not count."""
    sides = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    sides = sides[(sides >= _SMALLEST * longest) & (sides <= _LARGEST * longest)]
    return float(np.median(sides[sides >= np.percentile(sides, 40)])) if len(sides) else 2 * _SMALLEST * longest


def _line_height(boxes: np.ndarray, longest: int) -> float:
    """The height of an ordinary word, in pixels, of marks that are words or parts of words."""
    heights = boxes[:, 3] - boxes[:, 1]
    heights = heights[(heights >= _SMALLEST * longest) & (heights <= _LARGEST * longest)]
    return float(np.median(heights)) if len(heights) else 2 * _SMALLEST * longest


def _cell_of(ruled: Ruled, shape: tuple[int, ...]) -> np.ndarray:
    """For each pixel the index of the smallest cell around it, -1 outside."""
    owner = np.full(shape[:2], -1, dtype=np.int16)
    for index in range(len(ruled.cells) - 1, -1, -1):
        left, top, right, bottom = ruled.cells[index]
        owner[top:bottom, left:right] = index
    return owner


def _split(boxes: np.ndarray, owner: np.ndarray, rules: Gray) -> list[Piece]:
    """One line of marks into pieces at wide gaps; spaced-out letters are joined again."""
    boxes = boxes[np.argsort(boxes[:, 0])]
    heights = boxes[:, 3] - boxes[:, 1]
    for end in (0, len(boxes) - 1):
        if len(boxes) > _FEW and heights[end] > _EMBLEM * np.percentile(np.delete(heights, end), 90):
            rest = np.delete(boxes, end, axis=0)
            return [*_split(boxes[end : end + 1], owner, rules), *_split(rest, owner, rules)]
    height = float(np.percentile(heights, 90))
    words: list[list[int]] = []
    for left, top, right, bottom in boxes.tolist():
        if words and left - words[-1][2] <= 0.12 * height:
            word = words[-1]
            words[-1] = [word[0], min(word[1], top), max(word[2], right), max(word[3], bottom)]
        else:
            words.append([left, top, right, bottom])
    groups: list[list[list[int]]] = []
    for word in words:
        near = groups and word[0] - groups[-1][-1][2] <= _WORD_GAP * _pair_height(groups[-1], word)
        if near and not _rule_between(rules, groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_piece(group, owner) for group in _join_spaced(groups, height, rules)]


def _rule_between(rules: Gray, one: list[int], other: list[int]) -> bool:
    """Whether a vertical rule parts two marks of a line."""
    if other[0] <= one[2]:
        return False
    between = rules[min(one[1], other[1]) : max(one[3], other[3]), one[2] : other[0]]
    return bool(between.size) and bool(((np.asarray(between) > 0).mean(axis=0) > 0.8).any())


def _pair_height(group: list[list[int]], word: list[int]) -> float:
    tallest = max(part[3] - part[1] for part in group)
    return float(max(tallest, word[3] - word[1]))


def _join_spaced(groups: list[list[list[int]]], height: float, rules: Gray) -> list[list[list[int]]]:
    """Join neighbours that are single letters with even gaps: `성   명`, `자  격  번  호`.

    A gap is even where it is not much wider than the gaps to the letters before and behind: of `성   명   홍 길 동`
    come `성명` and `홍길동`.
    """
    single = [group[-1][2] - group[0][0] <= 1.35 * height for group in groups]
    gaps: list[float | None] = []
    for index, (one, other) in enumerate(pairwise(groups)):
        gap = other[0][0] - one[-1][2]
        near = single[index] and single[index + 1] and gap <= _LETTER_SPACE * height
        gaps.append(gap if near and not _rule_between(rules, one[-1], other[0]) else None)
    joined = [list(groups[0])] if groups else []
    for index, even in enumerate(gaps):
        beside = [
            other for other in (*gaps[max(0, index - 1) : index], *gaps[index + 1 : index + 2]) if other is not None
        ]
        if even is not None and even <= _EVEN * min(beside, default=even):
            joined[-1].extend(groups[index + 1])
        else:
            joined.append(list(groups[index + 1]))
    return joined


def _piece(group: list[list[int]], owner: np.ndarray) -> Piece:
    left, right = group[0][0], max(word[2] for word in group)
    top, bottom = min(word[1] for word in group), max(word[3] for word in group)
    row, column = min((top + bottom) // 2, owner.shape[0] - 1), min((left + right) // 2, owner.shape[1] - 1)
    cell = int(owner[row, column])
    return Piece((left, top, right, bottom), None if cell < 0 else cell, tuple((word[0], word[2]) for word in group))


def _is_text(piece: Piece, ink: Gray) -> bool:
    longest = max(ink.shape)
    if piece.height < _SMALLEST * longest * 0.8 or piece.width < 0.004 * longest:
        return False
    left, top, right, bottom = piece.box
    filled = cv2.countNonZero(ink[top:bottom, left:right]) / max(1, piece.width * piece.height)
    return 0.03 < filled < 0.75


def scaled(piece: Piece, factor: float) -> Piece:
    """`piece` in a picture that is `factor` times as large."""
    left, top, right, bottom = (round(side * factor) for side in piece.box)
    glyphs = tuple((round(one * factor), round(other * factor)) for one, other in piece.glyphs)
    return replace(piece, box=(left, top, right, bottom), glyphs=glyphs)
