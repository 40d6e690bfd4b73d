"""The horizontal bands of a table, one for each record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from services.verify.evidence import Box
from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.table_columns import Column
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.periods import find_days

Band = tuple[int, int]
"""Top and bottom in pixels of the sheet."""

_ROW_GAP = 4.5
"""Line heights between rows without rules before the table is over."""
_CLEAR = 1.4
"""How much wider than other gaps the gap between two records must be."""
_DIGITS_OF_A_DATE = 5
"""A date has so many at least; the running number beside it has fewer."""
_CELL_GAP = 0.4
"""Of a row's height: rows of one ruled table touch; what lies farther off is another."""
_HEADED_GAP = 2.5
"""The same where a heading stands between two rows."""
_SUMS, _LONGEST_SUM = ("합계", "총계", "소계", "누계"), 8


def ruled_bands(
    sheet: Sheet, columns: Sequence[Column], header: Box, floor: int, key: Sequence[str], breaks: Sequence[Band] = ()
) -> list[Band]:
    """Bands of cells under ruled labels, down to the first gap that none of `breaks` (headings between rows) fills.

    A column of `key` says where a record ends; where it has no cell, because a rule is broken, and without such a
    column, the one with most cells does. Where labels stand over each other, so many cells make one record.
    """
    stacks = [(column, _cells_below(sheet, column, header[3], floor)) for column in columns]
    leading = [entry for entry in stacks if _is_whole(entry[0]) and entry[0].field in key]
    leading = leading or [entry for entry in stacks if _is_whole(entry[0])]
    column, cells = max(leading or stacks, key=lambda entry: len(entry[1]))
    bands = [(box[1], box[3]) for box in cells]
    if not _is_whole(column):
        bands = lines_of_cells(sheet, columns, (header[3], floor))
        bands = [
            (bands[place][0], bands[place + column.levels - 1][1])
            for place in range(0, len(bands) - column.levels + 1, column.levels)
        ]
    else:
        most = max((stack for one, stack in stacks if _is_whole(one)), key=len)
        bands += [
            (box[1], box[3]) for box in most if all(box[3] <= top + 8 or box[1] >= bottom - 8 for top, bottom in bands)
        ]
        bands.sort()
    reached, kept = header[3], []
    for top, bottom in bands:
        headed = any(reached - 8 <= high and low <= top + 8 for high, low in breaks)
        if top - reached > (_HEADED_GAP if headed else _CELL_GAP) * (bottom - top):
            break
        kept.append((top, bottom))
        reached = bottom
    return kept


def _is_whole(column: Column) -> bool:
    """Whether a record has one cell in `column`."""
    return column.levels == 1 or column.stacked


def lines_of_cells(sheet: Sheet, columns: Sequence[Column], band: Band) -> list[Band]:
    """Rows of cells in `band` below each other, cells that are as high as several of them apart."""
    left, right = min(column.left for column in columns), max(column.right for column in columns)
    inside = sorted(
        (box[1], box[3])
        for box in sheet.cells
        if box[1] >= band[0] - 8
        and box[3] <= band[1] + 8
        and left - 8 <= box[0]
        and box[2] <= right + 8
        and not _holds_others(sheet, box)
    )
    lines: list[Band] = []
    for top, bottom in inside:
        if not lines or top >= lines[-1][1] - 8:
            lines.append((top, bottom))
    return lines


def _holds_others(sheet: Sheet, box: Box) -> bool:
    """Whether two cells or more stand below each other beside `box`, within its height."""
    lower = [one for one in sheet.cells if box[1] - 8 <= one[1] and one[3] <= box[3] + 8 and one != box]
    return any(one[3] <= other[1] + 8 for one in lower for other in lower)


def _cells_below(sheet: Sheet, column: Column, top: int, floor: int) -> list[Box]:
    wide = column.right - column.left
    found = [
        box
        for box in sheet.cells
        if box[1] >= top - 8
        and box[3] <= floor + 8
        and shared(column.left, column.right, box[0], box[2]) >= 0.8
        and 0.6 * wide <= box[2] - box[0] <= 1.35 * wide
    ]
    found.sort(key=lambda box: (box[1], -(box[3] - box[1])))
    apart: list[Box] = []
    for box in found:  # a cell within a cell is part of it
        if not apart or box[1] >= apart[-1][3] - 8:
            apart.append(box)
    return apart


def open_bands(
    sheet: Sheet, columns: Sequence[Column], header: Box, floor: int, key: Sequence[str], breaks: Sequence[Band] = ()
) -> tuple[list[Band], bool]:
    """Bands of rows that no upright rules part: ruled from side to side, or told by their dates, or by their lines.

    With them, whether it is plain where one ends and the next begins.
    """
    ruled = _ruled_across(sheet, header, floor)
    lines = _lines_below(sheet, header, ruled[0][1] + 8 if ruled else floor, breaks)
    if len(ruled) >= 2 and not _holds_several(ruled[0], _by_periods(lines, columns)):
        return ruled, True
    if len(ruled) < 2:
        lines = _lines_below(sheet, header, floor, breaks)
    records = _by_periods(lines, columns) or _by_key(lines, columns, key)
    if not records:
        return [], True
    parted = [_between(lines, one, two) for one, two in pairwise(records)]
    edges = [header[3] - 4, *(edge for edge, _ in parted), _end(lines, records[-1])]
    return list(pairwise(edges)), all(plain for _, plain in parted)


