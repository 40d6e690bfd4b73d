"""Which numbers a label of a score may mean: in its row, its column or its box, and none of a table of percentiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor
from services.verify.reading.layout.neighbours import (
    in_one_row,
    neighbour_below,
    shared,
    starts_right_of,
    texts_in_cell,
)
from services.verify.reading.layout.score_text import (
    OUT_OF,
    announces,
    goes_on,
    holds_number,
    is_words,
    may_be_score,
    squeezed,
)
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text, sentences

_FAR_BELOW = 8
"""Line heights below a label in which a number of its column may stand."""
_HIGHEST_ROW = 5.0
"""Line heights of a label up to which its cell is a row of a table and no frame around many."""
_CAPTION, _FAR_CAPTION, _LARGER = 1.2, 4.0, 1.3
"""Line heights of a figure down to its caption, also of one this much higher than the caption."""
_PERCENT = squeezed(
    "백분위", "percentile", "percentilerank", "百分", "백분율", "rank", "석차", "평균", "average", "mean", "平均",
    "moyenne", "전체응시자", "정답률", "順位",
)  # fmt: skip
_MINE = squeezed(
    "점수", "score", "yourscore", "你的分数", "得分", "취득점수", "scaledscore", "成绩", "득점", "point", "points",
    "得点", "noteobtenue", "puntuación", "calificación", "본인",
)  # fmt: skip
_OWN = squeezed(
    "yourscore", "你的分数", "得分", "취득", "획득", "득점", "得点", "obtenue", "obtenida", "obtained", "본인"
)
"""Heads of columns that cannot be half of another head (`Full` `Score`)."""
_NEVER = 2
_PERCENTILE_ROW = 5
"""So many numbers beside one label are a table of percentiles, not a score."""
_TICK = 0.5
"""Numbers lower than this part of their label are the marks of a scale."""
_TALLEST_FRAME, _WIDEST_FRAME = 24.0, 0.5
"""Line heights of a label, and share of the page's width, up to which a cell is a tile with one score."""
_LOWER, _SAME = 0.7, 0.9
"""Of the height of a row: what is no row of the same table; of its width: what stands in one column."""
_FARTHER = 3.0
"""How many times as far right of a label as below it a number may stand before the latter is thought of too."""
_MOST_LABELS = 3
"""Labels in a tile: of the score in two languages, and of the level; more share a frame."""
_BEST = squeezed("MyBest", "Highest section scores", "최고점수")
"""Headings of scores put together from several sittings."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be the score."""

    text: Text
    """The piece."""
    doubt: int
    """0 under or beside `점수`, 1 elsewhere, more where the label is likelier to mean another number."""
    rank: int = 1
    """0 where a head says that the number is the holder's own, or where it stands alone."""


def score_candidates(sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Candidate]:
    """Numbers in the label's row, or else in its column or box; none under `만점` or in a percentile table.

    Those under `점수` are least doubtful; a label that stands right of other labels heads a column.
    """
    if announces(_PERCENT, _head_of_row(sheet, anchor.box)) or _of_several_sittings(sheet, anchor.box):
        return
    tile = _only_one_in_tile(sheet, anchor, labels)
    if tile is not None:
        yield Candidate(tile, 0, 0)
        return
    row = [
        text
        for text in _row_right(sheet, _row_of(sheet, anchor, labels), labels)
        if text.piece.height >= _TICK * sheet.texts[anchor.index].piece.height
        and not _is_captioned(sheet, text, labels - {anchor.index})
    ]
    if len(row) >= _PERCENTILE_ROW:
        return
    found = [(_header_above(sheet, text), text) for text in row if may_be_score(text)]
    yield from _plausible(found)
    least = _TICK * sheet.texts[anchor.index].piece.height
    column = [
        text for text in _column_below(sheet, anchor.box, labels) if may_be_score(text) and text.piece.height >= least
    ]
    if any(text.text and not _is_far(anchor, text, column) for _, text in found):
        return
    if len(column) >= _PERCENTILE_ROW:
        return
    found = [(_header_left(sheet, text), text) for text in column]
    yield from _larger_first(_plausible(found))
    if not found:
        below = [
            text for text in _box_below(sheet, anchor, labels) if may_be_score(text) and text.piece.height >= least
        ]
        found = [(_header_left(sheet, text), text) for text in below]
        yield from _plausible(found, least=1)
    if not found:
        yield from _plausible([("", text) for text in _right_above(sheet, anchor, labels)])


def _is_far(anchor: Anchor, number: Text, column: list[Text]) -> bool:
    """Whether `number`, right of its label, stands so much farther off than one below it that both are thought of."""
    below = min((text.box[1] - anchor.box[3] for text in column), default=None)
    return below is not None and number.box[0] - anchor.box[2] > _FARTHER * max(below, anchor.box[3] - anchor.box[1])


