"""Red seals (관인, 직인, 회사 인감) and black office stamps, as pictures with transparency."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from specimens import fonts
from specimens.sheet import MM

RED = (200, 32, 38)
_SEAL_FACES = ("un-gungseo", "un-yetgul", "nanum-myeongjo-extrabold", "un-batang-bold")


def square(text: str, millimetres: float, rng: Random, *, colour: tuple[int, int, int] = RED) -> Image.Image:
    """An official square seal: the signs of `text` in columns from right to left, worn at the edges."""
    side = round(millimetres * MM)
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    edge = max(3, side // 22)
    pen.rounded_rectangle((1, 1, side - 2, side - 2), radius=side // 20, outline=255, width=edge)
    signs = text.replace(" ", "")
    face = fonts.choose(signs, rng.choice(_SEAL_FACES)).name
    columns = math.ceil(math.sqrt(len(signs)))
    inset = edge + side // 32
    room = side - 2 * inset
    for column in range(columns):
        # Columns run from right to left; a shorter one is stretched to the full height, as engravers do.
        share = signs[column * len(signs) // columns : (column + 1) * len(signs) // columns]
        cell = (room / columns, room / len(share))
        for row, sign in enumerate(share):
            _stretch(mask, sign, face, (side - inset - (column + 1) * cell[0], inset + row * cell[1]), cell)
    return _inked(mask, colour, rng)


def round_seal(ring: str, centre: str, millimetres: float, rng: Random) -> Image.Image:
    """A company's round seal: `ring` around, `centre` in the middle."""
    side = round(millimetres * MM)
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    edge = max(3, side // 28)
    pen.ellipse((1, 1, side - 2, side - 2), outline=255, width=edge)
    inner = round(side * 0.24)
    pen.ellipse((inner, inner, side - inner, side - inner), outline=255, width=max(2, edge // 2))
    face = fonts.choose(ring, rng.choice(_SEAL_FACES)).name
    size = round(side * 0.17)
    for number, sign in enumerate(ring):
        angle = 2 * math.pi * number / len(ring)
        stamp = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(stamp).text((size, size), sign, font=fonts.load(face, size), fill=255, anchor="mm")
        stamp = stamp.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        radius = side * 0.37
        x, y = side / 2 + radius * math.sin(angle), side / 2 - radius * math.cos(angle)
        mask.paste(255, (round(x - size), round(y - size)), stamp)
    room = side - 2 * inner - side // 9
    columns = math.ceil(len(centre) / 2)
    cell = (room / columns, room / min(2, len(centre)))
    for number, sign in enumerate(centre):
        column, row = divmod(number, 2)
        left = side - inner - side / 18 - (column + 1) * cell[0]
        _stretch(mask, sign, face, (left, inner + side / 18 + row * cell[1]), cell)
    return _inked(mask, RED, rng)


def personal(text: str, millimetres: float, rng: Random) -> Image.Image:
    """A person's oval name seal, signs from top to bottom."""
    width, height = round(millimetres * 0.72 * MM), round(millimetres * MM)
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).ellipse((1, 1, width - 2, height - 2), outline=255, width=max(2, width // 18))
    face = fonts.choose(text, rng.choice(_SEAL_FACES)).name
    cell = (width * 0.56, height * 0.76 / len(text))
    for number, sign in enumerate(text):
        _stretch(mask, sign, face, (width * 0.22, height * 0.12 + number * cell[1]), cell)
    return _inked(mask, RED, rng)


def office_stamp(text: str, date: str, millimetres: float, rng: Random) -> Image.Image:
    """A black or blue rubber stamp: a circle with the office above, the date in the middle, 접수 below."""
    side = round(millimetres * MM)
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    edge = max(3, side // 36)
    pen.ellipse((2, 2, side - 3, side - 3), outline=255, width=edge)
    pen.line((side * 0.05, side * 0.38, side * 0.95, side * 0.38), fill=255, width=edge)
    pen.line((side * 0.05, side * 0.62, side * 0.95, side * 0.62), fill=255, width=edge)
    for line, y, share in (
        (text, 0.26, 0.56),
        (date, 0.5, 0.8),
        (rng.choice(("접수", "원본대조필", "사본")), 0.75, 0.5),
    ):
        face = fonts.choose(line, "nanum-gothic-bold").name
        size = round(side * 0.17)
        while size > 8 and fonts.load(face, size).getlength(line) > side * share:
            size -= 2
        pen.text((side / 2, side * y), line, font=fonts.load(face, size), fill=255, anchor="mm")
    return _inked(mask, rng.choice(((30, 30, 34), (28, 32, 60))), rng)


def _stretch(mask: Image.Image, sign: str, face: str, corner: tuple[float, float], cell: tuple[float, float]) -> None:
    font = fonts.load(face, max(8, round(max(cell) * 1.1)))
    left, top, right, bottom = font.getbbox(sign, anchor="ls")
    glyph = Image.new("L", (max(1, int(right - left)), max(1, int(bottom - top))), 0)
    ImageDraw.Draw(glyph).text((-left, -top), sign, font=font, fill=255, anchor="ls")
    glyph = glyph.resize((max(1, round(cell[0] * 0.88)), max(1, round(cell[1] * 0.88))), Image.Resampling.BICUBIC)
    place = (round(corner[0] + cell[0] * 0.06), round(corner[1] + cell[1] * 0.06))
    mask.paste(255, place, glyph)


def _inked(mask: Image.Image, colour: tuple[int, int, int], rng: Random) -> Image.Image:
    """Uneven ink: fainter patches, a slight bleed."""
    patches = Image.frombytes("L", (7, 7), bytes(rng.randint(165, 250) for _ in range(49)))
    patches = patches.resize(mask.size, Image.Resampling.BICUBIC)
    mask = mask.filter(ImageFilter.GaussianBlur(0.8))
    alpha = Image.composite(patches, Image.new("L", mask.size, 0), mask)
    inked = Image.new("RGBA", mask.size, (*colour, 255))
    inked.putalpha(alpha)
    return inked.rotate(rng.uniform(-4, 4), resample=Image.Resampling.BICUBIC)
