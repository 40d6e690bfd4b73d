"""Files as people upload them, opened with the libraries that will open them."""

from __future__ import annotations

import io
import zipfile

import pillow_heif
import pypdfium2
import pytest
from PIL import Image

import specimens
from specimens import hostile

PAGES = [specimens.draw("KORCHAM", {}, seed=seed, layout="card").pages[0] for seed in (1, 2)]


@pytest.mark.parametrize(
    ("fmt", "name", "size"),
    [
        ("png", "PNG", (1016, 638)),
        ("jpeg", "JPEG", (1016, 638)),
        ("jpeg150", "JPEG", (508, 319)),
        ("tiff", "TIFF", (1016, 638)),
        ("gif", "GIF", (1016, 638)),
    ],
)
def test_a_picture_opens_as_its_format(fmt: str, name: str, size: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(specimens.encode(PAGES[:1], fmt)), formats=(name,)) as picture:
        picture.load()
        assert picture.size == size


@pytest.mark.parametrize("fmt", ["tiff", "gif"])
def test_pages_of_a_file_stay_together(fmt: str) -> None:
    with Image.open(io.BytesIO(specimens.encode(PAGES, fmt))) as picture:
        assert picture.n_frames == 2


def test_heic_opens_as_heic() -> None:
    heic = pillow_heif.open_heif(io.BytesIO(specimens.encode(PAGES[:1], "heic")))
    assert heic.size == (1016, 638)


def test_a_scan_pdf_shows_the_pages_at_their_real_size() -> None:
    document = pypdfium2.PdfDocument(specimens.encode(PAGES, "scan-pdf"))
    try:
        assert len(document) == 2
        assert document[0].get_size() == pytest.approx((86 / 25.4 * 72, 54 / 25.4 * 72), abs=0.5)
        assert document[0].get_textpage().get_text_range() == ""
    finally:
        document.close()


def test_a_mixed_pdf_has_a_text_layer_on_its_digital_pages_alone() -> None:
    card = specimens.draw("KORCHAM", {}, seed=1, layout="card")
    document = pypdfium2.PdfDocument(specimens.mixed_pdf([card.sheets[0], PAGES[1], card.sheets[0]]))
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    assert texts[1] == ""
    assert all(card.truth[0].printed in text for text in (texts[0], texts[2]))


def test_a_gif_has_a_palette() -> None:
    with Image.open(io.BytesIO(specimens.encode(PAGES[:1], "gif"))) as picture:
        assert picture.mode == "P"
        assert len(picture.convert("RGB").getcolors(1 << 20) or ()) <= 64


def test_an_encrypted_pdf_opens_only_with_its_password() -> None:
    file = specimens.encode(PAGES, "encrypted-pdf", seed=3)
    with pytest.raises(pypdfium2.PdfiumError, match=r"[Pp]assword"):
        pypdfium2.PdfDocument(file)
    document = pypdfium2.PdfDocument(file, password="secret-3")
    assert len(document) == 2
    document.close()


def test_a_format_of_one_picture_refuses_two_pages_and_an_unknown_format_is_named() -> None:
    with pytest.raises(ValueError, match="png cannot hold 2 pages"):
        specimens.encode(PAGES, "png")
    with pytest.raises(ValueError, match="format 'bmp' is none of png"):
        specimens.encode(PAGES, "bmp")


def test_the_png_bomb_is_small_and_claims_900_megapixels() -> None:
    bomb = hostile.bomb_png()
    assert len(bomb) < 500_000
    with pytest.raises((Image.DecompressionBombError, Image.DecompressionBombWarning)):
        Image.open(io.BytesIO(bomb), formats=("PNG",))


def test_the_png_bomb_is_a_valid_picture() -> None:
    with Image.open(io.BytesIO(hostile.bomb_png(side=2000)), formats=("PNG",)) as picture:
        assert picture.size == (2000, 2000)
        assert picture.convert("L").getextrema() == (0, 0)


def test_the_gif_bomb_hides_in_its_second_frame() -> None:
    bomb = hostile.bomb_gif()
    assert len(bomb) < 1000
    with Image.open(io.BytesIO(bomb), formats=("GIF",)) as picture:
        assert picture.size == (1, 1)


def test_a_truncated_jpeg_opens_and_does_not_load() -> None:
    with Image.open(io.BytesIO(hostile.truncated_jpeg(PAGES[0]))) as picture, pytest.raises(OSError, match="truncated"):
        picture.load()


@pytest.mark.parametrize("file", ["text_named_png", "docx", "plain_zip", "hwp", "hwp3", "empty", "noise"])
def test_what_is_no_picture_opens_as_none(file: str) -> None:
    with pytest.raises(OSError, match="cannot identify"):
        Image.open(io.BytesIO(getattr(hostile, file)()), formats=("PNG", "JPEG", "GIF", "TIFF"))


def test_office_files_begin_as_real_ones_do() -> None:
    assert zipfile.ZipFile(io.BytesIO(hostile.docx())).namelist() == ["[Content_Types].xml", "word/document.xml"]
    assert hostile.hwp().startswith(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert b"HWP Document File" in hostile.hwp()
    assert hostile.postscript_named_jpg().startswith(b"%!PS")


@pytest.mark.parametrize(
    ("file", "pages"),
    [(hostile.pdf_with_pages(25), 25), (hostile.pdf_with_giant_page(), 1), (hostile.pdf_flate_bomb(8), 1)],
    ids=["25", "giant", "flate"],
)
def test_hostile_pdfs_have_the_pages_they_should(file: bytes, pages: int) -> None:
    document = pypdfium2.PdfDocument(file)
    try:
        assert len(document) == pages
        assert len(file) < 200_000
    finally:
        document.close()


def test_a_pdf_without_pages_has_none_and_a_giant_page_is_giant() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(hostile.pdf_without_pages())[0]
    document = pypdfium2.PdfDocument(hostile.pdf_with_giant_page(50_000))
    assert document[0].get_size()[0] == 50_000
    document.close()


def test_two_parsers_disagree_about_the_pages_of_a_lying_pdf() -> None:
    file = hostile.pdf_with_two_page_counts()
    assert b"/Count 20" in file
    assert file.count(b"/Type /Page ") == 1
