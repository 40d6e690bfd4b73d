"""Rows under column labels, over one page or several, with or without ruled cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import DECOY, Anchor, Label, find_labels
from services.verify.reading.layout.neighbours import around, in_one_row, shared
from services.verify.reading.layout.open_levels import lines_of_texts
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.second_language import in_two_languages
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.layout.table_bands import Band, lines_of_cells, open_bands, ruled_bands, sums_up
from services.verify.reading.layout.table_columns import Column, columns_of, moved_columns
from services.verify.reading.layout.table_header import Header, find_headers, lines_in
from services.verify.reading.sheets import Sheet
from services.verify.values.periods import find_days

_END_MARKS = ("이하여백", "이하빈칸", "끝", "계", "합계", "소계", "총계")
_SMALL = 0.45
"""Of a line's height: unread marks that are lower are dust."""
_SAME_LINE = 0.5
_MOST_DATES_WITHOUT_ROWS = 2
"""A further page with more dates than these holds rows, found or not."""

Row = Mapping[str, Spot]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One part of a table: the rows below one head, or those that go on at the top of a further page."""

    page: int
    """Index of the sheet."""
    header: Box
    """Around its column labels; the top edge of the first row where the part has no labels."""
    rows: tuple[Row, ...]
    """For each row the spot of each column; a column without text has a spot without lines."""
    complete: bool
    """Whether every line of text under the head belongs to a row."""
    used: frozenset[int]
    """Indexes of the texts that belong to head and rows."""


def find_tables(
    sheets: Sequence[Sheet],
    labels: Sequence[Label],
    key: Sequence[str],
    headings: Sequence[Anchor] = (),
    ends: Sequence[tuple[int, int]] = (),
    *,
    fewest: int = 3,
) -> list[FoundTable]:
    """Every part of the table with columns `labels`, in printed order; real rows fill all columns of `key`.

    A table is printed again and again on papers of several pages, once for each employer perhaps, and goes on at the
    top of a page without its labels. `headings` are labels of lines that may stand between the rows and are none;
    `ends` (page, upper edge) are lines below which other parts of the paper begin. `fewest` different columns make a
    head.
    """
    anchors = find_labels(sheets, labels)
    parts: list[FoundTable] = []
    known: tuple[Column, ...] = ()
    for page, sheet in enumerate(sheets):
        headers = [
            header
            for header in in_two_languages(
                sheet, find_headers(sheet, page, anchors, labels, fewest), [one for one in anchors if one.page == page]
            )
            if set(key) & set(header.fields) or header.understood(sheet)  # else labels with their values beside them
        ]
        breaks = [(one.box[1] - 8, one.box[3] + 8) for one in headings if one.page == page]
        first = headers[0].box[1] if headers else sheet.gray.shape[0]
        if parts and (going_on := _going_on(sheet, page, known, first, key, breaks)):
            parts.append(going_on)
        for place, header in enumerate(headers):
            floor = headers[place + 1].box[1] if place + 1 < len(headers) else sheet.gray.shape[0]
            floor = min([floor, *(top for where, top in ends if where == page and top >= header.box[3])])
            columns = columns_of(sheet, header, floor)
            below = [band for band in breaks if band[0] >= header.box[3] - 8]
            parts.append(_part(sheet, page, header, columns, floor, key, below))
            known = columns if len(columns) >= len(known) or not known else known
    return _without_gaps(sheets, parts)


def _part(
    sheet: Sheet,
    page: int,
    header: Header,
    columns: Sequence[Column],
    floor: int,
    key: Sequence[str],
    breaks: Sequence[Band],
) -> FoundTable:
    """The rows below `header`, down to `floor`."""
    plain = True
    if header.ruled:
        bands = ruled_bands(sheet, columns, header.box, floor, key, breaks)
    else:
        bands, plain = open_bands(sheet, columns, header.box, floor, key, breaks)
    bands = [band for band in bands if not _is_heading(band, breaks)]
    pieces = frozenset(index for head in header.heads for index in head.pieces)
    pieces |= header.over
    found = _rows(sheet, page, columns, bands, header.box, key, pieces)
    return found if plain and header.understood(sheet) else replace(found, complete=False)


def _is_heading(band: Band, breaks: Sequence[Band]) -> bool:
    """Whether the middle of one of `breaks` lies in `band`."""
    return any(band[0] <= (top + bottom) / 2 <= band[1] for top, bottom in breaks)


def _going_on(
    sheet: Sheet, page: int, known: Sequence[Column], floor: int, key: Sequence[str], breaks: Sequence[Band]
) -> FoundTable | None:
    """Rows above `floor` with the very columns of the part before, but no labels of their own."""
    moved = moved_columns(sheet, known, floor)
    if moved is None:
        return None
    columns, top = moved
    left, right = columns[0].left, max(column.right for column in columns)
    bands = ruled_bands(sheet, columns, (left, top, right, top), floor, key, breaks)
    bands = [band for band in bands if not _is_heading(band, breaks)]
    bands = bands[_misread_labels(sheet, columns, bands) :]
    found = _rows(sheet, page, columns, bands, (left, top, right, top), key, frozenset())
    return found if found.rows or not found.complete else None


def _misread_labels(sheet: Sheet, columns: Sequence[Column], bands: Sequence[tuple[int, int]]) -> int:
    """1 where the first band holds labels that nobody could read: no digit stands in it."""
    if not bands:
        return 0
    texts = [sheet.texts[index].text for column in columns for index in _inside(sheet, column, bands[0])]
    return int(not any(char.isdigit() for text in texts for char in text))


def _rows(
    sheet: Sheet,
    page: int,
    columns: Sequence[Column],
    bands: Sequence[tuple[int, int]],
    header: Box,
    key: Sequence[str],
    labels: frozenset[int],
) -> FoundTable:
    rows: list[Row] = []
    used, complete = set(labels), True
    for band in bands:
        row, inside, whole = _row(sheet, page, columns, band)
        if any(_is_end(spot.text) for spot in row.values()):
            break
        filled = {field for field, spot in row.items() if spot.lines}
        if not filled:
            continue
        complete = complete and whole
        wanted = {name for name in key if name in row}
        if wanted and filled == wanted and len(columns) > len(wanted) + 1 and rows:
            rows[-1] = _continued(rows[-1], row, wanted)  # a long name that runs on in a row of its own
        elif wanted <= filled or len(filled) >= 3:
            complete = complete and wanted <= filled
            rows.append(row)
        else:
            complete = complete and len(filled) < 2
            continue
        used |= inside
    return FoundTable(page, header, tuple(rows), complete, frozenset(used))


def _row(sheet: Sheet, page: int, columns: Sequence[Column], band: tuple[int, int]) -> tuple[Row, set[int], bool]:
    """The spots of one band, the texts in them, and whether none of its texts runs over several columns."""
    row: dict[str, Spot] = {}
    used: set[int] = set()
    whole = True
    for column in columns:
        line = _line(sheet, columns, column, band)
        indexes = [index for index in _inside(sheet, column, line) if not _dust(sheet, index)]
        indexes = _on_open_level(indexes, sheet, columns, column, band)
        crossing = [index for index in indexes if _crosses(sheet, index, column)]
        whole = whole and not crossing
        if column.field == DECOY:
            used.update(indexes)
            continue
        lines = lines_in(sheet, indexes) if not crossing else []
        if line is band:
            lines = _of_level(lines, sheet, column, band)
        place = (column.left, line[0], column.right, line[1])
        texts = tuple(sheet.texts[index] for index in lines)
        row[column.field] = Spot(column.field, page, texts, around([text.box for text in texts]) if texts else place)
        used.update(lines)
    return row, used, whole


def _line(sheet: Sheet, columns: Sequence[Column], column: Column, band: tuple[int, int]) -> tuple[int, int]:
    """The line of a record in which `column` stands; all of `band` where that is not plain."""
    if column.levels == 1 or column.stacked:
        return band
    lines = lines_of_cells(sheet, columns, band)
    return lines[column.level] if len(lines) == column.levels else band


def _inside(sheet: Sheet, column: Column, band: tuple[int, int]) -> list[int]:
    """Texts whose middle lies in the column and band; of a cell that spans several bands, all its texts."""
    found = []
    for index, text in enumerate(sheet.texts):
        across = (text.box[0] + text.box[2]) / 2
        if not column.left <= across <= column.right or (sums_up(text) and not _is_end(text.text)):
            continue
        if band[0] <= (text.box[1] + text.box[3]) / 2 <= band[1] or _spans(sheet, text.piece.cell, column, band):
            found.append(index)
    return found


def _spans(sheet: Sheet, cell: int | None, column: Column, band: tuple[int, int]) -> bool:
    """Whether `cell` is one of this column that several rows share (one client for three projects)."""
    if cell is None or not column.ruled:
        return False
    box = sheet.cells[cell]
    if box[2] - box[0] > 1.35 * (column.right - column.left):
        return False
    return box[1] <= band[0] + 8 and box[3] >= band[1] - 8


def _crosses(sheet: Sheet, index: int, column: Column) -> bool:
    left, _, right, _ = sheet.texts[index].box
    outside = max(0.0, column.left - left) + max(0.0, right - column.right)
    return outside > 0.3 * (right - left)


def _of_level(indexes: list[int], sheet: Sheet, column: Column, band: tuple[int, int]) -> list[int]:
    """Of the texts of one record those of the column's own level, where several labels stand over each other."""
    if column.levels == 1 or not column.ruled:
        return indexes
    cells = sorted(
        (box for box in sheet.cells if _in_stack(box, column, band)),
        key=lambda box: box[1],
    )
    if len(cells) == column.levels:
        top, bottom = cells[column.level][1], cells[column.level][3]
        return [
            index for index in indexes if top <= (sheet.texts[index].box[1] + sheet.texts[index].box[3]) / 2 <= bottom
        ]
    lines = _by_lines(sheet, indexes)
    return lines[column.level] if len(lines) == column.levels else []


