"""One hostile file, what admission may say of it, and the few bombs and mutations that many of them are made of."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

ADMITTED = "ADMITTED"
UNREADABLE = frozenset({"UNREADABLE_FILE"})
FOREIGN = frozenset({"UNSUPPORTED_TYPE"})
TRUNCATED = frozenset({"TRUNCATED"})
DAMAGED = frozenset({"UNREADABLE_FILE", "TRUNCATED"})
TOO_LARGE = frozenset({"IMAGE_TOO_LARGE"})
NOT_OPENED = frozenset({"UNREADABLE_FILE", "TRUNCATED", "NO_PAGE"})
REFUSED = frozenset(
    {"UNREADABLE_FILE", "TRUNCATED", "NO_PAGE", "ENCRYPTED", "TOO_MANY_PAGES", "IMAGE_TOO_LARGE", "PAGE_SIZE"}
) | {"UNSUPPORTED_TYPE", "EMPTY_FILE", "FILE_TOO_LARGE"}
WELL = frozenset({ADMITTED})
ANY = REFUSED | WELL
"""Either is honest: what can be drawn inside the limits may come in, and what is drawn, staff can look at."""

MIB = 1024 * 1024
SEED = 20_261_121


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that somebody made to break, fool or slow down whoever opens it."""

    name: str
    """`format/what is wrong with it`."""
    make: Callable[[], bytes]
    """Its bytes, the same at every call."""
    allowed: frozenset[str]
    """Codes of refusals, or ADMITTED, that are honest answers."""


def deflated_zeros(mebibytes: int, *, wrapped: bool = True) -> bytes:
    """A zlib stream (raw deflate where not `wrapped`) of so many MiB of zeros, in a thousandth of the size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    body = one * mebibytes + b"\x03\0"
    length = mebibytes * MIB
    return b"\x78\xda" + body + struct.pack(">HH", length % 65521, 1) if wrapped else body


def mutated(data: bytes, number: int, changes: int = 8) -> bytes:
    """`data` with a few bytes changed, runs left out, doubled or zeroed; the same for the same number."""
    chance = random.Random(f"{SEED}/{number}/{len(data)}")
    changed = bytearray(data)
    for _ in range(changes):
        if not changed:
            break
        at = chance.randrange(len(changed))
        run = chance.randrange(1, 40)
        match chance.randrange(5):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                del changed[at : at + run]
            case 3:
                changed[at:at] = changed[at : at + run]
            case _:
                changed[at : at + run] = bytes(len(changed[at : at + run]))
    return bytes(changed)


def noise(length: int, number: int = 0) -> bytes:
    """Random bytes, the same at every call."""
    return random.Random(f"{SEED}/noise/{number}").randbytes(length)
