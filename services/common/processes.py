"""Child processes that outlive their own pool: Pebble's, begun anew when it breaks.

Pebble gives a pool up for good when a process of it ends while none is at work (killed by the system for memory, say):
every later task would fail at once, and every paper would go to staff as READER_FAILED. A task that was handed over in
the very moment is never finished either. Neither may outlast the moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from pebble import ProcessPool

LOOK_SECONDS = 0.5
"""So often a waiting caller looks whether the pool still stands."""
ATTEMPTS = 3


class PoolBroke(Exception):
    """The pool broke while the task was its own; it stands again, and the task may be tried again."""


class PoolClosed(Exception):
    """`close` was called."""


class Processes:
    """Runs functions in child processes. Used by several threads."""

    def __init__(self, make: Callable[[], ProcessPool]) -> None:
        """`make` makes a pool; its processes start at the first task."""
        self._make = make
        self._pool = make()
        self._closed = False
        self._lock = threading.Lock()

    def start(self, nothing: Callable[[], None]) -> None:
        """Start the processes before they are needed; `nothing` is a task that does nothing."""
        self._pool.schedule(nothing)

    def run(self, function: Callable[..., Any], *arguments: Any, seconds: float | None = None) -> Any:
        """What `function` returns in a child, or raises there; past `seconds` of work the child is killed.

        Raises TimeoutError, `pebble.ProcessExpired` where the child died, PoolBroke, and PoolClosed.
        """
        for _ in range(ATTEMPTS):
            pool = self._pool
            try:
                task = pool.schedule(function, args=arguments, timeout=seconds)
            except RuntimeError as error:
                if self._closed:
                    raise PoolClosed("the child processes are stopped") from error
                self._renew(pool)  # it broke before this task was its own
                continue
            while not wait([task], LOOK_SECONDS).done:
                if not pool.active and not wait([task], LOOK_SECONDS).done:
                    self._renew(pool)
                    raise self._gone("the pool ended before the task began")
            try:
                return task.result()
            except BrokenProcessPool as error:
                self._renew(pool)
                raise self._gone("a process of the pool ended from outside") from error
        raise PoolBroke(f"the pool broke {ATTEMPTS} times in a row")

    def close(self) -> None:
        """End the processes now."""
        self._closed = True
        with self._lock:
            self._end(self._pool)

    def _gone(self, why: str) -> Exception:
        return PoolClosed("the child processes are stopped") if self._closed else PoolBroke(why)

    def _renew(self, broken: ProcessPool) -> None:
        """Put a new pool in the place of `broken`, unless somebody else has, or all is over."""
        with self._lock:
            if self._pool is broken and not self._closed:
                self._end(broken)
                self._pool = self._make()

    def _end(self, pool: ProcessPool) -> None:
        pool.stop()  # type: ignore[no-untyped-call] # Pebble leaves it unannotated
        pool.join()
