"""Confirmations in regions of their own: what belongs to a group stands beside its tall cell, or below it in its box.

`| 인사부서 | 부서명 | 인사팀 | 담당자 | 홍길동 (인) |` over two rows, `[인사부서 확인]` over `부서명 : 인사팀`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import DECOY, Anchor
from services.verify.reading.layout.neighbours import shared
from services.verify.reading.layout.places import find_places
from services.verify.reading.layout.spots import Spot
from services.verify.reading.sheets import Sheet

_FEWEST = 2
"""So many items with their labels make a region one."""
_TALL = 1.6
"""How much higher than the cells beside it the cell of a group is."""
_LEVEL = 0.6
_SLACK = 8
_FAR = 4.0
"""Label heights between two lines of a region without rules."""


def find_in_regions(
    sheet: Sheet,
    page: int,
    prefix: str,
    groups: Sequence[Anchor],
    items: Sequence[Anchor],
    parse: Callable[[str, str], str | None],
) -> list[Spot]:
    """A spot for each item in the region of each group; nothing unless every group has one with items in it.

    `parse(field, text)` gives the canonical value of the whole field name or None.
    """
    found: list[Spot] = []
    for field in dict.fromkeys(group.field for group in groups):
        own = [
            spots
            for group in groups
            if group.field == field and group.rest is None
            for spots in _regions(sheet, page, prefix, group, groups, items, parse)
        ]
        if not own:
            return []
        fullest: list[Spot] = max(own, key=len)
        found += fullest
    return found


def _regions(
    sheet: Sheet,
    page: int,
    prefix: str,
    group: Anchor,
    groups: Sequence[Anchor],
    items: Sequence[Anchor],
    parse: Callable[[str, str], str | None],
) -> Iterator[list[Spot]]:
    ruled = sheet.texts[group.index].piece.cell is not None
    for inside in (
        _beside(sheet, group, groups, items),
        _in_own_box(sheet, group, groups, items),
        [] if ruled else _below(group, groups, items),
    ):
        if len({item.field for item in inside}) >= _FEWEST:
            yield _values(sheet, page, f"{prefix}.{group.field}", group, inside, parse)


def _beside(sheet: Sheet, group: Anchor, groups: Sequence[Anchor], items: Sequence[Anchor]) -> list[Anchor]:
    """Items in the rows of cells right of the tall cell of `group`, up to another group."""
    cell = sheet.texts[group.index].piece.cell
    if cell is None:
        return []
    _, top, right, bottom = sheet.cells[cell]
    level = [one.box[0] for one in groups if one.box[0] > right and top < _middle(one.box) < bottom]
    inside = []
    for item in items:
        own = sheet.texts[item.index].piece.cell
        if own is None or not right - _SLACK <= item.box[0] < min(level, default=sheet.gray.shape[1]):
            continue
        box = sheet.cells[own]
        low = _TALL * (box[3] - box[1]) <= bottom - top
        if low and shared(top, bottom, box[1], box[3]) >= _LEVEL:
            inside.append(item)
    rows = {round(_middle(sheet.texts[item.index].box) / (2 * _SLACK)) for item in inside}
    return inside if len(rows) > 1 else []


def _in_own_box(sheet: Sheet, group: Anchor, groups: Sequence[Anchor], items: Sequence[Anchor]) -> list[Anchor]:
    """Items below `group` in the very cell in which it stands, where no other group does."""
    cell = sheet.texts[group.index].piece.cell
    if cell is None or any(sheet.texts[one.index].piece.cell == cell and one.field != group.field for one in groups):
        return []
    return [
        item
        for item in items
        if item.box[1] >= group.box[3] - _SLACK and _is_in(sheet.texts[item.index].box, sheet.cells[cell])
    ]


def _below(group: Anchor, groups: Sequence[Anchor], items: Sequence[Anchor]) -> list[Anchor]:
    """Items in lines below `group` that begin under it, down to a gap, another group, or an item that came already."""
    others = [one for one in groups if one.field != group.field]
    right = min((one.box[0] for one in others if one.box[0] > group.box[2] and _is_level(one, group)), default=None)
    floor = min((one.box[1] for one in others if one.box[1] > group.box[3]), default=None)
    inside: list[Anchor] = []
    reached = group.box[3]
    for item in sorted(items, key=lambda one: one.box[1]):
        if item.box[1] < group.box[3] - _SLACK or (floor is not None and item.box[1] >= floor):
            continue
        if item.box[0] < group.box[0] - 2 * _SLACK or (right is not None and item.box[0] >= right):
            continue
        far = item.box[1] - reached > _FAR * (item.box[3] - item.box[1])
        if far or item.field in {one.field for one in inside}:
            break
        inside.append(item)
        reached = item.box[3]
    return inside


def _values(
    sheet: Sheet,
    page: int,
    prefix: str,
    group: Anchor,
    inside: Sequence[Anchor],
    parse: Callable[[str, str], str | None],
) -> list[Spot]:
    """The places of the values beside the labels `inside`; other labels are where values end."""
    anchors = [replace(item, page=0) for item in inside]
    anchors.append(replace(group, field=DECOY, page=0, rest=None))
    fields = dict.fromkeys(item.field for item in inside)
    spots = find_places([sheet], anchors, fields, lambda field, text: parse(f"{prefix}.{field}", text))
    return [replace(spot, field=f"{prefix}.{spot.field}", page=page) for spot in spots]


def _is_in(box: Box, cell: Box) -> bool:
    return cell[0] - _SLACK <= box[0] and box[2] <= cell[2] + _SLACK and cell[1] <= _middle(box) <= cell[3]


def _is_level(one: Anchor, other: Anchor) -> bool:
    return shared(one.box[1], one.box[3], other.box[1], other.box[3]) >= _LEVEL


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