def _on_open_level(
    indexes: list[int], sheet: Sheet, columns: Sequence[Column], column: Column, band: tuple[int, int]
) -> list[int]:
    """`indexes` on the line of `column` in a record that no rules part; none where it has more or fewer lines."""
    if column.levels == 1 or column.ruled:
        return indexes
    stacked = [(one.left, 0, one.right, 0) for one in columns if one.levels == column.levels]
    lines = lines_of_texts(sheet, stacked, band)
    if len(lines) != column.levels:
        return []
    top, bottom = lines[column.level]
    return [index for index in indexes if shared(top, bottom, *sheet.texts[index].box[1::2]) >= _SAME_LINE]


def _by_lines(sheet: Sheet, indexes: Sequence[int]) -> list[list[int]]:
    """`indexes` of texts in reading order, those of one line together."""
    lines: list[list[int]] = []
    for index in indexes:
        box, last = sheet.texts[index].box, sheet.texts[lines[-1][0]].box if lines else None
        if last is not None and in_one_row(last, box):
            lines[-1].append(index)
        else:
            lines.append([index])
    return lines


def _in_stack(box: Box, column: Column, band: tuple[int, int]) -> bool:
    return (
        shared(box[0], box[2], column.left, column.right) >= 0.8
        and box[2] - box[0] <= 1.35 * (column.right - column.left)
        and box[1] >= band[0] - 8
        and box[3] <= band[1] + 8
    )


