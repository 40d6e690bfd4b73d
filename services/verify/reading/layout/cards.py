"""Records without a row of labels over them: cards with all their labels each, or columns behind one set of labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from services.verify.reading.layout.card_titles import find_title, with_ceilings
from services.verify.reading.layout.labels import DECOY, Anchor, Label, find_labels
from services.verify.reading.layout.neighbours import around, in_one_row, neighbour_right, texts_in_cell
from services.verify.reading.layout.places import Spot, find_places
from services.verify.reading.layout.spots import value_follows
from services.verify.reading.layout.tables import FoundTable, periods_left
from services.verify.reading.sheets import Sheet

_FEWEST, _FEWEST_UNDATED = 4, 3
"""Labels of a card; fewer of one without a period, such as a certificate's."""
_SEVERAL = 2
_FAR = 4.0
"""Label heights between two rows of labels of one card."""


def find_cards(
    sheets: Sequence[Sheet],
    labels: Sequence[Label],
    anchors: Sequence[Anchor],
    parse: Callable[[str, str], str | None],
    key: Sequence[str],
) -> list[FoundTable]:
    """Each card as a part of a table with one row, in printed order; one label of `key` begins each card.

    `labels` are those of the columns, `anchors` all labels of the paper. A card of other fields than the rest leaves
    all of them incomplete. Where the first of `key` has no label, its value stands above the other labels of each card.
    """
    own = [anchor for anchor in find_labels(sheets, labels) if anchor.field != DECOY]
    dated = any(label.field in ("from+to", "from") for label in labels)
    groups = _groups(sheets, own, key[:1] if dated else key, dated=dated)
    side_by_side = [_columns(sheets[group[0].page], group) for group in groups]
    if groups and all(side_by_side):
        return _whole(sheets, [record for records in side_by_side for record in records])
    cards = [_card(sheets, group, [*own, *anchors], parse) for group in groups]
    if groups and all(cards):
        return _whole(sheets, [card for card in cards if card])
    others = [anchor for anchor in own if anchor.field != key[0]]
    titled = [
        find_title(sheets[group[0].page], card, group, reached, key[0]) if card else None
        for group, reached in with_ceilings(_repeated(sheets, others))
        for card in [_card(sheets, group, [*own, *anchors], parse)]
    ]
    return _whole(sheets, [card for card in titled if card]) if all(titled) else []


def _card(
    sheets: Sequence[Sheet], group: Sequence[Anchor], anchors: Sequence[Anchor], parse: Callable[[str, str], str | None]
) -> FoundTable | None:
    """The values beside the labels of `group`; None where one stands elsewhere than in its label's line."""
    page, inside = group[0].page, {anchor.index for anchor in group}
    others = [
        replace(anchor, field=DECOY, rest=None)
        for anchor in anchors
        if anchor.page != page or anchor.index not in inside
    ]
    spots = find_places(sheets, [*others, *group], dict.fromkeys(anchor.field for anchor in group), parse)
    row = {spot.field: spot for spot in spots}
    level = {anchor.field: anchor.box for anchor in group}
    if not all(in_one_row(level[spot.field], spot.box) for spot in spots):
        return None
    filled = all(spot.lines for spot in spots) and row.keys() == level.keys()
    return FoundTable(page, around(list(level.values())), (row,), filled, _used(sheets[page], inside, spots))


def _columns(sheet: Sheet, group: Sequence[Anchor]) -> list[FoundTable]:
    """Records side by side: ruled cells in a row behind each label, as many behind all; empty ones are none."""
    labels = {anchor.index for anchor in group}
    rows = {anchor.field: _cells_behind(sheet, anchor, labels) for anchor in group}
    count = len(rows[group[0].field])
    if count < 2 or any(len(cells) != count for cells in rows.values()):
        return []
    found = []
    for place in range(count):
        row = {field: _in_cell(sheet, field, group[0].page, cells[place]) for field, cells in rows.items()}
        if any(spot.lines for spot in row.values()):
            box = around([spot.box for spot in row.values()])
            filled = all(spot.lines for spot in row.values())
            used = _used(sheet, labels, list(row.values()))
            found.append(FoundTable(group[0].page, box, (row,), filled, used))
    return found


def _cells_behind(sheet: Sheet, anchor: Anchor, labels: set[int]) -> list[int]:
    cells: list[int] = []
    cell = sheet.texts[anchor.index].piece.cell
    while cell is not None and (cell := neighbour_right(sheet.cells, cell)) is not None and cell not in cells:
        if any(index in labels for index, _ in texts_in_cell(sheet, cell)):
            return []
        cells.append(cell)
    return cells


def _in_cell(sheet: Sheet, field: str, page: int, cell: int) -> Spot:
    lines = tuple(text for _, text in texts_in_cell(sheet, cell))
    return Spot(field, page, lines, around([line.box for line in lines]) if lines else sheet.cells[cell])


