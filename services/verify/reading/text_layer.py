"""The text layer of a PDF page: the characters that are really drawn, where they stand on the page's picture.

A layer may say anything; pixels confirm it (see `readers`). What cannot be seen is no part of it here. Invisible text
says so itself (render mode 3, full transparency). All else is seen by drawing the page a second time without its text:
where that changes nothing, the text lies under a picture or a box, is white on white, or is cut off. So the hidden text
that scanners and forgers add never speaks; where there is much of it, the page is read as a scan.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from services.verify.reading.pages import Glyph
from services.verify.reading.picture import Color, Gray, byte_picture

_FEWEST = 15
"""Characters that make a text layer; fewer are a page number or a stamp on a scan."""
_MOST_HIDDEN = 0.1
"""Hidden characters beside those drawn; with more the page is read as a scan."""
_SMALLEST_POINTS = 3.0
"""Height of a line of text that nobody can read."""
_CHANGE = 24
"""Levels of grey by which a character changes the picture where it is drawn."""
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_MOST_OBJECTS, _DEEPEST = 50_000, 8


@dataclass(frozen=True, slots=True)
class Layer:
    """What a page says its text is."""

    characters: tuple[_Character, ...]
    """Those that are not invisible by their own word."""
    hidden: int
    """How many are."""

    @property
    def is_text(self) -> bool:
        """Whether there is enough of it to be the text of the page."""
        return len(self.characters) >= _FEWEST and self.hidden <= _MOST_HIDDEN * len(self.characters)


@dataclass(frozen=True, slots=True)
class _Character:
    char: str
    bounds: tuple[float, float, float, float]
    """left, bottom, right, top in points of the page, as tall as the font."""
    matrix: tuple[float, float, float, float]
    """How it is scaled and turned: a, b, c, d."""


def layer_of(page: pypdfium2.PdfPage) -> Layer:
    """The characters of `page` in the layer's order."""
    text = page.get_textpage()
    found, hidden = [], 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            continue
        bounds = _bounds_of(text, index)
        if bounds is None or code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if _is_invisible(text, index):
            hidden += 1
            continue
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        found.append(_Character(chr(code), bounds, (matrix.a, matrix.b, matrix.c, matrix.d)))
    text.close()
    return Layer(tuple(found), hidden)


def drawn_glyphs(
    layer: Layer, page: pypdfium2.PdfPage, picture: Color, draw: Callable[[pypdfium2.PdfPage], Color]
) -> tuple[Glyph, ...]:
    """The characters of `layer` that can be seen on `picture`, which `draw` drew, with their places there in pixels.

    Empty where the page is better read as a scan: too little of its text is drawn, or too much of it is hidden.
    """
    if not layer.is_text:
        return ()
    axes, origin = _to_picture(page, picture)
    changed = _changed(picture, page, draw)
    smallest = _SMALLEST_POINTS * float(abs(np.linalg.det(axes))) ** 0.5
    height, width = picture.shape[:2]
    found, hidden = [], layer.hidden
    for character in layer.characters:
        left, bottom, right, top = character.bounds
        corners = np.array([(left, bottom), (right, top)]) @ axes.T + origin
        (x0, y0), (x1, y1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        middle = (x0 + x1) / 2, (y0 + y1) / 2
        if not _stands_upright(axes, character.matrix) or not (0 <= middle[0] < width and 0 <= middle[1] < height):
            continue
        if character.char.strip() and (y1 - y0 < smallest or not _is_drawn(changed, (x0, y0, x1, y1))):
            hidden += 1
            continue
        found.append(Glyph(character.char, x0, y0, x1, y1))
    return tuple(found) if len(found) >= _FEWEST and hidden <= _MOST_HIDDEN * len(found) else ()


def _bounds_of(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float] | None:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
        return None
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return (left, bottom, right, top) if right > left and top > bottom else None


def _is_invisible(text: pypdfium2.PdfTextPage, index: int) -> bool:
    item = pdfium.FPDFText_GetTextObject(text, index)
    if item and pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return bool(pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)) and alpha.value == 0


def _to_picture(page: pypdfium2.PdfPage, picture: Color) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The map from points of `page` to pixels of `picture`, with its rotation and crop: axes (2 × 2) and origin."""
    fine, far = 64, 1000.0  # PDFium answers in whole pixels
    height, width = picture.shape[:2]

    def place(x: float, y: float) -> NDArray[np.float64]:
        column, row = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, width * fine, height * fine, 0, x, y, column, row)
        return np.array([column.value / fine, row.value / fine])

    origin = place(0, 0)
    return np.stack([(place(far, 0) - origin) / far, (place(0, far) - origin) / far], axis=1), origin


def _stands_upright(axes: NDArray[np.float64], matrix: tuple[float, float, float, float]) -> bool:
    """Whether a character runs level from left to right on the picture; watermarks would mix into its lines."""
    a, b, c, d = matrix
    (across_x, across_y), (up_x, up_y) = axes @ (a, b), axes @ (c, d)  # down the picture is positive
    return bool(across_x > 0 > up_y and abs(across_y) < 0.05 * across_x and abs(up_x) < 0.3 * -up_y)


def _changed(picture: Color, page: pypdfium2.PdfPage, draw: Callable[[pypdfium2.PdfPage], Color]) -> Gray:
    """By how much the text of `page` changes each pixel of `picture`."""
    modes = [(item, pdfium.FPDFTextObj_GetTextRenderMode(item)) for item in _text_objects(page)]
    for item, _ in modes:
        pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    without = draw(page)
    for item, mode in modes:
        pdfium.FPDFTextObj_SetTextRenderMode(item, mode)
    difference = byte_picture(cv2.absdiff(picture, without))
    return byte_picture(cv2.cvtColor(difference, cv2.COLOR_RGB2GRAY))


def _text_objects(page: pypdfium2.PdfPage) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    """Every text of `page`, in forms too."""
    levels = [iter([pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page))])]
    for _ in range(_MOST_OBJECTS):
        while levels and (item := next(levels[-1], None)) is None:
            levels.pop()
        if not levels or item is None:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(levels) < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(item)
            levels.append(iter([pdfium.FPDFFormObj_GetObject(item, index) for index in range(count)]))


def _is_drawn(changed: Gray, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    part = changed[max(0, round(top)) : max(0, round(bottom)) + 1, max(0, round(left)) : max(0, round(right)) + 1]
    return part.size > 0 and int(part.max()) >= _CHANGE
