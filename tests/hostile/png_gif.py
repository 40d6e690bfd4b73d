"""PNG and GIF files that inflate, lie about their size, never end, or are broken."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.specimen import (
    ANY,
    DAMAGED,
    TOO_LARGE,
    UNREADABLE,
    WELL,
    Hostile,
    deflated_zeros,
    mutated,
    noise,
)
from tests.unit.intake import papers

PNG = b"\x89PNG\r\n\x1a\n"
END = b"\0\0\0\0IEND\xaeB`\x82"
GIF_TRAILER = b";"


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk with its right checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int = 100, height: int = 100, depth: int = 8, colour: int = 0, *rest: int) -> bytes:
    """An IHDR chunk; `rest` is compression, filter, interlace."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, *(rest or (0, 0, 0))))


def pixels(width: int = 100, height: int = 100) -> bytes:
    """The IDAT chunk of a black picture of one byte a pixel."""
    return chunk(b"IDAT", zlib.compress(bytes((width + 1) * height)))


def png(*chunks: bytes) -> bytes:
    """A PNG of these chunks, and its end."""
    return PNG + b"".join(chunks) + END


def with_chunk(name: bytes, body: bytes) -> bytes:
    """A good PNG with one more chunk before its pixels."""
    return png(header(), chunk(name, body), pixels())


def gif(*blocks: bytes, width: int = 100, height: int = 100, colours: int = 0x80) -> bytes:
    """A GIF of these blocks, two colours, and its trailer."""
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, colours, 0, 0)
        + b"\0\0\0\xff\xff\xff"
        + b"".join(blocks)
        + b";"
    )


def frame(width: int, height: int, data: bytes = b"\x02\x02\x44\x01\0", left: int = 0, flags: int = 0) -> bytes:
    """An image block; `data` is its LZW code size and sub-blocks."""
    return b"," + struct.pack("<HHHHB", left, 0, width, height, flags) + data


def lzw_growing(codes: int) -> bytes:
    """LZW data in which each code stands for one pixel more than the last: a few bytes, millions of pixels."""
    out, bits, held, width, following = bytearray(), 0, 0, 9, 258

    def put(code: int) -> None:
        nonlocal bits, held
        bits |= code << held
        held += width
        while held >= 8:
            out.append(bits & 255)
            bits >>= 8
            held -= 8

    put(256)
    put(0)
    for _ in range(codes):
        put(min(following, 4095) if following <= 4095 else 4094)
        following = min(following + 1, 4097)
        width = min(12, max(width, following.bit_length()))
    put(257)
    out.append(bits & 255)
    blocks = b"".join(bytes([len(out[at : at + 255])]) + out[at : at + 255] for at in range(0, len(out), 255))
    return b"\x08" + blocks + b"\0"


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _png_headers()
    yield from _png_chunks()
    yield from _png_broken()
    yield from _gif()


def _png_headers() -> Iterator[Hostile]:
    headers = {
        "no width": ((0, 100), UNREADABLE),
        "no height": ((100, 0), UNREADABLE),
        "two thousand million wide": ((0x7FFFFFFF, 1), TOO_LARGE | UNREADABLE),
        "negative size": ((0xFFFFFFFF, 0xFFFFFFFF), TOO_LARGE | UNREADABLE),
        "20,001 high": ((1, 20_001), TOO_LARGE),
        "60 megapixels and one row": ((6_000, 10_001), TOO_LARGE),
        "depth 3": ((100, 100, 3, 0), UNREADABLE),
        "depth 255": ((100, 100, 255, 0), UNREADABLE),
        "16-bit palette": ((100, 100, 16, 3), UNREADABLE),
        "1-bit colour": ((100, 100, 1, 2), UNREADABLE),
        "colour type 5": ((100, 100, 8, 5), UNREADABLE),
        "compression 9": ((100, 100, 8, 0, 9, 0, 0), ANY),
        "filter 9": ((100, 100, 8, 0, 0, 9, 0), UNREADABLE),
        "interlace 9": ((100, 100, 8, 0, 0, 0, 9), ANY),
        "interlaced 7,000 a side of nothing": ((7_000, 7_000, 16, 6, 0, 0, 1), DAMAGED),
        "palette that is not there": ((100, 100, 8, 3), ANY),
    }
    for name, (values, allowed) in headers.items():
        yield Hostile(f"png/header/{name}", partial(lambda values: png(header(*values), pixels()), values), allowed)
    yield Hostile("png/header/cut", lambda: PNG + header()[:20], DAMAGED)
    yield Hostile("png/header/said twice", lambda: png(header(), header(50_000, 50_000), pixels()), ANY)
    yield Hostile("png/header/behind the pixels", lambda: png(pixels(), header()), UNREADABLE)
    yield Hostile(
        "png/header/Apple's own kind", lambda: png(chunk(b"CgBI", b"\x50\0\x20\x06"), header(), pixels()), ANY
    )


