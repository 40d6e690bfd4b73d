"""What `docintake up` left word of: its process, its ports and its children, under home/run/.

It runs as long as it holds the lock beside that word: the kernel lets go of it with the process, however that ended.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from services.common.errors import Misconfigured

PATIENCE_SECONDS = 0.5
"""Somebody may hold the lock for a moment, only to see whether it is free."""


@dataclass(frozen=True, slots=True)
class Process:
    """One child of `docintake up`."""

    name: str
    """`broker`, `intake` …"""
    pid: int
    """Its process."""
    restarts: int
    """How often it was started again."""


@dataclass(frozen=True, slots=True)
class Running:
    """A `docintake up` (or demo) that runs."""

    pid: int
    """Its process."""
    home: str
    """The folder whose data it serves."""
    ports: dict[str, int]
    """Port by setting: `port`, `metrics_port`, `kafka_port`, `kafka_controller_port`."""
    processes: tuple[Process, ...]
    """Its children."""


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the right to run on this home folder. Raises Misconfigured where another process holds it."""
    folder = home / "run"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "up.lock").open("w") as lock:
        if not _locked(lock, PATIENCE_SECONDS):
            other = find(home)
            told = f" (process {other.pid})" if other else ""
            raise Misconfigured(
                f"docintake already runs on {home}{told}: stop it with `docintake down`, or set DOCINTAKE_HOME\n"
                f"{home}에서 이미 실행 중입니다{told}. `docintake down`으로 멈추거나 DOCINTAKE_HOME을 바꾸십시오."
            )
        (folder / "up.json").unlink(missing_ok=True)  # of one that was killed
        try:
            yield
        finally:
            (folder / "up.json").unlink(missing_ok=True)


def leave_word(home: Path, served: Path, ports: dict[str, int], processes: tuple[Process, ...]) -> None:
    """Write down that this process runs. `served` is the folder of its data, `home` itself or the demo's."""
    word = Running(os.getpid(), str(served), ports, processes)
    path = home / "run" / "up.json"
    draft = path.with_name(f".up.json.{os.getpid()}")
    draft.write_text(json.dumps(asdict(word)))
    draft.replace(path)


def find(home: Path) -> Running | None:
    """The `docintake up` that runs on this home folder; None where none does."""
    folder = home / "run"
    try:
        with (folder / "up.lock").open() as lock:
            if _locked(lock, seconds=0.0):
                return None
        word = json.loads((folder / "up.json").read_text())
    except (OSError, ValueError):
        return None
    processes = tuple(Process(**one) for one in word.pop("processes"))
    return Running(**word, processes=processes)


def _locked(lock: IO[str], seconds: float) -> bool:
    """Whether the lock could be had within the time; let go of when the file is closed."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.05)
