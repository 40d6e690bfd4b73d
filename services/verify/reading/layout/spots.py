"""The places that a label may mean: behind it, right of it, below it, or, seldom, above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, is_score
from services.verify.reading.layout.neighbours import (
    around,
    in_one_row,
    neighbour_below,
    neighbour_right,
    shared,
    starts_right_of,
    texts_in_cell,
)
from services.verify.reading.layout.parting import behind_colon, without_colon
from services.verify.reading.layout.rows import (
    JOIN_BEHIND,
    joined,
    line_of,
    only_right,
    row_right,
    without_label,
)
from services.verify.reading.layout.score_places import Candidate, score_candidates
from services.verify.reading.layout.score_rows import belongs_to_another, is_cut
from services.verify.reading.layout.score_text import without_unit
from services.verify.reading.sheets import Sheet, Text

_FAR_BELOW, _FAR_ABOVE = 3.2, 1.6
"""How far below and above a label (line heights) its value may stand without cells."""
_ZONE_BELOW = 5.0
"""Line heights below a label in which its value may stand anywhere up to the next label of the row."""
_CLEARLY_NEARER = 0.6
"""A label this much nearer to the text above it than to the one below belongs to the former."""
_TIMES = ("_date", "_on")
"""Fields whose values may hold the colon of a time of day."""
_AND = "및"
"""What a label ends in whose last words stand in the next piece, perhaps glued to the value."""


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

    rank: int = 0
    """Among equally doubtful numbers of a score: 0 where the head of its column says that it is the holder's own."""

    @property
    def text(self) -> str:
        """What the first reader saw there."""
        return " ".join(line.text for line in self.lines if line.text)


def spots_of(name: str, sheet: Sheet, anchor: Anchor, anchors: Sequence[Anchor]) -> Iterator[Spot]:
    """Every place on `sheet` that `anchor`, a label of field `name`, may mean; `anchors` are all labels found."""
    if anchor.rest is None and sheet.texts[anchor.index].text.rstrip().endswith(_AND):
        return
    labels = {other.index for other in anchors if other.page == anchor.page}
    if anchor.rest is not None and not _colon_follows(sheet, anchor):
        yield from _behind(name, sheet, anchor, anchor.rest, labels)
        if not is_score(name):
            yield from _beside(name, sheet, anchor, labels)
            return
    if is_score(name):
        for found in score_candidates(sheet, anchor, labels):
            if not is_cut(sheet, found.text) and not belongs_to_another(sheet, anchor, anchors, found.text):
                yield _doubted(name, anchor.page, found)
        return
    others = {other.index for other in anchors if other.page == anchor.page and other.field != name}
    yield from _right(name, sheet, anchor, labels, others)
    yield from _below(name, sheet, anchor, labels)
    yield from _above(name, sheet, anchor, labels)


def _doubted(name: str, page: int, found: Candidate) -> Spot:
    return replace(_spot(name, page, [without_unit(found.text)]), doubt=found.doubt, rank=found.rank)


def _behind(name: str, sheet: Sheet, anchor: Anchor, rest: Text, labels: set[int]) -> Iterator[Spot]:
    """What follows in the label's own piece, with what stands close behind it where a wide space parted the value."""
    row = [rest]
    for text in row_right(sheet, rest.box, labels | {anchor.index}):
        if text.piece.cell != rest.piece.cell or text.box[0] - row[-1].box[2] > JOIN_BEHIND * rest.piece.height:
            break
        row.append(text)
    if len(row) > 1 and not is_score(name):
        yield _spot(name, anchor.page, row)
    yield _spot(name, anchor.page, [without_unit(rest) if is_score(name) else rest])
    if (value := behind_colon(rest)) is not None and not name.endswith(_TIMES):
        yield _spot(name, anchor.page, [value])


def value_follows(sheets: Sequence[Sheet], anchor: Anchor) -> bool:
    """Whether the value follows right behind the label, or behind its colon: then it heads no column."""
    return anchor.rest is not None or sheets[anchor.page].texts[anchor.index].text.rstrip().endswith((":", "："))


