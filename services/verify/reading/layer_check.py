"""Whether a text layer is positively seen to lie: not only unconfirmed by the pixels, but contradicted by them."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.evidence import Reading
from services.verify.reading.sheets import TEXT_LAYER
from services.verify.values import same

BROKEN = "TEXT_LAYER"
"""The invariant that such a field breaks."""
_ENOUGH = 2


def contradicts_pixels(field: str, readings: Sequence[Reading]) -> bool:
    """Whether two readers of the pixels say one other value of `field` than the text layer, and no reader the layer's.

    `readings` bear the names of the models that made them: readings of one model are one reader.
    """
    layers = [reading.value for reading in readings if reading.reader == TEXT_LAYER and reading.value is not None]
    pixels = [reading for reading in readings if reading.reader != TEXT_LAYER and reading.value is not None]
    if not layers or any(_one(field, layers[0], reading.value) for reading in pixels):
        return False
    return any(
        len({other.reader for other in pixels if _one(field, reading.value, other.value)}) >= _ENOUGH
        for reading in pixels
    )


def _one(field: str, value: str | None, other: str | None) -> bool:
    return value is not None and other is not None and (value == other or same(field, value, other))
