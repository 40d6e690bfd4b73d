"""Table heads that say each column twice: `Certificate No.` with 자격번호 in the line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.layout.labels import DECOY
from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.table_header import Head, Header
from services.verify.reading.sheets import Sheet

_NEXT_LINE = 1.5
"""Line heights between the two lines at most."""
_UNDER = 0.3
"""What part of the narrower of two words in one column lies under the other."""
_FEWEST = 2


def in_two_languages(sheet: Sheet, headers: Sequence[Header]) -> list[Header]:
    """`headers`, top to bottom, each line that only repeats the columns of the line right above it joined to that.

    A word of that line which nobody could read belongs to the label that it stands under.
    """
    joined: list[Header] = []
    for header in headers:
        if joined and _repeats(joined[-1], header):
            joined[-1] = _with_line(sheet, joined[-1], header)
        else:
            joined.append(header)
    return joined


def _repeats(upper: Header, lower: Header) -> bool:
    """Whether all columns of `lower` are those of `upper` that stand over them, no rule between any of them."""
    read = [head for head in lower.heads if head.field != DECOY]
    if len(read) < _FEWEST or any(head.cell for head in (*upper.heads, *lower.heads)):
        return False
    tall = max(head.box[3] - head.box[1] for head in read)
    near = -tall / 2 <= lower.box[1] - upper.box[3] <= _NEXT_LINE * tall
    return near and all(
        any(head.field == over.field and _is_under(over, head) for over in upper.heads) for head in read
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
        own = [over, *(word for word in level if _is_under(over, word))]
        pieces = tuple(index for head in own for index in head.pieces)
        heads.append(replace(over, box=around([head.box for head in own]), pieces=pieces))
    return replace(upper, heads=tuple(heads), over=upper.over | lower.over)


def _is_under(over: Head, word: Head) -> bool:
    return shared(over.box[0], over.box[2], word.box[0], word.box[2]) >= _UNDER
