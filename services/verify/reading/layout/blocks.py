"""Labelled fields that stand several times on one paper, each time above the rows that belong to them (근무처)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from services.verify.reading.layout.labels import DECOY, Anchor, Label, find_labels
from services.verify.reading.layout.neighbours import around, in_one_row, shared
from services.verify.reading.layout.period_fields import ends_of, parts_of, without_periods
from services.verify.reading.layout.places import Spot, find_places
from services.verify.reading.layout.tables import FoundTable, find_tables
from services.verify.reading.sheets import Sheet

_FEWEST_LISTED = 2
"""Columns of a table of blocks: whose they are, and when."""
_DIGITS_OF_A_DAY = 4
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
    listed = _listed(sheets, labels, parse)
    if len(listed) > 1:
        return listed
    blocks = []
    groups = _groups([anchor for anchor in anchors if anchor.field in fields])
    for group in [_with_unread(sheets, group, groups) for group in groups]:
        inside = {(anchor.page, anchor.index) for anchor in group}
        others = [
            replace(anchor, field=DECOY, rest=None) for anchor in anchors if (anchor.page, anchor.index) not in inside
        ]
        others += group
        spots = _without_periods({spot.field: spot for spot in find_places(sheets, others, fields, parse)})
        if any(spot.lines for spot in spots.values()):
            blocks.append(Block(group[0].page, min(anchor.box[1] for anchor in group), spots))
    return blocks


def _listed(sheets: Sequence[Sheet], labels: Sequence[Label], parse: Callable[[str, str], str | None]) -> list[Block]:
    """Blocks that are rows of one table, as far as every column of a row holds what it should."""
    known = {id(sheets[anchor.page].texts[anchor.index]): anchor.field for anchor in find_labels(sheets, labels)}
    blocks: list[Block] = []
    for part in find_tables(sheets, labels, (labels[0].field,), fewest=_FEWEST_LISTED):
        if _values_beside(sheets[part.page], part, known, parse):
            return []
        for row in part.rows:
            again = {known.get(id(line)) for spot in row.values() for line in spot.lines} - {None}
            if labels[0].field in again:
                return []  # labels again: blocks that touch each other, not rows
            if again:
                break  # the sum below the rows
            spots = _without_periods(row)
            whole = all(spot.lines and parse(field, spot.text) for field, spot in spots.items())
            if not whole and not _is_dated(spots, labels[0].field):
                break  # a row with a day that could not be read is one all the same: without it the list is not whole
            top = around([spot.box for spot in spots.values()])[1]
            blocks.append(Block(part.page, top, spots))
    return blocks


def _is_dated(spots: Mapping[str, Spot], key: str) -> bool:
    """Whether a row names something under `key` and holds the digits of a day beside it."""
    digits = [sum(char.isdigit() for char in spot.text) for field, spot in spots.items() if field != key]
    return key in spots and bool(spots[key].lines) and max(digits, default=0) >= _DIGITS_OF_A_DAY


def _without_periods(spots: Mapping[str, Spot]) -> dict[str, Spot]:
    """`spots` without a period whose two ends have places of their own: beside them it says how long it was."""
    kept = without_periods(field for field, spot in spots.items() if spot.lines or ends_of(field))
    return {field: spot for field, spot in spots.items() if not ends_of(field) or field in kept}


def _values_beside(
    sheet: Sheet, part: FoundTable, known: Mapping[int, str], parse: Callable[[str, str], str | None]
) -> bool:
    """Whether values stand among the labels, each right of its own: then they do not stand below."""
    left, top, right, bottom = part.header
    level = sorted(
        (
            text
            for text in sheet.texts
            if left - 2 <= text.box[0] < right and shared(top, bottom, text.box[1], text.box[3]) >= 0.5
        ),
        key=lambda text: text.box[0],
    )
    return any(
        id(label) in known and id(text) not in known and parse(known[id(label)], text.text) is not None
        for label, text in pairwise(level)
    )


def _groups(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Anchors that stand together: a label that comes again, or far below, begins the next block."""
    groups: list[list[Anchor]] = []
    for anchor in sorted(anchors, key=lambda one: (one.page, one.box[1] + one.box[3], one.box[0])):
        last = groups[-1] if groups else []
        if not last or not _near(last[-1], anchor):
            groups.append([anchor])
        elif (again := next((one for one in last if one.field == anchor.field), None)) is None:
            last.append(anchor)
        elif any(in_one_row(one.box, anchor.box) for one in last) and not any(
            in_one_row(one.box, again.box) for one in last if one != again
        ):
            last[last.index(again)] = anchor  # the heading over the block (`근무처`) is no label of it
        else:
            groups.append([anchor])
    return [group for group, after in zip(groups, [*groups[1:], None], strict=True) if not _is_heading(group, after)]


def _is_heading(group: Sequence[Anchor], after: Sequence[Anchor] | None) -> bool:
    """Whether a lone label stands right over a block that has the same label."""
    if len(group) > 1 or after is None or len(after) < 2 or group[0].rest is not None:
        return False
    return _near(group[0], after[0]) and any(anchor.field == group[0].field for anchor in after)


def _near(one: Anchor, after: Anchor) -> bool:
    return one.page == after.page and after.box[1] - one.box[3] <= _FAR * (after.box[3] - after.box[1])


def _with_unread(sheets: Sequence[Sheet], group: list[Anchor], groups: Sequence[Sequence[Anchor]]) -> list[Anchor]:
    """`group` with the labels that nobody could read, where another block has them in the same place."""
    sheet = sheets[group[0].page]
    known = {anchor.index for anchor in group}
    found = list(group)
    for other in groups:
        by_field = {anchor.field: anchor for anchor in other}
        shared_by = next((anchor for anchor in group if anchor.rest is None and anchor.field in by_field), None)
        if shared_by is None:
            continue
        twin = by_field[shared_by.field]
        for missing in (anchor for anchor in other if anchor.field not in {one.field for one in found}):
            if missing.rest is not None:
                continue
            across = shared_by.box[0] + missing.box[0] - twin.box[0]
            down = shared_by.box[1] + missing.box[1] - twin.box[1]
            tall = missing.box[3] - missing.box[1]
            there = [
                index
                for index, text in enumerate(sheet.texts)
                if index not in known
                and abs(text.box[0] - across) <= tall
                and abs(text.box[1] - down) <= tall / 2
                and abs((text.box[2] - text.box[0]) - (missing.box[2] - missing.box[0])) <= tall
            ]
            if len(there) == 1:
                box = sheet.texts[there[0]].box
                found.append(Anchor(missing.field, group[0].page, there[0], False, box, None))
                known.add(there[0])
    return found


def as_table(blocks: Sequence[Block], fields: Sequence[str]) -> list[FoundTable]:
    """The blocks as rows of a table, complete where each block has a place for each of `fields`."""
    return [
        FoundTable(
            page=block.page,
            header=around([spot.box for spot in block.spots.values()]),
            rows=(block.spots,),
            complete=parts_of(fields) <= parts_of(name for name, spot in block.spots.items() if spot.lines),
            used=frozenset(),
        )
        for block in blocks
    ]
