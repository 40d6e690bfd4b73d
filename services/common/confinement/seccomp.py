"""Linux's seccomp: system calls that decoding never needs answer EPERM, for this process and its children.

A list of what is forbidden, and not of what is allowed: libraries change what they call, and the calls through which
a process reaches others are few and known. Numbers from the kernel's tables for each architecture.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_OTHER_TABLE = 0x40000000
"""First number of x86-64's second table (x32), in which every call exists again."""

_NAMES = (
    *("socket", "connect", "bind", "accept", "ptrace", "process_vm_readv", "process_vm_writev", "kcmp"),
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "bpf", "perf_event_open", "userfaultfd"),
    *("add_key", "request_key", "keyctl", "init_module", "finit_module", "delete_module", "kexec_load", "reboot"),
    *("swapon", "io_uring_setup", "pidfd_open", "pidfd_getfd"),
)
_COMMANDS = ("execve", "execveat")
_TABLES: dict[str, tuple[int, tuple[int, ...], tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (
            *(41, 42, 49, 43, 101, 310, 311, 312),
            *(272, 308, 165, 166, 155, 161, 321, 298, 323),
            *(248, 249, 250, 175, 313, 176, 246, 169),
            *(167, 425, 434, 438),
        ),
        (59, 322),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(198, 203, 200, 202, 117, 270, 271, 272),
            *(97, 268, 40, 39, 41, 51, 280, 241, 282),
            *(217, 218, 219, 105, 273, 106, 104, 142),
            *(224, 425, 434, 438),
        ),
        (221, 281),
    ),
}
"""Machine → its mark in the filter's data, the numbers of `_NAMES`, those of `_COMMANDS`."""


def close_system_calls(*, commands: bool) -> bool:
    """Forbid what reaches other processes, the network or the kernel's settings, and starting programs.

    With `commands` programs may be started. False where the system has no seccomp, or its numbers are not known here:
    then nothing changes. Needs `no_new_privs`.
    """
    table = _TABLES.get(platform.machine())
    if table is None:
        return False
    mark, numbers, starting = table
    code = _program(mark, numbers if commands else (*numbers, *starting))
    held = ctypes.create_string_buffer(code)
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(held))
    return bool(ctypes.CDLL(None).prctl(_SET_SECCOMP, _FILTER, header, 0, 0) == 0)


def _program(mark: int, forbidden: tuple[int, ...]) -> bytes:
    """The filter: another architecture's calls kill, `forbidden` ones are refused, all others pass."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 1, 0, mark),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, len(forbidden) + 1, 0, _OTHER_TABLE),
        *((_EQUAL, len(forbidden) - place, 0, number) for place, number in enumerate(forbidden)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
