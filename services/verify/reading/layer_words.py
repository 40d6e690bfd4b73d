"""What a text layer says in places of a page: its characters there, put together as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from services.verify.evidence import Box
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.pages import Glyph

_TALLEST = 2.6
"""Of the place's height: glyph boxes are taller than their ink, but those of a watermark far more."""
_BESIDE = 3
"""Pixels that the middle of a character may lie left or right of the ink."""
_GAP = 0.25
"""Of a character's height: a wider gap parts two words."""


def words_in(places: Iterable[Box], glyphs: Sequence[Glyph]) -> list[Seen]:
    """For each of `places` the words that `glyphs` make there, from left to right; both in pixels of the page."""
    sides = np.array([(glyph.left, glyph.top, glyph.right, glyph.bottom) for glyph in glyphs]).reshape(-1, 4)
    across, down = (sides[:, 0] + sides[:, 2]) / 2, (sides[:, 1] + sides[:, 3]) / 2
    tall = sides[:, 3] - sides[:, 1]
    found = []
    for left, top, right, bottom in places:
        inside = (left - _BESIDE <= across) & (across <= right + _BESIDE) & (top <= down) & (down <= bottom)
        inside &= tall <= _TALLEST * (bottom - top)
        here = [glyphs[index] for index in np.flatnonzero(inside).tolist()]
        found.append(_words(sorted(here, key=lambda glyph: glyph.left)))
    return found


def _words(glyphs: Sequence[Glyph]) -> Seen:
    words: list[Word] = []
    end = None
    for glyph in glyphs:
        if not glyph.char.strip():
            end = None
            continue
        gap = _GAP * (glyph.bottom - glyph.top)
        if end is not None and glyph.left - end <= gap:
            words[-1] = Word(words[-1].text + glyph.char, words[-1].left, round(glyph.right))
        else:
            words.append(Word(glyph.char, round(glyph.left), round(glyph.right)))
        end = glyph.right
    return Seen(tuple(words))
