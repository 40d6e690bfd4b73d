"""Legends: tables that list every grade there is, beside or below one another, and say nothing of the holder's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.layout.spots import Spot
from services.verify.reading.sheets import Sheet, Text

_MANY = 3
"""Different values in one row or column that make a legend."""
_NEXT_ROW, _NEXT_COLUMN = 4.0, 16.0
"""Line heights between two rows, and between two columns, of a legend at most."""
_ONE_SIZE, _ONE_COLUMN = 0.7, 0.5


def is_one_of_many(sheet: Sheet, spot: Spot, parse: Callable[[str, str], str | None]) -> bool:
    """Whether the value of `spot` stands in a row or a column of other values of its field, printed as large.

    `parse(field, text)` gives the canonical value or None.
    """
    if not spot.lines:
        return False
    first = spot.lines[0]
    alike = [
        text
        for text in sheet.texts
        if min(text.piece.height, first.piece.height) >= _ONE_SIZE * max(text.piece.height, first.piece.height)
        and parse(spot.field, text.text) is not None
    ]
    column = [text for text in alike if shared(text.box[0], text.box[2], first.box[0], first.box[2]) >= _ONE_COLUMN]
    row = [text for text in alike if in_one_row(text.box, first.box)]
    chains = (_reached(first, column, 1, _NEXT_ROW), _reached(first, row, 0, _NEXT_COLUMN))
    return any(len({parse(spot.field, text.text) for text in chain}) >= _MANY for chain in chains)


def _reached(first: Text, line: Sequence[Text], axis: int, gap: float) -> list[Text]:
    """What of `line` is reached from `first` in steps of at most `gap` line heights along `axis` (0 across, 1 down)."""
    reached, left = [first], [text for text in line if text is not first]
    while near := next((text for text in left if any(_apart(text, one, axis) <= gap for one in reached)), None):
        reached.append(near)
        left.remove(near)
    return reached


def _apart(one: Text, other: Text, axis: int) -> float:
    between = max(one.box[axis] - other.box[axis + 2], other.box[axis] - one.box[axis + 2], 0)
    return between / max(one.piece.height, other.piece.height)
