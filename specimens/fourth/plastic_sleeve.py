"""A certificate that lies in a plastic sleeve on a desk: the page within the picture, holes, weld, reflections."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw, ImageFilter

from specimens.registry import Pad
from specimens.sheet import Colour, Sheet

DESKS: tuple[Colour, ...] = ((158, 140, 118), (120, 124, 128), (196, 190, 180), (92, 84, 78))


def lying(
    pad: Pad, size: tuple[float, float], inset: tuple[float, float, float, float], *, face: str, page: Colour
) -> Sheet:
    """A desk of `size` mm with a page on it; `inset` is left, top, right, bottom of desk around the page."""
    left, top, right, bottom = inset
    sheet = pad.sheet(size, face=face, paper=pad.rng.choice(DESKS))
    sheet.frame(left - 5, top - 4, size[0] - left - right + 9, size[1] - top - bottom + 8, pen=0, fill=(214, 216, 218))
    sheet.frame(left + 0.7, top + 0.8, size[0] - left - right, size[1] - top - bottom, pen=0, fill=(176, 178, 180))
    sheet.frame(left, top, size[0] - left - right, size[1] - top - bottom, pen=0.1, colour=(196, 196, 196), fill=page)
    return sheet


def sleeve(sheet: Sheet, rng: Random, *, holes: int = 4) -> None:
    """The plastic over all: a weld and holes at the left, two slanted reflections."""
    hole = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    ImageDraw.Draw(hole).ellipse((2, 2, 61, 61), fill=(84, 80, 76, 255), outline=(130, 130, 132, 255), width=5)
    for number in range(holes):
        sheet.picture(3.2, sheet.height * (number + 0.7) / (holes + 0.4), 5, 5, hole)
    sheet.line(10.5, 4, 10.5, sheet.height - 4, pen=0.3, colour=(206, 208, 210), dash=1.2)
    width, height = round(sheet.width * 2), round(sheet.height * 2)
    image = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(image)
    for share, thick, strength in ((rng.uniform(0.1, 0.35), 0.09, 46), (rng.uniform(0.6, 0.9), 0.04, 60)):
        x = share * width
        slant = 0.22 * height
        pen.polygon(
            [(x, 0), (x + thick * width, 0), (x + thick * width - slant, height), (x - slant, height)], strength
        )
    glare = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    glare.putalpha(image.filter(ImageFilter.GaussianBlur(6)))
    sheet.picture(0, 0, sheet.width, sheet.height, glare)
