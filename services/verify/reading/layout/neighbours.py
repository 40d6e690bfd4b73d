"""What stands beside, below and around what on a sheet: plain geometry of boxes, cells and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from services.verify.evidence import Box
from services.verify.reading.sheets import Sheet, Text

_SAME_ROW = 0.5
"""What part of the lower of two boxes in one row lies beside the other."""
_SAME_CELL = 0.6


def neighbour_right(cells: Sequence[Box], cell: int, line: Box | None = None) -> int | None:
    """The cell that touches `cell` on its right in the same row, or None.

    Of several beside a high cell the one beside `line`, what stands on one line in it, if there is one.
    """
    _left, top, right, bottom = cells[cell]
    slack = max(8, (bottom - top) // 4)
    found = [
        (box[0] - right, index)
        for index, box in enumerate(cells)
        if index != cell and -slack <= box[0] - right <= slack and shared(top, bottom, box[1], box[3]) >= _SAME_CELL
    ]
    middle = (line[1] + line[3]) / 2 if line else top
    level = [entry for entry in found if cells[entry[1]][1] <= middle <= cells[entry[1]][3]]
    return _nearest(level if line and level else found)


def neighbour_below(cells: Sequence[Box], cell: int) -> int | None:
    """The cell that touches `cell` from below in the same column, or None."""
    left, top, right, bottom = cells[cell]
    slack = max(8, (bottom - top) // 4)
    return _nearest(
        (box[1] - bottom, index)
        for index, box in enumerate(cells)
        if index != cell and -slack <= box[1] - bottom <= slack and shared(left, right, box[0], box[2]) >= _SAME_CELL
    )


def _nearest(found: Iterable[tuple[int, int]]) -> int | None:
    return min(found, default=(0, None), key=lambda entry: abs(entry[0]))[1]


def texts_in_cell(sheet: Sheet, cell: int) -> list[tuple[int, Text]]:
    """Index and text of what stands in `cell`, in reading order by lines."""
    inside = [(index, text) for index, text in enumerate(sheet.texts) if text.piece.cell == cell]
    return by_lines(inside)


def starts_right_of(sheet: Sheet, box: Box, labels: Iterable[int]) -> list[int]:
    """Where the `labels` (indices of texts) that stand in the row of `box`, right of it, begin."""
    places = [sheet.texts[index].box for index in labels]
    return [place[0] for place in places if place[0] > box[2] and in_one_row(box, place)]


def by_lines(texts: Sequence[tuple[int, Text]]) -> list[tuple[int, Text]]:
    """`texts` line by line, each line from left to right."""
    lines: list[list[tuple[int, Text]]] = []
    for entry in sorted(texts, key=lambda entry: entry[1].box[1] + entry[1].box[3]):
        box = entry[1].box
        if lines and in_one_row(lines[-1][0][1].box, box):
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return [entry for line in lines for entry in sorted(line, key=lambda entry: entry[1].box[0])]


def in_one_row(one: Box, other: Box) -> bool:
    """Whether two boxes stand in one row, be one much higher than the other."""
    return shared(one[1], one[3], other[1], other[3]) >= _SAME_ROW


def shared(one_start: float, one_end: float, other_start: float, other_end: float) -> float:
    """What part of the shorter of two stretches lies in the other."""
    both = min(one_end, other_end) - max(one_start, other_start)
    return both / max(1.0, min(one_end - one_start, other_end - other_start))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around `boxes`."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
