"""A part of a line of text as a piece of its own: the date in a sentence, the title in front of 자격을."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.crops import MARGIN
from services.verify.reading.layout.neighbours import around
from services.verify.reading.layout.parting import breadth, nearest_gap
from services.verify.reading.sheets import Text

_STOPS = re.compile(r"[,.;:]+(?=\s|$)")
_NEAR, _CLOSE = 0.9, 0.12
"""Line heights around the reckoned place of a cut in which a gap of the ink is sought: between words, and in one."""


def excerpt(text: Text, start: int, end: int) -> Text | None:
    """Characters `start` to `end` of `text.text`, with the ink that belongs to them; None where none is left.

    A comma or a point at the end of a word stays with it: it is too near to be cut off surely.
    """
    behind = _STOPS.match(text.text, end)
    end = behind.end() if behind else end
    text = _snapped(text)
    words, place = [], 0
    for word in text.seen.words:
        first, last = max(start - place, 0), min(end - place, len(word.text))
        if first < last:
            words.append(_part(word, first, last))
        place += len(word.text) + 1
    if not words:
        return None
    inset = round(MARGIN * text.piece.height)  # crops are cut with a margin, in which no stranger may stand
    left = text.box[0] if start == 0 else _cut(text, words[0].left, text.text[start - 1], inset)
    right = text.box[2] if end >= len(text.text) else _cut(text, words[-1].right, text.text[end], -inset)
    glyphs = tuple(
        (max(glyph[0], left), min(glyph[1], right))
        for glyph in text.piece.glyphs
        if glyph[1] > left + 1 and glyph[0] < right - 1
    )
    if not glyphs:
        return None
    box = (glyphs[0][0], text.box[1], glyphs[-1][1], text.box[3])
    return replace(text, piece=replace(text.piece, box=box, glyphs=glyphs), seen=Seen(tuple(words)))


def in_one(texts: Sequence[Text]) -> Text:
    """Pieces of one line as one."""
    piece = replace(
        texts[0].piece,
        box=around([text.box for text in texts]),
        glyphs=tuple(glyph for text in texts for glyph in text.piece.glyphs),
    )
    return replace(texts[0], piece=piece, seen=Seen(tuple(word for text in texts for word in text.seen.words)))


def _snapped(text: Text) -> Text:
    """`text`, each word with the edges of its ink, where ink and words are as many; engines spread words evenly."""
    glyphs = sorted(text.piece.glyphs)
    if len(glyphs) != len(text.seen.words):
        return text
    words = (replace(word, left=left, right=right) for word, (left, right) in zip(text.seen.words, glyphs, strict=True))
    return replace(text, seen=Seen(tuple(words)))


def _part(word: Word, first: int, last: int) -> Word:
    whole, width = breadth(word.text), word.right - word.left
    left = word.left + round(width * breadth(word.text[:first]) / whole)
    right = word.left + round(width * breadth(word.text[:last]) / whole)
    return replace(word, text=word.text[first:last], left=left, right=right)


def _cut(text: Text, reckoned: int, beyond: str, inset: int) -> int:
    """Where to cut: in the gap between words, or, where a sign `beyond` stands close by, where that was reckoned."""
    if beyond.isspace() or _is_wide_stop(beyond):
        return nearest_gap(text, reckoned, _NEAR)
    gaps = [(before[1], after[0]) for before, after in pairwise(text.piece.glyphs)]
    reach = _CLOSE * text.piece.height
    near = [gap for gap in gaps if gap[0] - reach <= reckoned <= gap[1] + reach]
    return sum(near[0]) // 2 if near else reckoned + inset


def _is_wide_stop(sign: str) -> bool:
    """Whether `sign` is punctuation as wide as it is high, with white around it (`：`)."""
    return unicodedata.category(sign).startswith("P") and unicodedata.east_asian_width(sign) in ("W", "F")
