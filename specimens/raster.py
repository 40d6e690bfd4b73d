"""Paint a sheet as pixels: RGB at 300 dpi."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw

from specimens import fonts
from specimens.sheet import MM, FrameMark, LineMark, PictureMark, Sheet, TextMark, pixels


def paint(sheet: Sheet) -> Image.Image:
    """The sheet as a scanner with a perfect eye would see it."""
    size = (round(sheet.width * MM), round(sheet.height * MM))
    canvas = np.full((size[1], size[0], 3), sheet.paper, dtype=np.uint8)
    page = Image.fromarray(canvas)
    pen = ImageDraw.Draw(page)
    curves: list[LineMark] = []
    for mark in sheet.marks:
        if isinstance(mark, LineMark) and (len(mark.points) > 2 or mark.dash):
            curves.append(mark)
            continue
        if curves:
            page = _curves(page, curves)
            pen = ImageDraw.Draw(page)
            curves = []
        if isinstance(mark, LineMark):
            _straight(pen, mark)
        elif isinstance(mark, FrameMark):
            _frame(pen, mark)
        elif isinstance(mark, PictureMark):
            _picture(page, mark)
        elif mark.angle or mark.squeeze != 1.0:
            _shaped_text(page, mark)
        else:
            _text(pen, mark)
    return _curves(page, curves) if curves else page


def _curves(page: Image.Image, marks: list[LineMark]) -> Image.Image:
    canvas = np.asarray(page).copy()
    for mark in marks:
        thickness = max(1, round(mark.width * MM))
        for piece in _dashes(mark):
            points = np.round(np.array(piece) * MM * 16).astype(np.int32)
            cv2.polylines(canvas, [points], False, mark.colour, thickness, cv2.LINE_AA, shift=4)
    return Image.fromarray(canvas)


def _dashes(mark: LineMark) -> list[tuple[tuple[float, float], ...]]:
    if not mark.dash:
        return [mark.points]
    (x1, y1), (x2, y2) = mark.points[0], mark.points[-1]
    length = max(1e-6, float(np.hypot(x2 - x1, y2 - y1)))
    steps = np.arange(0, length, 2 * mark.dash)
    along = [(s / length, min(1.0, (s + mark.dash) / length)) for s in steps]
    return [((x1 + (x2 - x1) * a, y1 + (y2 - y1) * a), (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)) for a, b in along]


def _straight(pen: ImageDraw.ImageDraw, mark: LineMark) -> None:
    (x1, y1), (x2, y2) = mark.points
    pen.line((x1 * MM, y1 * MM, x2 * MM, y2 * MM), fill=mark.colour, width=max(1, round(mark.width * MM)))


def _frame(pen: ImageDraw.ImageDraw, mark: FrameMark) -> None:
    # The outline lies on the edge, half of it outside, as in a PDF.
    half = mark.pen / 2
    left, top = (mark.left - half) * MM, (mark.top - half) * MM
    box = (left, top, left + (mark.width + mark.pen) * MM, top + (mark.height + mark.pen) * MM)
    thickness = max(1, round(mark.pen * MM)) if mark.pen else 0
    pen.rectangle(box, fill=mark.fill, outline=mark.colour if thickness else None, width=thickness)


def _picture(page: Image.Image, mark: PictureMark) -> None:
    size = (max(1, round(mark.width * MM)), max(1, round(mark.height * MM)))
    image = mark.image if mark.image.size == size else mark.image.resize(size, Image.Resampling.LANCZOS)
    page.paste(image, (round(mark.left * MM), round(mark.top * MM)), image)


def _text(pen: ImageDraw.ImageDraw, mark: TextMark) -> None:
    font = fonts.load(mark.face.name, pixels(mark.size))
    if not mark.tracking:
        pen.text((mark.x * MM, mark.y * MM), mark.text, font=font, fill=mark.colour, anchor="ls")
        return
    x = mark.x * MM
    for sign in mark.text:
        pen.text((x, mark.y * MM), sign, font=font, fill=mark.colour, anchor="ls")
        x += font.getlength(sign) + mark.tracking * MM


def _shaped_text(page: Image.Image, mark: TextMark) -> None:
    font = fonts.load(mark.face.name, pixels(mark.size))
    ascent, descent = font.getmetrics()
    spacing = mark.tracking * MM / mark.squeeze
    length = font.getlength(mark.text) + spacing * len(mark.text)
    mask = Image.new("L", (int(length) + 4, ascent + descent), 0)
    pen = ImageDraw.Draw(mask)
    x = 0.0
    for sign in mark.text if spacing else (mark.text,):
        pen.text((x, ascent), sign, font=font, fill=255, anchor="ls")
        x += font.getlength(sign) + spacing
    if mark.squeeze != 1.0:
        mask = mask.resize((max(1, round(mask.width * mark.squeeze)), mask.height), Image.Resampling.BICUBIC)
    left, top = mark.x * MM, mark.y * MM - ascent
    if mark.angle:
        middle = (left + mask.width / 2, top + mask.height / 2)
        mask = mask.rotate(mark.angle, expand=True, resample=Image.Resampling.BICUBIC)
        left, top = middle[0] - mask.width / 2, middle[1] - mask.height / 2
    page.paste(mark.colour, (round(left), round(top)), mask)
