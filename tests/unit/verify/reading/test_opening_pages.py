"""What was admitted can be opened: the reader counts pages as admission does, and no odd file makes it fail."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from services.common.errors import Rejected
from services.verify.reading.pages import open_pages
from services.verify.reading.sheets import prepare
from tests.unit.intake import papers


def encoded(form: str, *sizes: tuple[int, int], **options: object) -> bytes:
    first, *others = [Image.linear_gradient("L").resize(size).convert("RGB") for size in sizes]
    buffer = io.BytesIO()
    first.save(buffer, form, **({"save_all": True, "append_images": others} if others else {}), **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (encoded("MPO", (320, 240), (160, 120)), 1),
        (papers.frames("PNG", 3), 1),
        (papers.frames("GIF", 3), 3),
        (papers.frames("TIFF", 3), 3),
    ],
)
def test_a_second_frame_is_a_page_only_in_gif_and_tiff(data: bytes, pages: int) -> None:
    assert len(open_pages([data])) == pages


def test_the_page_of_a_phone_photo_is_its_first_frame() -> None:
    (page,) = open_pages([encoded("MPO", (320, 240), (160, 120))])
    assert page.picture.shape[:2] == (240, 320)


def test_a_blank_frame_keeps_its_place() -> None:
    blank, inked = Image.new("L", (64, 64), 255), Image.linear_gradient("L").resize((64, 64))
    buffer = io.BytesIO()
    blank.save(buffer, "TIFF", save_all=True, append_images=[inked])
    first, second = open_pages([buffer.getvalue()])
    assert np.ptp(first.picture) == 0
    assert np.ptp(second.picture) > 0


@pytest.mark.parametrize("junk", [b"\n", b"X-Mailer: scanner\r\n\r\n", b"\xef\xbb\xbf", b"j" * 1000])
def test_a_pdf_may_begin_behind_lines_of_a_mail_gateway(junk: bytes) -> None:
    (page,) = open_pages([junk + papers.pdf()])
    assert page.picture.shape[2] == 3


def without_media_box() -> bytes:
    return papers.raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            4: papers.stream(b"BT /F 24 Tf 72 700 Td (a text layer without any box) Tj ET"),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
    )


def test_a_pdf_page_without_a_box_is_a_letter_page() -> None:
    (page,) = open_pages([without_media_box()])
    height, width = page.picture.shape[:2]
    assert width / height == pytest.approx(612 / 792, abs=0.01)
    assert "".join(glyph.char for glyph in page.glyphs).startswith("a text layer")


@pytest.mark.parametrize("size", [(1, 1), (1, 20_000), (20_000, 1), (3, 5)])
def test_a_tiny_picture_is_a_blank_page(size: tuple[int, int]) -> None:
    buffer = io.BytesIO()
    Image.new("L", size, 0).save(buffer, "PNG")
    (page,) = open_pages([buffer.getvalue()])
    assert prepare(page, 1).texts == ()


@pytest.mark.parametrize("data", [papers.png(100, 100, data=b"\0"), b"%PDF-1.7\nnothing\n%%EOF\n", b"GIF89a"])
def test_a_refusal_shows_no_class_name(data: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        open_pages([data])
    assert "Error" not in refused.value.ko + refused.value.en
