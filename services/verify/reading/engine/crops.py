"""What every engine asks of a crop before it reads it."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.picture import Gray

_SMALLEST = 8
_PAPER = 200
"""A crop in which nothing is darker is empty."""


def inked(crops: Sequence[Gray]) -> list[int]:
    """Indexes of the crops that hold ink; Tesseract sees letters even on pure white.

    ValueError where a crop is too small for an engine: the caller's mistake.
    """
    for index, crop in enumerate(crops):
        if min(crop.shape) < _SMALLEST:
            height, width = crop.shape
            raise ValueError(f"crop {index} is {width}x{height} pixels; at least {_SMALLEST} a side are needed")
    return [index for index, crop in enumerate(crops) if has_ink(crop)]


def has_ink(crop: Gray) -> bool:
    """Whether anything is printed on `crop`."""
    return bool(crop.size and crop.min() < _PAPER)
