"""Which numbers a label of a score may mean: in its row, its column or its box, and none of a table of percentiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, squeeze
from services.verify.reading.layout.neighbours import neighbour_below, shared, texts_in_cell
from services.verify.reading.sheets import Sheet, Text


def _squeezed(*words: str) -> tuple[str, ...]:
    return tuple(map(squeeze, words))


_SAME_ROW = 0.5
_FAR_BELOW = 8
"""Line heights below a label in which a number of its column may stand."""
_OUT_OF = _squeezed(
    "만점", "범위", "满分", "満点", "fullscore",
    "maximum", "maxscore", "max", "scorerange", "range", "배점", "possible",
    "barème", "notemaximale", "máximo", "puntuaciónmáxima", "minimum", "mínimo", "minimale", "seuil", "過点", "合格点",
)  # fmt: skip
_PERCENT = _squeezed(
    "백분위", "percentile", "percentilerank", "百分", "백분율", "rank", "석차", "평균", "average", "mean", "平均",
    "moyenne", "전체응시자", "정답률", "順位",
)  # fmt: skip
_MINE = _squeezed(
    "점수", "score", "yourscore", "你的分数", "得分", "취득점수", "scaledscore", "成绩", "득점", "point", "points",
    "得点", "noteobtenue", "puntuación", "calificación", "본인",
)  # fmt: skip
_NEVER = 2
_RANGE = re.compile(r"^\W*(?:[0-9]{1,3}\s*)?[-~–—∼～]\s*[0-9]{1,4}\W*$")
"""`0 - 200`, `5~495`: what a score can be."""
_PERCENTILE_ROW = 5
"""So many numbers beside one label are a table of percentiles, not a score."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be the score."""

    text: Text
    """The piece."""
    doubt: int
    """0 under or beside `점수`, 1 elsewhere, more where the label is likelier to mean another number."""


def score_candidates(sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Candidate]:
    """Numbers in the label's row, or else in its column or box; none under `만점` or in a percentile table.

    Those under `점수` are least doubtful; a label that stands right of other labels heads a column.
    """
    if _announces(_PERCENT, _head_of_row(sheet, anchor.box)):
        return
    found = [(_doubt(_header_above(sheet, text)), text) for text in _row_right(sheet, anchor.box, labels)]
    if len(found) >= _PERCENTILE_ROW:
        return
    yield from _plausible(found)
    if found:
        return
    column = _column_below(sheet, anchor.box, labels)
    if len(column) >= _PERCENTILE_ROW:
        return
    found = [(_doubt(_header_left(sheet, text)), text) for text in column]
    yield from _plausible(found)
    if not found:
        yield from _plausible([(1, text) for text in _box_below(sheet, anchor, labels)])


def _plausible(found: list[tuple[int, Text]]) -> Iterator[Candidate]:
    for doubt, text in found:
        if doubt < _NEVER and not _RANGE.match(text.text) and not _announces(_OUT_OF, squeeze(text.text)):
            yield Candidate(text, doubt)


def _row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    row = []
    for index, text in sorted(enumerate(sheet.texts), key=lambda entry: entry[1].box[0]):
        if text.box[0] >= box[2] - 2 and shared(box[1], box[3], text.box[1], text.box[3]) >= _SAME_ROW:
            if index in labels:
                break
            if any(char.isdigit() for char in text.text) or not text.text:
                row.append(text)
    return row


def _column_below(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    middle = (box[0] + box[2]) / 2
    column = []
    for index, text in enumerate(sheet.texts):
        if index in labels or text.box[1] < box[3] - 2 or not any(char.isdigit() for char in text.text):
            continue
        if text.box[0] - 4 <= middle <= text.box[2] + 4 or shared(box[0], box[2], text.box[0], text.box[2]) >= 0.4:
            column.append(text)
    return [text for text in column if text.box[1] - box[3] <= _FAR_BELOW * (box[3] - box[1])]


def _box_below(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """Numbers in the cell of the label or in the one below it, wherever they stand in it; the largest first."""
    cell = sheet.texts[anchor.index].piece.cell
    if cell is None:
        return _zone_below(sheet, anchor, labels)
    cells = [cell] if (under := neighbour_below(sheet.cells, cell)) is None else [cell, under]
    found = [
        text
        for place in cells
        for index, text in texts_in_cell(sheet, place)
        if index not in labels and text.box[1] >= anchor.box[3] - 2 and any(char.isdigit() for char in text.text)
    ]
    return sorted(found, key=lambda text: -text.piece.height)


def _zone_below(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """Numbers below a label up to the next label right of it: a wide box whose rules were not found."""
    height = anchor.box[3] - anchor.box[1]
    row = [
        sheet.texts[index].box[0]
        for index in labels
        if sheet.texts[index].box[0] > anchor.box[2]
        and shared(anchor.box[1], anchor.box[3], sheet.texts[index].box[1], sheet.texts[index].box[3]) >= _SAME_ROW
    ]
    left, right = anchor.box[0] - height, min(row) if row else sheet.gray.shape[1]
    found = [
        text
        for index, text in enumerate(sheet.texts)
        if index not in labels
        and 0 <= text.box[1] - anchor.box[3] <= _FAR_BELOW * height
        and left <= text.box[0]
        and text.box[2] <= right
        and any(char.isdigit() for char in text.text)
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
        if other.box[2] <= text.box[0]
        and shared(text.box[1], text.box[3], other.box[1], other.box[3]) >= _SAME_ROW
        and _is_heading(other)
    ]
    return _heading(max(row, key=lambda other: other.box[2])) if row else ""


def _head_of_row(sheet: Sheet, box: Box) -> str:
    """The words at the very left of the row of a label: what a table of averages says in its corner."""
    row = [
        other
        for other in sheet.texts
        if other.box[2] <= box[0]
        and shared(box[1], box[3], other.box[1], other.box[3]) >= _SAME_ROW
        and _is_heading(other)
    ]
    return _heading(min(row, key=lambda other: other.box[0])) if row else ""


def _is_heading(text: Text) -> bool:
    return "%" in text.text or any(char.isalpha() for char in text.text)


def _heading(text: Text) -> str:
    return squeeze(text.text) + ("%" if "%" in text.text else "")


def _announces(words: tuple[str, ...], header: str) -> bool:
    return any(word in header for word in words)


def _doubt(header: str) -> int:
    if "%" in header or _announces(_PERCENT, header) or _announces(_OUT_OF, header):
        return _NEVER
    return 0 if _announces(_MINE, header) else 1
