"""How commands speak and listen: plain lines on standard error, tables on standard output, Ctrl-C as a request."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from types import FrameType

from rich.console import Console

WIDTH_OF_A_FILE = 160


def say(line: str) -> None:
    """One line of progress, on standard error: standard output is for results."""
    with suppress(OSError):  # the terminal may be closed already; what is being stopped must still be stopped
        print(line, file=sys.stderr, flush=True)


def console() -> Console:
    """Where tables are drawn: as wide as the terminal, or wide enough to lose nothing in a file."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)


class Interrupts:
    """Ctrl-C, SIGTERM and a closed terminal: the first raises KeyboardInterrupt, later ones ask for hurry."""

    def __init__(self) -> None:
        """Takes the signals over from now on."""
        self._count = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._received)

    def hurry(self) -> bool:
        """Whether somebody asked again while things were being stopped."""
        return self._count >= 2

    def _received(self, _number: int, _frame: FrameType | None) -> None:
        self._count += 1
        if self._count == 1:
            raise KeyboardInterrupt
