"""Table heads that say each column twice: `Certificate No.` with 자격번호 in the line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.verify.evidence import Box
from services.verify.reading.layout.labels import DECOY, Anchor
from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.table_header import Head, Header
from services.verify.reading.sheets import Sheet

_NEXT_LINE = 1.5
"""Line heights between the two lines at most."""
_UNDER = 0.3
"""What part of the narrower of two words in one column lies under the other."""
_FEWEST = 2


def in_two_languages(sheet: Sheet, headers: Sequence[Header], anchors: Sequence[Anchor]) -> list[Header]:
    """`headers`, top to bottom, each line that only repeats the columns of the line right above it joined to that.

    A word of that line which nobody could read belongs to the label that it stands under. So does one of `anchors`,
    the labels of this sheet, that says what the head right above it says.
    """
    joined: list[Header] = []
    for header in headers:
        if joined and _repeats(joined[-1], header):
            joined[-1] = _with_line(sheet, joined[-1], header)
        else:
            joined.append(header)
    return [replace(header, heads=tuple(_with_own(head, anchors) for head in header.heads)) for header in joined]


def _with_own(head: Head, anchors: Sequence[Anchor]) -> Head:
    """`head` with its label in the second language right below it."""
    own = [
        anchor
        for anchor in anchors
        if anchor.field == head.field != DECOY
        and anchor.index not in head.pieces
        and anchor.rest is None
        and head.cell is None
        and _is_next_line(head.box, anchor.box)
        and _is_under(head.box, anchor.box)
    ]
    pieces = (*head.pieces, *(anchor.index for anchor in own))
    return replace(head, box=around([head.box, *(anchor.box for anchor in own)]), pieces=pieces)


def _is_next_line(upper: Box, lower: Box) -> bool:
    tall = lower[3] - lower[1]
    return -tall / 2 <= lower[1] - upper[3] <= _NEXT_LINE * tall


def _repeats(upper: Header, lower: Header) -> bool:
    """Whether all columns of `lower` are those of `upper` that stand over them, no rule between any of them."""
    read = [head for head in lower.heads if head.field != DECOY]
    if len(read) < _FEWEST or any(head.cell for head in (*upper.heads, *lower.heads)):
        return False
    return _is_next_line(upper.box, lower.box) and all(
        any(head.field == over.field and _is_under(over.box, head.box) for over in upper.heads) for head in read
    )


def _with_line(sheet: Sheet, upper: Header, lower: Header) -> Header:
    _, top, _, bottom = lower.box
    known = {index for head in upper.heads for index in head.pieces}
    level = [
        Head(DECOY, text.box, (index,), None)
        for index, text in enumerate(sheet.texts)
        if index not in known
        and top <= (text.box[1] + text.box[3]) / 2 <= bottom
        and not any(map(str.isdigit, text.text))
    ]
    heads = []
    for over in upper.heads:
        own = [over, *(word for word in level if _is_under(over.box, word.box))]
        pieces = tuple(index for head in own for index in head.pieces)
        heads.append(replace(over, box=around([head.box for head in own]), pieces=pieces))
    return replace(upper, heads=tuple(heads), over=upper.over | lower.over)


def _is_under(over: Box, word: Box) -> bool:
    return shared(over[0], over[2], word[0], word[2]) >= _UNDER
