"""Whether a file stops before its own structure says that it ends. Pure; walks headers, decodes nothing."""

from __future__ import annotations

import re
import zlib
from typing import Literal

from services.intake.admission.kinds import Kind

MAX_STEPS = 100_000
STANDALONE_MARKERS = {0x01, *range(0xD0, 0xD9)}
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
STRIP_TAGS = {273: 279, 324: 325}
VALUE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Bytes of a TIFF value by its type."""


def is_cut_off(kind: Kind, data: bytes) -> bool:
    """True where the end of the file is missing; a file that is damaged in another way is not cut off."""
    return _ENDINGS[kind](data)


def _jpeg(data: bytes) -> bool:
    if data.rstrip(b"\0").endswith(b"\xff\xd9"):
        return False  # it has its end, whatever its middle says
    position = 2
    while position + 4 <= len(data):
        marker = data[position + 1]
        if data[position] != 0xFF:
            return False
        if marker == 0xDA:
            return data.find(b"\xff\xd9", position) < 0
        if marker == 0xFF:
            position += 1
        elif marker in STANDALONE_MARKERS:
            position += 2
        else:
            position += 2 + max(2, int.from_bytes(data[position + 2 : position + 4], "big"))
    return True


def _png(data: bytes) -> bool:
    if PNG_END in data[-64:]:
        return False  # it has its end, whatever its middle says
    position = 8
    for _ in range(MAX_STEPS):
        if position + 12 > len(data):
            return True
        name = data[position + 4 : position + 8]
        if name == b"IEND" or not name.isalpha():
            return False  # at its end, or at something that is no chunk
        position += 12 + int.from_bytes(data[position : position + 4], "big")
    return False


def has_wrong_sum(data: bytes) -> bool:
    """Whether a chunk that a PNG cannot do without is not what its checksum says; decoders pass that by."""
    position = 8
    for _ in range(MAX_STEPS):
        end = position + 8 + int.from_bytes(data[position : position + 4], "big")
        name = data[position + 4 : position + 8]
        if end + 4 > len(data) or name == b"IEND":
            return False
        if name[:1].isupper() and zlib.crc32(data[position + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return True
        position = end + 4
    return False


def _gif(data: bytes) -> bool:
    """Walks the blocks: what follows the trailer is nobody's business, and a `;` inside a picture is no trailer."""
    position = 13 + _colours(data, 10)
    while position < len(data):
        match data[position]:
            case 0x3B:
                return False
            case 0x21:
                position = _after_blocks(data, position + 2)
            case 0x2C:
                position = _after_blocks(data, position + 11 + _colours(data, position + 9))
            case _:
                return False  # no block: damaged in another way
    return True


def _colours(data: bytes, position: int) -> int:
    """Size of the colour table that the flags at `position` announce."""
    flags = data[position] if position < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    """Where a chain of blocks ends, behind its empty last block; past the data where it does not."""
    while position < len(data) and data[position]:
        position += 1 + data[position]
    return position + 1


def never_ends(data: bytes) -> bool:
    """Whether a TIFF's pages, each of which names the next, run in a circle."""
    order = _order(data)
    big = int.from_bytes(data[2:4], order) == 43
    count, entry, place = (8, 20, 8) if big else (2, 12, 4)
    position = int.from_bytes(data[8:16] if big else data[4:8], order)
    seen: set[int] = set()
    for _ in range(MAX_STEPS):
        if position == 0 or position >= len(data):
            return False
        if position in seen:
            return True
        seen.add(position)
        end = position + count + entry * int.from_bytes(data[position : position + count], order)
        position = int.from_bytes(data[end : end + place], order)
    return True


def _order(data: bytes) -> Literal["little", "big"]:
    return "little" if data[:2] == b"II" else "big"


def _tiff(data: bytes) -> bool:
    order = _order(data)
    if int.from_bytes(data[2:4], order) != 42:
        return False  # BigTIFF: left to the decoder
    position = int.from_bytes(data[4:8], order)
    for _ in range(MAX_STEPS):
        if position == 0:
            return False
        entries = int.from_bytes(data[position : position + 2], order)
        end = position + 2 + 12 * entries
        directory = data[position + 2 : end]
        if end + 4 > len(data) or max(_values_end(directory, order), _strips_end(directory, data, order)) > len(data):
            return True
        position = int.from_bytes(data[end : end + 4], order)
    return False


def _values_end(directory: bytes, order: Literal["little", "big"]) -> int:
    """Where the last of the values ends that stand outside the directory."""
    end = 0
    for start in range(0, len(directory), 12):
        form, count, at = (
            int.from_bytes(directory[start + a : start + b], order) for a, b in ((2, 4), (4, 8), (8, 12))
        )
        size = count * VALUE_BYTES.get(form, 0)
        end = max(end, at + size if size > 4 else 0)
    return end


def _strips_end(directory: bytes, data: bytes, order: Literal["little", "big"]) -> int:
    values: dict[int, list[int]] = {}
    for start in range(0, len(directory), 12):
        tag, form = (int.from_bytes(directory[start + at : start + at + 2], order) for at in (0, 2))
        count = int.from_bytes(directory[start + 4 : start + 8], order)
        width = {3: 2, 4: 4}.get(form)
        if tag not in {*STRIP_TAGS, *STRIP_TAGS.values()} or not width or count > MAX_STEPS:
            continue
        inline = count * width <= 4
        at = int.from_bytes(directory[start + 8 : start + 12], order)
        raw = directory[start + 8 : start + 12] if inline else data[at : at + count * width]
        values[tag] = [int.from_bytes(raw[i : i + width], order) for i in range(0, count * width, width)]
    ends = [
        offset + length
        for offsets, lengths in STRIP_TAGS.items()
        for offset, length in zip(values.get(offsets, []), values.get(lengths, []), strict=False)
    ]
    return max(ends, default=0)


def _heic(data: bytes) -> bool:
    position = 0
    for _ in range(MAX_STEPS):
        if position >= len(data):
            return position > len(data)
        if not data[position + 4 : position + 8].isalnum():
            return position + 8 > len(data)  # something that is no box follows the boxes
        size = int.from_bytes(data[position : position + 4], "big")
        if size == 1:
            size = int.from_bytes(data[position + 8 : position + 16], "big")
        if size < 8:
            return size != 0 and position + 8 > len(data)
        position += size
    return False


def _pdf(data: bytes) -> bool:
    linearized = re.search(rb"/Linearized[^>]{0,200}?/L\s+(\d{1,12})", data[:2048])
    if linearized and int(linearized[1]) > len(data):
        return True
    end = data.rfind(b"%%EOF")
    return end < 0 or re.search(rb"\d+ \d+ obj\b", data[end:]) is not None


_ENDINGS = {
    Kind.JPEG: _jpeg,
    Kind.PNG: _png,
    Kind.GIF: _gif,
    Kind.TIFF: _tiff,
    Kind.HEIC: _heic,
    Kind.PDF: _pdf,
}
