"""JPEG and HEIC files that claim, repeat or nest too much, or whose middle or end is missing."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from functools import partial

from PIL import Image

from tests.hostile.specimen import (
    ANY,
    DAMAGED,
    FOREIGN,
    TOO_LARGE,
    TRUNCATED,
    UNREADABLE,
    WELL,
    Hostile,
    mutated,
    noise,
)
from tests.unit.intake import papers

START, END = b"\xff\xd8", b"\xff\xd9"
BUT_ADMITTED = ANY - WELL


def segment(marker: int, body: bytes) -> bytes:
    """A marker segment."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def frame(marker: int, width: int, height: int, parts: int = 1, sampling: int = 0x11, precision: int = 8) -> bytes:
    """A start-of-frame segment."""
    body = struct.pack(">BHHB", precision, height, width, parts)
    return segment(marker, body + b"".join(bytes((part + 1, sampling, 0)) for part in range(parts)))


def scan(parts: int = 1, first: int = 0, last: int = 63, bits: int = 0) -> bytes:
    """A start-of-scan segment."""
    return segment(
        0xDA, bytes((parts,)) + b"".join(bytes((part + 1, 0)) for part in range(parts)) + bytes((first, last, bits))
    )


TABLES = (
    segment(0xDB, b"\0" + b"\x01" * 64)
    + segment(0xC4, b"\0" + bytes((0, 1)) + bytes(14) + b"\0")
    + segment(0xC4, b"\x10" + bytes((0, 1)) + bytes(14) + b"\0")
)


