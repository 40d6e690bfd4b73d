"""A reader of Hangul alone, of docintake's own: it cuts a line into syllables and reads the three parts of each.

Tesseract's Korean models know 1,076 syllables and err alike. This network was trained from nothing but drawn type
(`training/`), tells the initial, the vowel and the final of a syllable apart, and so knows all 11,172. A line that
holds anything but Hangul (digits, Latin, brackets) it does not read at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from services.common.errors import Misconfigured
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.picture import Gray, byte_picture

MODEL = "jamo"
"""Name of the one model; its reader is a witness of that name."""
ALONGSIDE = True
"""A further witness beside the engine that was chosen (see `choose`)."""
_NETWORK = Path(__file__).with_name("jamo.onnx")

_SIDE = 32
"""Pixels of a cell, and of the line's height."""
_INK = 150
_MARGIN = 0.06
"""Of the line's height, above and below the ink."""
_NARROWEST, _WIDEST = 8, 37
"""Pixels of a syllable's ink; a line is 32 high."""
_LOW = 0.45
"""Marks lower than this share of the line are dots and commas."""
_SPACE = 11
"""Pixels between two words."""
_SURE = -0.35
"""Mean logarithm of the probability of a syllable below which the line is not read."""
_LONGEST = 40
"""Syllables; longer lines are sentences."""
_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28

Cut = tuple[int, int]
"""First and last column of one candidate, in pixels of the line."""


class JamoEngine:
    """Reads lines of Hangul with the network beside this file."""

    @cached_property
    def version(self) -> str:
        """`jamo 1`."""
        return "jamo 1"

    @cached_property
    def models(self) -> frozenset[str]:
        """`jamo` where ONNX Runtime is installed, else none."""
        return frozenset({MODEL} if _NETWORK.is_file() and find_spec("onnxruntime") else ())

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if model != MODEL or not self.models:
            raise Misconfigured(f"no model {model!r}: install the package onnxruntime")
        return [self._read_line(crop) for crop in crops]

    def _read_line(self, crop: Gray) -> Seen:
        line, left, scale = _normalised(crop)
        parts = _parts(line)
        if not parts or len(parts) > 4 * _LONGEST:
            return Seen()
        candidates = _candidates(parts)
        if not candidates:
            return Seen()
        letters, scores = self._classified([_cell(line, cut) for cut in candidates])
        path = _best_path(parts, candidates, letters, scores)
        if path is None:
            return Seen()
        return _words([(candidates[index], letters[index]) for index in path], left, scale)

    def _classified(self, cells: Sequence[Gray]) -> tuple[list[str], NDArray[np.float64]]:
        """For each cell its most likely syllable, and the logarithm of its probability."""
        batch = 1.0 - np.stack(cells)[:, None].astype(np.float32) / 255.0
        initial, medial, final = self._session.run(["initial", "medial", "final"], {"cells": batch})
        first, second, third = initial[:, 1:].argmax(1), medial[:, 1:].argmax(1), final.argmax(1)
        rows = np.arange(len(batch))
        scores = initial[rows, first + 1] + medial[rows, second + 1] + final[rows, third]
        codes = _FIRST + (first * _VOWELS + second) * _FINALS + third
        return [chr(code) for code in codes.tolist()], scores.astype(np.float64)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # imported late: 20 MB that only a reader process needs

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a reader process owns one core
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(_NETWORK), options, providers=["CPUExecutionProvider"])