def _colon_follows(sheet: Sheet, anchor: Anchor) -> bool:
    """Whether the value stands behind a colon in a piece of its own: then all of the label's piece is label."""
    text = sheet.texts[anchor.index]
    row = [other for other in sheet.texts if other.box[0] >= text.box[2] - 2 and in_one_row(text.box, other.box)]
    nearest = min(row, key=lambda other: other.box[0], default=None)
    return nearest is not None and nearest.text.startswith((":", "：")) and ":" not in text.text


def _beside(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """Right of a label whose last words were misread and looked like a value (`시험일자 12066`)."""
    cell = sheet.texts[anchor.index].piece.cell
    right = neighbour_right(sheet.cells, cell, anchor.box) if cell is not None else None
    if right is not None:
        inside = texts_in_cell(sheet, right)
        if inside and not any(index in labels for index, _ in inside):
            yield replace(_spot(name, anchor.page, [text for _, text in inside]), doubt=1)
    elif row := without_label(name, row_right(sheet, sheet.texts[anchor.index].box, labels)):
        yield replace(_spot(name, anchor.page, joined(row)), doubt=1)


def _right(name: str, sheet: Sheet, anchor: Anchor, labels: set[int], others: set[int]) -> Iterator[Spot]:
    """In the label's own cell, else in the cell beside it; last of all in its row whatever rules stand between.

    A cell that holds labels of `others` too is a column of labels whose rules were not found: only the row counts.
    """
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None and any(index in others for index, _ in texts_in_cell(sheet, cell)):
        cell = None
    if cell is not None:
        if in_row := _in_cell_right(sheet, anchor, cell, labels):
            yield _spot(name, anchor.page, in_row)
            return
        beside = neighbour_right(sheet.cells, cell, anchor.box)
        if beside is not None:
            inside = texts_in_cell(sheet, beside)
            if any(index in labels for index, _ in inside):
                row = [text for text in row_right(sheet, anchor.box, labels) if text.piece.cell == beside]
                if row := joined(without_label(name, row)):  # up to the next label, from which no rule parts it
                    yield replace(_spot(name, anchor.page, row), doubt=1)
                return
            yield _spot(name, anchor.page, [text for _, text in inside], sheet.cells[beside])
    if row := without_label(name, row_right(sheet, anchor.box, labels)):
        yield replace(_spot(name, anchor.page, joined(row)), doubt=0 if cell is None else 1)
    elif row := only_right(sheet, anchor.box, labels):  # at the other edge of a screen
        yield replace(_spot(name, anchor.page, row), doubt=1)


def _in_cell_right(sheet: Sheet, anchor: Anchor, cell: int, labels: set[int]) -> list[Text]:
    row = [text for text in row_right(sheet, anchor.box, labels) if text.piece.cell == cell]
    return joined(without_label(anchor.field, row))


def _below(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    cell = sheet.texts[anchor.index].piece.cell
    if cell is not None:
        inside = [
            text
            for index, text in texts_in_cell(sheet, cell)
            if index not in labels and text.box[1] >= anchor.box[3] - 2
        ]
        if inside:
            near = [text for text in inside if right_under(anchor.box, text.box)]
            if near and near[0].box[1] - anchor.box[3] <= _FAR_BELOW * near[0].piece.height:
                found_line = _spot(name, anchor.page, line_of(near[0], inside))
                yield replace(found_line, doubt=2 if _belongs_above(sheet, anchor, labels, near[0]) else 0)
                return
            if len(inside) == 1:  # in the middle of a box whose label stands in its corner
                yield replace(_spot(name, anchor.page, inside), doubt=1)
        under = neighbour_below(sheet.cells, cell)
        if under is not None and not _is_band(sheet, anchor, cell, labels):
            found = texts_in_cell(sheet, under)
            if not any(index in labels for index, _ in found):
                yield _spot(name, anchor.page, [text for _, text in found], sheet.cells[under])
            return
    under_it = _nearest_below(sheet, anchor)
    if under_it is not None:
        if under_it not in labels:
            text = sheet.texts[under_it]
            others = [other for place, other in enumerate(sheet.texts) if place not in labels]
            found_line = _spot(name, anchor.page, line_of(text, others))
            yield replace(found_line, doubt=2 if _belongs_above(sheet, anchor, labels, text) else 0)
        return
    in_zone = _in_zone(sheet, anchor, labels)
    if in_zone and not _belongs_above(sheet, anchor, labels, in_zone[0]):
        yield replace(_spot(name, anchor.page, in_zone), doubt=1)


def _is_band(sheet: Sheet, anchor: Anchor, cell: int, labels: set[int]) -> bool:
    """Whether `cell` holds further labels beside `anchor`: a head of a table whose columns no rule parts."""
    return any(index in labels and index != anchor.index for index, _ in texts_in_cell(sheet, cell))


def _in_zone(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[Text]:
    """The first text below a label in its part of the row: up to the next label right of it (a value in a wide box)."""
    row = starts_right_of(sheet, anchor.box, labels)
    if not row:
        return []
    left, right = anchor.box[0] - anchor_height(anchor), min(row) - anchor_height(anchor)
    for index, text in enumerate(sheet.texts):
        below = text.box[1] - anchor.box[3]
        if 0 <= below <= _ZONE_BELOW * anchor_height(anchor) and left <= text.box[0] and text.box[2] <= right:
            return [] if index in labels else [text]
    return []


def _nearest_below(sheet: Sheet, anchor: Anchor) -> int | None:
    """The nearest text right below a label."""
    for index, text in enumerate(sheet.texts):
        reach = _FAR_BELOW * max(anchor_height(anchor), text.piece.height)
        if 0 <= text.box[1] - anchor.box[3] + 2 <= reach and right_under(anchor.box, text.box):
            return index
    return None


def _nearest_above(sheet: Sheet, anchor: Anchor) -> int | None:
    """The nearest text right above a label."""
    for index in range(len(sheet.texts) - 1, -1, -1):
        text = sheet.texts[index]
        reach = _FAR_ABOVE * max(anchor_height(anchor), text.piece.height)
        if -2 <= anchor.box[1] - text.box[3] <= reach and right_under(anchor.box, text.box):
            return index
    return None


def _belongs_above(sheet: Sheet, anchor: Anchor, labels: set[int], below: Text) -> bool:
    """Whether the label stands clearly nearer to a value above it than to the text `below`."""
    above = _nearest_above(sheet, anchor)
    if above is None or above in labels:
        return False
    return anchor.box[1] - sheet.texts[above].box[3] < _CLEARLY_NEARER * (below.box[1] - anchor.box[3])


def _above(name: str, sheet: Sheet, anchor: Anchor, labels: set[int]) -> Iterator[Spot]:
    """Right above the label, as forms have it that print the label under a line to be filled in."""
    index = _nearest_above(sheet, anchor)
    if index is not None and index not in labels:
        below = _nearest_below(sheet, anchor)
        doubt = 1 if below is None else 0 if _belongs_above(sheet, anchor, labels, sheet.texts[below]) else 2
        others = [other for place, other in enumerate(sheet.texts) if place not in labels]
        yield replace(_spot(name, anchor.page, line_of(sheet.texts[index], others)), doubt=doubt)


def anchor_height(anchor: Anchor) -> int:
    """Pixels."""
    return anchor.box[3] - anchor.box[1]


def right_under(label: Box, text: Box) -> bool:
    """Whether a text lies in the column of a label."""
    return shared(label[0], label[2], text[0], text[2]) >= 0.4


def _spot(name: str, page: int, lines: Sequence[Text], place: Box | None = None) -> Spot:
    lines = [without_colon(line) for line in lines[:1]] + list(lines[1:])
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place or (0, 0, 0, 0))