def _used(sheet: Sheet, labels: set[int], spots: Sequence[Spot]) -> frozenset[int]:
    lines = {id(line.seen) for spot in spots for line in spot.lines}
    return frozenset(labels | {index for index, text in enumerate(sheet.texts) if id(text.seen) in lines})


def _repeated(sheets: Sequence[Sheet], anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Labels with their values that come again and again in one set: a card for each time; nothing where sets differ.

    The value follows in the label's own piece or behind its colon.
    """
    valued = [anchor for anchor in anchors if value_follows(sheets, anchor)]
    order = sorted(valued, key=lambda one: (one.page, one.box[1], one.box[0]))
    groups: list[list[Anchor]] = []
    for anchor in order:
        last = groups[-1] if groups else []
        near = last and anchor.page == last[0].page and anchor.box[1] - last[-1].box[3] <= _FAR * _tall(anchor)
        if near and anchor.field not in {one.field for one in last}:
            last.append(anchor)
        else:
            groups.append([anchor])
    groups = [group for group in groups if len(group) > 1]  # a lone label says something of all cards
    if not groups:
        return []
    alike = len({frozenset(anchor.field for anchor in group) for group in groups}) == 1
    return groups if alike and len(groups[0]) >= _FEWEST else []


def _tall(anchor: Anchor) -> int:
    return anchor.box[3] - anchor.box[1]


def _whole(sheets: Sequence[Sheet], cards: Sequence[FoundTable]) -> list[FoundTable]:
    """`cards`, incomplete where one has other fields than the rest, or where a period stands elsewhere."""
    alike = len({frozenset(card.rows[0]) for card in cards}) == 1 and not periods_left(sheets, cards)
    return [replace(card, complete=card.complete and alike) for card in cards]


def _groups(
    sheets: Sequence[Sheet], anchors: Sequence[Anchor], key: Sequence[str], *, dated: bool
) -> list[list[Anchor]]:
    """The labels of each card; a label that begins one and is followed by no other is a heading.

    Whichever of `key` stands first on the paper begins them. A card of a `dated` table holds a period, one of another
    table all of `key`.
    """
    order = _by_lines(anchors)
    first = next((anchor.field for anchor in order if anchor.field in key), None)
    starts = [place for place, anchor in enumerate(order) if anchor.field == first]
    groups: list[list[Anchor]] = []
    if ruled := _in_ruled_rows(sheets, order, [order[start] for start in starts]):
        order, starts = ruled
    for start, end in pairwise([*starts, len(order)]):
        group = [order[start]]
        for anchor in order[start + 1 : end]:
            if anchor.page != group[0].page or anchor.box[1] - group[-1].box[3] > _FAR * _tall(anchor):
                break
            if anchor.field in {one.field for one in group}:
                break
            group.append(anchor)
        fields = {anchor.field for anchor in group}
        whole = "from+to" in fields or {"from", "to"} <= fields if dated else fields >= set(key)
        if len(fields) >= (_FEWEST if dated else _FEWEST_UNDATED) and whole:
            groups.append(group)
        elif len(group) > 1:
            return []
    return groups


def _by_lines(anchors: Sequence[Anchor]) -> list[Anchor]:
    """`anchors` page by page and line by line, each line from left to right, though its pieces differ in height."""
    lines: list[list[Anchor]] = []
    for anchor in sorted(anchors, key=lambda one: (one.page, one.box[1], one.box[0])):
        if lines and lines[-1][0].page == anchor.page and in_one_row(lines[-1][0].box, anchor.box):
            lines[-1].append(anchor)
        else:
            lines.append([anchor])
    return [anchor for line in lines for anchor in sorted(line, key=lambda one: one.box[0])]


def _in_ruled_rows(
    sheets: Sequence[Sheet], order: Sequence[Anchor], starts: Sequence[Anchor]
) -> tuple[list[Anchor], list[int]] | None:
    """`order` card by card, and where each begins: all labels beside the ruled cell of a label that begins a card.

    Lines in the next cell may begin higher than that label does. None where two of them begin in one cell.
    """
    starts = [one for one in starts if one.rest or sheets[one.page].texts[one.index].piece.cell is not None]
    cells = [(one.page, sheets[one.page].texts[one.index].piece.cell) for one in starts]
    if len(starts) < _SEVERAL or any(cell is None for _, cell in cells) or len(set(cells)) != len(cells):
        return None
    ordered: list[Anchor] = []
    places: list[int] = []
    for start, (page, cell) in zip(starts, cells, strict=True):
        _, top, _, bottom = sheets[page].cells[cell or 0]
        inside = [one for one in order if one.page == page and top <= (one.box[1] + one.box[3]) / 2 <= bottom]
        if any(one is not start and one in starts for one in inside):
            return None
        places.append(len(ordered))
        ordered += [start, *(one for one in inside if one is not start)]
    return ordered, places