def _row_of(sheet: Sheet, anchor: Anchor, labels: set[int]) -> Box:
    """The label with the row of the table that it stands in: its cell, or the lines of a label in two languages."""
    left, top, right, bottom = anchor.box
    tall = bottom - top
    cell = sheet.texts[anchor.index].piece.cell
    low = cell is not None and sheet.cells[cell][3] - sheet.cells[cell][1] <= _HIGHEST_ROW * tall
    if cell is not None and low and not _holds_rows(sheet, anchor, cell, labels):
        return left, sheet.cells[cell][1], right, sheet.cells[cell][3]
    for index, other in enumerate(sheet.texts):
        gap = max(other.box[1] - bottom, top - other.box[3])
        figure = may_be_score(other) and other.piece.height >= _TICK * sheet.texts[anchor.index].piece.height
        beside = index not in labels and not figure and shared(left, right, other.box[0], other.box[2]) >= 0.5
        if beside and -0.3 * tall <= gap <= 0.9 * tall and other.piece.width <= 2.5 * (right - left):
            return left, min(top, other.box[1]), right, max(bottom, other.box[3])
    return anchor.box


def _holds_rows(sheet: Sheet, anchor: Anchor, cell: int, labels: set[int]) -> bool:
    """Whether labels stand above or below `anchor` in its cell: rows between which no rule was found."""
    own = sheet.texts[anchor.index].box
    return any(
        index in labels and not in_one_row(text.box, own) and not in_one_row(text.box, anchor.box)
        for index, text in texts_in_cell(sheet, cell)
    )


def _is_captioned(sheet: Sheet, figure: Text, labels: set[int]) -> bool:
    """Whether one of `labels` stands right below `figure` as its caption, lower than it: then it is that label's."""
    below = (sheet.texts[index] for index in labels)
    return any(
        -2 <= label.box[1] - figure.box[3] <= _CAPTION * figure.piece.height
        and figure.piece.height >= _LARGER * label.piece.height
        and shared(figure.box[0], figure.box[2], label.box[0], label.box[2]) >= 0.5
        for label in below
    )


def _of_several_sittings(sheet: Sheet, box: Box) -> bool:
    """Whether a heading above a label says that its scores are the best of several sittings."""
    return any(
        text.box[3] <= box[1] and shared(text.box[0], text.box[2], box[0], box[2]) >= 0.5
        for text in sheet.texts
        if squeeze(text.text).startswith(_BEST)
    )


def _only_one_in_tile(sheet: Sheet, anchor: Anchor, labels: set[int]) -> Text | None:
    """The number in the box of a label that holds no other as large, above the label or below it, or None."""
    cell = sheet.texts[anchor.index].piece.cell
    if cell is None:
        return None
    left, top, right, bottom = sheet.cells[cell]
    tall = sheet.texts[anchor.index].piece.height
    row_of_table = bottom - top <= _HIGHEST_ROW * tall
    if row_of_table or bottom - top > _TALLEST_FRAME * tall or right - left > _WIDEST_FRAME * sheet.gray.shape[1]:
        return None
    numbers = [
        text
        for index, text in texts_in_cell(sheet, cell)
        if index not in labels and text.text and may_be_score(text) and text.piece.height >= _TICK * tall
    ]
    numbers.sort(key=lambda text: -text.piece.height)
    alone = numbers[:1] if len(numbers) == 1 or (numbers and _stands_out(numbers)) else []
    crowded = sum(index in labels for index, _ in texts_in_cell(sheet, cell)) > _MOST_LABELS
    return alone[0] if alone and alone[0].piece.height >= tall and not crowded else None


def _stands_out(numbers: list[Text]) -> bool:
    """Whether the first of `numbers` is clearly larger than the others: the score, above what can be reached."""
    return numbers[0].piece.height >= _LARGER * numbers[1].piece.height


