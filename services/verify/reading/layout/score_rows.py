"""Whether a number beside or below a score's label belongs to the label of another score."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.evidence import Box
from services.verify.reading.layout.labels import Anchor, is_score
from services.verify.reading.layout.neighbours import in_one_row, shared
from services.verify.reading.sheets import Sheet, Text

_NEARER = 0.8
"""A label this much nearer to a number than another one is the number's own."""

_TOUCHING, _DIGITS = 0.3, "0123456789,."
"""Line heights between two pieces of one number, and the signs that it is made of."""


def belongs_to_another(sheet: Sheet, anchor: Anchor, anchors: Sequence[Anchor], number: Text) -> bool:
    """Whether the label of another score, below or above `anchor`, or beside it, stands clearly nearer to `number`.

    On a photograph rows run a little askew; of two labels that both touch a number's row the nearer one counts.
    """
    rivals = [
        other
        for other in anchors
        if other.page == anchor.page and is_score(other.field) and other.field != anchor.field
    ]
    if number.box[0] >= anchor.box[2] - 2:
        return _nearer(anchor, [other for other in rivals if _in_column(anchor, other)], number.box, 1)
    if number.box[1] >= anchor.box[3] - 2 and sheet.texts[anchor.index].piece.cell is None:
        return _nearer(anchor, [other for other in rivals if _in_row(anchor, other)], number.box, 0)
    return False


def is_cut(sheet: Sheet, number: Text) -> bool:
    """Whether more digits stand so close beside `number` that it is a part of a longer one (`21,` and `5`)."""
    reach = _TOUCHING * number.piece.height
    for other in sheet.texts:
        if other is number or not other.text or not in_one_row(number.box, other.box):
            continue
        before, after = number.box[0] - other.box[2], other.box[0] - number.box[2]
        if (abs(before) <= reach and other.text[-1] in _DIGITS) or (abs(after) <= reach and other.text[0] in _DIGITS):
            return True
    return False


def _nearer(anchor: Anchor, rivals: Sequence[Anchor], number: Box, axis: int) -> bool:
    own = _distance(anchor.box, number, axis)
    return any(_distance(rival.box, number, axis) < _NEARER * own for rival in rivals)


def _distance(label: Box, number: Box, axis: int) -> float:
    """Between the middles of both along `axis`; none while the number's middle lies within the label."""
    middle = (number[axis] + number[axis + 2]) / 2
    return max(label[axis] - middle, middle - label[axis + 2], 0.0)


def _in_column(one: Anchor, other: Anchor) -> bool:
    return shared(one.box[0], one.box[2], other.box[0], other.box[2]) > 0


def _in_row(one: Anchor, other: Anchor) -> bool:
    return shared(one.box[1], one.box[3], other.box[1], other.box[3]) > 0
