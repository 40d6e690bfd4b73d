"""Values at the crossings of row labels and column labels (the 확인란 of a 경력확인서)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from services.verify.reading.layout.group_lines import (
    SIGNED,
    find_group_boxes,
    find_group_columns,
    find_group_lines,
    has_line,
    with_shared_number,
)
from services.verify.reading.layout.group_regions import find_in_regions
from services.verify.reading.layout.labels import Anchor, Label
from services.verify.reading.layout.neighbours import around, by_lines, shared
from services.verify.reading.layout.parting import plain
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet, Text

_ENOUGH = 2
"""So many items must be read before the place of another says what it is."""
_SHORT = 2
_FAR_STEP = 2.6
"""Of the usual step from label to label: beyond it another grid begins."""
_NO_ITEMS = ("구분", "비고", "확인", "확인란", "순번", "번호", "", *SIGNED)
"""What may stand in line with the items and is none."""


def find_grouped(
    sheet: Sheet,
    page: int,
    prefix: str,
    groups: Sequence[Anchor],
    items: Sequence[Anchor],
    labels: Sequence[Label],
    parse: Callable[[str, str], str | None],
) -> list[Spot]:
    """A spot for each group × item on this sheet, be they a grid, a box for each group, or a line for each group.

    `parse(field, text)` gives the canonical value of a field by its whole name or None.
    """
    own = [anchor for anchor in groups if anchor.page == page and not _begins_a_value(sheet, anchor)]
    taken = {anchor.index for anchor in own}
    parts = [anchor for anchor in items if anchor.page == page and anchor.index not in taken]
    long = [anchor for anchor in own if len(squeeze(sheet.texts[anchor.index].text)) > _SHORT]
    alone = len({anchor.field for anchor in own}) == 1  # a short word (`사업`) may stand anywhere on a form
    own = [one for one in own if one in long or not (alone or any(one.field == other.field for other in long))]
    groups = [anchor for anchor in groups if anchor.page != page or anchor in own]
    heads = [anchor for anchor in own if anchor.rest is None]
    if heads and (boxes := find_group_boxes(sheet, page, prefix, heads, parts)):
        return with_shared_number(sheet, page, prefix, boxes, heads, parts)
    if own and (regions := find_in_regions(sheet, page, prefix, own, parts, parse)):
        return with_shared_number(sheet, page, prefix, regions, own, parts)
    crossings = (
        []
        if any(has_line(sheet, one, parts) for one in own)
        else find_crossings(sheet, page, prefix, groups, items, labels)
    )
    if len({spot.field.rsplit(".", 1)[-1] for spot in crossings if spot.lines}) >= _ENOUGH:
        return with_shared_number(sheet, page, prefix, crossings, own, parts)
    return find_group_lines(sheet, page, prefix, own, parts) or find_group_columns(sheet, page, prefix, own, parts)


def _begins_a_value(sheet: Sheet, group: Anchor) -> bool:
    """Whether a short word is no label but the start of a value (`인사총무팀`): no colon follows it."""
    if group.rest is None:
        return False
    whole, rest = squeeze(sheet.texts[group.index].text), squeeze(group.rest.text)
    return len(whole) - len(rest) <= _SHORT and ":" not in plain(sheet.texts[group.index])


def find_crossings(
    sheet: Sheet,
    page: int,
    prefix: str,
    groups: Sequence[Anchor],
    items: Sequence[Anchor],
    labels: Sequence[Label] = (),
) -> list[Spot]:
    """A spot for each group × item whose labels stand on this sheet, whichever of them is on top.

    `labels` are those of all items: the one that nobody could read is known by its place among the others.
    """
    groups = [anchor for anchor in groups if anchor.page == page and anchor.rest is None]
    items = [anchor for anchor in items if anchor.page == page and anchor.rest is None]
    items = [anchor for anchor in items if not _in_corner(anchor, groups)]
    if not groups or not items:
        return []
    items = _in_line(groups, items)
    items += _unread(sheet, page, (*groups, *items), items, labels)
    taken = {anchor.index for anchor in (*groups, *items)}
    spots: list[Spot] = []
    for group in groups:
        for item in _of_same_grid(group, groups, items):
            name = f"{prefix}.{group.field}.{item.field}"
            if any(spot.field == name for spot in spots):
                continue
            spot = _crossing(sheet, page, name, group, item, taken)
            if spot is not None:
                spots.append(spot)
    return spots


def _in_corner(item: Anchor, groups: Sequence[Anchor]) -> bool:
    """Whether `item` stands in line with two groups: what these are (`확인부서`), and no part of what each says."""
    return any(
        len({one.field for one in groups if shared(*_ends(one, axis), *_ends(item, axis)) >= 0.5}) > 1
        for axis in (0, 1)
    )


def _in_line(groups: Sequence[Anchor], items: Sequence[Anchor]) -> list[Anchor]:
    """The items that stand below each other, or beside each other, in the row or column nearest to the groups.

    `연락처` may stand elsewhere on the paper too.
    """
    top, left = min(anchor.box[1] for anchor in groups), min(anchor.box[0] for anchor in groups)
    rows = [
        run
        for axis in (0, 1)
        for first in items
        for run in _runs([item for item in items if shared(*_ends(first, axis), *_ends(item, axis)) >= 0.5], 1 - axis)
    ]
    most = max(len({item.field for item in row}) for row in rows)
    best = [row for row in rows if len({item.field for item in row}) == most]
    return min(best, key=lambda row: min(_far(item, left, top) for item in row))


def _runs(line: Sequence[Anchor], axis: int) -> list[list[Anchor]]:
    """A line of labels along `axis`, parted where the next stands much farther off than its neighbours do."""
    order = sorted(line, key=lambda item: item.box[axis])
    steps = [after.box[axis] - item.box[axis] for item, after in pairwise(order)]
    runs = [[order[0]]]
    for item, step in zip(order[1:], steps, strict=True):
        if step > _FAR_STEP * max(min(steps), item.box[3] - item.box[1]):
            runs.append([])
        runs[-1].append(item)
    return runs


def _unread(
    sheet: Sheet, page: int, known: Sequence[Anchor], items: Sequence[Anchor], labels: Sequence[Label]
) -> list[Anchor]:
    """The one item that is missing, where just one other text stands in line with the items that were read."""
    missing = {label.field for label in labels} - {item.field for item in items}
    if len(missing) != 1 or len(items) < _ENOUGH:
        return []
    axis = 0 if shared(*_ends(items[0], 0), *_ends(items[-1], 0)) >= 0.5 else 1
    order = sorted(items, key=lambda item: item.box[1 - axis])
    pitch = min(after.box[1 - axis] - item.box[1 - axis] for item, after in pairwise(order))
    start, end = order[0].box[1 - axis] - 1.3 * pitch, order[-1].box[3 - axis] + 1.3 * pitch
    others = [
        index
        for index, text in enumerate(sheet.texts)
        if shared(text.box[axis], text.box[axis + 2], *_ends(order[0], axis)) >= 0.5
        and start <= text.box[1 - axis]
        and text.box[3 - axis] <= end
        and index not in {anchor.index for anchor in known}
        and squeeze(text.text) not in _NO_ITEMS
    ]
    if len(others) != 1:
        return []
    return [Anchor(missing.pop(), page, others[0], False, sheet.texts[others[0]].box, None)]


def _ends(anchor: Anchor, axis: int) -> tuple[int, int]:
    return anchor.box[axis], anchor.box[axis + 2]


def _of_same_grid(group: Anchor, groups: Sequence[Anchor], items: Sequence[Anchor]) -> list[Anchor]:
    """Each kind of item once: the one nearest to the groups, for `담당자` may stand elsewhere too."""
    top, left = min(anchor.box[1] for anchor in groups), min(anchor.box[0] for anchor in groups)
    nearest: dict[str, Anchor] = {}
    for item in items:
        old = nearest.get(item.field)
        if old is None or _far(item, left, top) < _far(old, left, top):
            nearest[item.field] = item
    return [item for item in nearest.values() if item.index != group.index]


def _far(anchor: Anchor, left: int, top: int) -> float:
    return abs(anchor.box[0] - left) + abs(anchor.box[1] - top)


def _crossing(sheet: Sheet, page: int, name: str, group: Anchor, item: Anchor, labels: set[int]) -> Spot | None:
    on_top, aside = (group, item) if group.box[3] <= item.box[1] + 4 else (item, group)
    if on_top.box[3] > aside.box[1] + (aside.box[3] - aside.box[1]):
        return None
    column = (on_top.box[0] + on_top.box[2]) // 2
    row = (aside.box[1] + aside.box[3]) // 2
    cell = next(
        (index for index, box in enumerate(sheet.cells) if box[0] <= column <= box[2] and box[1] <= row <= box[3]),
        None,
    )
    label_cells = {sheet.texts[index].piece.cell for index in labels}
    if cell is not None and cell not in label_cells:
        high, low = _band(sheet, aside)
        inside = [
            (index, text)
            for index, text in enumerate(sheet.texts)
            if text.piece.cell == cell and high <= (text.box[1] + text.box[3]) / 2 <= low
        ]
        return _spot(name, page, [text for _, text in by_lines(inside)], sheet.cells[cell])
    tall = aside.box[3] - aside.box[1]
    near = [
        (index, text)
        for index, text in enumerate(sheet.texts)
        if index not in labels
        and abs((text.box[1] + text.box[3]) / 2 - row) < 0.7 * tall
        and text.box[0] - tall <= column <= text.box[2] + tall
        and text.box[0] >= aside.box[2]
    ]
    return _spot(name, page, [text for _, text in by_lines(near)], aside.box) if near else None


def _band(sheet: Sheet, aside: Anchor) -> tuple[float, float]:
    """Top and bottom of the row that a label heads: its cell, or its own height and a half."""
    cell = sheet.texts[aside.index].piece.cell
    if cell is not None and sheet.cells[cell][3] - sheet.cells[cell][1] < 5 * (aside.box[3] - aside.box[1]):
        return sheet.cells[cell][1], sheet.cells[cell][3]
    tall = aside.box[3] - aside.box[1]
    return aside.box[1] - 0.75 * tall, aside.box[3] + 0.75 * tall


def _spot(name: str, page: int, lines: Sequence[Text], place: tuple[int, int, int, int]) -> Spot:
    return Spot(name, page, tuple(lines), around([line.box for line in lines]) if lines else place)