def _right_above(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """The number right above the label, as large as it or larger: a figure with its caption.

    One clearly larger may stand farther off, in a ring or on a plate, with nothing between.
    """
    tall = anchor.box[3] - anchor.box[1]
    over = [
        (index, text)
        for index, text in enumerate(sheet.texts)
        if -2 <= anchor.box[1] - text.box[3] <= _FAR_CAPTION * text.piece.height
        and shared(anchor.box[0], anchor.box[2], text.box[0], text.box[2]) >= 0.4
        and squeeze(text.text)
    ]
    if not over:
        return []
    index, figure = max(over, key=lambda entry: entry[1].box[3])
    larger = _CAPTION if figure.piece.height < _LARGER * tall else _FAR_CAPTION
    near = anchor.box[1] - figure.box[3] <= larger * figure.piece.height
    return [figure] if near and index not in labels and figure.piece.height >= 0.9 * tall else []


def _plausible(found: list[tuple[str, Text]], least: int = 0) -> Iterator[Candidate]:
    """The numbers of `found` whose heads announce no other number, at `least` so doubtful."""
    left = [(head, text) for head, text in found if _doubt(head) < _NEVER and may_be_score(text)]
    for head, text in left:
        yield Candidate(text, max(least, _doubt(head)), 0 if announces(_OWN, head) or len(left) == 1 else 1)


def _larger_first(found: Iterator[Candidate]) -> Iterator[Candidate]:
    """`found`, more doubtful where another number of the column is clearly larger: that is the score.

    Only figures are compared: a unit behind one is higher than they are.
    """
    candidates = list(found)
    figures = [candidate for candidate in candidates if not any(map(str.isalpha, candidate.text.text))]
    tallest = max((candidate.text.piece.height for candidate in figures), default=0)
    for candidate in candidates:
        small = candidate in figures and candidate.text.piece.height * _LARGER <= tallest
        yield replace(candidate, doubt=candidate.doubt + 1) if small else candidate


def _row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    row: list[Text] = []
    for index, text in sorted(enumerate(sheet.texts), key=lambda entry: entry[1].box[0]):
        if text.box[0] >= box[2] - 2 and in_one_row(box, text.box) and not _in_lower_rows(sheet, box, text):
            if index in labels or (row and is_words(text)) or goes_on(text):
                break
            if holds_number(text) or not text.text:
                row.append(text)
    return row


def _in_lower_rows(sheet: Sheet, row: Box, text: Text) -> bool:
    """Whether `text` stands in a cell much lower than `row`, one of several beside it: the rows of another table."""
    cell = sheet.cells[text.piece.cell] if text.piece.cell is not None else row
    if cell[3] - cell[1] > _LOWER * (row[3] - row[1]):
        return False
    beside = (
        other
        for other in sheet.cells
        if other != cell and shared(cell[0], cell[2], other[0], other[2]) >= _SAME and other[3] > row[1]
    )
    return any(other[1] < row[3] and other[3] - other[1] <= _LOWER * (row[3] - row[1]) for other in beside)


def _column_below(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    middle = (box[0] + box[2]) / 2
    column = []
    prose = sentences(sheet)
    for index, text in enumerate(sheet.texts):
        if index in labels or index in prose or text.box[1] < box[3] - 2 or not holds_number(text):
            continue
        if text.box[0] - 4 <= middle <= text.box[2] + 4 or shared(box[0], box[2], text.box[0], text.box[2]) >= 0.4:
            column.append(text)
    return [text for text in column if text.box[1] - box[3] <= _FAR_BELOW * (box[3] - box[1])]


def _box_below(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """Numbers in the cell of the label or in the one below it, wherever they stand in it; the largest first."""
    cell = sheet.texts[anchor.index].piece.cell
    if cell is None:
        return _zone_below(sheet, anchor, labels, sheet.gray.shape[1])
    prose = sentences(sheet)
    cells = [cell] if (under := neighbour_below(sheet.cells, cell)) is None else [cell, under]
    found = [
        text
        for place in cells
        for index, text in texts_in_cell(sheet, place)
        if index not in labels and index not in prose and text.box[1] >= anchor.box[3] - 2 and holds_number(text)
    ]
    if not found and cells == [cell]:  # a band over a part of the page that no rules part
        return _zone_below(sheet, anchor, labels, sheet.cells[cell][2])
    return sorted(found, key=lambda text: -text.piece.height)


def _zone_below(sheet: Sheet, anchor: Anchor, labels: set[int], end: int) -> list[Text]:
    """Numbers below a label up to the next label right of it or to `end`: a wide box whose rules were not found."""
    height = anchor.box[3] - anchor.box[1]
    row = starts_right_of(sheet, anchor.box, labels)
    left, right = anchor.box[0] - height, min([*row, end])
    prose = sentences(sheet)
    found = [
        text
        for index, text in enumerate(sheet.texts)
        if index not in labels
        and index not in prose
        and 0 <= text.box[1] - anchor.box[3] <= _FAR_BELOW * height
        and left <= text.box[0]
        and text.box[2] <= right
        and holds_number(text)
    ]
    return sorted(found, key=lambda text: -text.piece.height)


def _header_above(sheet: Sheet, text: Text) -> str:
    """The nearest words or percentage above `text` in its column."""
    middle = (text.box[0] + text.box[2]) / 2
    for other in reversed(sheet.texts):
        over = other.box[3] <= text.box[1] + 2 and other.box[0] - 4 <= middle <= other.box[2] + 4
        if over and _is_heading(other) and other.piece.width < 16 * other.piece.height:
            return _heading(other)
    return ""


def _header_left(sheet: Sheet, text: Text) -> str:
    """The nearest words or percentage left of `text` in its row."""
    row = [
        other
        for other in sheet.texts
        if other.box[2] <= text.box[0] and in_one_row(text.box, other.box) and _is_heading(other)
    ]
    return _heading(max(row, key=lambda other: other.box[2])) if row else ""


def _head_of_row(sheet: Sheet, box: Box) -> str:
    """The words at the very left of the row of a label: what a table of averages says in its corner."""
    row = [
        other for other in sheet.texts if other.box[2] <= box[0] and in_one_row(box, other.box) and _is_heading(other)
    ]
    return _heading(min(row, key=lambda other: other.box[0])) if row else ""


def _is_heading(text: Text) -> bool:
    return ("%" in text.text or any(char.isalpha() for char in text.text)) and not may_be_score(text)


def _heading(text: Text) -> str:
    return squeeze(text.text) + ("%" if "%" in text.text else "")


def _doubt(header: str) -> int:
    if "%" in header or announces(_PERCENT, header) or announces(OUT_OF, header):
        return _NEVER
    return 0 if announces(_MINE, header) else 1