def photo(size: tuple[int, int] = (640, 480), **options: object) -> bytes:
    """A picture with much detail, so that its coded data are long."""
    image = Image.frombytes("RGB", (size[0] // 8, size[1] // 8), noise(size[0] // 8 * (size[1] // 8) * 3, 50))
    buffer = io.BytesIO()
    image.resize(size).save(buffer, "JPEG", **options)
    return buffer.getvalue()


def before_frame(extra: bytes) -> bytes:
    """A good JPEG with further segments behind its first marker."""
    good = papers.picture("JPEG")
    return good[:2] + extra + good[2:]


def zeroed(data: bytes, share: float, length: int) -> bytes:
    """`data` with a run of zeros, as a disk or a network leaves it."""
    at = int(len(data) * share)
    return data[:at] + bytes(length) + data[at + length :]


def exif(entries: bytes, count: int, following: int = 0) -> bytes:
    """An EXIF segment whose first directory holds these entries."""
    directory = struct.pack("<H", count) + entries + struct.pack("<I", following)
    return segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0" + directory)


def entry(tag: int, form: int, count: int, value: int) -> bytes:
    """One entry of an EXIF directory."""
    return struct.pack("<HHII", tag, form, count, value)


def progressive(scans: int, size: int = 4_000) -> bytes:
    """A progressive JPEG of one frame whose every scan refines all of it by nothing."""
    empty_scan = scan(1, 1, 63, 0) + b"\0" * 40
    return START + TABLES + frame(0xC2, size, size) + scan(1, 0, 0, 0) + b"\0" * 40 + empty_scan * scans + END


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _jpeg_heads()
    yield from _jpeg_segments()
    yield from _jpeg_broken()
    yield from _heic()


def _jpeg_heads() -> Iterator[Hostile]:
    heads = {
        "65,535 a side": (frame(0xC0, 65_535, 65_535), TOO_LARGE),
        "one by 65,535": (frame(0xC0, 1, 65_535), TOO_LARGE),
        "no height": (frame(0xC0, 100, 0), BUT_ADMITTED),
        "no width": (frame(0xC0, 0, 100), BUT_ADMITTED),
        "no parts": (frame(0xC0, 100, 100, 0), BUT_ADMITTED),
        "255 parts": (frame(0xC0, 100, 100, 255), BUT_ADMITTED),
        "two parts": (frame(0xC0, 100, 100, 2), BUT_ADMITTED),
        "sampled by nothing": (frame(0xC0, 100, 100, 3, 0x00), BUT_ADMITTED),
        "sampled by fifteen": (frame(0xC0, 100, 100, 3, 0xFF), BUT_ADMITTED),
        "12 bits": (frame(0xC1, 100, 100, 1, 0x11, 12), BUT_ADMITTED),
        "99 bits": (frame(0xC0, 100, 100, 1, 0x11, 99), BUT_ADMITTED),
        "lossless": (frame(0xC3, 100, 100), BUT_ADMITTED),
        "hierarchical": (frame(0xC5, 100, 100), BUT_ADMITTED),
        "arithmetic": (frame(0xC9, 100, 100), ANY),
        "two of different sizes": (frame(0xC0, 100, 100) + frame(0xC0, 60_000, 60_000), BUT_ADMITTED),
        "none": (b"", BUT_ADMITTED),
    }
    for name, (head, allowed) in heads.items():
        data = START + TABLES + head + scan() + noise(3_000, 51).replace(b"\xff", b"\0") + END
        yield Hostile(f"jpeg/frame/{name}", lambda data=data: data, allowed)
    for scans in (100, 10_000):
        yield Hostile(f"jpeg/scans/{scans} of 16 megapixels", partial(progressive, scans), ANY)
    yield Hostile("jpeg/scans/30,000 of 59 megapixels", partial(progressive, 30_000, 7_680), ANY)
    tables = {
        "no tables": START + frame(0xC0, 100, 100) + scan() + bytes(999) + END,
        "code lengths that overflow": START
        + segment(0xC4, b"\0" + b"\xff" * 16 + bytes(255))
        + frame(0xC0, 9, 9)
        + scan()
        + END,
        "table 255": START + segment(0xDB, b"\xff" + bytes(200)) + frame(0xC0, 9, 9) + scan() + END,
        "tables of noise": START + segment(0xC4, noise(5_000, 52)) + TABLES + frame(0xC0, 9, 9) + scan() + END,
        "restarts after each block": START
        + TABLES
        + segment(0xDD, b"\0\x01")
        + frame(0xC0, 3_000, 3_000)
        + scan()
        + b"\xff\xd0" * 9_000
        + END,
        "a scan of parts that are not there": START + TABLES + frame(0xC0, 100, 100) + scan(4) + bytes(99) + END,
        "a scan before the frame": START + TABLES + scan() + frame(0xC0, 100, 100) + END,
        "a height that follows": START
        + TABLES
        + frame(0xC0, 100, 0)
        + scan()
        + bytes(99)
        + segment(0xDC, b"\xff\xff")
        + END,
    }
    for name, data in tables.items():
        yield Hostile(f"jpeg/tables/{name}", lambda data=data: data, BUT_ADMITTED)


def _jpeg_segments() -> Iterator[Hostile]:
    itself = entry(0x8769, 4, 1, 8)
    extras = {
        "200 application segments of 64 KB": segment(0xE5, bytes(65_533)) * 200,
        "100,000 empty comments": segment(0xFE, b"") * 100_000,
        "a comment that begins a program": segment(0xFE, b"<?php system($_GET[0]); ?>"),
        "a comment that is a PDF": segment(0xFE, papers.pdf()),
        "EXIF that is its own directory": exif(itself, 1, 8),
        "EXIF of 65,535 entries": exif(itself * 100, 65_535),
        "EXIF of 5,000 entries": exif(itself * 5_000, 5_000),
        "EXIF value of 4 GiB": exif(entry(0x010F, 2, 0xFFFFFFFF, 8), 1),
        "EXIF value far outside": exif(entry(0x010F, 2, 100, 0x7FFFFFFF), 1),
        "EXIF of noise": segment(0xE1, b"Exif\0\0" + noise(30_000, 53)),
        "EXIF of one byte": segment(0xE1, b"Exif\0\0I"),
        "EXIF preview of 4 GiB": exif(entry(0x0201, 4, 1, 8) + entry(0x0202, 4, 1, 0xFFFFFFFF), 2, 8),
        "EXIF preview that is noise": exif(entry(0x0201, 4, 1, 50) + entry(0x0202, 4, 1, 500), 2) + noise(9, 54)[:0],
        "orientation 0": exif(entry(0x0112, 3, 1, 0), 1),
        "orientation 9": exif(entry(0x0112, 3, 1, 9), 1),
        "orientation 65,535": exif(entry(0x0112, 3, 1, 65_535), 1),
        "orientation that is a text": exif(entry(0x0112, 2, 4, 0x41414141), 1),
        "orientation of a thousand values": exif(entry(0x0112, 3, 1_000, 8), 1),
        "orientation over nothing": exif(entry(0x0112, 5, 1, 8), 1),
        "orientation said 500 times": exif(entry(0x0112, 3, 1, 6) * 500, 500),
        "profile of noise": segment(0xE2, b"ICC_PROFILE\0\x01\x01" + noise(60_000, 55)),
        "profile part 255 of 0": segment(0xE2, b"ICC_PROFILE\0\xff\0" + noise(600, 56)),
        "profile in a thousand first parts": segment(0xE2, b"ICC_PROFILE\0\x01\xff" + noise(600, 57)) * 1_000,
        "JFIF preview of 255 a side": segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\xff\xff"),
        "JFIF of resolution 0": segment(0xE0, b"JFIF\0\x01\x02\x01\0\0\0\0\0\0"),
        "Adobe's transform 255": segment(0xEE, b"Adobe\0\x64\0\0\0\0\xff"),
        "Photoshop blocks without end": segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\xff\xff\xff\xff" * 3_000),
        "further pictures far outside": segment(
            0xE2,
            b"MPF\0II*\0\x08\0\0\0\x03\0" + entry(0xB001, 4, 1, 0xFFFF) + entry(0xB002, 7, 0xFFFFFFF, 8) + bytes(12),
        ),
        "XMP that grows": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a 'x'>]><x>&a;</x>"),
        "a segment without length": b"\xff\xe5\0\0",
        "another start": START * 1_000,
        "fill bytes": b"\xff" * 100_000,
        "marker 1": b"\xff\x01" * 50_000,
    }
    for name, extra in extras.items():
        yield Hostile(f"jpeg/segment/{name}", partial(before_frame, extra), ANY)
    for mode in ("CMYK", "L"):
        image = Image.linear_gradient("L").resize((300, 200)).convert(mode)
        buffer = io.BytesIO()
        image.save(buffer, "JPEG")
        yield Hostile(f"jpeg/colours/{mode}", buffer.getvalue, WELL)


def _jpeg_broken() -> Iterator[Hostile]:
    good, slow = photo(), photo(progressive=True)
    for share in (5, 20, 50, 80, 99):
        yield Hostile(f"jpeg/cut/at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED)
    for last in (1, 2, 3, 4, 20):
        yield Hostile(f"jpeg/cut/without its last {last}", partial(lambda last: good[:-last], last), TRUNCATED)
        yield Hostile(
            f"jpeg/cut/progressive without its last {last}", partial(lambda last: slow[:-last], last), DAMAGED
        )
    for share in (0.2, 0.5, 0.8):
        for length in (64, 600, 5_000):
            name = f"{length} zeros at {share:.0%}"
            yield Hostile(f"jpeg/zeroed/{name}", partial(zeroed, good, share, length), UNREADABLE)
            # late scans only refine, and "nothing to refine" is written as zeros
            seen = UNREADABLE if share < 0.6 else ANY
            yield Hostile(f"jpeg/zeroed/progressive, {name}", partial(zeroed, slow, share, length), seen)
    yield Hostile("jpeg/broken/first three bytes", lambda: b"\xff\xd8\xff", DAMAGED)
    yield Hostile("jpeg/broken/start and end", lambda: START + END + b"\xff", BUT_ADMITTED)
    yield Hostile("jpeg/broken/end in the middle", lambda: good[:4_000] + END + good[4_000:], BUT_ADMITTED)
    yield Hostile("jpeg/broken/half said twice", lambda: good[:8_000] + good[4_000:], ANY)
    yield Hostile("jpeg/broken/a million zeros behind", lambda: good + bytes(1_000_000), WELL)
    for number in range(20):
        yield Hostile(f"jpeg/mutated/{number}", partial(mutated, good, number, 1 + number), ANY)
        yield Hostile(f"jpeg/mutated progressive/{number}", partial(mutated, slow, number, 1 + number), ANY)


def box(name: bytes, body: bytes, size: int | None = None) -> bytes:
    """A box of an ISO base media file; `size` is what it claims."""
    return struct.pack(">I", (len(body) + 8 if size is None else size) & 0xFFFFFFFF) + name + body


FTYP = box(b"ftyp", b"heic\0\0\0\0mif1heic")


def full(name: bytes, body: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A full box."""
    return box(name, struct.pack(">I", version << 24 | flags) + body)


def grid(rows: int, columns: int, width: int, height: int, refers_to: int, times: int) -> bytes:
    """A HEIC whose picture is a grid of item `refers_to`, which may be the grid itself."""
    body = struct.pack(">BBBBII", 0, 1, rows, columns, width, height)
    item = full(b"infe", struct.pack(">HH4s", 1, 0, b"grid") + b"\0", 2)
    meta = full(
        b"meta",
        full(b"hdlr", struct.pack(">I4sIII", 0, b"pict", 0, 0, 0) + b"\0")
        + full(b"pitm", struct.pack(">H", 1))
        + full(b"iinf", struct.pack(">H", 1) + item)
        + full(b"iref", box(b"dimg", struct.pack(">HH", 1, times) + struct.pack(">H", refers_to) * times))
        + box(
            b"iprp",
            box(b"ipco", full(b"ispe", struct.pack(">II", width, height)))
            + full(b"ipma", struct.pack(">IHBB", 1, 1, 1, 1)),
        )
        + full(b"iloc", struct.pack(">HHHHHHII", 0x4400, 1, 1, 1, 0, 1, 0, len(body)), 1)
        + box(b"idat", body),
    )
    return FTYP + meta


def _heic() -> Iterator[Hostile]:
    good = papers.picture("HEIF", (320, 240))
    size_at = good.index(b"ispe") + 8
    giant = good[:size_at] + struct.pack(">II", 60_000, 60_000) + good[size_at + 8 :]
    made = {
        "60,000 a side": (giant, BUT_ADMITTED),
        "4 thousand million a side": (good[:size_at] + b"\xff" * 8 + good[size_at + 8 :], BUT_ADMITTED),
        "no size": (good[:size_at] + bytes(8) + good[size_at + 8 :], BUT_ADMITTED),
        "brand alone": (FTYP, BUT_ADMITTED),
        "brand that goes on for 4 GiB": (box(b"ftyp", b"heic" + bytes(40), 0xFFFFFFF0), BUT_ADMITTED),
        "brand and noise": (FTYP + noise(9_000, 60), BUT_ADMITTED),
        "box of no size": (FTYP + box(b"meta", bytes(90), 0), BUT_ADMITTED),
        "box of 4 GiB": (FTYP + box(b"meta", bytes(90), 0xFFFFFFFF), BUT_ADMITTED),
        "box of 2^63": (FTYP + struct.pack(">I4sQ", 1, b"meta", 1 << 63) + bytes(90), BUT_ADMITTED),
        "box of 7": (FTYP + box(b"meta", bytes(90), 7), BUT_ADMITTED),
        "grid of itself": (grid(1, 1, 512, 512, 1, 1), BUT_ADMITTED),
        "grid of 65,536 of itself": (grid(255, 255, 30_000, 2_000, 1, 65_535), BUT_ADMITTED),
        "grid of nothing": (grid(0, 0, 512, 512, 9, 0), BUT_ADMITTED),
        "a picture sequence": (box(b"ftyp", b"msf1\0\0\0\0msf1hevc") + good[24:], BUT_ADMITTED),
        "AVIF that says it is HEIC": (good.replace(b"hvc1", b"av01").replace(b"hvcC", b"av1C"), BUT_ADMITTED),
        "AVIF": (box(b"ftyp", b"avif\0\0\0\0mif1avif") + good[24:], FOREIGN),
        "a film": (box(b"ftyp", b"isom\0\0\0\0mp42") + good[24:], FOREIGN),
        "items of 65,535": (
            FTYP + full(b"meta", full(b"iinf", b"\xff\xff") + full(b"iloc", b"\x44\0\xff\xff")),
            BUT_ADMITTED,
        ),
        "boxes without end behind": (good + box(b"free", b"") * 100_000, ANY),
        "something behind": (good + noise(500, 61), ANY),
    }
    for name, (data, allowed) in made.items():
        yield Hostile(f"heic/{name}", lambda data=data: data, allowed)
    nested = b""
    for _ in range(2_000):
        nested = box(b"moov", nested)
    yield Hostile("heic/2,000 boxes in boxes", lambda: FTYP + full(b"meta", nested), BUT_ADMITTED)
    for share in (2, 30, 60, 95):
        yield Hostile(
            f"heic/cut at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED | FOREIGN
        )
    picture = photo_heic()
    for share in (0.3, 0.6, 0.9):
        yield Hostile(f"heic/2,000 zeros at {share:.0%}", partial(zeroed, picture, share, 2_000), UNREADABLE)
    for number in range(15):
        yield Hostile(f"heic/mutated {number}", partial(mutated, good, number, 1 + number), ANY)


def photo_heic() -> bytes:
    """A HEIC with much detail."""
    image = Image.frombytes("RGB", (80, 60), noise(80 * 60 * 3, 62))
    buffer = io.BytesIO()
    image.resize((640, 480)).save(buffer, "HEIF", quality=80)
    return buffer.getvalue()