def _png_chunks() -> Iterator[Hostile]:
    bomb = deflated_zeros(600)
    bodies = {
        "profile of 600 MiB": (b"iCCP", b"evil\0\0" + bomb),
        "profile of noise": (b"iCCP", b"evil\0\0" + noise(5_000, 30)),
        "profile packed in another way": (b"iCCP", b"evil\0\x09" + bomb),
        "profile without a name": (b"iCCP", b"x" * 200),
        "text of 600 MiB": (b"zTXt", b"Comment\0\0" + bomb),
        "international text of 600 MiB": (b"iTXt", b"Comment\0\x01\0ko\0\0" + bomb),
        "text without its end": (b"tEXt", b"x" * 100_000),
        "text of 5 MiB": (b"tEXt", b"Comment\0" + b"x" * 5_000_000),
        "palette too long": (b"PLTE", b"rgb" * 5_000),
        "palette of a third": (b"PLTE", b"r"),
        "transparency of noise": (b"tRNS", noise(5_000, 31)),
        "gamma of nothing": (b"gAMA", bytes(4)),
        "white point of nothing": (b"cHRM", b""),
        "time of noise": (b"tIME", noise(7, 32)),
        "resolution of 4 thousand million": (b"pHYs", b"\xff" * 9),
        "animation of two thousand million frames": (b"acTL", struct.pack(">II", 0x7FFFFFFF, 0)),
        "animation of no frames": (b"acTL", bytes(8)),
        "EXIF that is its own directory": (
            b"eXIf",
            b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + b"\x08\0\0\0",
        ),
        "EXIF of noise": (b"eXIf", b"MM\0*" + noise(5_000, 33)),
        "orientation 99": (b"eXIf", b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x0112, 3, 1, 99) + bytes(4)),
        "critical and unknown": (b"EVIL", b"x"),
        "a name of control characters": (b"\0\1\2\3", b"x"),
    }
    for name, (kind, body) in bodies.items():
        yield Hostile(f"png/chunk/{name}", partial(with_chunk, kind, body), ANY)
    control = struct.pack(">IIIIIHHBB", 0, 50_000, 50_000, 0, 0, 1, 1, 0, 0)
    yield Hostile(
        "png/chunk/a frame of 2.5 gigapixels",
        lambda: png(header(), chunk(b"acTL", struct.pack(">II", 2, 0)), pixels(), chunk(b"fcTL", control)),
        ANY,
    )
    yield Hostile("png/chunk/100,000 texts", lambda: png(header(), chunk(b"tEXt", b"a\0b") * 100_000, pixels()), ANY)
    yield Hostile("png/chunk/100,000 empty pixels", lambda: png(header(), chunk(b"IDAT", b"") * 100_000, pixels()), ANY)
    yield Hostile(
        "png/chunk/10,000 frames", lambda: papers.frames("PNG", 3)[:-12] + chunk(b"fdAT", bytes(9)) * 10_000 + END, ANY
    )
    for mebibytes in (100, 1_000):
        yield Hostile(
            f"png/pixels/{mebibytes} MiB for a small picture",
            partial(lambda size: png(header(), chunk(b"IDAT", deflated_zeros(size))), mebibytes),
            ANY,
        )
    yield Hostile(
        "png/pixels/58 megapixels of 16 bits",
        lambda: png(header(7_600, 7_600, 16, 6), chunk(b"IDAT", deflated_zeros(450))),
        ANY,
    )
    yield Hostile("png/pixels/of noise", lambda: png(header(), chunk(b"IDAT", noise(9_000, 34))), DAMAGED)
    yield Hostile("png/pixels/none", lambda: png(header()), DAMAGED)
    yield Hostile(
        "png/pixels/with a dictionary", lambda: png(header(), chunk(b"IDAT", b"\x78\xbb" + noise(900, 35))), DAMAGED
    )
    yield Hostile(
        "png/pixels/filtered in an unknown way",
        lambda: png(header(), chunk(b"IDAT", zlib.compress(b"\x09" * 10_100))),
        UNREADABLE,
    )


