"""Files of other kinds under whatever name, bait for careless programs, and files of two kinds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from specimens import hostile
from tests.hostile.specimen import ANY, FOREIGN, WELL, Hostile, noise
from tests.unit.intake import papers

EMPTY = frozenset({"EMPTY_FILE"})
BUT_ADMITTED = ANY - WELL


def archive(names: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in names.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def riff(kind: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A RIFF file."""
    body = kind + b"".join(name + struct.pack("<I", len(data)) + data for name, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _nothing_and_noise()
    yield from _bait()
    yield from _pictures_of_other_kinds()
    yield from _offices_and_archives()
    yield from _films_and_programs()
    yield from _two_kinds()


def _nothing_and_noise() -> Iterator[Hostile]:
    yield Hostile("foreign/empty", lambda: b"", EMPTY)
    made = {f"byte {byte:#04x}": bytes((byte,)) for byte in (0, 9, 10, 0x25, 0x42, 0x47, 0x49, 0x4D, 0x89, 0xFF)}
    made |= {f"{count} zeros": bytes(count) for count in (2, 100, 5_000_000)}
    made |= {f"{count} bytes of 0xFF": b"\xff" * count for count in (2, 100, 5_000_000)}
    made |= {f"noise {number}": b"\x07" + noise(50_000, 70 + number) for number in range(6)}
    made |= {
        "UTF-16 text": "﻿이것은 글입니다".encode("utf-16-le"),
        "UTF-16 text, the other end first": b"\xfe\xff" + "글".encode("utf-16-be"),
        "UTF-16 mark alone": b"\xff\xfe",
        "UTF-32 text": b"\xff\xfe\0\0" + "글".encode("utf-32-le"),
        "UTF-8 mark alone": b"\xef\xbb\xbf",
        "CP949 text": "자격증".encode("cp949") * 100,
        "line ends": b"\r\n" * 10_000,
        "a line of 5 MB": b"x" * 5_000_000,
        "lone surrogates": b"\xed\xa0\x80" * 1_000,
        "first bytes of a JPEG": b"\xff\xd8",
        "first bytes of a PNG": b"\x89PNG",
        "first bytes of a GIF": b"GIF8",
        "first bytes of a TIFF": b"II*",
        "first bytes of a PDF": b"%PDF",
    }
    for name, data in made.items():
        yield Hostile(f"foreign/{name}", lambda data=data: data, FOREIGN)


def _bait() -> Iterator[Hostile]:
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    texts = {
        "a path": b"/etc/passwd\n",
        "a path above": b"../../../../.docintake/portal.key\n",
        "an address": b"http://169.254.169.254/latest/meta-data/\n",
        "a list of pictures": b"page1.tif\npage2.tif\n",
        "a share": b"\\\\evil\\share\\x.tif\n",
        "a file address": b"file:///etc/shadow\n",
        "ImageMagick's language": b"push graphic-context\nfill 'url(https://x/x.jpg\"|touch \"/tmp/x)'\n",
        "ImageMagick's label": b"label:@/etc/passwd",
        "PostScript": hostile.postscript_named_jpg(),
        "PostScript that reads": b"%!PS\n(/etc/passwd) (r) file 999999 string readstring pop print\n",
        "PostScript that runs": b"%!PS\nuserdict /setpagedevice undef (%pipe%id) (w) file\n",
        "PostScript without end": b"%!PS\n{} loop\n",
        "PostScript behind a printer's head": b"\x1b%-12345X@PJL\n%!PS\nshowpage\n",
        "EPS in a DOS envelope": b"\xc5\xd0\xd3\xc6"
        + struct.pack("<IIIIIIH", 32, 40, 0, 0, 0, 0, 0xFFFF)
        + b"%!PS\n(x) run",
        "SVG that runs": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "SVG that fetches": b'<svg><image href="file:///etc/passwd"/></svg>',
        "SVG that uses itself": b'<svg><g id="a"><use href="#a"/></g></svg>',
        "XML that fetches": entity,
        "XML that grows": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        "HTML that runs": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
        "a shell's lines": b"#!/bin/sh\nrm -rf /\n",
        "a web server's lines": b"<?php phpinfo(); ?>",
        "a pickle": b"\x80\x04\x95\x1e\0\0\0\0\0\0\0\x8c\x05posix\x8c\x06system\x93\x8c\x02id\x85R.",
        "a serialised object": b"\xac\xed\0\x05sr\0\x11java.util.HashSet",
        "YAML that builds": b"!!python/object/apply:os.system ['id']\n",
        "a template": b"{{ 7*7 }}${7*7}<%= 7*7 %>",
        "a spreadsheet's formula": b'=cmd|"/c calc"!A0,1,2\n',
        "a desktop's shortcut": b"[InternetShortcut]\nURL=file:///etc/passwd\n",
        "a playlist": b"#EXTM3U\n#EXTINF:1,\nconcat:http://127.0.0.1|file:///etc/passwd\n",
    }
    for name, data in texts.items():
        yield Hostile(f"bait/{name}", lambda data=data: data, FOREIGN)


def _pictures_of_other_kinds() -> Iterator[Hostile]:
    vp8x = struct.pack("<I", 0x02) + b"\xff\xff\xff\xff\xff\xff"
    made = {
        "WebP": papers.picture("WEBP"),
        "WebP, animated": papers.frames("WEBP", 3),
        "WebP of 16 million a side": riff(b"WEBP", (b"VP8X", vp8x), (b"ANIM", bytes(6)), (b"ANMF", bytes(30))),
        "BMP": papers.picture("BMP"),
        "BMP of 2 thousand million a side": b"BM"
        + struct.pack("<IIIIiiHH", 99, 0, 54, 40, 0x7FFFFFFF, 0x7FFFFFFF, 1, 24),
        "ICO": papers.picture("ICO", (64, 64)),
        "JPEG 2000": papers.picture("JPEG2000"),
        "PCX": papers.picture("PCX"),
        "PPM": papers.picture("PPM"),
        "TGA": papers.picture("TGA"),
        "XBM": b"#define x_width 99999\n#define x_height 99999\nstatic char x_bits[] = { 0x00 };\n",
        "PSD": b"8BPS\0\x01" + bytes(6) + struct.pack(">HIIHH", 56, 300_000, 300_000, 16, 3),
        "JPEG XL": b"\xff\x0a" + noise(500, 80),
        "DICOM": bytes(128) + b"DICM" + noise(500, 81),
        "WMF": b"\xd7\xcd\xc6\x9a" + noise(500, 82),
        "EMF": struct.pack("<II", 1, 88) + noise(400, 83),
        "FITS": b"SIMPLE  =                    T" + b" " * 3_000,
        "FLI": struct.pack("<IHHHHHH", 0xFFFFFF, 0xAF12, 65_535, 65_535, 65_535, 8, 3) + bytes(200),
        "DDS": b"DDS " + noise(200, 84),
        "QOI": b"qoif" + struct.pack(">IIBB", 0xFFFFFFFF, 0xFFFFFFFF, 4, 0),
        "DjVu": b"AT&TFORM" + noise(200, 85),
        "JBIG2 alone": b"\x97JB2\r\n\x1a\n" + noise(200, 86),
    }
    for name, data in made.items():
        yield Hostile(f"foreign/picture/{name}", lambda data=data: data, FOREIGN)


def _offices_and_archives() -> Iterator[Hostile]:
    bomb = archive({"zeros": bytes(20_000_000)})
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    made = {
        "ZIP bomb": bomb,
        "ZIP in ZIP in ZIP": archive({"1.zip": archive({"2.zip": bomb})}),
        "ZIP with a path above": archive({"../../../etc/passwd": b"x"}),
        "ZIP that ends": b"PK\x05\x06" + bytes(18),
        "ZIP head alone": b"PK\x03\x04",
        "DOCX": hostile.docx(),
        "DOCX that grows": archive({"word/document.xml": b"<!DOCTYPE x>" + b" " * 20_000_000}),
        "XLSX": archive({"xl/workbook.xml": b"<x/>"}),
        "PPTX": archive({"ppt/presentation.xml": b"<x/>"}),
        "ODT": archive({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "HWPX": archive({"mimetype": b"application/hwp+zip"}),
        "HWP": ole + b"HWP Document File" + bytes(500),
        "HWP of old": b"HWP Document File V3.00 \x1a" + noise(500, 87),
        "DOC with endless sectors": ole + b"\xff" * 5_000,
        "RTF that links": b"{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE http://127.0.0.1/x}}}",
        "RAR": b"Rar!\x1a\x07\x01\0" + noise(200, 88),
        "7z": b"7z\xbc\xaf\x27\x1c" + noise(200, 89),
        "gzip bomb": b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + zlib.compress(bytes(20_000_000))[2:-4],
        "bzip2": b"BZh9" + noise(200, 90),
        "xz": b"\xfd7zXZ\0" + noise(200, 91),
        "tar with a path above": b"../../../../etc/passwd".ljust(100, b"\0") + bytes(412),
        "ALZ": b"ALZ\x01" + noise(99, 92),
        "EGG": b"EGGA" + noise(99, 93),
        "ISO": bytes(32_768) + b"\x01CD001" + bytes(2_000),
    }
    for name, data in made.items():
        yield Hostile(f"foreign/office/{name}", lambda data=data: data, FOREIGN)


def _films_and_programs() -> Iterator[Hostile]:
    made = {
        "MP4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + noise(200, 94),
        "MOV": b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + noise(200, 95),
        "MOV of old": b"\0\0\xff\xffmoov" + noise(200, 96),
        "M4A": b"\0\0\0\x18ftypM4A \0\0\0\0M4A isom",
        "MKV": b"\x1aE\xdf\xa3" + noise(200, 97),
        "AVI": riff(b"AVI ", (b"LIST", bytes(50))),
        "WAV": riff(b"WAVE", (b"fmt ", bytes(16))),
        "RIFF of 4 GiB": b"RIFF\xff\xff\xff\xffEVIL",
        "MP3": b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(100),
        "OGG": b"OggS" + noise(99, 98),
        "EXE": b"MZ" + noise(500, 99),
        "ELF": b"\x7fELF\x02\x01\x01" + noise(500, 100),
        "Java class": b"\xca\xfe\xba\xbe\0\0\0\x34",
        "WebAssembly": b"\0asm\x01\0\0\0",
        "SQLite": b"SQLite format 3\0" + noise(200, 101),
    }
    for name, data in made.items():
        yield Hostile(f"foreign/film or program/{name}", lambda data=data: data, FOREIGN)


def _two_kinds() -> Iterator[Hostile]:
    pdf, jpeg, png = papers.pdf(), papers.picture("JPEG"), papers.picture("PNG")
    packed, gif, tiff = archive({"a.txt": b"x"}), papers.picture("GIF"), papers.picture("TIFF")
    heic = papers.picture("HEIF")
    comment = b"\xff\xfe" + struct.pack(">H", len(papers.pdf(3)) + 2) + papers.pdf(3)
    made = {
        "PDF and ZIP": (pdf + packed, ANY),
        "PDF and HTML": (pdf + b"<script>alert(1)</script>", ANY),
        "PDF and PDF": (pdf + papers.pdf(3), ANY),
        "PDF behind HTML": (b"<html><!--" + pdf + b"--></html>", ANY),
        "PDF behind a shell's lines": (b"#!/bin/sh\nexit 0\n" + pdf, ANY),
        "PDF behind a ZIP": (packed[:900] + pdf, FOREIGN),
        "PDF behind a program": (b"MZ" + bytes(200) + pdf, FOREIGN),
        "PDF behind 2,000 bytes": (b"j" * 2_000 + pdf, FOREIGN),
        "PDF of three pages in a JPEG's comment": (jpeg[:2] + comment + jpeg[2:], WELL),
        "PDF behind a JPEG": (jpeg + pdf, WELL),
        "PDF behind a PNG": (png + pdf, ANY),
        "PDF behind a GIF": (gif + pdf, WELL),
        "PDF behind a TIFF": (tiff + pdf, WELL),
        "PDF behind a HEIC": (heic + pdf, ANY),
        "PDF behind a GIF's first bytes": (b"GIF89a" + pdf, BUT_ADMITTED),
        "PDF behind a BMP's first bytes": (b"BM" + bytes(50) + pdf, FOREIGN),
        "PDF that says it is a JPEG": (b"\xff\xd8\xff" + pdf, BUT_ADMITTED),
        "JPEG that says it is a PNG": (b"\x89PNG\r\n\x1a\n" + jpeg, BUT_ADMITTED),
        "JPEG and ZIP": (jpeg + packed, WELL),
        "JPEG and a web server's lines": (jpeg + b"<?php phpinfo(); ?>", WELL),
        "PNG and a web server's lines": (png + b"<?php phpinfo(); ?>", ANY),
        "GIF and JavaScript": (gif.replace(b"GIF89a", b"GIF89a", 1) + b"/*" + b"*/=1;alert(1)", WELL),
        "GIF and ZIP": (gif + packed, WELL),
        "TIFF and PostScript": (tiff + b"%!PS\nshowpage", WELL),
        "SVG and PDF": (b"<svg><!--" + pdf + b"--></svg>", ANY),
    }
    for name, (data, allowed) in made.items():
        yield Hostile(f"two kinds/{name}", lambda data=data: data, allowed)
