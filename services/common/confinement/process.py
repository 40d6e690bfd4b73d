"""A child process that opens strangers' files gives up what it does not need, before the first file.

    confine(Allowed(memory_bytes=…))   for good: environment, network, files, signals, sizes
    allow_processor(seconds)           anew for every piece of work

What the system does not offer (Landlock, seccomp, user namespaces) is left out; limits of memory, time and file size
hold on every POSIX system. Nothing that decodes is loaded here.
"""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from services.common.confinement.landlock import close_files
from services.common.confinement.readable import program_files
from services.common.confinement.seccomp import close_system_calls

_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000
_NO_NEW_PRIVILEGES = 38
_OPEN_FILES = 256


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a confined process keeps."""

    memory_bytes: int
    """Address space."""
    file_bytes: int = 0
    """Largest file that it may write."""
    scratch: Path | None = None
    """The only folder that it may write in; none where None."""
    commands: bool = False
    """Whether it may start programs (Tesseract), which are confined as it is."""
    environment: frozenset[str] = frozenset()
    """Variables that it keeps."""


def confine(allowed: Allowed) -> None:
    """Give up, for the rest of this process and of its children, all that is not `allowed`."""
    readable = program_files(commands=allowed.commands)  # what these are, the environment tells
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a handler of Python's would wait for the decoder to return
    _forget_environment(allowed.environment)
    _hear_and_say_nothing()
    _leave_network()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (allowed.file_bytes, allowed.file_bytes))
    resource.setrlimit(resource.RLIMIT_AS, (allowed.memory_bytes, allowed.memory_bytes))
    _fewer_open_files()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        close_files(readable, allowed.scratch, commands=allowed.commands)
        close_system_calls(commands=allowed.commands)


def allow_processor(seconds: float) -> None:
    """Let this process run `seconds` longer than it has; past that the kernel kills it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime + seconds), hard))


def _forget_environment(kept: frozenset[str]) -> None:
    """Clear the environment but for `kept`, and also the memory in which the kernel handed it over."""
    values = {name: value for name, value in os.environ.items() if name in kept}
    os.environ.clear()
    if sys.platform.startswith("linux"):
        with open("/proc/self/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        start, end = int(fields[47]), int(fields[48])
        if 0 < start < end:
            ctypes.memset(start, 0, end - start)
    os.environ.update(values)


def _hear_and_say_nothing() -> None:
    """Standard streams lead nowhere: libraries print what they choke on, and that is somebody's document."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if nowhere > 2:
        os.close(nowhere)


def _leave_network() -> None:
    """Move to an empty network namespace where the system allows it."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)


def _fewer_open_files() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
