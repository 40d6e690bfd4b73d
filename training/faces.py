"""Faces as they are drawn with: which file has a sign, and whether it draws anything there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

_PROBE = 24
"""Pixels of an em at which a sign is looked at."""
_UNASSIGNED = "\ufffe"


@dataclass(frozen=True, slots=True)
class Face:
    """One face of one weight."""

    files: tuple[str, ...]
    """Its font files: the one with Hangul first, then those with its other letters."""

    def font_of(self, sign: str, pixels: int) -> ImageFont.FreeTypeFont | None:
        """The font that draws `sign`, `pixels` an em, or None where no file has it."""
        for file in self.files:
            if _draws(file, sign):
                return _font(file, pixels)
        return None


@lru_cache(maxsize=600)
def _font(file: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, pixels, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=200_000)
def _draws(file: str, sign: str) -> bool:
    """Whether a glyph of its own is drawn; fonts map signs that they draw as nothing, or as a box."""
    mask = _font(file, _PROBE).getmask(sign)
    return mask.getbbox() is not None and bytes(mask) != _box(file)


@lru_cache(maxsize=300)
def _box(file: str) -> bytes:
    return bytes(_font(file, _PROBE).getmask(_UNASSIGNED))
