"""A reader of Hangul alone, of docintake's own: it cuts a line into syllables and reads the three parts of each.

Tesseract's Korean models know 1,076 syllables and err alike. This network was trained from nothing but drawn type
(`training/`), tells the initial, the vowel and the final of a syllable apart, and so knows all 11,172. Dots and commas
are passed over. Of a line in which anything else is no Hangul (digits, Latin, brackets) nothing is read: the network
was shown such signs as no syllable, and one unsure cell leaves the whole line unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from services.common.errors import Misconfigured
from services.verify.reading.engine.jamo_cells import Cut, Line, candidates, cell, line_of, parts
from services.verify.reading.engine.onnx_network import is_installed, open_network
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.picture import Gray
from services.verify.values.syllables import syllable

MODEL = "jamo"
"""Name of the one model; its reader is a witness of that name."""
_NETWORK = Path(__file__).with_name("jamo.onnx")

_SPACE = 11
"""Pixels between two words of a line 32 high."""
_SURE, _EACH_SURE = -0.35, -0.1
"""Logarithm of the probability of the syllables, their mean and the least of them, below which nothing is read."""


class JamoEngine:
    """Reads lines of Hangul with the network beside this file."""

    @cached_property
    def version(self) -> str:
        """`jamo 2`."""
        return "jamo 2"

    @cached_property
    def models(self) -> frozenset[str]:
        """`jamo` where ONNX Runtime is installed, else none."""
        return frozenset({MODEL} if _NETWORK.is_file() and is_installed() else ())

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if model != MODEL or not self.models:
            raise Misconfigured(f"no model {model!r}: install the package onnxruntime")
        return [self._read_line(crop) for crop in crops]

    def _read_line(self, crop: Gray) -> Seen:
        line = line_of(crop)
        marks = parts(line.picture) if line else []
        cuts = candidates(marks)
        if line is None or not cuts:
            return Seen()
        syllables, scores = self._classified([cell(line.picture, cut) for cut in cuts])
        path = best_path(marks, cuts, scores)
        if not path or not sure(scores[path]):
            return Seen()
        return _words(line, [(cuts[index], syllables[index]) for index in path])

    def _classified(self, cells: Sequence[Gray]) -> tuple[list[str], NDArray[np.float64]]:
        """For each cell its most likely syllable, and the logarithm of its probability."""
        batch = 1.0 - np.stack(cells)[:, None].astype(np.float32) / 255.0
        initial, vowel, final = self._session.run(["initial", "medial", "final"], {"cells": batch})
        first, second, third = initial[:, 1:].argmax(1), vowel[:, 1:].argmax(1), final.argmax(1)  # class 0: no syllable
        rows = np.arange(len(batch))
        scores = initial[rows, first + 1] + vowel[rows, second + 1] + final[rows, third]
        parts = zip(first.tolist(), second.tolist(), third.tolist(), strict=True)
        return [syllable(*jamo) for jamo in parts], scores.astype(np.float64)

    @cached_property
    def _session(self) -> Any:
        return open_network(_NETWORK)


ENGINE = JamoEngine
ALONGSIDE = True


def best_path(marks: Sequence[Cut], cuts: Sequence[Cut], scores: NDArray[np.float64]) -> list[int]:
    """Indexes of the cuts that together cover all marks, none twice, and are most likely, each weighed by its width.

    `cuts` are in order of their left edge; empty where no such cuts exist.
    """
    starts = {start: place for place, (start, _) in enumerate(marks)}
    ends = {end: place for place, (_, end) in enumerate(marks, start=1)}
    reached = [0.0] + [-np.inf] * len(marks)
    """The best sum that covers the marks before each place, and the cut that ends there."""
    came = [-1] * (len(marks) + 1)
    for index, (start, end) in enumerate(cuts):
        total = reached[starts[start]] + float(scores[index]) * (end - start)
        if total > reached[ends[end]]:
            reached[ends[end]], came[ends[end]] = total, index
    path: list[int] = []
    place = len(marks)
    while place and came[place] >= 0:
        path.append(came[place])
        place = starts[cuts[came[place]][0]]
    return path[::-1] if not place else []


def sure(scores: NDArray[np.float64]) -> bool:
    """Whether a line of syllables with these logarithms of probabilities is read: all together, and each alone.

    The mean alone would let a digit pass in a long line.
    """
    return bool(scores.mean() >= _SURE and scores.min() >= _EACH_SURE)


def _words(line: Line, read: Sequence[tuple[Cut, str]]) -> Seen:
    words: list[Word] = []
    last = -_SPACE
    for (start, end), sign in read:
        if start - last < _SPACE:
            words[-1] = Word(words[-1].text + sign, words[-1].left, line.in_crop(end))
        else:
            words.append(Word(sign, line.in_crop(start), line.in_crop(end)))
        last = end
    return Seen(tuple(words))