def _normalised(crop: Gray) -> tuple[Gray, int, float]:
    """The line with its ink 32 pixels high, its first column in the crop, and how many pixels of it one of those is."""
    rows, columns = (np.flatnonzero((crop < _INK).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return np.full((_SIDE, 1), 255, np.uint8), 0, 1.0
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    margin = max(1, round(_MARGIN * (bottom - top)))
    left = max(0, int(columns[0]) - margin)
    part = crop[max(0, top - margin) : bottom + margin, left : int(columns[-1]) + 1 + margin]
    scale = _SIDE / part.shape[0]
    size = (max(1, round(part.shape[1] * scale)), _SIDE)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return byte_picture(cv2.resize(part, size, interpolation=way)), left, scale


def _parts(line: Gray) -> list[Cut]:
    """Runs of columns with ink, wide ones cut where little ink joins two syllables; dots and commas left out."""
    ink = line < _INK
    dense = ink.sum(axis=0)
    found: list[Cut] = []
    for start, end in _runs(dense > 0):
        rows = np.flatnonzero(ink[:, start:end].any(axis=1))
        if rows[-1] - rows[0] + 1 < _LOW * _SIDE and end - start < _LOW * _SIDE:
            continue
        found += _cut_apart(dense, start, end)
    return found


def _runs(filled: NDArray[np.bool_]) -> list[Cut]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _cut_apart(dense: NDArray[np.int64], start: int, end: int) -> list[Cut]:
    """A run as it is, or, where it is wider than a syllable, its stretches between columns of least ink."""
    if end - start <= 0.8 * _SIDE:
        return [(start, end)]
    cuts = [start]
    for column in range(start + 4, end - 4):
        near = dense[max(start, column - 3) : column + 4]
        if dense[column] <= 6 and dense[column] == near.min() and column - cuts[-1] >= 4:
            cuts.append(column)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _candidates(parts: Sequence[Cut]) -> list[Cut]:
    """Everything from one part to a later one that is as wide as a syllable may be."""
    found = []
    for index, (start, _) in enumerate(parts):
        for _, end in parts[index:]:
            if end - start > _WIDEST:
                break
            if end - start >= _NARROWEST:
                found.append((start, end))
    return found


def _cell(line: Gray, cut: Cut) -> Gray:
    """The columns of `cut`, in the middle of a white square."""
    part = line[:, max(0, cut[0] - 1) : cut[1] + 1]
    if part.shape[1] > _SIDE:
        return byte_picture(cv2.resize(part, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA))
    cell = np.full((_SIDE, _SIDE), 255, np.uint8)
    left = (_SIDE - part.shape[1]) // 2
    cell[:, left : left + part.shape[1]] = part
    return cell


def _best_path(
    parts: Sequence[Cut], candidates: Sequence[Cut], letters: Sequence[str], scores: NDArray[np.float64]
) -> list[int] | None:
    """Candidates that cover all parts and are most likely together, each weighed by its width; None where unsure."""
    starts = {part[0]: index for index, part in enumerate(parts)}
    ends = {part[1]: index + 1 for index, part in enumerate(parts)}
    best: list[tuple[float, int, int] | None] = [None] * (len(parts) + 1)
    best[0] = (0.0, -1, -1)
    for index, (start, end) in sorted(enumerate(candidates), key=lambda entry: entry[1]):
        before = best[starts[start]]
        if before is None:
            continue
        reached = before[0] + float(scores[index]) * (end - start)
        place = ends[end]
        known = best[place]
        if known is None or reached > known[0]:
            best[place] = (reached, index, starts[start])
    path: list[int] = []
    place = len(parts)
    while place > 0:
        step = best[place]
        if step is None:
            return None
        path.append(step[1])
        place = step[2]
    path.reverse()
    sure = float(np.mean(scores[path]))
    return path if sure >= _SURE and len(path) <= _LONGEST else None


def _words(read: Sequence[tuple[Cut, str]], left: int, scale: float) -> Seen:
    words: list[Word] = []
    last = None
    for (start, end), letter in read:
        right = left + round(end / scale)
        if last is not None and start - last < _SPACE:
            words[-1] = Word(words[-1].text + letter, words[-1].left, right)
        else:
            words.append(Word(letter, left + round(start / scale), right))
        last = end
    return Seen(tuple(words))


ENGINE = JamoEngine
