"""Linux's Landlock: files that a process may open, and no signal to, and no look into, any process outside.

Needs no privilege; since Linux 5.13. The numbers are those of the kernel's `linux/landlock.h`.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
"""System calls; the same on every architecture."""
_ASK_VERSION = 1
_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_ALL = (1 << 13) - 1
"""Every right of the first version."""
_SINCE = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
"""Rights that came later: linking across folders, truncating, talking to devices."""
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14 | 1 << 15
_TCP_SINCE, _TCP = 4, 3
_SCOPES_SINCE, _SCOPES = 6, 3
"""No signal and no abstract socket that leads out."""


def close_files(readable: Iterable[Path], scratch: Path | None, *, commands: bool) -> bool:
    """From now on only `readable` may be read (and started, with `commands`) and only `scratch` written in.

    False where the system has no Landlock: then nothing changes. Needs `no_new_privs`.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    handled = _ALL | sum(right for since, right in _SINCE.items() if version >= since)
    attributes = struct.pack("QQQ", handled, _TCP, _SCOPES if version >= _SCOPES_SINCE else 0)
    size = 24 if version >= _SCOPES_SINCE else 16 if version >= _TCP_SINCE else 8
    rules = libc.syscall(_CREATE, attributes, size, 0)
    if rules < 0:
        return False
    try:
        read = _READ_FILE | _READ_DIR | (_EXECUTE if commands else 0)
        for place in readable:
            _allow(libc, rules, place, read)
        _allow(libc, rules, Path(os.devnull), _READ_FILE | _WRITE_FILE)
        if scratch is not None:
            _allow(libc, rules, scratch, handled & ~_EXECUTE)
        return bool(libc.syscall(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, place: Path, rights: int) -> None:
    try:
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # not there: nothing to allow
    try:
        rights &= _OF_A_FILE if not place.is_dir() else ~0
        libc.syscall(_ADD_RULE, rules, _BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)
