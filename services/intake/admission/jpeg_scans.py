"""Runs of zeros in the coded data of a JPEG that no encoder writes: what a disk or a network lost. Pure.

Zeros decode: a decoder takes the code of zero bits again and again. Where that code stands for a coefficient, a run of
64 bytes would be a whole block of one and the same coefficient, and more: no picture has that. Where it stands for the
end of a block, zeros are what blank paper looks like, and nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RUN = bytes(64)
_MOST_SEGMENTS = 100_000
_STANDALONE = {0x01, *range(0xD0, 0xD9)}
_SEQUENTIAL, _PROGRESSIVE = {0xC0, 0xC1}, {0xC2}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class _Scan:
    """One scan: what its header says, and its coded data."""

    tables: tuple[int, ...]
    """Of each part, what the code of zero bits means among its AC codes (run << 4 | size)."""
    first: int
    """First coefficient."""
    refines: bool
    """Whether it only adds bits to what earlier scans said."""
    data: bytes


def has_lost_data(data: bytes) -> bool:
    """Whether coded data of the JPEG `data` hold a run of zeros that cannot be theirs."""
    if RUN not in data:
        return False
    return any(_cannot_be_zeros(scan, frame) and RUN in scan.data for frame, scan in _scans(data))


def _cannot_be_zeros(scan: _Scan, frame: int) -> bool:
    if frame in _SEQUENTIAL:
        return any(meaning != 0 for meaning in scan.tables)
    if frame in _PROGRESSIVE:
        return scan.first > 0 and not scan.refines and any(meaning & 15 for meaning in scan.tables)
    return False  # arithmetic codes have no code of zero bits


def _scans(data: bytes) -> Iterator[tuple[int, _Scan]]:
    """Every scan with the marker of its frame, up to the end of the picture."""
    tables: dict[int, int] = {}
    frame, position = 0, 2
    for _ in range(_MOST_SEGMENTS):
        if position + 4 > len(data) or data[position] != 0xFF or data[position + 1] == 0xD9:
            return
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker in _STANDALONE:
            position += 2
            continue
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        body = data[position + 4 : position + 2 + length]
        position += 2 + max(2, length)
        if marker in _FRAMES:
            frame = marker
        elif marker == 0xC4:
            tables |= _first_symbols(body)
        elif marker == 0xDA:
            found = _AFTER_SCAN.search(data, position)
            end = found.start() if found else len(data)
            if scan := _scan(body, tables, data[position:end]):
                yield frame, scan
            position = end


def _first_symbols(body: bytes) -> dict[int, int]:
    """AC table by number → the symbol of its code of zero bits, which is the first that it lists."""
    found: dict[int, int] = {}
    position = 0
    while position + 17 < len(body):
        symbols = sum(body[position + 1 : position + 17])
        if body[position] >> 4 == 1 and symbols:
            found[body[position] & 15] = body[position + 17]
        position += 17 + symbols
    return found


def _scan(body: Sequence[int], tables: dict[int, int], data: bytes) -> _Scan | None:
    parts = body[0] if body else 0
    if len(body) < 4 + 2 * parts:
        return None
    numbers = [body[2 + 2 * part] & 15 for part in range(parts)]
    meanings = tuple(tables[number] for number in numbers if number in tables)
    return _Scan(meanings, body[1 + 2 * parts], bool(body[3 + 2 * parts] >> 4), data)
