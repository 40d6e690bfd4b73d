"""CPU seconds by step of reading, for whoever listens: `with step("layout"): …` around the work, `listen()` around all.

Nobody listens in service: then a step does nothing. Seconds are those of this process and of the children that it
waited for (engines run as commands). A step inside another counts for the inner one alone, so that steps add up.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType


class Ledger:
    """What each step took so far."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        """CPU seconds by step."""
        self._open: list[str] = []
        self._since = 0.0

    def begin(self, name: str) -> None:
        """The work from now on is that of `name`."""
        self._turn()
        self._open.append(name)

    def end(self) -> None:
        """The step begun last is over; the one around it goes on."""
        self._turn()
        self._open.pop()

    def _turn(self) -> None:
        now = cpu_seconds()
        if self._open:
            name = self._open[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now


_listening: ContextVar[Ledger | None] = ContextVar("steps of reading", default=None)


class step:  # noqa: N801 - reads as a statement
    """`with step("layout"):` the CPU seconds of the block count as that step, if somebody listens."""

    __slots__ = ("_ledger", "_name")

    def __init__(self, name: str) -> None:
        self._name = name
        self._ledger: Ledger | None = None

    def __enter__(self) -> None:
        """Begins, if somebody listens."""
        self._ledger = _listening.get()
        if self._ledger is not None:
            self._ledger.begin(self._name)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends, whatever happened."""
        if self._ledger is not None:
            self._ledger.end()


@contextmanager
def listen() -> Iterator[Ledger]:
    """The ledger of every step within the block, in this thread."""
    ledger = Ledger()
    before = _listening.set(ledger)
    try:
        yield ledger
    finally:
        _listening.reset(before)


def cpu_seconds() -> float:
    """User and system seconds of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
