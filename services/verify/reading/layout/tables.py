"""Rows under column labels, with or without ruled cells."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, squeeze
from services.verify.reading.layout.neighbours import around, by_lines, shared
from services.verify.reading.layout.places import Spot
from services.verify.reading.sheets import Sheet, Text

_FEWEST_COLUMNS = 3
_ROW_GAP = 4.5
"""Line heights between rows without rules before the table is over."""
_END_MARKS = ("이하여백", "이하빈칸", "끝", "계", "합계")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on one sheet."""

    page: int
    """Index of the sheet."""
    header: Box
    """Around its column labels."""
    rows: tuple[Mapping[str, Spot], ...]
    """For each row the spot of each column; a column without text has a spot without lines."""
    complete: bool
    """Whether every line of text under the header belongs to a row."""
    used: frozenset[int]
    """Indexes of the texts that belong to header and rows."""


def find_table(sheet: Sheet, page: int, anchors: Sequence[Anchor], key: Sequence[str]) -> FoundTable | None:
    """The table whose column labels are among `anchors` of this sheet, or None; real rows fill all columns of `key`."""
    header = _header([anchor for anchor in anchors if anchor.page == page])
    if header is None:
        return None
    columns = _columns(sheet, header)
    top = max(anchor.box[3] for anchor in header)
    ruled = [sheet.texts[anchor.index].piece.cell for anchor in header]
    cells = [sheet.cells[cell] for cell in ruled if cell is not None]
    if len(cells) == len(header) and len(set(ruled)) == len(header):
        return _ruled_rows(sheet, page, header, cells, key)
    return _free_rows(sheet, page, header, columns, top, key)


def _header(anchors: Sequence[Anchor]) -> list[Anchor] | None:
    """The row with most different column labels; two lines of a tall header count as one row."""
    best: list[Anchor] = []
    for first in anchors:
        tall = first.box[3] - first.box[1]
        row: dict[str, Anchor] = {}
        for other in anchors:
            near = abs((other.box[1] + other.box[3]) - (first.box[1] + first.box[3])) / 2 <= 1.1 * tall
            if near and other.rest is None and other.field not in row:
                row[other.field] = other
        if len(row) > len(best):
            best = list(row.values())
    return sorted(best, key=lambda anchor: anchor.box[0]) if len(best) >= _FEWEST_COLUMNS else None


def _ruled_rows(
    sheet: Sheet, page: int, header: Sequence[Anchor], cells: Sequence[Box], key: Sequence[str]
) -> FoundTable:
    bottom = max(cell[3] for cell in cells)
    under: dict[str, list[tuple[int, Box]]] = {}
    for anchor, head in zip(header, cells, strict=True):
        under[anchor.field] = [
            (index, cell)
            for index, cell in enumerate(sheet.cells)
            if cell[1] >= head[3] - 8
            and shared(head[0], head[2], cell[0], cell[2]) >= 0.8
            and (cell[2] - cell[0]) <= 1.35 * (head[2] - head[0])
        ]
    lead = max(under.values(), key=len)
    rows, used, complete = [], {anchor.index for anchor in header}, True
    expected = bottom
    for _, leader in sorted(lead, key=lambda entry: entry[1][1]):
        if leader[1] - expected > 1.5 * (leader[3] - leader[1]):
            break
        expected = leader[3]
        row: dict[str, Spot] = {}
        for field, candidates in under.items():
            beside = [entry for entry in candidates if shared(leader[1], leader[3], entry[1][1], entry[1][3]) >= 0.6]
            if beside:
                index, cell = beside[0]
                inside = by_lines([(place, text) for place, text in enumerate(sheet.texts) if text.piece.cell == index])
                lines = tuple(text for _, text in inside)
                row[field] = Spot(field, page, lines, around([line.box for line in lines]) if lines else cell)
                used.update(place for place, _ in inside)
        if any(_is_end(spot.text) for spot in row.values()):
            break
        if not any(spot.lines for spot in row.values()):
            continue
        if len(row) < len(under) or not all(name in row and row[name].lines for name in key if name in under):
            if sum(bool(spot.lines) for spot in row.values()) >= 2:
                complete = False
            continue
        rows.append(row)
    return FoundTable(page, around([anchor.box for anchor in header]), tuple(rows), complete, frozenset(used))


def _columns(sheet: Sheet, header: Sequence[Anchor]) -> list[tuple[float, float]]:
    """For each column label the stretch of the page that is nearer to it than to its neighbours."""
    edges = [0.0]
    for before, after in itertools.pairwise(header):
        edges.append((before.box[2] + after.box[0]) / 2)
    edges.append(float(sheet.gray.shape[1]))
    return list(itertools.pairwise(edges))


def _free_rows(
    sheet: Sheet,
    page: int,
    header: Sequence[Anchor],
    columns: Sequence[tuple[float, float]],
    top: int,
    key: Sequence[str],
) -> FoundTable:
    below = [(index, text) for index, text in enumerate(sheet.texts) if text.box[1] >= top - 2 and squeeze(text.text)]
    lines = _lines(below)
    rows: list[dict[str, Spot]] = []
    used, complete, last = {anchor.index for anchor in header}, True, float(top)
    for line in lines:
        box = around([text.box for _, text in line])
        tall = max(text.piece.height for _, text in line)
        if box[1] - last > _ROW_GAP * tall or any(_is_end(text.text) for _, text in line):
            break
        row = {anchor.field: Spot(anchor.field, page, (), box) for anchor in header}
        crossing = False
        for _, text in line:
            place = _column_of(text, columns)
            if place is None:
                crossing = True
                continue
            field = header[place].field
            inside = (*row[field].lines, text)
            row[field] = Spot(field, page, inside, around([piece.box for piece in inside]))
        if all(row[name].lines for name in key if name in row):
            rows.append(row)
            complete = complete and not crossing
            used.update(index for index, _ in line)
        elif crossing or len(line) == 1:
            break
        else:
            complete = False
        last = box[3]
    return FoundTable(page, around([anchor.box for anchor in header]), tuple(rows), complete, frozenset(used))


def _lines(texts: Sequence[tuple[int, Text]]) -> list[list[tuple[int, Text]]]:
    lines: list[list[tuple[int, Text]]] = []
    for entry in by_lines(texts):
        box = entry[1].box
        if lines and shared(lines[-1][0][1].box[1], lines[-1][0][1].box[3], box[1], box[3]) >= 0.5:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return lines


def _column_of(text: Text, columns: Sequence[tuple[float, float]]) -> int | None:
    """The column that holds nearly all of `text`, or None where it runs across several."""
    left, right = text.box[0], text.box[2]
    for index, (start, end) in enumerate(columns):
        if min(right, end) - max(left, start) >= 0.7 * (right - left):
            return index
    return None


def _is_end(text: str) -> bool:
    letters = squeeze(text)
    return letters in _END_MARKS or "이하여백" in letters or "이하빈칸" in letters


__all__ = ["FoundTable", "find_table"]
