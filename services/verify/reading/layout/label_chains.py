"""Pieces that may be parts of one label: close together in a row, or one right below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from services.verify.reading.layout.parting import ENUMERATOR
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet

_CLOSE, _SPACED = 2.2, 8.0
"""Line heights between two parts of one label, and between two letters of one that is spaced out."""
_LONGEST_CHAIN = 4


def stacks(sheet: Sheet) -> list[list[int]]:
    """Pairs of pieces one right below the other in one cell: a label that was wrapped (`Compréhension` `de l'oral`)."""
    stacks = []
    for index, text in enumerate(sheet.texts):
        for other in range(index + 1, len(sheet.texts)):
            below = sheet.texts[other]
            gap = below.box[1] - text.box[3]
            if gap > text.piece.height:
                break
            overlap = min(text.box[2], below.box[2]) - max(text.box[0], below.box[0])
            level = gap > -0.3 * text.piece.height and below.piece.cell == text.piece.cell
            both = squeeze(text.text) and squeeze(below.text)
            if both and level and overlap >= 0.5 * min(text.piece.width, below.piece.width):
                stacks.append([index, other])
    return stacks


def chains(sheet: Sheet) -> list[list[int]]:
    """Runs of two to four pieces that stand close together in one row, the longest of them last.

    A piece in which nothing was read is part of none: it may be a value beside the next label.
    """
    read = [index for index, text in enumerate(sheet.texts) if squeeze(text.text)]
    boxes = np.array([text.box for text in sheet.texts], dtype=np.int64).reshape(-1, 4)
    known = set(read)
    found = {index: _next_in_row(sheet, boxes, index) for index in read}
    after = {index: other for index, other in found.items() if other is not None and other in known}
    chains = []
    for index in range(len(sheet.texts)):
        chain = [index]
        while len(chain) < _LONGEST_CHAIN and chain[-1] in after:
            chain.append(after[chain[-1]])
            chains.append(list(chain))
    return sorted(chains, key=len)


def in_row(sheet: Sheet, chain: Sequence[int]) -> bool:
    """Whether the pieces of `chain` stand side by side, not one below the other."""
    return all(sheet.texts[other].box[0] >= sheet.texts[one].box[2] for one, other in pairwise(chain))


def _next_in_row(sheet: Sheet, boxes: NDArray[np.int64], index: int) -> int | None:
    """The piece right of `index` that is close enough to be its continuation; single letters may stand wide apart.

    `boxes` are those of all pieces.
    """
    text = sheet.texts[index]
    gaps = boxes[:, 0] - text.box[2]
    level = np.abs(boxes[:, 1] + boxes[:, 3] - text.box[1] - text.box[3]) / 2
    right = np.flatnonzero((gaps >= 0) & (level < 0.5 * text.piece.height))
    if len(right) == 0:
        return None
    best = int(right[gaps[right].argmin()])
    single = all(len(squeeze(ENUMERATOR.sub("", one.text))) == 1 for one in (text, sheet.texts[best]))
    return best if gaps[best] <= (_SPACED if single else _CLOSE) * text.piece.height else None
