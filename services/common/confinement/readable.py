"""Which files a program needs to run on: Python, its packages, the system's libraries; never state or keys."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/opt"),
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/fonts", "/etc/passwd"),
    *("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"),
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system", "/sys/fs/cgroup"),
)
_STATE = "DOCINTAKE_HOME"
_STATE_DEFAULT = ".docintake"


def program_files(*, commands: bool) -> list[Path]:
    """Files and folders that may be read; with `commands`, also where programs and Tesseract's models lie."""
    found = {Path(place) for place in _SYSTEM} | {Path(sys.prefix), Path(sys.base_prefix), Path(sys.exec_prefix)}
    for entry in sys.path:
        found |= set(_modules_in(Path(entry or ".").absolute()))
    if commands:
        told = [*os.environ.get("PATH", "").split(os.pathsep), os.environ.get("TESSDATA_PREFIX", "")]
        found |= {Path(place) for place in told if place.startswith("/") and place != "/"}
    return sorted(place for place in found if place.exists())


def _modules_in(folder: Path) -> list[Path]:
    """What lies in a folder of modules, but for what is hidden in it (a checkout's state) and the state itself."""
    state = Path(os.environ.get(_STATE) or _STATE_DEFAULT).absolute()
    try:
        entries = list(folder.iterdir()) if folder.is_dir() else [folder]
    except OSError:
        return []
    return [
        entry
        for entry in entries
        if not entry.name.startswith(".") and entry != state and entry not in state.parents and entry.exists()
    ]
