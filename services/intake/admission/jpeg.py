"""JPEG: whether all of its coded data decode. The only user of simplejpeg, whose libjpeg tells what it only warns of.

Pillow's and OpenCV's libjpeg paint over what is lost with grey, and say nothing. Runs only in the confined child.
"""

from __future__ import annotations

import re
from enum import Enum, auto

import simplejpeg

from services.intake.admission.jpeg_scans import has_lost_data

_DAMAGED = re.compile(r"corrupt jpeg data|premature end", re.IGNORECASE)
_LEFT_OVER = re.compile(r"corrupt jpeg data: (\d+) extraneous bytes", re.IGNORECASE)
_HARMLESS_BYTES = 32
"""So many bytes between coded data and the next marker are a camera's padding."""


class Decoded(Enum):
    """What became of decoding."""

    WHOLE = auto()
    DAMAGED = auto()
    UNKNOWN = auto()
    """This decoder does not read it; another may."""


def decoded(data: bytes) -> Decoded:
    """Every bit decoded, though an eighth of the size is computed. MemoryError passes."""
    if has_lost_data(data):
        return Decoded.DAMAGED
    try:
        simplejpeg.decode_jpeg(data, colorspace="GRAY", min_height=1, min_width=1, min_factor=8, strict=True)
    except ValueError as warning:
        return _judged(str(warning))
    return Decoded.WHOLE


def _judged(warning: str) -> Decoded:
    left_over = _LEFT_OVER.search(warning)
    if left_over and int(left_over[1]) <= _HARMLESS_BYTES:
        return Decoded.WHOLE
    return Decoded.DAMAGED if _DAMAGED.search(warning) else Decoded.UNKNOWN
