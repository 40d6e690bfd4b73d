"""Files are told apart by their content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.admission.endings import is_cut_off
from services.intake.admission.kinds import Foreign, Kind, Remedy, kind_of
from specimens import hostile
from tests.unit.intake import papers


def box(brand: bytes, *compatible: bytes) -> bytes:
    body = b"ftyp" + brand + b"\0\0\0\0" + b"".join(compatible)
    return (len(body) + 4).to_bytes(4, "big") + body + b"\0\0\0\x08free"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (papers.picture("JPEG"), Kind.JPEG),
        (papers.picture("PNG"), Kind.PNG),
        (papers.picture("GIF"), Kind.GIF),
        (papers.picture("TIFF"), Kind.TIFF),
        (papers.picture("HEIF"), Kind.HEIC),
        (papers.pdf(), Kind.PDF),
        (b"\r\n some scanner wrote this first\n" + papers.pdf(), Kind.PDF),
        (b"MM\0*\0\0\0\x08", Kind.TIFF),
        (box(b"mif1", b"mif1", b"heic"), Kind.HEIC),
    ],
)
def test_admitted_kinds_are_known_by_content(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "name", "remedy"),
    [
        (hostile.hwp(), "HWP", Remedy.SAVE_AS_PDF),
        (hostile.hwp3(), "HWP", Remedy.SAVE_AS_PDF),
        (hostile.docx(), "DOCX", Remedy.SAVE_AS_PDF),
        (hostile.plain_zip(), "ZIP", Remedy.UNPACK),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/hwp+zip", "HWPX", Remedy.SAVE_AS_PDF),
        (b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "XLSX", Remedy.SAVE_AS_PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "DOC/XLS/PPT", Remedy.SAVE_AS_PDF),
        (hostile.postscript_named_jpg(), "EPS/PostScript", Remedy.SAVE_AS_PDF),
        (hostile.text_named_png(), "TXT (text)", Remedy.SAVE_AS_PDF),
        ("한글 텍스트".encode(), "TXT (text)", Remedy.SAVE_AS_PDF),
        ("한글 텍스트".encode("utf-16"), "TXT (text)", Remedy.SAVE_AS_PDF),
        (b"<!DOCTYPE html><html></html>", "HTML", Remedy.SAVE_AS_PDF),
        (b'<svg xmlns="x"><image href="file:///etc/passwd"/></svg>', "SVG", Remedy.SAVE_AS_PICTURE),
        (b"<?xml version='1.0'?><a/>", "XML", Remedy.SAVE_AS_PDF),
        (box(b"isom", b"mp42"), "MP4 (video)", Remedy.TAKE_PHOTO),
        (box(b"qt  "), "MOV (video)", Remedy.TAKE_PHOTO),
        (box(b"avif", b"mif1"), "AVIF", Remedy.SAVE_AS_PICTURE),
        (b"RIFF\0\0\0\0AVI LIST", "AVI (video)", Remedy.TAKE_PHOTO),
        (b"\x1aE\xdf\xa3" + b"\0" * 40, "MKV/WEBM (video)", Remedy.TAKE_PHOTO),
        (papers.picture("WEBP"), "WEBP", Remedy.SAVE_AS_PICTURE),
        (papers.picture("BMP"), "BMP", Remedy.SAVE_AS_PICTURE),
        (papers.picture("JPEG2000"), "JPEG 2000", Remedy.SAVE_AS_PICTURE),
        (b"ALZ\x01" + b"\0" * 20, "ALZ", Remedy.UNPACK),
        (b"MZ" + b"\0" * 100, "EXE (program)", Remedy.SCAN),
        (b"\0" * 100, "unknown", Remedy.SCAN),
        (b"\xff\xd8", "unknown", Remedy.SCAN),
    ],
)
def test_other_kinds_are_named_with_what_to_do_instead(data: bytes, name: str, remedy: Remedy) -> None:
    assert kind_of(data) == Foreign(name, remedy)


@given(
    st.sampled_from([b"", *(kind.value.encode() for kind in Kind), b"\xff\xd8\xff", b"GIF89a", b"II*\0", b"%PDF-"]),
    st.binary(max_size=400),
)
def test_looking_at_any_bytes_raises_nothing(head: bytes, rest: bytes) -> None:
    data = head + rest
    kind = kind_of(data)
    if isinstance(kind, Kind):
        assert is_cut_off(kind, data) in (True, False)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "HEIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_picture_that_lost_its_end_is_cut_off_and_the_whole_one_is_not(form: str, share: float) -> None:
    whole = papers.picture(form)
    kind = kind_of(whole)
    assert isinstance(kind, Kind)
    assert not is_cut_off(kind, whole)
    assert is_cut_off(kind, whole[: int(len(whole) * share)])


def test_the_thumbnail_inside_a_jpeg_does_not_pass_for_its_end() -> None:
    thumbnail = papers.picture("JPEG", size=(32, 24))
    exif = b"Exif\0\0" + thumbnail
    whole = papers.picture("JPEG")
    with_thumbnail = whole[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + whole[2:]
    assert not is_cut_off(Kind.JPEG, with_thumbnail)
    assert is_cut_off(Kind.JPEG, with_thumbnail[:-400])


def test_a_pdf_that_was_cut_after_an_earlier_revision_is_cut_off() -> None:
    whole = papers.pdf()
    updated = whole + b"\n9 0 obj\n<< /Type /Annot >>\nendobj\n"
    assert not is_cut_off(Kind.PDF, whole)
    assert is_cut_off(Kind.PDF, updated)
