"""Whose rows are whose: to which of several blocks (employments) each row of a table (projects) belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from services.verify.reading.layout.blocks import Block
from services.verify.reading.layout.neighbours import around
from services.verify.reading.layout.period_fields import parts_of
from services.verify.reading.layout.places import Spot
from services.verify.reading.layout.tables import FoundTable
from services.verify.values.periods import find_days

_ENDS = ("from", "to", "joined_on", "left_on")


def owned(parts: Sequence[FoundTable], blocks: Sequence[Block], field: str) -> list[FoundTable]:
    """`parts` with the `field` of its block in each row; rows that say it themselves stay as they are.

    Rows belong to the block above them. Where all rows stand on one side of all blocks, the blocks are a list, and a
    row belongs to the one block whose time holds its own; where that is none or several, nobody knows to which.
    """
    tops = [(part.page, _top(row)) for part in parts for row in part.rows]
    places = [(block.page, block.top) for block in blocks]
    apart = bool(tops) and (min(tops) > max(places) or max(tops) < min(places))
    found = []
    for part in parts:
        rows = []
        for row in part.rows:
            if apart:
                owner = _by_time(row, blocks)
                spot = owner.spots.get(field) if owner else None
                spot = spot or Spot(field, part.page, (), around([cell.box for cell in row.values()]))
            else:
                above = [block for block in blocks if (block.page, block.top) <= (part.page, _top(row))]
                spot = above[-1].spots.get(field) if above else None
            rows.append(row if field in row or spot is None else {**row, field: spot})
        found.append(replace(part, rows=tuple(rows)))
    return found


def _top(row: Mapping[str, Spot]) -> int:
    return min(spot.box[1] for spot in row.values())


def _by_time(row: Mapping[str, Spot], blocks: Sequence[Block]) -> Block | None:
    """The one block whose first and last day lie around those of `row`; a block without an end goes on."""
    days = _days(row)
    if not days:
        return None
    around_it = []
    for block in blocks:
        served = _days(block.spots)
        if served and served[0] <= days[0] and (len(served) < 2 or days[-1] <= served[-1]):
            around_it.append(block)
    return around_it[0] if len(around_it) == 1 else None


def _days(spots: Mapping[str, Spot]) -> list[str]:
    """The days in the places of a beginning or an end, in order."""
    dated = [spot for name, spot in spots.items() if parts_of([name]) & set(_ENDS)]
    return sorted(day for spot in dated for day in find_days(spot.text))
