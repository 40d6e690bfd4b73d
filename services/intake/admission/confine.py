"""What the inspecting child may not do: use much memory or time, write files, reach the network, know a secret."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import sys
from contextlib import suppress

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000


def confine(memory_bytes: int) -> None:
    """Give up, for the rest of this process, what inspecting a file does not need."""
    _forget_environment()
    _leave_network()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def allow_processor(seconds: float) -> None:
    """Let this process run `seconds` longer than it has; past that the kernel kills it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime + seconds), hard))


def _forget_environment() -> None:
    """Clear the environment, and also the memory in which the kernel handed it over."""
    os.environ.clear()
    if not sys.platform.startswith("linux"):
        return
    with open("/proc/self/stat", "rb") as file:
        fields = file.read().rpartition(b")")[2].split()
    start, end = int(fields[47]), int(fields[48])
    if 0 < start < end:
        ctypes.memset(start, 0, end - start)


def _leave_network() -> None:
    """Move to an empty network namespace where the system allows it."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(CLONE_NEWNET) != 0:
            libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
