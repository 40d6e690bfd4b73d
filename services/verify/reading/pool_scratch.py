"""The one folder in which reading processes write: crops for Tesseract while it runs, and copies of its models.

It belongs to this user alone. A process that is killed leaves pieces of somebody's paper there, so the pool clears it.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_KEPT = "docintake-models-"
"""Copies of Tesseract's models: shared by all, and nobody's data."""


def scratch_folder() -> Path:
    """The folder, made where it is missing. PermissionError where it is somebody else's."""
    folder = Path(tempfile.gettempdir()) / f"docintake-reading-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} may be read or written by others")
    return folder


def clear_scratch(*, older_than: float) -> None:
    """Remove what was left `older_than` seconds ago: no process reads one document that long."""
    oldest = time.time() - older_than
    with suppress(OSError):
        for left in scratch_folder().iterdir():
            if left.name.startswith(_KEPT) or left.lstat().st_mtime > oldest:
                continue
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
