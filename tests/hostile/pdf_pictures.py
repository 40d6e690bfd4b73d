"""PDF files whose pictures claim, inflate or need too much, in every coding."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.pdf_pages import SHOW, image
from tests.hostile.specimen import ANY, Hostile, deflated_zeros, noise
from tests.unit.intake import papers


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _images()


def _images() -> Iterator[Hostile]:
    gray = b"/Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
    flate = b"/Filter /FlateDecode "
    zeros = zlib.compress(bytes(1000))
    too_large = frozenset({"IMAGE_TOO_LARGE"})
    heads: dict[str, tuple[bytes, bytes, frozenset[str]]] = {
        "of 10 gigapixels": (gray % (100_000, 100_000) + flate, zeros, too_large),
        "20,001 wide": (gray % (20_001, 1) + flate, zeros, too_large),
        "of 60 megapixels that are not there": (gray % (7_700, 7_700) + flate, zeros, ANY),
        "of no width": (gray % (0, 100) + flate, zeros, ANY),
        "of negative height": (gray % (100, -100) + flate, zeros, ANY),
        "of 99 bits": (b"/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 99 " + flate, zeros, ANY),
        "that inflates to 900 MiB": (gray % (10, 10) + flate, deflated_zeros(900), ANY),
        "that masks itself": (gray % (10, 10) + flate + b"/SMask 5 0 R", zeros, ANY),
        "whose mask is the page": (gray % (10, 10) + flate + b"/Mask 3 0 R", zeros, ANY),
        "of its own colours": (b"/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace 6 0 R " + flate, zeros, ANY),
        "of two thousand million colours": (
            b"/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 2147483647 (abc)] " + flate,
            zeros,
            ANY,
        ),
        "of a thousand inks": (
            b"/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace [/DeviceN [%s] /DeviceRGB 7 0 R] " % (b"/I " * 1000)
            + flate,
            zeros,
            ANY,
        ),
        "of a profile of noise": (
            b"/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace [/ICCBased 8 0 R] " + flate,
            zeros,
            ANY,
        ),
        "decoded upside down": (gray % (9, 9) + flate + b"/Decode [1e38 -1e38]", zeros, ANY),
        "fax of 2 thousand million columns": (
            gray % (100, 100) + b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 /Rows 1 >>",
            noise(5_000, 8),
            ANY,
        ),
        "fax of no columns": (
            gray % (100, 100) + b"/Filter /CCITTFaxDecode /DecodeParms << /K 4 /Columns 0 /Rows 0 >>",
            noise(5_000, 9),
            ANY,
        ),
        "fax of noise": (
            b"/Width 1728 /Height 2200 /ImageMask true /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1728 >>",
            noise(50_000, 10),
            ANY,
        ),
        "JBIG2 of 4 thousand million a side": (
            gray % (100, 100) + b"/Filter /JBIG2Decode",
            jbig2(0xFFFFFFF0, 0xFFFFFFF0),
            ANY,
        ),
        "JBIG2 of endless stripes": (gray % (100, 100) + b"/Filter /JBIG2Decode", jbig2(100, 0xFFFFFFFF), ANY),
        "JBIG2 of noise": (gray % (3000, 3000) + b"/Filter /JBIG2Decode", jbig2(3000, 3000) + noise(9_000, 11), ANY),
        "JBIG2 whose globals are itself": (
            gray % (100, 100) + b"/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 5 0 R >>",
            jbig2(100, 100),
            ANY,
        ),
        "JPX of noise": (b"/Width 9 /Height 9 /Filter /JPXDecode", noise(9_000, 12), ANY),
        "JPX of 4 thousand million a side": (
            b"/Width 9 /Height 9 /Filter /JPXDecode",
            jpx(0xFFFFFFFF, 0xFFFFFFFF, 1),
            ANY,
        ),
        "JPX of 16,384 parts": (b"/Width 9 /Height 9 /Filter /JPXDecode", jpx(2000, 2000, 16_384), ANY),
        "JPX of tiles of one point": (b"/Width 9 /Height 9 /Filter /JPXDecode", jpx(30_000, 30_000, 1, 1), ANY),
        "JPEG of another size": (gray % (9, 9) + b"/Filter /DCTDecode", papers.picture("JPEG", (640, 480)), ANY),
        "JPEG of noise": (gray % (900, 900) + b"/Filter /DCTDecode", b"\xff\xd8\xff\xe0" + noise(9_000, 13), ANY),
        "JPEG of 65,535 a side": (
            gray % (900, 900) + b"/Filter /DCTDecode",
            b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0" + noise(9_000, 14),
            ANY,
        ),
        "packed twenty times": (gray % (9, 9) + b"/Filter [%s]" % (b"/Fl " * 20), zeros, ANY),
    }
    more = {
        "o6": b"[/Indexed 6 0 R 255 (abc)]",
        "o7": b"<< /FunctionType 4 /Domain [0 1] /Range [0 1] /Length 9 >>\nstream\n{{{{{{{{{\nendstream",
        "o8": papers.stream(noise(5_000, 15), b"/N 99"),
    }
    for name, (head, data, allowed) in heads.items():
        yield Hostile(f"pdf/picture/{name}", partial(image, head, data, **more), allowed)
    shown = b"/X Do " * 5_000
    yield Hostile(
        "pdf/picture/one picture 5,000 times",
        lambda: image(gray % (2_000, 2_000) + flate, zlib.compress(bytes(4_000_000))).replace(
            SHOW, papers.stream(shown)
        ),
        ANY,
    )


def jbig2(width: int, height: int) -> bytes:
    """A JBIG2 stream of one page of this size, and a region of arithmetic noise."""
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0x8000)
    region = (
        struct.pack(">IIIIB", width & 0xFFFF, height & 0xFFFF, 0, 0, 0) + b"\0" + b"\x03\xff\xfd\xff\x02\xfe\xfe\xfe"
    )
    return (
        struct.pack(">IBBBI", 0, 48, 0, 1, len(page))
        + page
        + struct.pack(">IBBBI", 1, 38, 0, 1, len(region) + 200)
        + region
        + noise(200, 16)
    )


def jpx(width: int, height: int, parts: int, tile: int = 0) -> bytes:
    """A JPEG 2000 codestream's head of this size and so many components, and noise."""
    size = struct.pack(">HIIIIIIIIH", 0, width, height, 0, 0, tile or width, tile or height, 0, 0, parts)
    size += b"\x07\x01\x01" * parts
    coding = b"\xff\x52\0\x0c\0\0\0\x01\0\x05\x04\x04\0\0" + b"\xff\x5c\0\x04\x40\x40"
    tiles = b"\xff\x90\0\x0a\0\0\0\0\0\0\0\x01\xff\x93" + noise(500, 17) + b"\xff\xd9"
    return b"\xff\x4f\xff\x51" + struct.pack(">H", (len(size) + 2) & 0xFFFF) + size + coding + tiles
