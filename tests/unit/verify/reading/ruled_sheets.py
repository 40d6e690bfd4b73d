"""Sheets made by hand: ruled cells and the words that stand in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from services.verify.evidence import Box
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.layout.pieces import Piece
from services.verify.reading.sheets import Sheet, Text

LINE, LETTER = 24, 14
WIDE, HIGH = 2000, 2800


class HandSheet:
    """A page of 2000 × 2800 pixels to which cells and words are added."""

    def __init__(self) -> None:
        self._cells: list[Box] = []
        self._texts: list[Text] = []

    def text(self, left: int, top: int, words: str, cell: int | None = None) -> None:
        """`words` on one line at (left, top)."""
        box = (left, top, left + LETTER * max(1, len(words)), top + LINE)
        seen = Seen((Word(words, box[0], box[2]),) if words.strip() else ())
        self._texts.append(Text(Piece(box, cell, ((box[0], box[2]),)), seen, "kor"))

    def cell(self, box: Box, words: str = "") -> None:
        """A ruled cell; `/` parts the lines in it."""
        self._cells.append(box)
        for line, part in enumerate(words.split("/") if words else ()):
            self.text(box[0] + 10, box[1] + 8 + line * (LINE + 8), part, len(self._cells) - 1)

    def row(self, top: int, high: int, edges: Sequence[int], words: Sequence[str]) -> None:
        """Cells between `edges`, one for each of `words`."""
        for left, right, inside in zip(edges, edges[1:], words, strict=False):
            self.cell((left + 3, top + 3, right - 3, top + high - 3), inside)

    def sheet(self, number: int = 1) -> Sheet:
        """The page; its texts from top to bottom."""
        order = sorted(self._texts, key=lambda text: (text.box[1] + text.box[3], text.box[0]))
        gray = np.full((HIGH, WIDE), 255, np.uint8)
        return Sheet(number, np.dstack([gray] * 3), gray, tuple(self._cells), tuple(order), False)
