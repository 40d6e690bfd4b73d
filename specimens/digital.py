"""Print a sheet as a digital PDF: vectors, and text that can be selected and copied.

TrueType faces are embedded. reportlab cannot embed CFF outlines (Noto CJK): Korean text in such a face is printed in
an embedded face of the same style and width; signs that no embeddable face has (simplified Chinese) are printed as a
fine picture with the text invisibly over it, as office programs do with missing fonts.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from specimens import fonts
from specimens.sheet import Colour, FrameMark, LineMark, PictureMark, Sheet, TextMark, measure, pixels

PT = 72 / 25.4
"""Points a millimetre."""
_SUBSTITUTES = {
    "noto-sans": "nanum-gothic",
    "noto-sans-bold": "nanum-gothic-bold",
    "noto-serif": "nanum-myeongjo",
    "noto-serif-bold": "nanum-myeongjo-bold",
}
_FINE = 3
"""Pixels of a pictured sign for each pixel at 300 dpi."""


def write(sheets: Sequence[Sheet], **canvas_options: object) -> bytes:
    """The sheets as one PDF. `canvas_options` go to reportlab's Canvas (`encrypt=…`)."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=1, **canvas_options)
    canvas.setTitle("specimen")
    for sheet in sheets:
        page(canvas, sheet)
    canvas.save()
    return file.getvalue()


def page(canvas: Canvas, sheet: Sheet) -> None:
    """Print `sheet` as the next page of `canvas`."""
    canvas.setPageSize((sheet.width * PT, sheet.height * PT))
    height = sheet.height * PT
    if sheet.paper != (255, 255, 255):
        canvas.setFillColorRGB(*_ink(sheet.paper))
        canvas.rect(0, 0, sheet.width * PT, height, stroke=0, fill=1)
    for mark in sheet.marks:
        if isinstance(mark, TextMark):
            _text(canvas, mark, height)
        elif isinstance(mark, LineMark):
            _line(canvas, mark, height)
        elif isinstance(mark, FrameMark):
            _frame(canvas, mark, height)
        else:
            _picture(canvas, mark, height)
    canvas.showPage()


def _text(canvas: Canvas, mark: TextMark, height: float) -> None:
    font = _embedded(mark.face, mark.text)
    width = measure(mark.text, mark.face, mark.size, mark.tracking / mark.squeeze) * mark.squeeze * PT
    canvas.saveState()
    canvas.translate(mark.x * PT, height - mark.y * PT)
    if mark.angle:
        canvas.translate(width / 2, mark.size * 0.35)
        canvas.rotate(mark.angle)
        canvas.translate(-width / 2, -mark.size * 0.35)
    if font is None:
        font = _register_cid()
        _pictured_signs(canvas, mark, width)
    spacing = mark.tracking * PT / mark.squeeze
    natural = pdfmetrics.stringWidth(mark.text, font, mark.size) + spacing * len(mark.text)
    line = canvas.beginText(0, 0)
    line.setFont(font, mark.size)
    line.setFillColorRGB(*_ink(mark.colour))
    line.setHorizScale(100 * width / natural if natural else 100)
    line.setCharSpace(spacing)
    if font == _CID:
        line.setTextRenderMode(3)
    line.textOut(mark.text)
    canvas.drawText(line)
    canvas.restoreState()


def _line(canvas: Canvas, mark: LineMark, height: float) -> None:
    canvas.setStrokeColorRGB(*_ink(mark.colour))
    canvas.setLineWidth(mark.width * PT)
    canvas.setDash([mark.dash * PT] if mark.dash else [])
    run = canvas.beginPath()
    (x, y), *others = mark.points
    run.moveTo(x * PT, height - y * PT)
    for x, y in others:
        run.lineTo(x * PT, height - y * PT)
    canvas.drawPath(run, stroke=1, fill=0)
    canvas.setDash([])


def _frame(canvas: Canvas, mark: FrameMark, height: float) -> None:
    canvas.setStrokeColorRGB(*_ink(mark.colour))
    canvas.setLineWidth(mark.pen * PT)
    if mark.fill is not None:
        canvas.setFillColorRGB(*_ink(mark.fill))
    canvas.rect(
        mark.left * PT,
        height - (mark.top + mark.height) * PT,
        mark.width * PT,
        mark.height * PT,
        stroke=int(mark.pen > 0),
        fill=int(mark.fill is not None),
    )


def _picture(canvas: Canvas, mark: PictureMark, height: float) -> None:
    canvas.drawImage(
        ImageReader(mark.image),
        mark.left * PT,
        height - (mark.top + mark.height) * PT,
        mark.width * PT,
        mark.height * PT,
        mask="auto",
    )


def _pictured_signs(canvas: Canvas, mark: TextMark, width: float) -> None:
    font = fonts.load(mark.face.name, pixels(mark.size) * _FINE)
    ascent, descent = font.getmetrics()
    mask = Image.new("L", (int(font.getlength(mark.text)) + 2, ascent + descent), 0)
    ImageDraw.Draw(mask).text((0, ascent), mark.text, font=font, fill=255, anchor="ls")
    signs = Image.new("RGBA", mask.size, (*mark.colour, 255))
    signs.putalpha(mask)
    scale = mark.size / (pixels(mark.size) * _FINE)
    canvas.drawImage(ImageReader(signs), 0, -descent * scale, width, (ascent + descent) * scale, mask="auto")


def _embedded(face: fonts.Face, text: str) -> str | None:
    name = face.name if face.embeds else _SUBSTITUTES.get(face.name)
    if name is None or not fonts.covers(name, text):
        return None
    _register(name)
    return name


_CID = "STSong-Light"


@lru_cache(maxsize=1)
def _register_cid() -> str:
    pdfmetrics.registerFont(UnicodeCIDFont(_CID))
    return _CID


@lru_cache(maxsize=64)
def _register(name: str) -> None:
    pdfmetrics.registerFont(TTFont(name, str(fonts.path(name))))


def _ink(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = colour
    return red / 255, green / 255, blue / 255
