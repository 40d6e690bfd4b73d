"""The life of a service's process: threads that run until SIGTERM, and end together if one of them fails."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Mapping

from services.common.telemetry import logger

Loop = Callable[[threading.Event], None]
"""Runs until the event is set."""

log = logger("process")


def run_until_stopped(loops: Mapping[str, Loop]) -> None:
    """Run every loop on a thread of its own until SIGTERM or SIGINT. Raises the first failure, after all have ended."""
    stop = threading.Event()
    failures: list[BaseException] = []

    def guarded(name: str, loop: Loop) -> None:
        try:
            loop(stop)
        except BaseException as error:  # whatever ends one loop must end the process, so that it is started anew
            log.error("loop failed", loop=name, error=type(error).__name__, exc_info=True)
            failures.append(error)
        finally:
            stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    threads = [threading.Thread(target=guarded, args=item, name=item[0]) for item in loops.items()]
    for thread in threads:
        thread.start()
    log.info("started", loops=sorted(loops))
    stop.wait()
    for thread in threads:
        thread.join()
    log.info("stopped")
    if failures:
        raise failures[0]
