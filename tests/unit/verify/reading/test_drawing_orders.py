"""Of a page's content only long runs of path orders are left out, and nothing that its text depends on."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from services.verify.reading.drawing_orders import without_paths
from services.verify.reading.pages import open_pages

PATH = b"10 20 m " + b" ".join(b"%d -.5 l %d 0 1 +2. 3 4 c 1 2 3 4 re h W* n" % (at, at) for at in range(9)) + b" S\n"


def test_a_guilloche_is_left_out_and_its_text_and_states_stay() -> None:
    text = b"q 1 0 0 1 10 20 cm\nBT /F1 12 Tf (10 20 m 30 40 l) Tj ET Q\n"

    assert without_paths(text + PATH + text) == text + text


def test_numbers_before_a_path_that_are_not_its_own_stay() -> None:
    assert without_paths(b"7 8 9 " + PATH + b"0 g") == b"7 8 9 0 g"


def test_a_short_path_stays() -> None:
    short = b"1 2 m 3 4 l S\n1 2 3 4 re f\n"

    assert without_paths(short) == short


def test_what_only_looks_like_a_path_stays() -> None:
    for content in (b"1 0 0 1 5 5 cm " * 20, b"1 2 Td " * 20, b"1 2 3 rg " * 20, b"S f n " * 20, b"/a1 2 m" * 20):
        assert without_paths(content) == content


def test_text_amid_a_guilloche_is_read_where_it_stands() -> None:
    plain, ornate = _page(curves=0), _page(curves=400)

    assert len(ornate) > 2 * len(plain)
    assert open_pages([ornate])[0].glyphs == open_pages([plain])[0].glyphs


def _page(curves: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 400), pageCompression=0)
    canvas.drawString(40, 300, "Certificate of proficiency")
    canvas.setLineWidth(0.1)
    path = canvas.beginPath()
    path.moveTo(10, 10)
    for at in range(curves):
        path.curveTo(20 + at / 10, 15, 30, 20, 40, 10 + at / 20)
    canvas.drawPath(path)
    canvas.drawString(40, 250, "of the holder named below")
    canvas.save()
    return file.getvalue()
