"""How much memory the processes of a running docintake take, sampled while it works."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import psutil

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Footprint:
    """Memory of one process with its children."""

    rss: int
    """Resident, bytes; pages that are shared count in each process."""
    pss: int
    """Proportional, bytes: shared pages are divided among those who share them."""


def footprint(pid: int) -> Footprint:
    """That of `pid` and all its children now; nothing where it is gone."""
    rss = pss = 0
    try:
        parent = psutil.Process(pid)
        for process in (parent, *parent.children(recursive=True)):
            full = process.memory_full_info()
            rss, pss = rss + full.rss, pss + full.pss
    except psutil.NoSuchProcess:
        pass
    return Footprint(rss, pss)


class Watch:
    """Samples every process while the block runs, and keeps each one's highest."""

    def __init__(self, pids: Callable[[], Mapping[str, int]], seconds: float = 1.0) -> None:
        """`pids` answers process by name."""
        self._pids = pids
        self._seconds = seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self.highest: dict[str, Footprint] = {}
        self.highest_services = Footprint(0, 0)
        """All services at one moment, without the broker."""

    def __enter__(self) -> Self:
        """Begins."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends."""
        self._over.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._over.wait(self._seconds):
            now = {name: footprint(pid) for name, pid in self._pids().items()}
            for name, taken in now.items():
                self.highest[name] = max(taken, self.highest.get(name, taken), key=lambda one: one.pss)
            services = [taken for name, taken in now.items() if name != "broker"]
            total = Footprint(sum(one.rss for one in services), sum(one.pss for one in services))
            self.highest_services = max(total, self.highest_services, key=lambda one: one.pss)
