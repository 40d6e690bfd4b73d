"""What `docintake up` left word of: its process, its ports and its children, under home/run/."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from services.common.errors import Misconfigured


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
    created: float
    """When that process was created, seconds since 1970: a pid may be given anew, this may not."""
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
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = find(home)
            told = f" (process {other.pid})" if other else ""
            raise Misconfigured(
                f"docintake already runs on {home}{told}: stop it with `docintake down`, or set DOCINTAKE_HOME\n"
                f"{home}에서 이미 실행 중입니다{told}. `docintake down`으로 멈추거나 DOCINTAKE_HOME을 바꾸십시오."
            ) from None
        try:
            yield
        finally:
            (folder / "up.json").unlink(missing_ok=True)


def leave_word(home: Path, served: Path, ports: dict[str, int], processes: tuple[Process, ...]) -> None:
    """Write down that this process runs. `served` is the folder of its data, `home` itself or the demo's."""
    own = psutil.Process()
    word = Running(own.pid, own.create_time(), str(served), ports, processes)
    path = home / "run" / "up.json"
    draft = path.with_name(f".up.json.{os.getpid()}")
    draft.write_text(json.dumps(asdict(word)))
    draft.replace(path)


def find(home: Path) -> Running | None:
    """The `docintake up` that runs on this home folder; None where none does, or its process is gone."""
    try:
        word = json.loads((home / "run" / "up.json").read_text())
    except (OSError, ValueError):
        return None
    processes = tuple(Process(**one) for one in word.pop("processes"))
    running = Running(**word, processes=processes)
    try:
        same = psutil.Process(running.pid).create_time() == running.created
    except psutil.NoSuchProcess:
        return None
    return running if same else None
