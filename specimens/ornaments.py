"""What surrounds the values on a paper: borders, guilloche, watermarks, portraits, bar codes, tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from specimens.sheet import BLACK, Colour, Sheet


def specimen_note(sheet: Sheet, x: float | None = None, y: float | None = None) -> None:
    """A small 견본 in the margin: nobody shall take the picture for a forgery."""
    size = 6.0 if sheet.height > 100 else 4.0
    sheet.text(
        sheet.width - 4 if x is None else x,
        sheet.height - 2.4 if y is None else y,
        "견본 SPECIMEN",
        size=size,
        face="nanum-gothic",
        align="right",
        colour=(150, 150, 150),
    )


def double_border(sheet: Sheet, margin: float, colour: Colour, *, gap: float = 1.6, pen: float = 0.9) -> None:
    """A thick and a thin line around the sheet."""
    for inset, width in ((margin, pen), (margin + gap, pen / 3)):
        sheet.frame(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset, pen=width, colour=colour)


def woven_border(sheet: Sheet, margin: float, thickness: float, colour: Colour) -> None:
    """A band of interlaced waves around the sheet, as award papers have."""
    left, top = margin, margin
    right, bottom = sheet.width - margin, sheet.height - margin
    half = thickness / 2
    for phase in (0.0, math.pi / 2, math.pi, 1.5 * math.pi):
        for (x1, y1), (x2, y2) in (
            ((left, top + half), (right, top + half)),
            ((left, bottom - half), (right, bottom - half)),
            ((left + half, top), (left + half, bottom)),
            ((right - half, top), (right - half, bottom)),
        ):
            length = math.hypot(x2 - x1, y2 - y1)
            along = np.linspace(0, 1, round(length / 0.45))
            swing = half * 0.85 * np.sin(2 * math.pi * along * round(length / thickness) + phase)
            flat = y1 == y2
            xs = x1 + (x2 - x1) * along + (0 if flat else swing)
            ys = y1 + (y2 - y1) * along + (swing if flat else 0)
            sheet.curve(list(zip(xs.tolist(), ys.tolist(), strict=True)), pen=0.15, colour=colour)
    for inset in (0.0, thickness):
        sheet.frame(
            left + inset,
            top + inset,
            right - left - 2 * inset,
            bottom - top - 2 * inset,
            pen=0.35,
            colour=colour,
        )


def rosette(
    sheet: Sheet,
    x: float,
    y: float,
    radius: float,
    colour: Colour,
    rng: Random,
    *,
    rings: int = 14,
    flatten: float = 1.0,
) -> None:
    """A guilloche rosette: nested closed waves."""
    lobes, depth = rng.randint(8, 16), rng.uniform(0.12, 0.3)
    turn = np.linspace(0, 2 * math.pi, 420)
    for ring in range(rings):
        share = (ring + 2) / (rings + 1)
        reach = radius * share * (1 + depth * np.sin(lobes * turn + ring * 0.45))
        xs, ys = x + reach * np.cos(turn), y + flatten * reach * np.sin(turn)
        sheet.curve(list(zip(xs.tolist(), ys.tolist(), strict=True)), pen=0.1, colour=colour)


def wave_ground(
    sheet: Sheet,
    left: float,
    top: float,
    width: float,
    height: float,
    colour: Colour,
    rng: Random,
    *,
    pitch: float = 2.4,
) -> None:
    """A ground of fine wavy lines, as security paper has."""
    along = np.linspace(left, left + width, max(40, round(width)))
    length, swing = rng.uniform(18, 40), rng.uniform(0.6, 1.6)
    phase = rng.uniform(0, 6)
    for number in range(int(height / pitch)):
        ys = top + (number + 0.5) * pitch + swing * np.sin(2 * math.pi * along / length + phase + number * 0.22)
        sheet.curve(list(zip(along.tolist(), ys.tolist(), strict=True)), pen=0.1, colour=colour)


def scattered_marks(
    sheet: Sheet, text: str, colour: Colour, *, size: float = 15, angle: float = 30, step: float = 52
) -> None:
    """`text` all over the ground, slanted and pale."""
    rows = int(sheet.height / step * 1.6)
    for row in range(rows):
        y = (row + 0.6) * step / 1.6
        for column in range(int(sheet.width / step) + 1):
            x = column * step + (step / 2 if row % 2 else 0)
            sheet.text(x, y, text, size=size, align="center", colour=colour, angle=angle, face="nanum-gothic-bold")


def portrait(width: int, height: int, rng: Random) -> Image.Image:
    """A passport photograph of nobody: head, hair and shoulders before a plain wall."""
    scale = 2
    image = Image.new(
        "RGB", (width * scale, height * scale), rng.choice(((206, 222, 238), (238, 240, 243), (196, 208, 226)))
    )
    pen = ImageDraw.Draw(image)
    w, h = image.size
    skin = rng.choice(((238, 205, 178), (228, 190, 160), (243, 214, 190)))
    hair = rng.choice(((28, 24, 24), (48, 36, 30), (20, 20, 26)))
    suit = rng.choice(((34, 40, 58), (52, 52, 56), (28, 28, 30), (70, 74, 92)))
    long_hair = rng.random() < 0.5
    if long_hair:
        pen.rounded_rectangle((w * 0.25, h * 0.2, w * 0.75, h * 0.74), radius=w * 0.2, fill=hair)
    pen.ellipse((-w * 0.08, h * 0.68, w * 1.08, h * 1.5), fill=suit)
    pen.rectangle((w * 0.41, h * 0.56, w * 0.59, h * 0.74), fill=tuple(c - 14 for c in skin))
    pen.polygon(((w * 0.38, h * 0.7), (w * 0.62, h * 0.7), (w * 0.5, h * 0.92)), fill=(246, 246, 248))
    pen.ellipse((w * 0.29, h * 0.2, w * 0.71, h * 0.66), fill=skin)
    pen.pieslice((w * 0.27, h * 0.14, w * 0.73, h * 0.6), 180, 360, fill=hair)
    pen.ellipse((w * 0.34, h * 0.27, w * 0.66, h * 0.5), fill=skin)
    for side in (-1, 1):
        x = w * (0.5 + side * 0.09)
        pen.ellipse((x - w * 0.03, h * 0.405, x + w * 0.03, h * 0.425), fill=(40, 30, 28))
        pen.line((x - w * 0.045, h * 0.382, x + w * 0.045, h * 0.38), fill=hair, width=max(1, w // 70))
    pen.arc((w * 0.44, h * 0.5, w * 0.56, h * 0.565), 25, 155, fill=(176, 92, 88), width=max(1, w // 70))
    pen.line((w * 0.5, h * 0.43, w * 0.49, h * 0.49), fill=tuple(c - 40 for c in skin), width=max(1, w // 90))
    image = image.filter(ImageFilter.GaussianBlur(1.6)).resize((width, height), Image.Resampling.LANCZOS)
    return image.convert("RGBA")


def photo_box(sheet: Sheet, left: float, top: float, rng: Random, *, width: float = 30, height: float = 40) -> None:
    """A printed 3 × 4 photograph."""
    sheet.picture(left, top, width, height, portrait(round(width * 8), round(height * 8), rng))
    sheet.frame(left, top, width, height, pen=0.15, colour=(120, 120, 120))


def qr(text: str) -> Image.Image:
    """A QR code of `text`, RGBA on white."""
    return _code(text, zxingcpp.BarcodeFormat.QRCode, 6)


def pdf417(text: str) -> Image.Image:
    """A PDF417 bar code of `text`, RGBA on white."""
    return _code(text, zxingcpp.BarcodeFormat.PDF417, 3)


def code128(text: str) -> Image.Image:
    """A line bar code of `text`, RGBA on white."""
    return _code(text, zxingcpp.BarcodeFormat.Code128, 3)


def _code(text: str, kind: zxingcpp.BarcodeFormat, scale: int) -> Image.Image:
    code = zxingcpp.create_barcode(text, kind)
    return Image.fromarray(np.array(code.to_image(scale=scale))).convert("RGBA")


def grid(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    heights: Sequence[float],
    *,
    pen: float = 0.2,
    edge: float = 0.4,
    colour: Colour = BLACK,
    header: Colour | None = None,
    header_columns: Sequence[int] = (),
    open_sides: bool = False,
) -> list[list[tuple[float, float, float, float]]]:
    """Rule a table; answers its cells as (left, top, width, height), row by row.

    `header` fills the first row (or, with `header_columns`, those columns). `open_sides` leaves the outer
    verticals away, as government forms do.
    """
    cells = []
    y = top
    for number, height in enumerate(heights):
        row, x = [], left
        for column, width in enumerate(widths):
            shaded = column in header_columns if header_columns else number == 0
            if header is not None and shaded:
                sheet.frame(x, y, width, height, pen=0, fill=header)
            row.append((x, y, width, height))
            x += width
        cells.append(row)
        y += height
    right, bottom = left + sum(widths), top + sum(heights)
    y = top
    for number, height in enumerate([*heights, 0.0]):
        outer = number in (0, len(heights))
        sheet.line(left, y, right, y, pen=edge if outer else pen, colour=colour)
        y += height
    x = left
    for number, width in enumerate([*widths, 0.0]):
        outer = number in (0, len(widths))
        if not (outer and open_sides):
            sheet.line(x, top, x, bottom, pen=edge if outer else pen, colour=colour)
        x += width
    return cells


def cell(
    sheet: Sheet,
    place: tuple[float, float, float, float],
    text: str,
    *,
    size: float = 9.5,
    align: str = "center",
    bold: bool = False,
    face: str | None = None,
    colour: Colour = BLACK,
    tracking: float = 0.0,
    field: str | None = None,
    value: str | None = None,
) -> None:
    """Print `text` in the middle of a table cell, over several lines where one is too narrow."""
    if not text.strip():
        return
    left, top, width, height = place
    room = width - 1.6
    size, parts = _fit(sheet, text, room, height, size, face)
    leading = size * 0.3528 * 1.22
    x = {"left": left + 1.4, "center": left + width / 2, "right": left + width - 1.4}[align]
    y = top + height / 2 - leading * (len(parts) - 1) / 2 + size * 0.3528 * 0.36
    if len(parts) == 1:
        sheet.text(
            x, y, text, size=size, align=align, bold=bold, face=face, colour=colour, tracking=tracking, width=room,
            field=field, value=value,
        )  # fmt: skip
        return
    sheet.lines(
        x, y, text, width=room, leading=leading, size=size, align=align, bold=bold, face=face, colour=colour,
        field=field, value=value,
    )  # fmt: skip


def _fit(sheet: Sheet, text: str, room: float, height: float, size: float, face: str | None) -> tuple[float, list[str]]:
    while True:
        parts = sheet.wrap(text, room, size, face)
        if len(parts) * size * 0.3528 * 1.22 <= height or size <= 5.0:
            return size, parts
        size -= 0.5
