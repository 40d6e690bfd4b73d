"""Values at the crossings of row labels and column labels (the 확인란 of a 경력확인서)."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.labels import Anchor
from services.verify.reading.layout.neighbours import around, by_lines
from services.verify.reading.layout.places import Spot
from services.verify.reading.sheets import Sheet, Text


def find_crossings(
    sheet: Sheet, page: int, prefix: str, groups: Sequence[Anchor], items: Sequence[Anchor]
) -> list[Spot]:
    """A spot for each group × item whose labels stand on this sheet, whichever of them is on top."""
    groups = [anchor for anchor in groups if anchor.page == page and anchor.rest is None]
    items = [anchor for anchor in items if anchor.page == page and anchor.rest is None]
    if not groups or not items:
        return []
    labels = {anchor.index for anchor in (*groups, *items)}
    spots: list[Spot] = []
    for group in groups:
        for item in _of_same_grid(group, groups, items):
            name = f"{prefix}.{group.field}.{item.field}"
            if any(spot.field == name for spot in spots):
                continue
            spot = _crossing(sheet, page, name, group, item, labels)
            if spot is not None:
                spots.append(spot)
    return spots


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
