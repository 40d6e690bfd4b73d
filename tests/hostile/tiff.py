"""TIFF files with looping directories, lying counts, bombs in every compression."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.specimen import ANY, DAMAGED, TOO_LARGE, Hostile, deflated_zeros, mutated, noise
from tests.unit.intake import papers

SHORT, LONG = 3, 4
WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, OFFSETS = 256, 257, 258, 259, 262, 273
SAMPLES, ROWS, COUNTS, PREDICTOR = 277, 278, 279, 317
JPEG, OLD_JPEG, PACKBITS, LZW, DEFLATE = 7, 6, 32773, 5, 8


def tiff(entries: dict[int, int | tuple[int, int, int]], data: bytes = b"", following: int = 0) -> bytes:
    """A little-endian TIFF of one directory: tag → value (LONG), or (type, count, value); data at byte 8."""
    start = 8 + len(data)
    rows = b""
    for tag, value in sorted(entries.items()):
        form, count, number = value if isinstance(value, tuple) else (LONG, 1, value)
        rows += struct.pack("<HHII", tag, form, count & 0xFFFFFFFF, number & 0xFFFFFFFF)
    return (
        struct.pack("<2sHI", b"II", 42, start)
        + data
        + struct.pack("<H", len(entries))
        + rows
        + struct.pack("<I", following)
    )


def page(data: bytes, width: int = 100, height: int = 100, **tags: int | tuple[int, int, int]) -> bytes:
    """A TIFF of one strip that holds `data`; `tags` named `t259` and so on replace the usual ones."""
    usual: dict[int, int | tuple[int, int, int]] = {
        WIDTH: width,
        HEIGHT: height,
        BITS: (SHORT, 1, 8),
        COMPRESSION: (SHORT, 1, 1),
        PHOTOMETRIC: (SHORT, 1, 1),
        OFFSETS: 8,
        SAMPLES: (SHORT, 1, 1),
        ROWS: height,
        COUNTS: len(data),
    }
    return tiff(usual | {int(name[1:]): value for name, value in tags.items()}, data)


def big(entries: int = 1, count: int = 1, following: int = 0) -> bytes:
    """A BigTIFF whose directory claims so many entries, of so many values."""
    return (
        b"II+\0\x08\0\0\0"
        + struct.pack("<Q", 16)
        + struct.pack("<Q", entries)
        + struct.pack("<HHQQ", WIDTH, LONG, count, 100)
        + struct.pack("<Q", following)
    )


def chained(directories: int, back: int | None) -> bytes:
    """So many one-pixel pages in a chain; the last names page `back` as the next, or none."""
    size = 2 + 12 * 9 + 4
    out = bytearray(b"II*\0" + struct.pack("<I", 12) + b"\0\0\0\0")
    for number in range(directories):
        following = 12 + size * (number + 1)
        if number == directories - 1:
            following = 0 if back is None else 12 + size * back
        one = page(b"", 1, 1, t273=8, t279=1)
        out += one[8:-4] + struct.pack("<I", following)
    return bytes(out)


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _directories()
    yield from _values()
    yield from _compressions()
    yield from _broken()


def _directories() -> Iterator[Hostile]:
    loop = ANY - {"ADMITTED"}
    made = {
        "names itself as next": (page(b"x" * 10_000)[:-4] + struct.pack("<I", 10_008), loop),
        "two that name each other": (chained(2, 0), loop),
        "five and back to the third": (chained(5, 2), loop),
        "20 pages": (chained(20, None), ANY),
        "21 pages": (chained(21, None), ANY - {"ADMITTED"}),
        "5,000 pages": (chained(5_000, None), ANY - {"ADMITTED"}),
        "directory outside": (b"II*\0\xff\xff\xff\x7f", DAMAGED),
        "directory in the header": (b"II*\0\0\0\0\0" + bytes(50), ANY - {"ADMITTED"}),
        "directory at byte 2": (b"II*\0\x02\0\0\0" + bytes(50), ANY - {"ADMITTED"}),
        "65,535 entries": (b"II*\0\x08\0\0\0\xff\xff" + noise(3_000, 40), DAMAGED),
        "65,535 entries that are there": (b"II*\0\x08\0\0\0\xff\xff" + noise(65_535 * 12 + 4, 41), ANY - {"ADMITTED"}),
        "no entries": (b"II*\0\x08\0\0\0\0\0\0\0\0\0", ANY - {"ADMITTED"}),
        "a directory of its own below": (page(b"x" * 10_000, t330=10_008), ANY),
        "EXIF that is itself": (page(b"x" * 10_000, t34665=10_008), ANY),
        "GPS that is itself": (page(b"x" * 10_000, t34853=10_008), ANY),
        "big, one entry": (big(), ANY - {"ADMITTED"}),
        "big, 2^63 entries": (big(1 << 63), ANY - {"ADMITTED"}),
        "big, 2^63 values": (big(1, 1 << 63), ANY - {"ADMITTED"}),
        "big, itself as next": (big(1, 1, 16), ANY - {"ADMITTED"}),
        "big, offset of seven bytes": (b"II+\0\x07\0\0\0" + bytes(60), ANY - {"ADMITTED"}),
        "the other end first": (b"MM\0*\0\0\0\x08\0\x01" + bytes(16), ANY - {"ADMITTED"}),
    }
    for name, (data, allowed) in made.items():
        yield Hostile(f"tiff/directory/{name}", lambda data=data: data, allowed)


def _values() -> Iterator[Hostile]:
    gray = b"x" * 10_000
    tags: dict[str, tuple[dict[str, int | tuple[int, int, int]], frozenset[str]]] = {
        "no width": ({"t256": 0}, ANY - {"ADMITTED"}),
        "4 thousand million wide": ({"t256": 0xFFFFFFFF}, ANY - {"ADMITTED"}),
        "4 gigapixels": ({"t256": 65_535, "t257": 65_535}, TOO_LARGE),
        "20,001 high": ({"t257": 20_001, "t256": 1}, TOO_LARGE),
        "59 megapixels that are not there": ({"t256": 7_700, "t257": 7_700}, ANY),
        "64 bits": ({"t258": (SHORT, 1, 64)}, ANY),
        "0 bits": ({"t258": (SHORT, 1, 0)}, ANY),
        "65,535 samples": ({"t277": (SHORT, 1, 65_535)}, ANY),
        "samples of a thousand bits": ({"t258": (SHORT, 1000, 8), "t277": (SHORT, 1, 1000)}, ANY),
        "no rows a strip": ({"t278": 0}, ANY),
        "4 thousand million rows a strip": ({"t278": 0xFFFFFFFF}, ANY),
        "strip of 4 GiB": ({"t279": 0xFFFFFFFF}, DAMAGED),
        "strip of no bytes": ({"t279": 0}, ANY),
        "strip in the header": ({"t273": 0}, ANY),
        "strip outside": ({"t273": 0x7FFFFFFF}, DAMAGED),
        "a million strips": ({"t273": (LONG, 1_000_000, 8), "t279": (LONG, 1_000_000, 8)}, DAMAGED),
        "a thousand offsets, one length": ({"t273": (LONG, 1_000, 8)}, ANY),
        "strips of one row": ({"t278": 1}, ANY),
        "tiles of 2 thousand million": ({"t322": 0x7FFFFFF0, "t323": 0x7FFFFFF0, "t324": 8, "t325": 99}, ANY),
        "tiles of nothing": ({"t322": 0, "t323": 0, "t324": 8, "t325": 99}, ANY),
        "tiles of one point": ({"t322": 1, "t323": 1, "t324": 8, "t325": 1}, ANY),
        "compression 65,535": ({"t259": (SHORT, 1, 65_535)}, ANY - {"ADMITTED"}),
        "photometric 65,535": ({"t262": (SHORT, 1, 65_535)}, ANY),
        "palette that is not there": ({"t262": (SHORT, 1, 3)}, ANY),
        "palette of a million colours": ({"t262": (SHORT, 1, 3), "t320": (SHORT, 3_000_000, 8)}, ANY),
        "planes apart": ({"t284": (SHORT, 1, 2), "t277": (SHORT, 1, 3)}, ANY),
        "predictor 99": ({"t317": (SHORT, 1, 99)}, ANY),
        "floating point": ({"t339": (SHORT, 1, 3), "t258": (SHORT, 1, 32)}, ANY),
        "orientation 99": ({"t274": (SHORT, 1, 99)}, ANY),
        "orientation that is a text": ({"t274": (2, 100, 8)}, ANY),
        "profile of 4 GiB": ({"t34675": (7, 0xFFFFFFFF, 8)}, ANY),
        "text of 4 GiB": ({"t270": (2, 0xFFFFFFFF, 8)}, ANY),
        "an unknown type": ({"t270": (99, 5, 8)}, ANY),
        "resolution over nothing": ({"t282": (5, 1, 8), "t283": (5, 1, 8)}, ANY),
    }
    for name, (values, allowed) in tags.items():
        yield Hostile(f"tiff/value/{name}", partial(page, gray, **values), allowed)


def _compressions() -> Iterator[Hostile]:
    kinds = {"CCITT": 2, "G3": 3, "G4": 4, "LZW": LZW, "old JPEG": OLD_JPEG, "JPEG": JPEG, "deflate": DEFLATE}
    kinds |= {"PackBits": PACKBITS, "JBIG": 34661, "LZMA": 34925, "ZSTD": 50000, "WEBP": 50001, "LogLuv": 34676}
    for name, number in kinds.items():
        yield Hostile(
            f"tiff/compression/{name} of noise", partial(page, noise(9_000, number), t259=(SHORT, 1, number)), ANY
        )
    bomb = {"t259": (SHORT, 1, DEFLATE)}
    yield Hostile("tiff/compression/deflate of 600 MiB", lambda: page(deflated_zeros(600), 100, 100, **bomb), ANY)
    yield Hostile(
        "tiff/compression/deflate of 58 megapixels of 16-bit colours",
        lambda: page(deflated_zeros(464), 7_600, 7_600, t258=(SHORT, 1, 16), t277=(SHORT, 1, 4), **bomb),
        ANY,
    )
    yield Hostile(
        "tiff/compression/PackBits of 59 megapixels",
        lambda: page(b"\x81x" * 465_000, 7_680, 7_680, t259=(SHORT, 1, PACKBITS)),
        ANY,
    )
    fax = {"t258": (SHORT, 1, 1), "t259": (SHORT, 1, 4)}
    yield Hostile("tiff/compression/fax of 20,000 rows of nothing", lambda: page(bytes(100), 1_728, 20_000, **fax), ANY)
    jpeg = papers.picture("JPEG", (640, 480))
    inside = {"t259": (SHORT, 1, JPEG), "t262": (SHORT, 1, 6), "t277": (SHORT, 1, 3)}
    yield Hostile("tiff/compression/JPEG of another size", lambda: page(jpeg, 100, 100, **inside), ANY)
    yield Hostile("tiff/compression/JPEG cut", lambda: page(jpeg[:2_000], 640, 480, **inside), ANY)
    giant = b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0\xff\xd9"
    yield Hostile("tiff/compression/JPEG of 65,535 a side", lambda: page(giant, 100, 100, **inside), ANY)
    yield Hostile(
        "tiff/compression/deflate within deflate", lambda: page(zlib.compress(deflated_zeros(50)), **bomb), ANY
    )


def _broken() -> Iterator[Hostile]:
    good = papers.frames("TIFF", 3)
    yield Hostile("tiff/broken/header alone", lambda: b"II*\0", DAMAGED)
    yield Hostile("tiff/broken/header and noise", lambda: b"MM\0*" + noise(9_000, 42), ANY - {"ADMITTED"})
    for share in (10, 40, 70, 95):
        yield Hostile(f"tiff/cut/at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED)
    for number in range(15):
        yield Hostile(f"tiff/mutated/{number}", partial(mutated, good, number, 1 + number), ANY)
