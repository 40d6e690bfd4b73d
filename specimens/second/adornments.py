"""Borders, vines, medals and signs of the second series, and the webs and bands of its score reports."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from specimens.second.vocabulary import GREY, PALE
from specimens.sheet import Colour, Sheet


def key_border(sheet: Sheet, margin: float, unit: float, colour: Colour) -> None:
    """A Greek key (뇌문) along the four sides between two lines."""
    width, height = sheet.width - 2 * margin, sheet.height - 2 * margin
    for inset in (-0.9, unit + 0.9):
        sheet.frame(
            margin + inset,
            margin + inset,
            width - 2 * inset,
            height - 2 * inset,
            pen=0.4 if inset < 0 else 0.2,
            colour=colour,
        )
    shape = ((0.0, 1.0), (0.0, 0.0), (0.8, 0.0), (0.8, 0.75), (0.4, 0.75), (0.4, 0.4), (0.55, 0.4))
    for side in range(4):
        length = width if side % 2 == 0 else height
        count = round(length / (unit * 1.1))
        step = length / count
        for number in range(count):
            points = []
            for u, v in shape:
                along, deep = number * step + u * step, v * unit
                points.append(_turned(sheet, margin, side, along, deep))
            sheet.curve(points, pen=0.28, colour=colour)


def _turned(sheet: Sheet, margin: float, side: int, along: float, deep: float) -> tuple[float, float]:
    right, bottom = sheet.width - margin, sheet.height - margin
    return (
        (margin + along, margin + deep),
        (right - deep, margin + along),
        (right - along, bottom - deep),
        (margin + deep, bottom - along),
    )[side]


def notched_border(sheet: Sheet, margin: float, notch: float, colour: Colour, *, pen: float = 0.8) -> None:
    """A frame whose corners are hollowed by quarter circles, a thin one within."""
    for inset, width in ((margin, pen), (margin + 2.2, pen / 3)):
        right, bottom = sheet.width - inset, sheet.height - inset
        points: list[tuple[float, float]] = []
        for corner_x, corner_y, start in (
            (inset, inset, 90),
            (right, inset, 180),
            (right, bottom, 270),
            (inset, bottom, 360),
        ):
            for step in range(0, 91, 6):
                turn = math.radians(start - step)
                points.append((corner_x + notch * math.cos(turn), corner_y + notch * math.sin(turn)))
        sheet.curve([*points, points[0]], pen=width, colour=colour)


def vine(sheet: Sheet, x: float, top: float, bottom: float, width: float, colour: Colour) -> None:
    """An upright ornament: a wavy stem with leaves to both sides."""
    count = max(3, round((bottom - top) / (width * 1.6)))
    step = (bottom - top) / count
    stem = [(x + width / 2 * math.sin(math.pi * n / 8), top + step * n / 8) for n in range(8 * count + 1)]
    sheet.curve(stem, pen=0.35, colour=colour)
    for number in range(count):
        side = 1 if number % 2 == 0 else -1
        middle = top + (number + 0.5) * step
        for turn in (-1, 1):
            leaf = []
            for n in range(25):
                angle = 2 * math.pi * n / 24
                along, across = width * 0.42 * math.cos(angle), width * 0.16 * math.sin(angle)
                leaf.append(
                    (
                        x - side * width * 0.05 + side * (along * 0.8 - across * 0.3),
                        middle + turn * step * 0.2 + turn * (along * 0.4 + across),
                    )
                )
            sheet.curve(leaf, pen=0.25, colour=colour)
        sheet.curve(
            [
                (x + side * width * 0.5 + width * 0.12 * math.cos(a / 4), middle + width * 0.12 * math.sin(a / 4))
                for a in range(27)
            ],
            pen=0.3,
            colour=colour,
        )


def taegeuk(sheet: Sheet, x: float, y: float, radius: float, colour: Colour) -> None:
    """Pale lines of a 태극 in a ring."""
    turn = [math.radians(n) for n in range(0, 361, 5)]
    for reach in (radius, radius * 0.96, radius * 0.62):
        sheet.curve([(x + reach * math.cos(t), y + reach * math.sin(t)) for t in turn], pen=0.4, colour=colour)
    inner = radius * 0.31
    swing = [(x - inner + inner * math.cos(t), y - inner * math.sin(t)) for t in turn if t <= math.pi]
    sheet.curve(swing, pen=0.6, colour=colour)
    sheet.curve(
        [(x + inner + inner * math.cos(t), y + inner * math.sin(t)) for t in turn if t <= math.pi],
        pen=0.6,
        colour=colour,
    )
    for n in range(48):
        t = math.radians(n * 7.5)
        sheet.line(
            x + radius * 0.7 * math.cos(t),
            y + radius * 0.7 * math.sin(t),
            x + radius * 0.9 * math.cos(t),
            y + radius * 0.9 * math.sin(t),
            pen=0.25,
            colour=colour,
        )


def medal(millimetres: float, colour: Colour) -> Image.Image:
    """A paper medal with a toothed rim and two ribbons."""
    side = round(millimetres * 8)
    image = Image.new("RGBA", (side, round(side * 1.4)), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    dark = (*(max(0, part - 46) for part in colour), 255)
    for x in (0.22, 0.52):
        pen.polygon(
            [
                (side * x, side * 0.7),
                (side * (x + 0.26), side * 0.7),
                (side * (x + 0.26), side * 1.36),
                (side * (x + 0.13), side * 1.22),
                (side * x, side * 1.36),
            ],
            fill=dark,
        )
    rim = []
    for n in range(96):
        reach = side * (0.5 if n % 2 else 0.45)
        t = 2 * math.pi * n / 96
        rim.append((side / 2 + reach * math.cos(t), side / 2 + reach * math.sin(t)))
    pen.polygon(rim, fill=(*colour, 255))
    for reach, tone in (
        (0.4, dark),
        (0.38, (*colour, 255)),
        (0.3, dark),
        (0.285, (*(min(255, c + 22) for c in colour), 255)),
    ):
        box = (side * (0.5 - reach), side * (0.5 - reach), side * (0.5 + reach), side * (0.5 + reach))
        pen.ellipse(box, fill=tone)
    star = []
    for n in range(10):
        reach = side * (0.22 if n % 2 == 0 else 0.09)
        t = math.pi * n / 5 - math.pi / 2
        star.append((side / 2 + reach * math.cos(t), side / 2 + reach * math.sin(t)))
    pen.polygon(star, fill=dark)
    return image.filter(ImageFilter.GaussianBlur(0.7))


def emblem(millimetres: float, colour: Colour, rng: Random) -> Image.Image:
    """A sign of an office that does not exist: rings, leaves or waves in one or two inks."""
    side = round(millimetres * 8)
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    second = tuple(min(255, part + 70) for part in colour)
    kind = rng.randrange(3)
    if kind == 0:
        pen.ellipse((side * 0.04, side * 0.04, side * 0.96, side * 0.96), outline=colour, width=side // 12)
        pen.pieslice((side * 0.2, side * 0.2, side * 0.8, side * 0.8), 200, 20, fill=colour)
        pen.pieslice((side * 0.2, side * 0.2, side * 0.8, side * 0.8), 20, 200, fill=second)
    elif kind == 1:
        for n in range(5):
            t = 2 * math.pi * n / 5 - math.pi / 2
            x, y = side * (0.5 + 0.26 * math.cos(t)), side * (0.5 + 0.26 * math.sin(t))
            reach = side * 0.2
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=second if n % 2 else colour)
        pen.ellipse((side * 0.36, side * 0.36, side * 0.64, side * 0.64), fill=(255, 255, 255))
    else:
        for n in range(3):
            top = side * (0.18 + 0.22 * n)
            pen.chord((side * 0.05, top, side * 0.95, top + side * 0.42), 0, 180, fill=second if n % 2 else colour)
    return image.filter(ImageFilter.GaussianBlur(0.6))


def ring(millimetres: float, colour: Colour) -> Image.Image:
    """A thick ring, empty within."""
    side = round(millimetres * 8)
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((2, 2, side - 3, side - 3), outline=(*colour, 255), width=side // 16)
    return image.filter(ImageFilter.GaussianBlur(0.6))


def shine(width: float, height: float, left: Colour, right: Colour) -> Image.Image:
    """A band that runs from one ink to another."""
    image = Image.new("RGB", (64, 1))
    for x in range(64):
        share = x / 63
        image.putpixel((x, 0), tuple(round(a + (b - a) * share) for a, b in zip(left, right, strict=True)))
    return image.resize((max(2, round(width * 4)), max(2, round(height * 4)))).convert("RGBA")


def radar(
    sheet: Sheet, x: float, y: float, radius: float, shares: Sequence[float], labels: Sequence[str], colour: Colour
) -> None:
    """A web with one spoke a share (0–1)."""
    turns = [2 * math.pi * n / len(shares) - math.pi / 2 for n in range(len(shares))]
    for ring in (0.25, 0.5, 0.75, 1.0):
        points = [(x + radius * ring * math.cos(t), y + radius * ring * math.sin(t)) for t in turns]
        sheet.curve([*points, points[0]], pen=0.12, colour=PALE)
    for t, label in zip(turns, labels, strict=True):
        sheet.line(x, y, x + radius * math.cos(t), y + radius * math.sin(t), pen=0.12, colour=PALE)
        sheet.text(
            x + (radius + 6) * math.cos(t),
            y + (radius + 4) * math.sin(t) + 1,
            label,
            size=7.5,
            align="center",
            colour=GREY,
        )
    points = [
        (x + radius * share * math.cos(t), y + radius * share * math.sin(t))
        for t, share in zip(turns, shares, strict=True)
    ]
    sheet.curve([*points, points[0]], pen=0.6, colour=colour)