def _png_broken() -> Iterator[Hostile]:
    good = papers.picture("PNG")
    yield Hostile("png/broken/signature alone", lambda: PNG, DAMAGED)
    yield Hostile("png/broken/no pixels and no end", lambda: PNG + header(), DAMAGED)
    yield Hostile("png/broken/length of 4 GiB", lambda: PNG + header() + b"\xff\xff\xff\xffIDAT" + bytes(99), DAMAGED)
    yield Hostile("png/broken/end in the middle", lambda: png(header()) + pixels() + END, DAMAGED)
    yield Hostile("png/broken/wrong sums", lambda: good[:60] + bytes([good[60] ^ 1]) + good[61:], DAMAGED)
    for share in (5, 20, 50, 80, 99):
        yield Hostile(f"png/cut/at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED)
    for number in range(15):
        yield Hostile(f"png/mutated/{number}", partial(mutated, good, number, 1 + number), ANY)


def _gif() -> Iterator[Hostile]:
    good, three = papers.picture("GIF"), papers.frames("GIF", 3)
    made = {
        "canvas of 4.3 gigapixels": (gif(frame(1, 1), width=65_535, height=65_535), TOO_LARGE),
        "canvas of nothing": (gif(frame(1, 1), width=0, height=0), ANY),
        "frame of 4.3 gigapixels": (gif(frame(65_535, 65_535)), TOO_LARGE),
        "second frame of 4.3 gigapixels": (gif(frame(1, 1), frame(65_535, 65_535)), TOO_LARGE),
        "frame of nothing": (gif(frame(0, 0)), ANY),
        "frame outside of its canvas": (gif(frame(90, 90, left=60_000)), TOO_LARGE | UNREADABLE),
        "10,000 frames": (gif(frame(1, 1) * 10_000), frozenset({"TOO_MANY_PAGES"})),
        "no frame": (gif(), ANY - WELL),
        "code size of 0": (gif(frame(100, 100, b"\x00\x02\x44\x01\0")), ANY),
        "code size of 255": (gif(frame(100, 100, b"\xff\x02\x44\x01\0")), ANY),
        "codes of noise": (
            gif(frame(100, 100, b"\x08" + b"".join(b"\xff" + noise(255, n) for n in range(20)) + b"\0")),
            ANY,
        ),
        "codes that never end": (gif(frame(100, 100, b"\x08" + b"\xff" + noise(255, 36)))[:-1], DAMAGED),
        "codes that grow to 40 megapixels": (
            gif(frame(20_000, 2_000, lzw_growing(12_000)), width=20_000, height=2_000),
            ANY,
        ),
        "codes for more than its picture": (gif(frame(10, 10, lzw_growing(12_000))), ANY),
        "100,000 comments": (gif(b"!\xfe\x01x\0" * 100_000, frame(1, 1)), ANY),
        "a comment without end": (gif(b"!\xfe" + b"\xff" + b"x" * 255)[:-1], DAMAGED),
        "an unknown block": (gif(b"?" + noise(50, 37), frame(1, 1)), ANY),
        "colours that are not there": (b"GIF89a" + struct.pack("<HHBBB", 9, 9, 0xF7, 0, 0) + b"x" * 50, DAMAGED),
        "loops for ever": (gif(b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", frame(1, 1), frame(1, 1)), ANY),
        "disposal of the last but none": (
            gif(b"!\xf9\x04\xff\0\0\xff\0" + frame(1, 1), b"!\xf9\x04\x0c\0\0\xff\0" + frame(1, 1)),
            ANY,
        ),
        "interlaced and cut": (gif(frame(100, 100, b"\x02\x02\x44\x01\0", flags=0x40)), ANY),
        "header alone": (b"GIF89a", DAMAGED),
        "trailer alone": (b"GIF89a" + bytes(7) + b";", ANY - WELL),
        "a XMP block of noise": (gif(b"!\xff\x0bXMP DataXMP" + noise(300, 38) + b"\0", frame(1, 1)), ANY),
        "JavaScript in its head": (b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)//;", ANY),
    }
    for name, (data, allowed) in made.items():
        yield Hostile(f"gif/{name}", lambda data=data: data, allowed)
    for share in (10, 40, 70, 95):
        yield Hostile(f"gif/cut at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED)
    for number in range(12):
        yield Hostile(f"gif/mutated {number}", partial(mutated, three, number, 1 + number), ANY)
