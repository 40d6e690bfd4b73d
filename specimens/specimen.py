"""A drawn paper with its ground truth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from specimens import digital, raster
from specimens.sheet import Code, Sheet, Truth


@dataclass(frozen=True)
class Specimen:
    """One paper, drawn but not yet worn: see `specimens.degrade` for what scanners and phones do to it."""

    paper: str
    """Kind: `NQ_AWARD`, `TOEIC` …"""
    layout: str
    """Which of the kind's layouts."""
    seed: int
    """The seed it was drawn with."""
    sheets: tuple[Sheet, ...]
    """The marks of each page."""

    @property
    def truth(self) -> tuple[Truth, ...]:
        """Every value that stands on the paper, in printing order."""
        return tuple(truth for sheet in self.sheets for truth in sheet.truth)

    @property
    def codes(self) -> tuple[Code, ...]:
        """Every QR code and bar code on the paper that was drawn through `specimens.forms`."""
        return tuple(code for sheet in self.sheets for code in sheet.codes)

    @cached_property
    def pages(self) -> list[Image.Image]:
        """RGB pages at 300 dpi, painted when first asked for."""
        return [raster.paint(sheet) for sheet in self.sheets]

    def pdf(self) -> bytes:
        """The same paper as a digital PDF with a real text layer."""
        return digital.write(self.sheets)
