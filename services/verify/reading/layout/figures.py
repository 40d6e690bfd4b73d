"""A figure without the small print behind it: the 85 of `85 /120`, which readers take for one number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from services.verify.reading.engine.port import Seen
from services.verify.reading.sheets import Sheet, Text

_SMALL = 0.72
"""Of the height of the figure: what is no higher is small print."""
_INK = 160


def figure_alone(sheet: Sheet, text: Text) -> Text:
    """The words of `text` up to the first that is clearly lower than the figure in front; or `text` as it is."""
    glyphs = text.piece.glyphs
    if len(glyphs) < 2 or len(text.seen.words) < 2:
        return text
    rows = [_rows(sheet, text, left, right) for left, right in glyphs]
    if rows[0] is None:
        return text
    tall = rows[0][1] - rows[0][0]
    cut = next((place for place, row in enumerate(rows) if row is not None and row[1] - row[0] <= _SMALL * tall), None)
    if cut is None:
        return text
    end = (glyphs[cut - 1][1] + glyphs[cut][0]) / 2
    words = tuple(word for word in text.seen.words if (word.left + word.right) / 2 < end)
    if not words or not all(any(map(str.isdigit, word.text)) for word in words):
        return text
    left, top, _, _ = text.box
    first, last = rows[0]
    box = (left, top + first, glyphs[cut - 1][1], top + last)
    return replace(text, piece=replace(text.piece, box=box, glyphs=glyphs[:cut]), seen=Seen(words))


def _rows(sheet: Sheet, text: Text, left: int, right: int) -> tuple[int, int] | None:
    """First row with ink, and the row behind the last, between two columns of a piece; None where there is none."""
    _, top, _, bottom = text.box
    inked = np.flatnonzero((np.asarray(sheet.gray[top:bottom, left:right]) < _INK).any(axis=1))
    return (int(inked[0]), int(inked[-1]) + 1) if len(inked) else None
