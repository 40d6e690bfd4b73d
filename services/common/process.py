"""The life of a service's process: threads that run until SIGTERM, and end together if one of them fails."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from queue import SimpleQueue

from services.common.telemetry import logger

LAST_SECONDS = 8.0
"""From the order to stop; an orchestrator kills after 10."""
EXIT_BY_FORCE = 75
"""sysexits.h EX_TEMPFAIL."""

Loop = Callable[[threading.Event], None]
"""Runs until the event is set."""

log = logger("process")


def run_until_stopped(loops: Mapping[str, Loop]) -> None:
    """Run every loop on a thread of its own until SIGTERM or SIGINT. Raises the first failure, after all have ended.

    A loop, or whatever else keeps the process from ending, has LAST_SECONDS.
    """
    stop = threading.Event()
    ended: SimpleQueue[None] = SimpleQueue()  # its put, unlike Event.set, may interrupt itself: signal handlers do
    failures: list[BaseException] = []

    def guarded(name: str, loop: Loop) -> None:
        try:
            loop(stop)
        except BaseException as error:  # whatever ends one loop must end the process, so that it is started anew
            log.error("loop failed", loop=name, error=type(error).__name__, exc_info=True)
            failures.append(error)
        finally:
            ended.put(None)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.put(None))
    threads = [threading.Thread(target=guarded, args=item, name=item[0]) for item in loops.items()]
    for thread in threads:
        thread.start()
    log.info("started", loops=sorted(loops))
    ended.get()
    stop.set()
    _end_at_the_latest(LAST_SECONDS)
    for thread in threads:
        thread.join()
    log.info("stopped")
    if failures:
        raise failures[0]


def _end_at_the_latest(seconds: float) -> None:
    """End this process after `seconds` if it is still there, whatever hangs: a disk, a child, a thread at its exit.

    It may: what is not committed is done again by the next owner, to the same event ids.
    """

    def end() -> None:
        log.error("not stopped in time: ended by force", seconds=seconds)
        sys.stderr.flush()
        os._exit(EXIT_BY_FORCE)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


def end_with_parent() -> None:
    """Ask Linux to kill this process when its parent is gone, however it went; elsewhere do nothing."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