def _dust(sheet: Sheet, index: int) -> bool:
    """Whether an unread mark is too small for a letter of this sheet."""
    text = sheet.texts[index]
    if text.text or not text.reader:
        return False
    heights = sorted(other.piece.height for other in sheet.texts if other.text)
    return bool(heights) and text.piece.height < _SMALL * heights[len(heights) // 2]


def _continued(row: Row, more: Row, fields: set[str]) -> Row:
    joined = dict(row)
    for field in fields:
        lines = (*row[field].lines, *more[field].lines)
        joined[field] = replace(row[field], lines=lines, box=around([line.box for line in lines]))
    return joined


def _without_gaps(sheets: Sequence[Sheet], parts: Sequence[FoundTable]) -> list[FoundTable]:
    """`parts`, the last of them incomplete where a page after the first holds dates but no rows."""
    if not parts:
        return []
    pages = {part.page for part in parts}
    lost = any(
        sum(len(find_days(text.text)) for text in sheet.texts) > _MOST_DATES_WITHOUT_ROWS
        for page, sheet in enumerate(sheets)
        if page > min(pages) and page not in pages
    )
    lost = lost or periods_left(sheets, parts)
    return [*parts[:-1], replace(parts[-1], complete=parts[-1].complete and not lost)]


def periods_left(sheets: Sequence[Sheet], parts: Sequence[FoundTable]) -> bool:
    """Whether a period (`2012.03.01 ~ 2013.04.05`) stands on these sheets that no row holds: a row was not found."""
    used = {(part.page, index) for part in parts for index in part.used}
    return any(
        len(find_days(text.text)) > 1
        for page, sheet in enumerate(sheets)
        for index, text in enumerate(sheet.texts)
        if (page, index) not in used
    )


def _is_end(text: str) -> bool:
    letters = squeeze(text)
    return letters in _END_MARKS or "이하여백" in letters or "이하빈칸" in letters


__all__ = ["FoundTable", "find_tables", "periods_left"]
