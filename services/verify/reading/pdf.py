"""PDF files → pages: text layer by pdfplumber, pixels by pypdfium2; both must count the same pages.

A page is digital where its text layer is really drawn on it; otherwise it is a scan, whatever text lies hidden in it.
"""

from __future__ import annotations

import io
from contextlib import closing

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF

from services.common.errors import Rejected
from services.verify.reading.pages import MOST_PAGES, Page, decode_picture
from services.verify.reading.picture import Color, byte_picture
from services.verify.reading.text_layer import TextPage, drawn_glyphs, layer_of, paints_text

_POINTS_PER_INCH = 72.0
_SCAN_DPI, _DIGITAL_DPI = 300, 188
"""A digital A4 page is drawn as large as the picture in which its layout is sought (2,200 pixels): it is crisp."""
_WHOLE_PAGE = 0.8
"""Share of the page that one image must cover to be a scan."""
_PLAIN_BITS = (8, 24)
"""Bits a pixel of a JPEG that shows the same outside of its PDF: grey and RGB; CMYK does not."""


def pages_of_pdf(data: bytes, longest_side: int) -> list[Page]:
    """The pages of a PDF, each at most `longest_side` pixels; Rejected ENCRYPTED or UNREADABLE_FILE."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(str(error)) from error
    with closing(document):
        try:
            document.init_forms()
            texts, sources = _counted_again(io.BytesIO(data), len(document))
            count = min(len(document), MOST_PAGES + 1)
            if _flatten(document, count):
                texts, sources = _counted_again(_saved(document), len(document))
            return [_page(document[index], texts, sources[index], longest_side) for index in range(count)]
        except (Rejected, MemoryError):
            raise
        except Exception as error:  # pdfminer raises whatever a broken file provokes
            raise _broken("파일이 손상되었습니다", "it is damaged") from error


def _counted_again(file: io.BytesIO, count: int) -> tuple[PDF, list[PDFPage]]:
    """The file for pdfplumber and its pages: one that shows different pages to different readers is refused."""
    texts = PDF(file)
    sources = list(PDFPage.create_pages(texts.doc))
    if len(sources) != count:
        raise _broken("쪽수가 서로 다르게 세어집니다", "its pages are counted differently by two readers")
    return texts, sources


def _flatten(document: pypdfium2.PdfDocument, count: int) -> bool:
    """Make form fields and notes part of the first pages: what they show is drawn, and so belongs to their text."""
    noted = 0
    for index in range(count):
        with closing(document[index]) as page:
            if pdfium.FPDFPage_GetAnnotCount(page) > 0:
                page.flatten()
                noted += 1
    return noted > 0


def _saved(document: pypdfium2.PdfDocument) -> io.BytesIO:
    file = io.BytesIO()
    document.save(file)
    return file


def _page(page: pypdfium2.PdfPage, texts: PDF, source: PDFPage, longest_side: int) -> Page:
    if not paints_text(page):
        image = _covering_image(page)
        jpeg = _embedded(image) if image else None
        return Page(_render(page, _SCAN_DPI, longest_side) if jpeg is None else jpeg)
    layer = layer_of(_text_page(page, texts, source))
    if layer.is_text:
        picture = _render(page, _DIGITAL_DPI, longest_side)
        if glyphs := drawn_glyphs(layer, page, picture, lambda page: _render(page, _DIGITAL_DPI, longest_side)):
            return Page(picture, glyphs)
    return Page(_render(page, _SCAN_DPI, longest_side))


def _text_page(page: pypdfium2.PdfPage, texts: PDF, source: PDFPage) -> TextPage:
    """The page for pdfplumber: as large and turned as PDFium draws it.

    pdfplumber trusts what a page says of its boxes, cannot do without a MediaBox, and does not turn a CropBox.
    """
    source.mediabox = source.cropbox = page.get_bbox()
    source.rotate = page.get_rotation()
    boxes = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")
    source.attrs = {key: value for key, value in source.attrs.items() if key not in boxes}
    source.attrs |= {"MediaBox": list(source.mediabox), "Rotate": source.rotate}
    return TextPage(texts, source, page_number=1)  # a number that only pdfplumber's own lists would show


def _covering_image(page: pypdfium2.PdfPage) -> pypdfium2.PdfImage | None:
    """The opaque image that is all that can be seen of `page`, or None: then the page must be drawn."""
    left, bottom, right, top = page.get_bbox()
    slack = 0.02 * max(right - left, top - bottom)
    scan = None
    for item in page.get_objects(max_depth=1):
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            continue  # none of it is drawn
        scan = None  # whatever is painted over an image shows
        if not isinstance(item, pypdfium2.PdfImage) or pdfium.FPDFPageObj_HasTransparency(item):
            continue
        x0, y0, x1, y1 = item.get_bounds()
        inside = x0 >= left - slack and y0 >= bottom - slack and x1 <= right + slack and y1 <= top + slack
        if inside and (x1 - x0) * (y1 - y0) >= _WHOLE_PAGE * (right - left) * (top - bottom):
            scan = item
    return scan


def _embedded(image: pypdfium2.PdfImage) -> Color | None:
    """The JPEG of a scan as it lies in the file, three times cheaper than drawing it; None where it is not plain."""
    matrix = image.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) < 1e-3 and abs(matrix.c) < 1e-3
    whole = image.page is not None and image.page.get_rotation() == 0
    if not (upright and whole) or image.get_filters()[-1:] != ["DCTDecode"]:
        return None
    if image.get_metadata().bits_per_pixel not in _PLAIN_BITS:
        return None
    try:
        return decode_picture(bytes(image.get_data(decode_simple=True)))[0]
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
