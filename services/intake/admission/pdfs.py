"""PDF: opened by two parsers, measured, then really drawn. The only user of pypdfium2 and pdfminer in intake.

Runs only in the confined child: nested-form and inflation bombs end there, by its limits.
"""

from __future__ import annotations

import io
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from services.intake.admission import decide, refusals
from services.intake.admission.decide import Admitted, Verdict
from services.intake.admission.endings import is_cut_off
from services.intake.admission.kinds import Kind
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal

DRAWN_SIDE = 200
"""Pixels of the longest side when a page is drawn on trial: enough to run everything that is on it."""
FORM_DEPTH = 15


def inspect_pdf(data: bytes, limits: Limits) -> Verdict:
    """The verdict on a PDF. MemoryError passes: the child has reached its limit."""
    if is_cut_off(Kind.PDF, data):
        return refusals.truncated(len(data))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return _why_not_opened(data, limits)
    try:
        return _inspect_open(document, data, limits)
    except pypdfium2.PdfiumError:
        return refusals.unreadable("PDF", "쪽을 그릴 수 없습니다", "a page cannot be drawn")
    finally:
        document.close()


def _why_not_opened(data: bytes, limits: Limits) -> Refusal:
    """What pdfminer says of a PDF that PDFium does not open: PDFium's own error code may be that of an earlier file."""
    units = _units(data, limits.pages)
    if isinstance(units, Refusal):
        return units
    if not units:
        return refusals.no_page()
    return refusals.unreadable("PDF", "구조가 깨져 있습니다", "its structure is broken")


def _inspect_open(document: pypdfium2.PdfDocument, data: bytes, limits: Limits) -> Verdict:
    units = _units(data, limits.pages)
    if isinstance(units, Refusal):
        return units
    pages = len(document)
    if refusal := decide.on_page_counts((pages, len(units)), limits):
        return refusal
    for number, unit in enumerate(units, start=1):
        width, height = document.get_page_size(number - 1)
        if refusal := decide.on_page_size(number, width * unit, height * unit, limits):
            return refusal
    for index in range(pages):
        page = document[index]
        try:
            if refusal := _draw(page, limits):
                return refusal
        finally:
            page.close()
    return Admitted(Kind.PDF, pages)


def _units(data: bytes, limit: int) -> list[float] | Refusal:
    """The UserUnit of each page as pdfminer finds them, with which the reader reads; it stops one past the limit."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        return [_unit(page) for page in islice(PDFPage.create_pages(document), limit + 1)]
    except PDFEncryptionError:
        return refusals.encrypted()
    except RecursionError:
        return refusals.unreadable("PDF", "쪽 목록이 끝없이 얽혀 있습니다", "its page tree nests without end")
    except MemoryError:
        raise
    except Exception:  # pdfminer raises whatever a broken file provokes
        return refusals.unreadable(
            "PDF", "구조가 손상되어 끝까지 따라갈 수 없습니다", "it is damaged: its structure cannot be followed"
        )


def _unit(page: PDFPage) -> float:
    """Its UserUnit: how many points one unit of the page is; PDFium knows nothing of it."""
    unit = resolve1(page.attrs.get("UserUnit"))
    return float(unit) if isinstance(unit, (int, float)) and unit > 0 else 1.0


def _draw(page: pypdfium2.PdfPage, limits: Limits) -> Refusal | None:
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=FORM_DEPTH):
        width, height = picture.get_px_size()
        if refusal := decide.on_picture(width, height, limits):
            return refusal
    page.render(scale=DRAWN_SIDE / max(page.get_size())).close()
    return None
