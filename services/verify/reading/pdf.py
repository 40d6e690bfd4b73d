"""PDF files → pages: text by pdfplumber, pixels by pypdfium2. The reader's only module that knows them."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as TextLayer
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from services.common.errors import Rejected
from services.verify.reading.pages import MOST_PAGES, Glyph, Page, decode_picture
from services.verify.reading.picture import Color, byte_picture

_POINTS_PER_INCH = 72.0
_SCAN_DPI, _DIGITAL_DPI = 300, 220
_FEWEST_GLYPHS = 15
_WHOLE_PAGE = 0.8
"""Share of the page that one image must cover to be a scan; a text layer on top of it is somebody's OCR."""


def pages_of_pdf(data: bytes, longest_side: int) -> list[Page]:
    """The pages of a PDF, each at most `longest_side` pixels; Rejected ENCRYPTED or UNREADABLE_FILE."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(str(error)) from error
    try:
        layers = _text_layers(pdfplumber.open(io.BytesIO(data)))
        if len(layers) != len(document):
            raise _broken("쪽수가 서로 다르게 세어집니다", "its pages are counted differently by two readers")
        count = min(len(document), MOST_PAGES + 1)
        return [_page(document[index], layers[index], longest_side) for index in range(count)]
    except (PDFException, PdfminerException, pypdfium2.PdfiumError, RecursionError) as error:
        raise _broken("파일이 손상되었습니다", "it is damaged") from error
    finally:
        document.close()


def _text_layers(texts: PDF) -> list[Any]:
    """The pages for pdfplumber, which trusts what a page says of its boxes and cannot do without a MediaBox.

    The boxes are those that pdfminer made of it: US Letter where there is none, as PDFium draws it.
    """
    layers = []
    for number, page in enumerate(PDFPage.create_pages(texts.doc), start=1):
        page.attrs |= {"MediaBox": list(page.mediabox), "CropBox": list(page.cropbox), "Rotate": page.rotate}
        for unused in ("TrimBox", "BleedBox", "ArtBox"):
            page.attrs.pop(unused, None)
        layers.append(TextLayer(texts, page, number))
    return layers


def _page(page: pypdfium2.PdfPage, text: Any, longest_side: int) -> Page:
    image = _covering_image(page)
    if image is not None:
        return Page(_embedded(image) or _render(page, _SCAN_DPI, longest_side))
    glyphs = _glyphs(text)
    if len(glyphs) < _FEWEST_GLYPHS:
        return Page(_render(page, _SCAN_DPI, longest_side))
    picture = _render(page, _DIGITAL_DPI, longest_side)
    scale = picture.shape[1] / float(text.width)
    text.close()
    return Page(picture, tuple(Glyph(char, *(scale * side for side in sides)) for char, *sides in glyphs))


def _glyphs(text: Any) -> list[tuple[str, float, float, float, float]]:
    x, y = text.bbox[0], text.bbox[1]
    return [
        (str(char["text"]), char["x0"] - x, char["top"] - y, char["x1"] - x, char["bottom"] - y)
        for char in text.chars
        if _runs_level(char["matrix"]) and not str(char["text"]).startswith("(cid:")
    ]


def _runs_level(matrix: tuple[float, ...]) -> bool:
    """Whether a glyph stands upright; watermarks run across the page and would mix into its lines."""
    return matrix[0] > 0 and matrix[3] > 0 and abs(matrix[1]) < 0.05 * matrix[0] and abs(matrix[2]) < 0.05 * matrix[3]


def _covering_image(page: pypdfium2.PdfPage) -> pypdfium2.PdfImage | None:
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= _WHOLE_PAGE * width * height and isinstance(item, pypdfium2.PdfImage):
            return item
    return None


def _embedded(image: pypdfium2.PdfImage) -> Color | None:
    """The JPEG of a scan as it lies in the file, three times cheaper than drawing it; None where it is not plain."""
    matrix = image.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) < 1e-3 and abs(matrix.c) < 1e-3
    whole = image.page is not None and image.page.get_rotation() == 0 and image.level == 0
    if not (upright and whole) or image.get_filters() != ["DCTDecode"]:
        return None
    try:
        return decode_picture(bytes(image.get_data()))[0]
    except Rejected:
        return None


def _render(page: pypdfium2.PdfPage, dpi: int, longest_side: int) -> Color:
    width, height = page.get_size()
    scale = min(dpi / _POINTS_PER_INCH, longest_side / max(width, height, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    pixels = byte_picture(bitmap.to_numpy())
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return byte_picture(cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB))
    return np.ascontiguousarray(pixels[:, :, :3])


def _not_opened(message: str) -> Rejected:
    if "password" in message.lower() or "security" in message.lower():
        return Rejected(
            "ENCRYPTED",
            "암호가 걸린 PDF입니다. 암호를 풀고 다시 올려 주십시오.",
            "the PDF is encrypted; remove the password and upload it again",
        )
    return _broken("파일이 손상되었습니다", "it is damaged")


def _broken(ko: str, en: str) -> Rejected:
    return Rejected(
        "UNREADABLE_FILE",
        f"PDF를 열 수 없습니다: {ko}. 다시 저장하여 올려 주십시오.",
        f"the PDF cannot be opened: {en}; save it again",
    )
