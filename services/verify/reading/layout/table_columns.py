"""Which stretch of the page each column of a table takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from services.verify.evidence import Box
from services.verify.reading.layout.labels import DECOY
from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.table_header import Head, Header
from services.verify.reading.sheets import Sheet
from services.verify.values.periods import find_days

_DAYS, _BESIDE = ("from+to", "from"), 0.5
"""Columns of days; widths of their label to either side in which a day stands."""
_SLACK = 0.012
"""Of the page's width: how far the edges of one table lie apart from page to page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    field: str
    """What it holds, or DECOY."""
    left: int
    """Pixels of the sheet."""
    right: int
    """Pixels of the sheet."""
    ruled: bool
    """Whether rules bound it."""
    level: int = 0
    """On which line of a record it stands, from the top."""
    levels: int = 1
    """How many rows of labels the head has here; a record then has as many lines."""
    stacked: bool = False
    """Whether these labels share one cell, as their values then do."""


def columns_of(sheet: Sheet, header: Header, floor: int) -> tuple[Column, ...]:
    """The columns of `header`, whose rows end above `floor`, left to right."""
    edges = {id(head): (head.cell[0], head.cell[2]) for head in header.heads if head.cell}
    loose = [head for head in header.heads if not head.cell]
    if loose:
        unknown = _unknown(sheet, header)
        texts = _body(sheet, header, floor)
        for level in range(max(head.line[1] for head in loose)):
            own = [head for head in header.heads if head.line[1] == 1 or head.line[0] == level]
            order = sorted((*own, *unknown), key=lambda head: head.box[0] + head.box[2])
            bounds = [0, *(_middle(one, two, texts) for one, two in pairwise(order))]
            bounds.append(int(sheet.gray.shape[1]))
            for place, head in enumerate(order):
                edges.setdefault(id(head), (bounds[place], bounds[place + 1]))
    columns = []
    for head in header.heads:
        left, right = edges[id(head)]
        columns.append(Column(head.field, left, right, head.cell is not None, *header.line_of(head), head.line[1] > 1))
    return tuple(columns)


def _unknown(sheet: Sheet, header: Header) -> list[Head]:
    """What stands between or behind the labels in their row and is none: a column whose label nobody knows."""
    known = {index for head in header.heads for index in head.pieces} | header.over
    _, top, _, bottom = around([head.box for head in header.heads])
    return [
        Head(DECOY, text.box, (index,), None)
        for index, text in enumerate(sheet.texts)
        if index not in known
        and any(map(str.isalnum, text.text))
        and top <= (text.box[1] + text.box[3]) / 2 <= bottom
        and all(shared(text.box[0], text.box[2], head.box[0], head.box[2]) <= 0 for head in header.heads)
    ]


def moved_columns(sheet: Sheet, known: Sequence[Column], floor: int) -> tuple[tuple[Column, ...], int] | None:
    """`known` columns where a row of cells on another sheet has their edges, and the top of the first such row.

    Pages of one scan lie a little apart: the whole table may be shifted, not stretched.
    """
    if not known or not all(column.ruled for column in known):
        return None
    slack = _SLACK * sheet.gray.shape[1]
    edges = sorted({column.left for column in known})
    rows: dict[int, list[Box]] = {}
    for box in sheet.cells:
        if box[3] <= floor + 8:
            rows.setdefault(round(box[1] / 8), []).append(box)
    for start in sorted(rows):
        row = sorted((*rows[start], *rows.get(start + 1, ())), key=lambda box: box[0])
        for anchor in row:
            shift = anchor[0] - edges[0]
            hits = sum(any(abs(box[0] - edge - shift) <= slack for box in row) for edge in edges)
            if abs(shift) <= 4 * slack and hits >= max(3, len(edges) - 1):
                shifted = tuple(replace(one, left=one.left + shift, right=one.right + shift) for one in known)
                return shifted, min(box[1] for box in row)
    return None


def _body(sheet: Sheet, header: Header, floor: int) -> list[Box]:
    """Boxes of texts below the labels that are narrow enough to stand in one column."""
    box = header.box
    floor = min(floor, _last_date(sheet, header, floor))
    widest = max(0.3 * (box[2] - box[0]), 2.0 * max(head.box[2] - head.box[0] for head in header.heads))
    return [
        text.box
        for text in sheet.texts
        if box[3] - 4 <= text.box[1] < floor and text.box[2] - text.box[0] <= widest and text.text
    ]


def _last_date(sheet: Sheet, header: Header, floor: int) -> int:
    """A line below the last date under the label of days: what stands farther down is no row; `floor` without dates."""
    dated = [
        text.box[3] + text.piece.height
        for head in header.heads
        if head.field in _DAYS
        for text in sheet.texts
        if header.box[3] - 4 <= text.box[1] < floor
        and head.box[0] - _BESIDE * (head.box[2] - head.box[0]) <= (text.box[0] + text.box[2]) / 2
        and (text.box[0] + text.box[2]) / 2 <= head.box[2] + _BESIDE * (head.box[2] - head.box[0])
        and find_days(text.text)
    ]
    return max(dated, default=floor)


def _middle(one: Head, other: Head, body: Sequence[Box]) -> int:
    """Where the column of `one` ends; of labels in two lines half way, for texts of the other line cross it."""
    if one.line[1] > 1 and other.line[1] > 1:
        return (one.box[0] + one.box[2] + other.box[0] + other.box[2]) // 4
    return _between(one, other, body)


def _between(one: Head, other: Head, body: Sequence[Box]) -> int:
    """Where the column of `one` ends and that of `other` begins: the widest stretch that no text crosses."""
    start, end = (one.box[0] + one.box[2]) // 2, (other.box[0] + other.box[2]) // 2
    taken = sorted([(one.box[0], one.box[2]), (other.box[0], other.box[2]), *((box[0], box[2]) for box in body)])
    free: list[tuple[int, int]] = []
    reach = start
    for left, right in taken:
        if left >= end:
            break
        if left > reach:
            free.append((reach, left))
        reach = max(reach, right)
    if reach < end:
        free.append((reach, end))
    if not free:
        return (one.box[2] + other.box[0]) // 2
    left, right = max(free, key=lambda gap: gap[1] - gap[0])
    return (left + right) // 2


__all__ = ["Column", "columns_of", "moved_columns"]
