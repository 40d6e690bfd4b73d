"""Bytes → pages: what Pillow would get wrong by itself, and what must never start a decoder."""

from __future__ import annotations

import io

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageDraw

from services.common.errors import Rejected
from services.verify.reading.pages import LONGEST_SIDE, decode_picture, open_pages


def saved(image: Image.Image, fmt: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, fmt, **options)
    return file.getvalue()


def with_text(size: tuple[int, int] = (300, 200), mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, 80, 60), fill="black")
    return image.convert(mode)


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "GIF", "TIFF"])
def test_every_admitted_format_is_opened_by_content(fmt: str) -> None:
    (page,) = open_pages([saved(with_text(), fmt)])
    assert page.picture.shape == (200, 300, 3)
    assert page.picture[40, 50].max() < 60
    assert page.picture[150, 250].min() > 200


def test_sixteen_bits_are_scaled_and_not_cut_off() -> None:
    gray = np.full((50, 50), 60_000, dtype=np.uint16)
    gray[10:20, 10:20] = 1_000
    (picture,) = decode_picture(saved(Image.fromarray(gray), "PNG"))
    assert picture[40, 40].min() > 200
    assert picture[15, 15].max() < 20


def test_transparent_paper_is_white() -> None:
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((10, 10, 20, 20), fill=(0, 0, 0, 255))
    (picture,) = decode_picture(saved(image, "PNG"))
    assert picture[40, 40].tolist() == [255, 255, 255]
    assert picture[15, 15].tolist() == [0, 0, 0]


def test_a_photo_is_turned_as_the_camera_says() -> None:
    image = with_text((300, 200))
    exif = Image.Exif()
    exif[274] = 6
    (picture,) = decode_picture(saved(image, "JPEG", exif=exif))
    assert picture.shape[:2] == (300, 200)


def test_what_stands_behind_an_empty_first_frame_is_seen() -> None:
    frames = [Image.new("RGB", (90, 90), "white"), with_text((90, 90))]
    pages = open_pages([saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])])
    assert pages[-1].picture.min() < 60


def test_a_huge_picture_is_reduced() -> None:
    (picture,) = decode_picture(saved(with_text((5000, 1000)), "PNG"))
    assert max(picture.shape) == LONGEST_SIDE


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
        b"/etc/hostname\n",
        b"https://example.org/a.png",
        b"",
        saved(with_text(), "PNG")[:120],
        saved(with_text(), "JPEG")[:200],
        saved(with_text(), "BMP"),
    ],
    ids=["eps", "path", "url", "empty", "cut png", "cut jpeg", "bmp"],
)
def test_what_is_no_admitted_picture_is_rejected(data: bytes) -> None:
    with pytest.raises(Rejected) as caught:
        open_pages([data])
    assert caught.value.code == "UNREADABLE_FILE"
    assert caught.value.ko
    assert caught.value.en


def test_a_bomb_is_rejected_before_it_is_decoded() -> None:
    with pytest.raises(Rejected):
        open_pages([saved(Image.new("1", (20_000, 20_000)), "PNG")])


def test_a_broken_pdf_is_rejected() -> None:
    with pytest.raises(Rejected) as caught:
        open_pages([b"%PDF-1.7\nnothing of the kind\n"])
    assert caught.value.code == "UNREADABLE_FILE"


def test_more_pages_than_allowed_are_rejected() -> None:
    with pytest.raises(Rejected) as caught:
        open_pages([saved(with_text((20, 20)), "PNG")] * 21)
    assert caught.value.code == "TOO_MANY_PAGES"


PAPER = np.kron(np.array([[255, 255, 255], [255, 0, 255], [255, 200, 255]], np.uint8), np.ones((60, 80), np.uint8))


@pytest.mark.parametrize(
    "data",
    [
        saved(Image.fromarray(PAPER.astype(np.uint16) * 257), "TIFF"),
        saved(Image.fromarray(PAPER.astype(np.int32) * 257), "TIFF"),
        saved(Image.fromarray(PAPER.astype(np.float32) / 255), "TIFF"),
        saved(Image.fromarray(PAPER).convert("LA"), "PNG"),
        saved(Image.fromarray(PAPER).convert("P"), "PNG"),
        saved(Image.fromarray(PAPER).convert("CMYK"), "JPEG", quality=95),
        saved(Image.fromarray(PAPER).convert("CMYK"), "TIFF"),
        saved(Image.fromarray(PAPER).convert("RGB"), "TIFF", compression="jpeg", quality=95),
        saved(Image.fromarray(PAPER), "GIF"),
    ],
    ids=["tiff 16", "tiff 32", "tiff float", "png alpha", "png palette", "jpeg cmyk", "tiff cmyk", "tiff jpeg", "gif"],
)
def test_however_a_pixel_is_kept_paper_is_white_ink_black_and_grey_grey(data: bytes) -> None:
    (picture,) = decode_picture(data)
    paper, ink, grey = (int(picture[row, 120].mean()) for row in (30, 90, 150))
    assert (paper > 248, ink < 8, abs(grey - 200) < 8) == (True, True, True), (paper, ink, grey)


def test_fax_paper_is_white() -> None:
    (picture,) = decode_picture(saved(Image.fromarray(PAPER).convert("1"), "TIFF", compression="group4"))
    assert picture[30, 120].tolist() == [255, 255, 255]
    assert picture[90, 120].tolist() == [0, 0, 0]


def test_a_heic_of_several_pages_is_opened_page_by_page() -> None:
    pillow_heif.register_heif_opener()
    first, second = with_text((300, 200)), Image.new("RGB", (200, 300), "white")
    pages = open_pages([saved(first, "HEIF", save_all=True, append_images=[second])])
    assert [page.picture.shape[:2] for page in pages] == [(200, 300), (300, 200)]
    assert pages[0].picture[40, 50].max() < 60
