"""Labelled fields that stand several times on one paper, each time above the rows that belong to them (근무처)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from services.verify.reading.layout.labels import DECOY, Anchor, Label, find_labels
from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.places import Spot, find_places
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.sheets import Sheet

_FAR = 8.0
"""Label heights between two labels of one block."""


@dataclass(frozen=True, slots=True)
class Block:
    """One employer's fields."""

    page: int
    """Index of the sheet."""
    top: int
    """Upper edge in pixels of the sheet."""
    spots: Mapping[str, Spot]
    """The place of each of its fields."""


def find_blocks(
    sheets: Sequence[Sheet],
    anchors: Sequence[Anchor],
    labels: Sequence[Label],
    parse: Callable[[str, str], str | None],
) -> list[Block]:
    """Every block of the fields of `labels`, in printed order; `anchors` are those of all labels of the paper.

    A block is labels with their values beside them, or one row below labels in a row. `parse(field, text)` gives the
    canonical value or None.
    """
    fields = tuple(label.field for label in labels)
    listed = _listed(sheets, labels)
    if len(listed) > 1:
        return listed
    blocks = []
    for group in _groups([anchor for anchor in anchors if anchor.field in fields]):
        inside = {(anchor.page, anchor.index) for anchor in group}
        others = [
            anchor if (anchor.page, anchor.index) in inside else replace(anchor, field=DECOY, rest=None)
            for anchor in anchors
        ]
        spots = {spot.field: spot for spot in find_places(sheets, others, fields, parse)}
        if any(spot.lines for spot in spots.values()):
            blocks.append(Block(group[0].page, min(anchor.box[1] for anchor in group), spots))
    return blocks


def _listed(sheets: Sequence[Sheet], labels: Sequence[Label]) -> list[Block]:
    """Blocks that are rows of one table."""
    known = {id(sheets[anchor.page].texts[anchor.index]) for anchor in find_labels(sheets, labels)}
    blocks: list[Block] = []
    for part in find_tables(sheets, labels, (labels[0].field,)):
        if _values_beside(sheets[part.page], part):
            return []
        for row in part.rows:
            if any(id(line) in known for spot in row.values() for line in spot.lines):
                return []  # labels again: blocks that touch each other, not rows
            spots = dict(row)
            top = around([spot.box for spot in spots.values()])[1]
            blocks.append(Block(part.page, top, spots))
    return blocks


def _values_beside(sheet: Sheet, part: FoundTable) -> bool:
    """Whether something else stands among the labels: their values, which then do not stand below."""
    left, top, right, bottom = part.header
    return any(
        left < (text.box[0] + text.box[2]) / 2 < right and shared(top, bottom, text.box[1], text.box[3]) >= 0.5
        for index, text in enumerate(sheet.texts)
        if index not in part.used and text.piece.width > text.piece.height
    )


def _groups(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Anchors that stand together: a label that comes again, or far below, begins the next block."""
    groups: list[list[Anchor]] = []
    for anchor in sorted(anchors, key=lambda one: (one.page, one.box[1] + one.box[3], one.box[0])):
        last = groups[-1] if groups else []
        near = (
            last
            and last[-1].page == anchor.page
            and anchor.box[1] - last[-1].box[3] <= _FAR * (anchor.box[3] - anchor.box[1])
        )
        if near and all(one.field != anchor.field for one in last):
            last.append(anchor)
        else:
            groups.append([anchor])
    return groups


def owned(parts: Sequence[FoundTable], blocks: Sequence[Block], field: str) -> list[FoundTable]:
    """`parts` with the `field` of the block above them in each row; rows that say it themselves stay as they are."""
    found = []
    for part in parts:
        above = [block for block in blocks if (block.page, block.top) <= (part.page, part.header[1])]
        if not above or field not in above[-1].spots or any(field in row for row in part.rows):
            found.append(part)
            continue
        spot = above[-1].spots[field]
        found.append(replace(part, rows=tuple({**row, field: spot} for row in part.rows)))
    return found


def as_table(blocks: Sequence[Block], fields: Sequence[str]) -> list[FoundTable]:
    """The blocks as rows of a table, complete where each block has a place for each of `fields`."""
    return [
        FoundTable(
            page=block.page,
            header=around([spot.box for spot in block.spots.values()]),
            rows=(block.spots,),
            complete=all(name in block.spots and block.spots[name].lines for name in fields),
            used=frozenset(),
        )
        for block in blocks
    ]
