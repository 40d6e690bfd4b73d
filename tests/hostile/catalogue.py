"""Every hostile file, each of them different from all others."""

from __future__ import annotations

import zlib
from functools import cache

from tests.hostile import (
    foreign,
    jpeg_heic,
    pdf_bait,
    pdf_drawing,
    pdf_fonts,
    pdf_pictures,
    pdf_structure,
    png_gif,
    tiff,
)
from tests.hostile.specimen import Hostile

FAMILIES = (
    pdf_structure,
    pdf_drawing,
    pdf_pictures,
    pdf_fonts,
    pdf_bait,
    png_gif,
    tiff,
    jpeg_heic,
    foreign,
)


@cache
def hostile_files() -> tuple[Hostile, ...]:
    """All of them, in a fixed order."""
    return tuple(file for family in FAMILIES for file in family.files())


ENDLESS = (
    *("pdf/xref stream/index", "pdf/xref stream/inflates", "pdf/page tree/tree is", "pdf/nesting/array of a million"),
    *("pdf/forms/3 deep", "pdf/forms/6 deep", "pdf/forms/14 deep", "pdf/forms/two", "pdf/drawing/one content"),
    *("pdf/filter/inflates", "pdf/picture/one picture", "pdf/pattern/steps of a hair", "pdf/pattern/steps backwards"),
    *("pdf/font/file inflates", "pdf/drawing/a line of 500", "pdf/drawing/curves", "pdf/notes/100,000"),
    *(
        "jpeg/scans/10000",
        "pdf/nesting/a million names",
        "pdf/picture/JPX of 16,384",
        "tiff/directory/65,535 entries t",
    ),
    *("pdf/nesting/array of 100,000", "pdf/nesting/dictionary", "pdf/nesting/string of", "png/pixels/58 megapixels"),
)
"""Beginnings of names: files that end by a limit, or nearly; a few of their kinds remain in the quick selection."""


@cache
def quick_files() -> tuple[Hostile, ...]:
    """More than half of them, always the same: without most of those that run until a limit ends them."""
    return tuple(
        file
        for file in hostile_files()
        if not file.name.startswith(ENDLESS) and (zlib.crc32(file.name.encode()) % 3 or "/" not in file.name)
    )
