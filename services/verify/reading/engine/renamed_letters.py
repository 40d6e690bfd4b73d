"""Tesseract's models with their Latin letters renamed, which halves what a call costs before its first crop.

Whenever a model starts, Tesseract enters a built-in table of confusable signs (rn and m, …) for the letters that the
model names. Its line network never asks that table, yet it is half of the start of a model that knows Latin letters
(60 of 110 ms). A model whose letters are named by private characters matches nothing in the table; network, dictionary
and answers stay the same, and `with_letters` names the letters again.

A `.traineddata` file is: the number of its parts (int32), the offset of each (int64, -1 where it is absent), the parts.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import tempfile
from pathlib import Path

_MOST_PARTS = 64
_UNICHARSET = 21
"""Index of the part that names the signs of the line network."""
_PRIVATE = 0xE000
_LETTERS = [chr(code) for code in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))]
_BACK = {_PRIVATE + ord(letter): letter for letter in _LETTERS}


def with_letters(text: str) -> str:
    """`text` of a renamed model as people write it."""
    return text.translate(_BACK)


def renamed_folder(models: Path) -> Path:
    """A folder of this user for renamed copies of what lies in `models` now; made anew where Tesseract is updated.

    OSError where the folder cannot be made, or belongs to somebody else.
    """
    told = [
        f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in sorted(models.glob("*.trained*"))
    ]
    sign = hashlib.sha256("\n".join([str(models), *told]).encode()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"docintake-models-{os.getuid()}-{sign}"
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder.lstat()
    if not stat.S_ISDIR(kept.st_mode) or kept.st_uid != os.getuid() or kept.st_mode & 0o022:
        raise PermissionError(f"{folder} may be written by others")
    return folder


def rename(model: Path, copy: Path) -> bool:
    """Write `model` with renamed letters as `copy`, whole or not at all; False where it is no plain model file."""
    renamed = renamed_letters(model.read_bytes())
    if renamed is None:
        return False
    handle, name = tempfile.mkstemp(dir=copy.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(renamed)
    os.replace(name, copy)  # another process may be reading the same
    return True


def renamed_letters(data: bytes) -> bytes | None:
    """The model file `data` with its single Latin letters named by private characters, or None where it is packed."""
    if len(data) < 4 or not _UNICHARSET < (count := struct.unpack_from("<i", data)[0]) <= _MOST_PARTS:
        return None
    head = 4 + 8 * count
    if len(data) < head:
        return None
    offsets = list(struct.unpack_from(f"<{count}q", data, 4))
    present = [offset for offset in offsets if offset >= 0]
    start = offsets[_UNICHARSET]
    if start < 0 or present != sorted(present) or present[0] != head or present[-1] > len(data):
        return None
    end = min((offset for offset in present if offset > start), default=len(data))
    signs = b"\n".join(_renamed(line) for line in data[start:end].split(b"\n"))
    longer = len(signs) - (end - start)
    offsets = [offset + longer if offset > start else offset for offset in offsets]
    return data[:4] + struct.pack(f"<{count}q", *offsets) + data[head:start] + signs + data[end:]


def _renamed(line: bytes) -> bytes:
    sign, space, rest = line.partition(b" ")
    if len(sign) == 1 and sign.isalpha() and space:
        return chr(_PRIVATE + sign[0]).encode() + space + rest
    return line
