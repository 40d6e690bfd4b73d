"""Marks of ink into lines of text: what stands beside what, though heights differ and seals stand among it."""

from __future__ import annotations

import numpy as np

_TALL = 2.6
"""Usual letters: what is higher may be a seal."""
_COMPARABLE = 0.55
"""How tall a mark must be beside its line to belong to it wherever it stands."""
_STACKED, _PART_OF_STACK = 1.35, 0.3
"""Of the tallest mark of a line: how far two marks one above the other reach that are two lines; how high each is."""
_BESIDE_STACK = 1.5
"""Of the tallest mark: how far beside two lines one above the other their further words stand."""


def rows_of_marks(boxes: np.ndarray, owner: np.ndarray, em: float) -> list[list[int]]:
    """Indexes of marks that share a line and a cell, line by line; `em` is the height of an ordinary word.

    Greedy from the tallest: a mark joins the line it overlaps most.
    """
    middle = (boxes[:, 1] + boxes[:, 3]) // 2, (boxes[:, 0] + boxes[:, 2]) // 2
    cells = owner[np.clip(middle[0], 0, owner.shape[0] - 1), np.clip(middle[1], 0, owner.shape[1] - 1)]
    order = sorted(range(len(boxes)), key=lambda index: -(boxes[index, 3] - boxes[index, 1]))
    lines: dict[int, list[tuple[float, float, list[int]]]] = {}
    for index in order:
        top, bottom = float(boxes[index, 1]), float(boxes[index, 3])
        group = lines.setdefault(int(cells[index]), [])
        best, share = None, 0.0
        for line in group:
            shared = min(bottom, line[1]) - max(top, line[0])
            part = shared / max(1.0, min(bottom - top, line[1] - line[0]))
            if part > share and _near(boxes, line[2], index, line[1] - line[0], em):
                best, share = line, part
        if best is not None and share >= 0.45:
            best[2].append(index)
        else:
            group.append((top, bottom, [index]))
    return [part for group in lines.values() for line in group for part in _unstacked(boxes, line[2])]


def _unstacked(boxes: np.ndarray, line: list[int]) -> list[list[int]]:
    """`line`, parted where two lines of a label stand beside the middle of one taller line (`Name`, `姓名`: 홍길동).

    Such marks lie one above the other and reach well over the tallest mark together, which parts of a letter do not.
    """
    marks = boxes[line]
    left, top, right, bottom = (marks[:, side].astype(float) for side in range(4))
    tallest = float((bottom - top).max())
    across = np.minimum(right[:, None], right[None]) - np.maximum(left[:, None], left[None])
    narrower = np.minimum((right - left)[:, None], (right - left)[None])
    over = (bottom[:, None] <= top[None] + 0.1 * tallest) & (bottom[None] - top[:, None] >= _STACKED * tallest)
    tall = np.minimum((bottom - top)[:, None], (bottom - top)[None]) >= _PART_OF_STACK * tallest
    upper, lower = np.nonzero((across >= 0.5 * narrower) & over & tall)
    if len(upper) == 0:
        return [line]
    both = np.concatenate([upper, lower])
    reach = _BESIDE_STACK * tallest
    near = (left >= left[both].min() - reach) & (right <= right[both].max() + reach)
    parting = (bottom[upper].max() + top[lower].min()) / 2
    above, below = near & (bottom <= parting + 0.1 * tallest), near & (top >= parting - 0.1 * tallest)
    parts = (above & ~below, below & ~above, ~(above ^ below))
    return [[line[index] for index in np.flatnonzero(part)] for part in parts if part.any()]


def _near(boxes: np.ndarray, line: list[int], index: int, height: float, em: float) -> bool:
    """Whether mark `index` may belong to `line` of `height`: of comparable size, or small and close to it.

    What is much higher than the usual letter `em` may be a seal: small print beside it is no part of it.
    """
    left, top, right, bottom = boxes[index].tolist()
    if bottom - top > 1.6 * height:
        return False
    if bottom - top >= _COMPARABLE * height:
        return True
    members = boxes[line]
    gaps = np.maximum(members[:, 0] - right, left - members[:, 2])
    return bool(gaps.min() <= (3 if height <= _TALL * em else 0.3) * height)
