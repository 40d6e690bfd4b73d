"""Figures without the small print behind them: the 85 of `85 /120`, which readers take for one number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from services.verify.reading.engine.port import Engine, Seen
from services.verify.reading.sheets import TEXT_LAYER, Sheet, Text, look
from services.verify.values.dates import looks_like_date

_SMALL, _NO_TALLER = 0.72, 0.88
"""Of the height of the figure: how high the first sign of small print is at most, and each that follows."""
_INK = 160
_FIGURE = re.compile(
    r"^\W*[0-9][^가-힣A-Za-z]{1,15}$|^\W*[0-9][^가-힣]{1,9}$|"
    r"^\W*[0-9]{1,4}(?:[.,][0-9]{1,2})?\s*[점点分]?\s*[(（/|][^A-Za-z]{1,15}$"
)
_NARROWEST = 0.55
"""Of the height of the figure: how wide small print is at least."""
_LONGEST = 14.0
"""Line heights of a figure with what can be reached behind it."""
_REACH = 0.35
"""Of the height of the figure: how far a word may reach over the place of the cut and still be the figure."""


def figures_alone(sheets: Sequence[Sheet], engine: Engine) -> list[Sheet]:
    """`sheets`, the small print behind figures cut off; what readers saw in both as one is read anew."""
    parted = [replace(sheet, texts=tuple(figure_alone(sheet, text) for text in sheet.texts)) for sheet in sheets]
    unread = {
        id(text.piece): old.reader
        for sheet, whole in zip(parted, sheets, strict=True)
        for text, old in zip(sheet.texts, whole.texts, strict=True)
        if text is not old and not text.text
    }
    for model in sorted(set(unread.values()) & engine.models):
        parted = look(parted, engine, model, lambda text: unread.get(id(text.piece)) == model)  # noqa: B023 - at once
    return [
        replace(
            sheet,
            texts=tuple(
                old if id(text.piece) in unread and not any(map(str.isdigit, text.text)) else text
                for text, old in zip(sheet.texts, whole.texts, strict=True)
            ),
        )
        for sheet, whole in zip(parted, sheets, strict=True)
    ]


def figure_alone(sheet: Sheet, text: Text) -> Text:
    """`text` up to the first sign from which on all are clearly lower than the figure in front; or as it is.

    It comes back unread where a word reaches over the cut.
    """
    glyphs = text.piece.glyphs
    may_be_one = _FIGURE.match(text.text) or (text.reader and not text.text and _is_short(text))
    if len(glyphs) < 2 or not may_be_one or looks_like_date(text.text):
        return text
    rows = [_rows(sheet, text, left, right) for left, right in glyphs]
    if rows[0] is None:
        return text
    heights = [row[1] - row[0] if row is not None else 0 for row in rows]
    tall = heights[0]
    cut = next((place for place, height in enumerate(heights) if height <= _SMALL * tall), None)
    if not cut or any(height > _NO_TALLER * tall for height in heights[cut:]):
        return text
    if glyphs[-1][1] - glyphs[cut][0] < _NARROWEST * tall:  # a comma or a point
        return text
    end = (glyphs[cut - 1][1] + glyphs[cut][0]) / 2
    words = tuple(word for word in text.seen.words if (word.left + word.right) / 2 < end)
    if any(word.right > end + _REACH * tall for word in words) or not all(any(map(str.isdigit, w.text)) for w in words):
        words = ()
    if not words and text.reader == TEXT_LAYER:
        return text
    left, top, _, _ = text.box
    first, last = rows[0]
    box = (left, top + first, glyphs[cut - 1][1], top + last)
    return replace(text, piece=replace(text.piece, box=box, glyphs=glyphs[:cut]), seen=Seen(words))


def _is_short(text: Text) -> bool:
    """Whether a piece that the reader passed over is no longer than a figure and what can be reached."""
    return text.piece.width <= _LONGEST * text.piece.height


def _rows(sheet: Sheet, text: Text, left: int, right: int) -> tuple[int, int] | None:
    """First row with ink, and the row behind the last, between two columns of a piece; None where there is none."""
    _, top, _, bottom = text.box
    inked = np.flatnonzero((np.asarray(sheet.gray[top:bottom, left:right]) < _INK).any(axis=1))
    return (int(inked[0]), int(inked[-1]) + 1) if len(inked) else None
