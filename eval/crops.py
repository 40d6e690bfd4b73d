"""Pictures of failures: the place on the paper as it was drawn, and as the reader had it."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from services.verify.evidence import Box, FieldEvidence
from specimens import Specimen, Truth

_WIDEST = 560
"""Pixels of a crop as shown."""
_TALLEST = 180
_MARGIN = 26
"""Pixels around the box, at 300 dpi."""
_QUALITY = 62
_READ, _EXPECTED = (214, 62, 46), (46, 110, 214)
"""Outline of the box that was read, and of the place where the value should have been found."""


def drawn(specimen: Specimen, truth: Truth) -> str:
    """The place of `truth` on the undamaged paper, as a data URI."""
    return _shown(specimen.pages[truth.page - 1], truth.box, _MARGIN, None)


def seen(specimen: Specimen, truth: Truth, pictures: Sequence[bytes], found: FieldEvidence | None) -> str:
    """The same place on the page picture of the reader: its own box in red, else about where it should be in blue."""
    page = (found.page if found else truth.page) - 1
    if page >= len(pictures):
        return ""
    with Image.open(io.BytesIO(pictures[page])) as picture:
        size = specimen.pages[min(page, len(specimen.pages) - 1)].size
        scale = (picture.width / size[0], picture.height / size[1])
        if found and found.box[2] > found.box[0]:
            return _shown(picture, found.box, round(_MARGIN * scale[0]), _READ)
        left, top, right, bottom = truth.box
        box = (int(left * scale[0]), int(top * scale[1]), int(right * scale[0]), int(bottom * scale[1]))
        return _shown(picture, box, round(3 * _MARGIN * scale[0]), _EXPECTED)


def page(pictures: Sequence[bytes]) -> str:
    """The first page, small."""
    if not pictures:
        return ""
    with Image.open(io.BytesIO(pictures[0])) as picture:
        picture.thumbnail((_WIDEST, _WIDEST))
        return _uri(picture)


def _shown(picture: Image.Image, box: Box, margin: int, outline: tuple[int, int, int] | None) -> str:
    left, top = max(0, box[0] - margin), max(0, box[1] - margin)
    right, bottom = min(picture.width, box[2] + margin), min(picture.height, box[3] + margin)
    if right <= left or bottom <= top:
        return ""
    part = picture.crop((left, top, right, bottom)).convert("RGB")
    if outline:
        edge = (box[0] - left - 3, box[1] - top - 3, box[2] - left + 3, box[3] - top + 3)
        ImageDraw.Draw(part).rectangle(edge, outline=outline, width=2)
    part.thumbnail((_WIDEST, _TALLEST))
    return _uri(part)


def _uri(picture: Image.Image) -> str:
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
