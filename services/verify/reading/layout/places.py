"""From a label to the place of its value: behind it, right of it, or below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, squeeze
from services.verify.reading.layout.neighbours import (
    around,
    neighbour_below,
    neighbour_right,
    shared,
    texts_in_cell,
)
from services.verify.reading.sheets import Sheet, Text
from services.verify.values.text import has_hangul

_SAME_ROW = 0.5
_FAR_RIGHT, _FAR_BELOW = 0.55, 3.2
"""How far right (share of the page's width) and below (line heights) of a label its value may stand without cells."""
_LEGEND_ROWS = 8
_JOIN = 2.2
"""Line heights between two pieces of one value in a row."""

_OUT_OF = ("만점", "满分", "満点", "fullscore", "maximum", "maxscore", "max", "scorerange", "range", "배점", "possible")
_PERCENT = ("백분위", "percentile", "percentilerank", "百分", "백분율", "rank", "석차", "평균", "average", "mean")
_NEVER = 2
_PERCENTILE_ROW = 5
"""So many numbers beside one label are a table of percentiles, not a score."""
_MINE = ("점수", "score", "yourscore", "你的分数", "得分", "취득점수", "scaledscore", "成绩", "득점", "point", "points")


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one value."""

    field: str
    """Field of the declaration."""
    page: int
    """Index of the sheet."""
    lines: tuple[Text, ...]
    """Pieces of the value in reading order; none where the place is empty."""
    box: Box
    """Around the value, in pixels of the sheet."""
    doubt: int = 0
    """0 where the place is plain, more where another place of the same label is likelier."""

    @property
    def text(self) -> str:
        """What the first reader saw there."""
        return " ".join(line.text for line in self.lines if line.text)


def find_places(
    sheets: Sequence[Sheet], anchors: Sequence[Anchor], fields: Iterable[str], parse: Callable[[str, str], str | None]
) -> list[Spot]:
    """The place of each of `fields` that has a label; the first place whose text parses, else the likeliest.

    `parse(field, text)` gives the canonical value or None.
    """
    spots = []
    for name in fields:
        own = sorted((anchor for anchor in anchors if anchor.field == name), key=lambda anchor: not anchor.exact)
        choice = [spot for anchor in own for spot in _candidates(name, sheets[anchor.page], anchor, anchors)]
        if name == "level":
            choice = [spot for spot in choice if not _heads_a_legend(sheets[spot.page], spot, parse)]
        choice.sort(key=lambda spot: spot.doubt)
        parsed = [spot for spot in choice if spot.lines and parse(name, spot.text) is not None]
        filled = [spot for spot in choice if spot.lines]
        if found := (parsed or filled or choice):
            spots.append(found[0])
            if name == "name":
                spots += _name_in_the_other_script(found[0], filled)
    return spots


def _name_in_the_other_script(chosen: Spot, filled: Sequence[Spot]) -> list[Spot]:
    """Beside 성명 a paper may print Name: the place right beside its label that holds the other script, or nothing."""
    others = (spot for spot in filled if not spot.doubt and has_hangul(spot.text) != has_hangul(chosen.text))
    return list(islice(others, 1))


def _heads_a_legend(sheet: Sheet, spot: Spot, parse: Callable[[str, str], str | None]) -> bool:
    """Whether other levels, or short words like them, stand right below: a table of all levels, not the one reached."""
    below = [
        text
        for text in sheet.texts
        if 0 < text.box[1] - spot.box[3] < _LEGEND_ROWS * text.piece.height
        and shared(text.box[0], text.box[2], spot.box[0], spot.box[2]) > 0.3
    ]
    other = {parse(spot.field, text.text) for text in below[:4]} - {None, parse(spot.field, spot.text)}
    return bool(other) or sum(len(squeeze(text.text)) in (1, 2, 3) for text in below[:4]) >= 2


def _candidates(name: str, sheet: Sheet, anchor: Anchor, anchors: Sequence[Anchor]) -> Iterator[Spot]:
    labels = {other.index for other in anchors if other.page == anchor.page}
    if anchor.rest is not None:
        yield _spot(name, anchor.page, [anchor.rest])
        return
    if name == "score" or name.startswith("sections."):
        yield from _score_candidates(name, sheet, anchor, labels)
        return
    yield from _right(name, sheet, anchor, labels)
    yield from _below(name, sheet, anchor, labels)


def _right(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """In the label's own cell, else in the cell beside it; last of all in its row whatever rules stand between."""
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None:
        if in_row := _in_cell_right(sheet, anchor, cell, labels):
            yield _spot(name, anchor.page, in_row)
            return
        beside = neighbour_right(sheet.cells, cell)
        if beside is not None:
            inside = texts_in_cell(sheet, beside)
            if any(index in labels for index, _ in inside):
                return
            yield _spot(name, anchor.page, [text for _, text in inside], sheet.cells[beside])
    if row := _row_right(sheet, anchor.box, labels):
        yield replace(_spot(name, anchor.page, _joined(row)), doubt=0 if cell is None else 1)


def _in_cell_right(sheet: Sheet, anchor: Anchor, cell: int, labels: set[int]) -> list[Text]:
    row = [text for text in _row_right(sheet, anchor.box, labels) if text.piece.cell == cell]
    return _joined(row)


def _row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    """Texts in the row of `box`, to its right, up to the next label."""
    reach = box[2] + _FAR_RIGHT * sheet.gray.shape[1]
    found = []
    row = [
        (index, text)
        for index, text in enumerate(sheet.texts)
        if text.box[0] >= box[2] - 2 and shared(box[1], box[3], text.box[1], text.box[3]) >= _SAME_ROW
    ]
    for index, text in sorted(row, key=lambda entry: entry[1].box[0]):
        if index in labels or text.box[0] > reach:
            break
        if squeeze(text.text) or text.piece.width > text.piece.height:
            found.append(text)
    return found


def _joined(row: Sequence[Text]) -> list[Text]:
    """The first texts of `row`, as long as the gaps between them are those of one value."""
    found: list[Text] = []
    for text in row:
        if found and text.box[0] - found[-1].box[2] > _JOIN * max(text.piece.height, found[-1].piece.height):
            break
        found.append(text)
    return found


def _below(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None:
        inside = [
            text
            for index, text in texts_in_cell(sheet, cell)
            if index not in labels and text.box[1] >= anchor.box[3] - 2
        ]
        if inside:
            near = [text for text in inside if _under(anchor.box, text.box)]
            if near and near[0].box[1] - anchor.box[3] <= _FAR_BELOW * near[0].piece.height:
                yield _spot(name, anchor.page, near[:1])
                return
        under = neighbour_below(sheet.cells, cell)
        if under is not None:
            found = texts_in_cell(sheet, under)
            if not any(index in labels for index, _ in found):
                yield _spot(name, anchor.page, [text for _, text in found], sheet.cells[under])
            return
    for index, text in enumerate(sheet.texts):
        if not 0 <= text.box[1] - anchor.box[3] + 2 <= _FAR_BELOW * anchor_height(anchor):
            continue
        if _under(anchor.box, text.box):
            if index not in labels:
                yield _spot(name, anchor.page, [text])
            return


def anchor_height(anchor: Anchor) -> int:
    """Pixels."""
    return anchor.box[3] - anchor.box[1]


def _score_candidates(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """Numbers in the label's row, or else in its column; none under `만점` or in a percentile table.

    Those under `점수` are least doubtful; a label that stands right of other labels heads a column.
    """
    found = [(_doubt(_header_above(sheet, text)), text) for text in _whole_row_right(sheet, anchor.box, labels)]
    if not found:
        found = [(_doubt(_header_left(sheet, text)), text) for text in _column_below(sheet, anchor.box)]
    if len(found) >= _PERCENTILE_ROW:
        return
    for doubt, text in found:
        if doubt < _NEVER:
            yield replace(_spot(name, anchor.page, [text]), doubt=doubt)


def _whole_row_right(sheet: Sheet, box: Box, labels: set[int]) -> list[Text]:
    row = []
    for index, text in sorted(enumerate(sheet.texts), key=lambda entry: entry[1].box[0]):
        if text.box[0] >= box[2] - 2 and shared(box[1], box[3], text.box[1], text.box[3]) >= _SAME_ROW:
            if index in labels:
                break
            if any(char.isdigit() for char in text.text) or not text.text:
                row.append(text)
    return row


def _column_below(sheet: Sheet, box: Box) -> list[Text]:
    middle = (box[0] + box[2]) / 2
    column = []
    for text in sheet.texts:
        if text.box[1] < box[3] - 2 or not any(char.isdigit() for char in text.text):
            continue
        if text.box[0] - 4 <= middle <= text.box[2] + 4 or _under(box, text.box):
            column.append(text)
    return [text for text in column if text.box[1] - box[3] <= 8 * (box[3] - box[1])]


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


def _is_heading(text: Text) -> bool:
    return "%" in text.text or any(char.isalpha() for char in text.text)


def _heading(text: Text) -> str:
    return squeeze(text.text) + ("%" if "%" in text.text else "")


def _doubt(header: str) -> int:
    mine = any(word in header for word in _MINE)
    if "%" in header or any(word in header for word in _PERCENT):
        return _NEVER
    if any(word in header for word in _OUT_OF):
        return _NEVER
    return 0 if mine else 1


def _under(label: Box, text: Box) -> bool:
    return shared(label[0], label[2], text[0], text[2]) >= 0.4


def _spot(name: str, page: int, lines: Sequence[Text], place: Box | None = None) -> Spot:
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place or (0, 0, 0, 0))
