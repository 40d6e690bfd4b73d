"""Draw one line of type, and keep where each of its signs lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from services.verify.reading.picture import Gray
from training.faces import Face

_SIZES = (40, 48, 56)
"""Pixels of an em as drawn; wear makes it smaller."""
_TOP = 0.4
"""Of the em, above the line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible sign of a line."""

    sign: str
    """The character."""
    left: float
    """Pixels of the line's picture, as all edges of its ink."""
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """Black type on white."""

    picture: Gray
    """Two em high."""
    glyphs: tuple[Glyph, ...]
    """From left to right, without blanks."""
    em: float
    """Pixels."""


def draw(signs: Sequence[str], face: Face, rng: Random) -> DrawnLine:
    """`signs` in `face`, those it does not have left out, set at times closer or wider than usual."""
    em = rng.choice(_SIZES)
    tracking = em * rng.choice((0.0, 0.0, 0.0, 0.0, rng.uniform(-0.07, 0.12)))
    paper = Image.new("L", (int(em * (1.3 * len(signs) + 3)), 2 * em), 255)
    pen = ImageDraw.Draw(paper)
    glyphs: list[Glyph] = []
    x, y = float(em), em * _TOP
    for sign in signs:
        font = face.font_of(sign, em)
        if sign == " ":
            x += em * rng.uniform(0.25, 0.5)
        elif font is not None:
            baseline = y + 0.9 * em
            pen.text((x, baseline), sign, font=font, fill=0, anchor="ls")  # files of one face share their baseline
            left, top, right, bottom = font.getbbox(sign, anchor="ls")
            glyphs.append(Glyph(sign, x + left, baseline + top, x + right, baseline + bottom))
            x += font.getlength(sign) + tracking
    return DrawnLine(np.asarray(paper), tuple(glyphs), em)
