"""Runs of zeros in the coded pictures of a HEIC, which HEVC forbids: what a disk or a network lost. Pure.

Within a NAL unit three zero bytes never follow each other (H.265, 7.3.1.1: an escape byte stands between), and the
length before a unit has at most three: sixteen are no coded picture. Previews and EXIF may hold zeros; they are not
looked at. Boxes by ISO 14496-12, their places by `iloc`, their kinds by `infe`.
"""

from __future__ import annotations

from collections.abc import Iterator

RUN = bytes(16)
_CODED = {b"hvc1", b"hev1"}
_MOST_BOXES, _MOST_ITEMS = 10_000, 10_000


def has_lost_data(data: bytes) -> bool:
    """Whether a coded picture of the HEIC `data` holds a run of zeros."""
    if RUN not in data:
        return False
    meta = dict(_boxes(data)).get(b"meta", b"")[4:]
    inside = dict(_boxes(meta))
    coded = _coded_items(inside.get(b"iinf", b""))
    return any(RUN in data[start:end] for item, start, end in _places(inside.get(b"iloc", b"")) if item in coded)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of the boxes that follow each other in `data`."""
    position = 0
    for _ in range(_MOST_BOXES):
        size, head = int.from_bytes(data[position : position + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        size = size or len(data) - position
        if size < head or position + head > len(data):
            return
        yield data[position + 4 : position + 8], data[position + head : position + size]
        position += size


def _coded_items(iinf: bytes) -> set[int]:
    """Numbers of the items that are coded pictures."""
    found = set()
    for kind, infe in _boxes(iinf[8 if iinf[:1] > b"\0" else 6 :]):
        if kind != b"infe" or infe[:1] not in (b"\2", b"\3"):
            continue
        wide = 4 if infe[0] == 3 else 2
        if infe[6 + wide : 10 + wide] in _CODED:
            found.add(int.from_bytes(infe[4 : 4 + wide], "big"))
    return found


def _places(iloc: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, first and last byte of every piece of every item that lies in the file itself."""
    reader = _Reader(iloc)
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    offset_size, length_size, base_size, index_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    for _ in range(min(_MOST_ITEMS, reader.number(4 if version == 2 else 2))):
        item = reader.number(4 if version == 2 else 2)
        elsewhere = reader.number(2) & 15 if version in (1, 2) else 0
        reference = reader.number(2)
        base = reader.number(base_size)
        for _ in range(min(_MOST_ITEMS, reader.number(2))):
            if reader.at_end:
                return
            reader.number(index_size if version in (1, 2) else 0)
            start = base + reader.number(offset_size)
            length = reader.number(length_size)
            if not elsewhere and not reference:
                yield item, start, start + length


class _Reader:
    """Big-endian numbers, one after the other; zeros past the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = 0

    @property
    def at_end(self) -> bool:
        """Whether everything was read."""
        return self._position >= len(self._data)

    def number(self, size: int) -> int:
        """The next number of `size` bytes."""
        start, self._position = self._position, self._position + size
        return int.from_bytes(self._data[start : self._position], "big")
