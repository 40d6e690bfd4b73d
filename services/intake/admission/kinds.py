"""What kind of file it is, by its first bytes and never by its name. Pure; looks, and parses nothing."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from enum import StrEnum

from services.common.signatures import is_pdf


class Kind(StrEnum):
    """The kinds that are admitted, by their media types."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    GIF = "image/gif"
    TIFF = "image/tiff"
    HEIC = "image/heic"
    PDF = "application/pdf"


class Remedy(StrEnum):
    """What a person does about a file of another kind."""

    SAVE_AS_PDF = "SAVE_AS_PDF"
    UNPACK = "UNPACK"
    TAKE_PHOTO = "TAKE_PHOTO"
    SAVE_AS_PICTURE = "SAVE_AS_PICTURE"
    SCAN = "SCAN"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind that is not admitted."""

    name: str
    """The kind's usual name: `HWP`, `DOCX`, `ZIP`, `MP4`."""
    remedy: Remedy
    """What to do instead."""


UNKNOWN = Foreign("unknown", Remedy.SCAN)
HEAD_BYTES = 4096
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}

_ADMITTED: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"II+\0", Kind.TIFF),
    (b"MM\0+", Kind.TIFF),
    (b"%PDF-", Kind.PDF),
)

_FOREIGN: tuple[tuple[bytes, str, Remedy], ...] = (
    (b"HWP Document File", "HWP", Remedy.SAVE_AS_PDF),
    (b"{\\rtf", "RTF", Remedy.SAVE_AS_PDF),
    (b"%!PS", "EPS/PostScript", Remedy.SAVE_AS_PDF),
    (b"\xc5\xd0\xd3\xc6", "EPS/PostScript", Remedy.SAVE_AS_PDF),
    (b"Rar!\x1a\x07", "RAR", Remedy.UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "7Z", Remedy.UNPACK),
    (b"\x1f\x8b", "GZIP", Remedy.UNPACK),
    (b"BZh", "BZIP2", Remedy.UNPACK),
    (b"\xfd7zXZ\0", "XZ", Remedy.UNPACK),
    (b"ALZ\x01", "ALZ", Remedy.UNPACK),
    (b"EGGA", "EGG", Remedy.UNPACK),
    (b"BM", "BMP", Remedy.SAVE_AS_PICTURE),
    (b"8BPS", "PSD", Remedy.SAVE_AS_PICTURE),
    (b"\0\0\x01\0", "ICO", Remedy.SAVE_AS_PICTURE),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000", Remedy.SAVE_AS_PICTURE),
    (b"\xff\x4f\xff\x51", "JPEG 2000", Remedy.SAVE_AS_PICTURE),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL", Remedy.SAVE_AS_PICTURE),
    (b"\xff\x0a", "JPEG XL", Remedy.SAVE_AS_PICTURE),
    (b"\x1aE\xdf\xa3", "MKV/WEBM (video)", Remedy.TAKE_PHOTO),
    (b"0&\xb2u\x8ef\xcf\x11", "WMV (video)", Remedy.TAKE_PHOTO),
    (b"FLV\x01", "FLV (video)", Remedy.TAKE_PHOTO),
    (b"\0\0\x01\xba", "MPEG (video)", Remedy.TAKE_PHOTO),
    (b"\0\0\x01\xb3", "MPEG (video)", Remedy.TAKE_PHOTO),
    (b"ID3", "MP3 (audio)", Remedy.TAKE_PHOTO),
    (b"OggS", "OGG (audio)", Remedy.TAKE_PHOTO),
    (b"MZ", "EXE (program)", Remedy.SCAN),
    (b"\x7fELF", "ELF (program)", Remedy.SCAN),
)

_ZIP_MARKS: tuple[tuple[bytes, str, Remedy], ...] = (
    (b"application/hwp+zip", "HWPX", Remedy.SAVE_AS_PDF),
    (b"application/vnd.oasis.opendocument", "ODF", Remedy.SAVE_AS_PDF),
    (b"word/", "DOCX", Remedy.SAVE_AS_PDF),
    (b"xl/", "XLSX", Remedy.SAVE_AS_PDF),
    (b"ppt/", "PPTX", Remedy.SAVE_AS_PDF),
    (b"[Content_Types].xml", "DOCX/XLSX/PPTX", Remedy.SAVE_AS_PDF),
)

_RIFF = {
    b"WEBP": Foreign("WEBP", Remedy.SAVE_AS_PICTURE),
    b"AVI ": Foreign("AVI (video)", Remedy.TAKE_PHOTO),
    b"WAVE": Foreign("WAV (audio)", Remedy.TAKE_PHOTO),
}

_CONTROL = bytes(set(range(32)) - {0x07, 0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x1B})


def kind_of(data: bytes) -> Kind | Foreign:
    """The kind of the file `data` holds, an admitted one or a named foreign one."""
    for magic, kind in _ADMITTED:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return _isobmff(data)
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12], UNKNOWN)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Foreign("HWP" if b"HWP Document File" in data else "DOC/XLS/PPT", Remedy.SAVE_AS_PDF)
    if data[4:8] in (b"moov", b"mdat", b"wide", b"skip"):
        return Foreign("MOV (video)", Remedy.TAKE_PHOTO)
    for magic, name, remedy in _FOREIGN:
        if data.startswith(magic):
            return Foreign(name, remedy)
    if is_pdf(data):
        return Kind.PDF
    return _text(data[:HEAD_BYTES])


def _isobmff(data: bytes) -> Kind | Foreign:
    length = min(int.from_bytes(data[:4], "big"), HEAD_BYTES)
    brands = {data[start : start + 4] for start in (8, *range(16, length, 4))}
    if brands & HEIC_BRANDS:
        return Kind.HEIC
    if brands & {b"avif", b"avis"}:
        return Foreign("AVIF", Remedy.SAVE_AS_PICTURE)
    if data[8:12] in (b"mif1", b"msf1"):
        return Kind.HEIC
    if data[8:12] == b"M4A ":
        return Foreign("M4A (audio)", Remedy.TAKE_PHOTO)
    return Foreign("MOV (video)" if data[8:12] == b"qt  " else "MP4 (video)", Remedy.TAKE_PHOTO)


def _zip(data: bytes) -> Foreign:
    directory = data[-65_536:]
    for mark, name, remedy in _ZIP_MARKS:
        if mark in data[:HEAD_BYTES] or mark in directory:
            return Foreign(name, remedy)
    return Foreign("ZIP", Remedy.UNPACK)


def _text(head: bytes) -> Foreign:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Foreign("HTML", Remedy.SAVE_AS_PDF)
    if b"<svg" in start[:512]:
        return Foreign("SVG", Remedy.SAVE_AS_PICTURE)
    if start.startswith(b"<?xml"):
        return Foreign("XML", Remedy.SAVE_AS_PDF)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_text(head):
        return Foreign("TXT (text)", Remedy.SAVE_AS_PDF)
    return UNKNOWN


def _is_text(head: bytes) -> bool:
    if head.translate(None, _CONTROL) != head:
        return False
    for encoding in ("utf-8", "cp949"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return True
    return False