def _holds_several(band: Band, periods: Sequence[Band]) -> bool:
    """Whether several periods stand in one `band`: a rule around all records, and not one of them."""
    return sum(band[0] <= (top + bottom) / 2 <= band[1] for top, bottom in periods) > 1


def _between(lines: Sequence[Sequence[Text]], one: Band, other: Band) -> tuple[int, bool]:
    """Where the record of band `one` ends: in the widest gap between its lines and those of the next, if one is widest.

    A cell of three lines reaches far below the one line of its period, or as far above as below.
    """
    taken = sorted({(text.box[1], text.box[3]) for line in lines for text in line if text.box[1] < other[0]})
    gaps: list[Band] = []
    reach = one[1]
    for top, bottom in [*taken, other]:
        if top > reach:
            gaps.append((reach, top))
        reach = max(reach, bottom)
    if not gaps:
        return (one[1] + other[0]) // 2, False
    order = sorted(gaps, key=lambda gap: gap[0] - gap[1])
    widest = order[0][1] - order[0][0]
    plain = len(order) == 1 or widest >= _CLEAR * (order[1][1] - order[1][0])
    return (order[0][0] + order[0][1]) // 2, plain


def _ruled_across(sheet: Sheet, header: Box, floor: int) -> list[Band]:
    """Cells as wide as the whole table, one under the other right below the labels."""
    wide = header[2] - header[0]
    cells = sorted(
        (
            box
            for box in sheet.cells
            if box[1] >= header[3] - 8
            and box[3] <= floor + 8
            and shared(header[0], header[2], box[0], box[2]) >= 0.9
            and box[2] - box[0] >= 0.9 * wide
        ),
        key=lambda box: box[1],
    )
    bands: list[Band] = []
    reached = header[3]
    for box in cells:
        if box[1] < reached - 8:
            continue
        if box[1] - reached > _CELL_GAP * (box[3] - box[1]):
            break
        bands.append((box[1], box[3]))
        reached = box[3]
    return bands


def _lines_below(sheet: Sheet, header: Box, floor: int, breaks: Sequence[Band]) -> list[list[Text]]:
    """Lines of text under the labels, down to a wide gap or a line that runs across the columns; no headings."""
    below = sorted(
        (
            text
            for text in sheet.texts
            if header[3] - 4 <= text.box[1] and text.box[3] <= floor and squeeze(text.text) and not sums_up(text)
        ),
        key=lambda text: text.box[1] + text.box[3],
    )
    lines: list[list[Text]] = []
    for text in below:
        if lines and in_one_row(lines[-1][0].box, text.box):
            lines[-1].append(text)
        else:
            lines.append([text])
    kept: list[list[Text]] = []
    reached = header[3]
    for line in lines:
        if any(is_in(breaks, text) for text in line):
            reached = max(reached, *(text.box[3] for text in line))
            continue
        tall = max(text.piece.height for text in line)
        wide = max(text.box[2] - text.box[0] for text in line)
        if min(text.box[1] for text in line) - reached > _ROW_GAP * tall or wide > 0.55 * (header[2] - header[0]):
            break
        kept.append(line)
        reached = max(text.box[3] for text in line)
    return kept


def sums_up(text: Text) -> bool:
    """Whether a text is a sum under the rows (`합계 12건`, `참여개월 합계 44`): no part of the last of them."""
    words = "".join(char for char in squeeze(text.text) if not char.isdigit())
    return len(words) <= _LONGEST_SUM and any(sign in words for sign in _SUMS)


def is_in(breaks: Sequence[Band], text: Text) -> bool:
    """Whether `text` stands on the line of one of `breaks`."""
    return any(top <= (text.box[1] + text.box[3]) / 2 <= bottom for top, bottom in breaks)


def _by_periods(lines: Sequence[Sequence[Text]], columns: Sequence[Column]) -> list[Band]:
    """One band for each period: a record has one, on one line or with its end below its beginning."""
    column = next((one for one in columns if one.field in ("from+to", "from")), None)
    if column is None:
        return []
    dated = [
        (text.box[1], text.box[3], len(find_days(text.text)), text.text)
        for line in lines
        for text in line
        if column.left <= (text.box[0] + text.box[2]) / 2 <= column.right
        and sum(char.isdigit() for char in text.text) >= _DIGITS_OF_A_DATE
    ]
    bands: list[Band] = []
    opened = False
    for top, bottom, count, printed in dated:
        ends = column.field == "from+to" and opened and (count == 1 or printed.lstrip()[:1] in "~-–—∼")
        if ends and bands:
            bands[-1] = (bands[-1][0], bottom)
            opened = False
            continue
        bands.append((top, bottom))
        opened = count < 2
    return bands


def _by_key(lines: Sequence[Sequence[Text]], columns: Sequence[Column], key: Sequence[str]) -> list[Band]:
    """One band for each line that fills the columns of `key` and two more at least."""
    bands = []
    for line in lines:
        filled = {
            column.field
            for text in line
            for column in columns
            if column.left <= (text.box[0] + text.box[2]) / 2 <= column.right
        }
        if {name for name in key if any(column.field == name for column in columns)} <= filled and len(filled) >= 2:
            bands.append((min(text.box[1] for text in line), max(text.box[3] for text in line)))
    return bands


def _end(lines: Sequence[Sequence[Text]], last: Band) -> int:
    """Where the last record ends: as far below its middle as a line that still belongs to it can stand."""
    heights = sorted(text.piece.height for line in lines for text in line)
    return last[1] + round(1.2 * heights[len(heights) // 2])
