"""The text layer of a PDF page: the characters that are really drawn, where they stand on the page's picture.

pdfplumber says what the layer claims. A layer may say anything; pixels confirm it (see `readers`). What cannot be seen
is no part of it here. Where drawing the page a second time without its text changes nothing, the text is transparent,
lies under a picture or a box, is white on white, or is cut off. So the hidden text that scanners and forgers add never
speaks; where there is much of it, the page is read as a scan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, stream_value
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import dedupe_chars

from services.verify.reading.drawing_orders import without_paths
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


class TextPage(PlumberPage):
    """A page for pdfplumber of which only the characters are gathered, and of these only what is to be painted."""

    invisible = 0
    """How many characters say of themselves that they are not painted; known with `chars`.

    The OCR of a page that is text already lies on the very ink of that text: no pixel would show that it is hidden.
    """

    @property
    def layout(self) -> LTPage:
        """What pdfminer finds on the page."""
        device = _Characters(self.pdf.rsrcmgr, self.page_number)
        try:
            _TextInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        except Exception as error:  # pdfminer raises whatever a broken page provokes
            raise PdfminerException(error) from error
        self.invisible = device.invisible
        return device.get_result()


class _TextInterpreter(PDFPageInterpreter):
    """pdfminer's reader of what a page orders, paths passed over: a guilloche costs many times the text on it."""

    def execute(self, streams: Sequence[object]) -> None:
        super().execute([_without_paths(stream_value(stream)) for stream in streams])


def _without_paths(stream: PDFStream) -> PDFStream:
    if stream.objid is None:
        return stream  # pdfminer refuses it
    shorter = PDFStream({}, without_paths(stream.get_data()))
    shorter.set_objid(stream.objid, stream.genno or 0)
    return shorter


class _Characters(PDFPageAggregator):
    """pdfminer's canvas without lines and images, which cost most of its time."""

    invisible = 0

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        before = len(self.cur_item)
        super().render_string(textstate, seq, ncs, graphicstate)
        if textstate.render in _INVISIBLE:
            self.invisible += len(self.cur_item) - before
            del self.cur_item._objs[before:]

    def paint_path(self, *_: Any, **__: Any) -> None:
        pass

    def render_image(self, *_: Any, **__: Any) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Layer:
    """What a page says its text is."""

    characters: tuple[_Character, ...]
    """Those that are not invisible by their own word."""
    hidden: int
    """How many are."""
    width: float
    """Points of the page as it is shown."""
    height: float
    """Points of the page as it is shown."""

    @property
    def is_text(self) -> bool:
        """Whether there is enough of it to be the text of the page."""
        return len(self.characters) >= _FEWEST and self.hidden <= _MOST_HIDDEN * len(self.characters)


@dataclass(frozen=True, slots=True)
class _Character:
    char: str
    box: tuple[float, float, float, float]
    """left, top, right, bottom in points of the page as it is shown, as tall as the font."""


def layer_of(page: TextPage) -> Layer:
    """The upright characters of `page` in the layer's order; none where its text cannot be followed."""
    try:
        chars = dedupe_chars(_Placed(page.chars))  # what is printed twice to look bold
    except PdfminerException:
        chars = []
    found = tuple(character for char in chars if _runs_level(char["matrix"]) for character in _characters(char, page))
    layer = Layer(found, page.invisible, float(page.width), float(page.height))
    page.close()
    return layer


class _Placed(list[dict[str, Any]]):
    """Characters that know their places: pdfplumber would compare each with all before it."""

    def __init__(self, chars: Sequence[dict[str, Any]]) -> None:
        super().__init__(chars)
        self._places = {id(char): place for place, char in enumerate(self)}

    def index(self, char: dict[str, Any], *_: Any) -> int:
        return self._places[id(char)]


def paints_text(page: pypdfium2.PdfPage) -> bool:
    """Whether any text of `page` is to be painted: the hidden OCR of a scan is not."""
    return any(pdfium.FPDFTextObj_GetTextRenderMode(item) not in _INVISIBLE for item in _text_objects(page))


def drawn_glyphs(
    layer: Layer, page: pypdfium2.PdfPage, picture: Color, draw: Callable[[pypdfium2.PdfPage], Color]
) -> tuple[Glyph, ...]:
    """The characters of `layer` that can be seen on `picture`, which `draw` drew, with their places there in pixels.

    Empty where the page is better read as a scan: too little of its text is drawn, or too much of it is hidden.
    """
    if not layer.is_text:
        return ()
    changed = _changed(picture, page, draw)
    height, width = picture.shape[:2]
    across, down = width / layer.width, height / layer.height
    found, hidden = [], layer.hidden
    for character in layer.characters:
        left, top, right, bottom = character.box
        x0, y0, x1, y1 = left * across, top * down, right * across, bottom * down
        if not (0 <= (x0 + x1) / 2 < width and 0 <= (y0 + y1) / 2 < height):
            continue
        if character.char.strip() and (bottom - top < _SMALLEST_POINTS or not _is_drawn(changed, (x0, y0, x1, y1))):
            hidden += 1
            continue
        found.append(Glyph(character.char, x0, y0, x1, y1))
    return tuple(found) if len(found) >= _FEWEST and hidden <= _MOST_HIDDEN * len(found) else ()


def _runs_level(matrix: Sequence[float]) -> bool:
    """Whether a character runs level from left to right on the page as shown; watermarks would mix into its lines."""
    a, b, c, d = matrix[:4]
    return a > 0 and d > 0 and abs(b) < 0.05 * a and abs(c) < 0.3 * d


def _characters(char: dict[str, Any], page: TextPage) -> Iterator[_Character]:
    """The characters of one glyph, side by side where it is a ligature; none where no character is known for it."""
    said = str(char["text"])
    left, top = float(char["x0"]) - page.bbox[0], float(char["top"]) - page.bbox[1]
    bottom = float(char["bottom"]) - page.bbox[1]
    step = float(char["x1"] - char["x0"]) / max(1, len(said))
    if said.startswith("(cid:") or step <= 0 or bottom <= top:
        return
    for place, letter in enumerate(said):
        if ord(letter) >= 0x20 and not 0xD800 <= ord(letter) < 0xE000:
            yield _Character(letter, (left + place * step, top, left + (place + 1) * step, bottom))


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
