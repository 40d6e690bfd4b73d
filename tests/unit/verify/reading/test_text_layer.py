"""A text layer counts as far as it is drawn: hidden text never speaks, and every character stands where its ink is."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.colors import Color, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from services.verify.reading.pages import Page, open_pages

SIZE = (400, 500)
TRUTH = "REGISTRATION NUMBER 18201234567A"
LIE = "99999999999Z"


def opened(
    draw: Callable[[Canvas], None], *, rotate: int = 0, crop: tuple[float, float, float, float] | None = None
) -> Page:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=SIZE)
    canvas.setFont("Helvetica", 14)
    draw(canvas)
    if rotate:
        canvas.setPageRotation(rotate)
    canvas.save()
    data = file.getvalue()
    if crop:
        document = pypdfium2.PdfDocument(data)
        document[0].set_cropbox(*crop)
        changed = io.BytesIO()
        document.save(changed)
        document.close()
        data = changed.getvalue()
    (page,) = open_pages([data])
    return page


def said(page: Page) -> str:
    return "".join(glyph.char for glyph in page.glyphs)


def text(canvas: Canvas, line: str, x: float = 60, y: float = 300, mode: int = 0, size: float = 14) -> None:
    run = canvas.beginText(x, y)
    run.setFont("Helvetica", size)
    run.setTextRenderMode(mode)
    run.textOut(line)
    canvas.drawText(run)


def scan(colour: str = "white") -> ImageReader:
    picture = Image.new("RGB", (800, 1000), colour)
    picture.paste((0, 0, 0), (100, 100, 300, 130))
    file = io.BytesIO()
    picture.save(file, "JPEG")
    return ImageReader(file)


def test_what_is_drawn_is_said_where_its_ink_is() -> None:
    page = opened(lambda canvas: text(canvas, TRUTH))
    assert said(page) == TRUTH
    for glyph in page.glyphs:
        ink = page.picture[round(glyph.top) : round(glyph.bottom), round(glyph.left) : round(glyph.right) + 1]
        assert glyph.char == " " or ink.min() < 100, glyph
    everything = np.argwhere(page.picture.min(axis=2) < 100)
    assert page.glyphs[0].left == pytest.approx(everything[:, 1].min(), abs=6)
    assert page.glyphs[-1].right == pytest.approx(everything[:, 1].max(), abs=6)


def white_on_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    text(canvas, LIE, y=200)


def transparent(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    text(canvas, LIE, y=200)


def under_a_box(canvas: Canvas) -> None:
    text(canvas, LIE, y=200)
    canvas.setFillColor(white)
    canvas.rect(50, 190, 300, 40, stroke=0, fill=1)


def under_a_picture(canvas: Canvas) -> None:
    text(canvas, LIE, y=200)
    canvas.drawImage(scan(), 50, 190, 300, 40)


HIDDEN: dict[str, Callable[[Canvas], None]] = {
    "render mode 3": lambda canvas: text(canvas, LIE, y=200, mode=3),
    "render mode 3 on other text": lambda canvas: text(canvas, LIE, y=300, mode=3),
    "clipping only": lambda canvas: text(canvas, LIE, y=200, mode=7),
    "white on white": white_on_white,
    "transparent": transparent,
    "tiny": lambda canvas: text(canvas, LIE, y=200, size=1.5),
    "off the page": lambda canvas: text(canvas, LIE, x=900, y=200),
    "under a box": under_a_box,
    "under a picture": under_a_picture,
}


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_text_is_not_said(hide: Callable[[Canvas], None]) -> None:
    def draw(canvas: Canvas) -> None:
        for line in range(5):
            text(canvas, TRUTH, y=300 + 20 * line)
        hide(canvas)

    page = opened(draw)
    assert LIE not in said(page)
    assert said(page).count(TRUTH) == 5


def test_a_page_with_much_hidden_text_is_a_scan() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, TRUTH)
        text(canvas, LIE, mode=3, y=200)

    assert opened(draw).glyphs == ()


def test_a_page_of_text_under_somebodys_ocr_of_it_is_a_scan() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, TRUTH)
        text(canvas, TRUTH, x=61, mode=3)

    assert opened(draw).glyphs == ()


def test_what_is_printed_twice_to_look_bold_is_said_once() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, TRUTH)
        text(canvas, TRUTH, x=60.3)

    assert said(opened(draw)) == TRUTH


@pytest.mark.parametrize("below", [False, True], ids=["over the picture, invisible", "under the picture"])
def test_somebodys_ocr_of_a_scan_is_ignored_and_the_scan_taken_as_it_is(below: bool) -> None:
    def draw(canvas: Canvas) -> None:
        if below:
            text(canvas, TRUTH)
        canvas.drawImage(scan(), 0, 0, *SIZE)
        if not below:
            text(canvas, TRUTH, mode=3)

    page = opened(draw)
    assert page.glyphs == ()
    assert page.picture.shape[0] == (2084 if below else 1000)  # drawn at 300 dpi, or the very JPEG


def test_text_on_a_background_picture_is_a_digital_page_and_stays_on_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan("#f0f0e0"), 0, 0, *SIZE)
        text(canvas, TRUTH)

    page = opened(draw)
    assert said(page) == TRUTH


def test_a_little_text_on_a_scan_stays_on_its_picture() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan(), 0, 0, *SIZE)
        text(canvas, "COPY", size=60)

    page = opened(draw)
    assert page.glyphs == ()
    assert (page.picture[700:900, 200:600] < 80).any(), "the JPEG alone would have lost what is drawn on it"


def test_what_is_filled_into_a_form_is_drawn_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, "APPLICATION FORM OF SOMEBODY")
        canvas.acroForm.textfield(name="score", value="845", x=60, y=200, width=100, height=24, borderWidth=0)

    assert "845" in said(opened(draw))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_on_a_turned_page_only_upright_text_is_said(rotate: int) -> None:
    page = opened(lambda canvas: text(canvas, TRUTH), rotate=rotate)
    assert said(page) == (TRUTH if rotate == 0 else "")


def test_on_a_page_turned_back_upright_text_stands_where_its_ink_is() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 100)
        canvas.rotate(90)
        text(canvas, TRUTH, x=0, y=0)

    page = opened(draw, rotate=90)
    assert said(page) == TRUTH
    everything = np.argwhere(page.picture.min(axis=2) < 100)
    assert page.glyphs[0].left == pytest.approx(everything[:, 1].min(), abs=6)
    assert page.glyphs[0].top - 4 <= everything[:, 0].min() <= everything[:, 0].max() <= page.glyphs[0].bottom + 4


def test_what_is_cropped_away_is_not_said_and_the_rest_stands_where_its_ink_is() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, TRUTH)
        text(canvas, "CROPPED", y=20)

    page = opened(draw, crop=(30, 100, 380, 450))
    assert said(page) == TRUTH
    everything = np.argwhere(page.picture.min(axis=2) < 100)
    assert page.glyphs[0].left == pytest.approx(everything[:, 1].min(), abs=6)
    assert page.glyphs[0].top - 4 <= everything[:, 0].min() <= everything[:, 0].max() <= page.glyphs[0].bottom + 4


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_page_both_turned_and_cropped_text_stands_where_its_ink_is(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(210, 290)
        canvas.rotate(turn)
        text(canvas, LIE + "ABCDEF", x=-70, y=20)

    page = opened(draw, rotate=turn, crop=(30, 100, 390, 430))
    assert said(page) == LIE + "ABCDEF"
    everything = np.argwhere(page.picture.min(axis=2) < 100)
    assert page.glyphs[0].left == pytest.approx(everything[:, 1].min(), abs=6)
    assert page.glyphs[-1].right == pytest.approx(everything[:, 1].max(), abs=6)
    assert page.glyphs[0].top - 4 <= everything[:, 0].min() <= everything[:, 0].max() <= page.glyphs[0].bottom + 4


def test_of_a_mixed_file_each_page_is_what_it_is() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=SIZE)
    text(canvas, TRUTH)
    canvas.showPage()
    canvas.drawImage(scan(), 0, 0, *SIZE)
    canvas.showPage()
    canvas.save()
    digital, scanned = open_pages([file.getvalue()])
    assert said(digital) == TRUTH
    assert scanned.glyphs == ()
    assert scanned.picture.shape == (1000, 800, 3)
