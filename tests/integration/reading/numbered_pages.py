"""Pages that print 주민등록번호 in the ways that papers do, drawn with what stands where."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from specimens import fonts

FIRST, SECOND = "900101", "1234567"
FACE = "nanum-gothic"
WIDTH, HEIGHT = 1240, 1754
LEFT, TOP = 150, 440
Box = tuple[int, int, int, int]

LINES = {
    "plain": ("주민등록번호 : ", f"{FIRST}-", SECOND, ""),
    "spaced": ("주민등록번호 : ", f"{FIRST} - ", SECOND, ""),
    "wide": ("주민등록번호 : ", "９００１０１－", "１２３４５６７", ""),
    "sentence": ("위 사람(주민등록번호 ", f"{FIRST}-", SECOND, ")은 당사에 재직하였음을 확인합니다."),
    "unlabelled": ("", f"{FIRST}-", SECOND, ""),
    "below": ("", f"{FIRST}-", SECOND, ""),
}
"""What stands before, the first half, the second, what follows."""
STYLES = (*LINES, "cells")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page at 150 dpi."""

    picture: Image.Image
    """The page."""
    secret: Box
    """Where the last seven digits stand."""
    open: Box
    """Where the first six do."""


def drawn(style: str) -> Drawn:
    """A 재직증명서 in one of STYLES."""
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(page)
    font = fonts.load(FACE, 32)
    draw.text((430, 160), "재 직 증 명 서", font=fonts.load(FACE, 60), fill="black")
    for top, line in (
        (360, "성 명 : 남궁산들"),
        (640, "위 사람은 아래와 같이 재직하였음을 증명합니다."),
        (720, "근무 기간 : 2015. 03. 02. ~ 2018. 02. 28."),
        (800, "연락처 : 02-3456-7890"),
    ):
        draw.text((LEFT, top), line, font=font, fill="black")
    if style == "cells":
        return _cells(page, draw)
    if style == "below":
        draw.rectangle((LEFT - 20, 370, 620, 430), fill="white", outline="black", width=2)
        draw.rectangle((LEFT - 20, 430, 620, 490), outline="black", width=2)
        draw.text((LEFT, 382), "주민등록번호", font=font, fill="black")
    left, places = float(LEFT), []
    for text in LINES[style]:
        draw.text((left, TOP), text, font=font, fill="black")
        end = left + draw.textlength(text, font=font)
        places.append((round(left), TOP, round(end), TOP + 36))
        left = end
    return Drawn(page, places[2], places[1])


def _cells(page: Image.Image, draw: ImageDraw.ImageDraw) -> Drawn:
    """Every digit in a box of its own."""
    font = fonts.load(FACE, 32)
    draw.text((LEFT, TOP + 8), "주민등록번호", font=font, fill="black")
    left, side = 420, 50
    for number, char in enumerate(f"{FIRST}-{SECOND}"):
        place = left + number * side
        draw.rectangle((place, TOP, place + side, TOP + side), outline="black", width=2)
        draw.text((place + 15, TOP + 6), char, font=font, fill="black")
    secret = (left + 7 * side + 8, TOP + 8, left + 14 * side - 8, TOP + side - 8)
    return Drawn(page, secret, (left, TOP, left + 6 * side, TOP + side))


def encoded(page: Image.Image, turns: int = 0, noise: float = 0) -> bytes:
    """As JPEG, turned clockwise by quarters; `noise` in grey levels, as a scanner makes it."""
    if noise:
        grain = np.random.default_rng(7).normal(0, noise, (page.height, page.width, 1))
        page = Image.fromarray(np.clip(np.asarray(page).astype(float) + grain, 0, 255).astype(np.uint8))
        page = page.filter(ImageFilter.GaussianBlur(0.6))
    data = io.BytesIO()
    page.rotate(-90 * turns, expand=True).save(data, "JPEG", quality=90)
    return data.getvalue()


def digital() -> bytes:
    """A PDF that says and draws the number as text."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842))
    pdfmetrics.registerFont(TTFont("Korean", str(fonts.path(FACE))))
    canvas.setFont("Korean", 14)
    for place, line in enumerate(
        (
            "재직증명서",
            "성명 : 남궁산들",
            f"주민등록번호 : {FIRST}-{SECOND}",
            "위 사람은 아래와 같이 재직하였음을 증명합니다.",
            "근무 기간 : 2015. 03. 02. ~ 2018. 02. 28.",
        )
    ):
        canvas.drawString(72, 760 - 40 * place, line)
    canvas.save()
    return data.getvalue()
