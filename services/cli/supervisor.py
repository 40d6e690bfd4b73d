"""One parent of many processes: starts them, starts a crashed one again after a pause, stops all in order.

    start ──► running ──crash──► waiting (0.5 s, 1 s, 2 s … 30 s) ──► running
                 │                                       exit 78 (a setting is wrong) ──► Misconfigured
                 └──stop──► SIGTERM wave by wave ──► SIGKILL for what is left

A child also ends when the parent is killed (Linux): nothing is left behind that holds a port.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from services.common.errors import Misconfigured

EXIT_MISCONFIGURED = 78
"""sysexits.h EX_CONFIG: starting again would change nothing."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
HEALTHY_SECONDS = 60.0
"""After this long a crash counts as the first."""
WAVE_SECONDS = 2.5
"""How long the next wave waits for the one before to end."""
STOP_SECONDS = 7.0
"""All waves but the last must have ended by then, counted from the beginning."""
LAST_WAVE_SECONDS = 2.5
LOG_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Program:
    """One process to be kept running."""

    name: str
    """`broker`, `intake` …"""
    command: tuple[str, ...]
    """What to run."""
    log: Path
    """Where its output goes; made when it is not there."""
    wave: int
    """The lowest wave is stopped first, the highest last."""


@dataclass(slots=True)
class Child:
    """A program and its process."""

    program: Program
    """What it is."""
    process: subprocess.Popen[bytes]
    """Its process, running or ended."""
    started: float
    """When it was started, on the monotonic clock."""
    crashes: int = 0
    """Crashes in a row."""
    restarts: int = 0
    """How often it was started again, in all."""
    due: float | None = None
    """When it will be started again; None while it runs."""


class Supervisor:
    """The children and their fates. Used by one thread."""

    def __init__(self, environment: Mapping[str, str], report: Callable[[str], None]) -> None:
        """`environment` is the children's; `report` is told of every crash in one line."""
        self._environment = dict(environment)
        self._report = report
        self.children: dict[str, Child] = {}

    def start(self, program: Program) -> None:
        """Start a program; OSError where its command cannot be run."""
        self.children[program.name] = Child(program, self._spawn(program), time.monotonic())

    def alive(self, name: str) -> bool:
        """Whether that program's process runs."""
        return self.children[name].process.poll() is None

    def tend(self) -> bool:
        """Notice crashes and start again what is due; says whether anything changed.

        Raises Misconfigured where a child says that it can never start.
        """
        return any([self._tend(child) for child in self.children.values()])  # noqa: C419 # all are tended, not up to the first

    def stop(self, at_once: Callable[[], bool] = lambda: False) -> None:
        """Stop all, wave by wave, within 10 s; what does not end is killed. `at_once` cuts the waiting short."""
        began = time.monotonic()
        waves = sorted({child.program.wave for child in self.children.values()})
        for wave in waves[:-1]:
            members = self._of_wave(wave)
            _signal(members, signal.SIGTERM)
            _wait(members, min(time.monotonic() + WAVE_SECONDS, began + STOP_SECONDS), at_once)
        if waves:
            early = [child for wave in waves[:-1] for child in self._of_wave(wave)]
            _wait(early, began + STOP_SECONDS, at_once)
            _signal(early, signal.SIGKILL)
            last = self._of_wave(waves[-1])
            _signal(last, signal.SIGTERM)
            _wait(last, time.monotonic() + LAST_WAVE_SECONDS, at_once)
            _signal(last, signal.SIGKILL)
        for child in self.children.values():
            child.process.wait()

    def _tend(self, child: Child) -> bool:
        now = time.monotonic()
        if child.due is not None:
            if now < child.due:
                return False
            child.process, child.started, child.due = self._spawn(child.program), now, None
            child.restarts += 1
            return True
        code = child.process.poll()
        if code is None:
            return False
        name = child.program.name
        if code == EXIT_MISCONFIGURED:
            raise Misconfigured(f"{name} cannot start: {_last_line(child.program.log)}")
        child.crashes = 1 if now - child.started > HEALTHY_SECONDS else child.crashes + 1
        pause = pause_after(child.crashes)
        child.due = now + pause
        self._report(f"{name} ended ({_told(code)}); again in {pause:g} s. Its log: {child.program.log}")
        return True

    def _spawn(self, program: Program) -> subprocess.Popen[bytes]:
        program.log.parent.mkdir(parents=True, exist_ok=True)
        if program.log.exists() and program.log.stat().st_size > LOG_LIMIT:
            program.log.replace(program.log.with_suffix(".old.log"))
        with program.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 # our own commands
                program.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment,
                start_new_session=True,  # Ctrl-C reaches the parent only, which stops the children in order
                preexec_fn=_end_with_parent(),  # safe: the supervisor has one thread
            )

    def _of_wave(self, wave: int) -> list[Child]:
        return [child for child in self.children.values() if child.program.wave == wave]


def pause_after(crashes: int) -> float:
    """Seconds to wait before starting again after so many crashes in a row."""
    return float(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(crashes - 1, 16)))


def _end_with_parent() -> Callable[[], None] | None:
    """Runs in the child: asks Linux for SIGTERM when the parent is gone, however it went."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()
    set_parent_death_signal = 1

    def ask() -> None:
        prctl(set_parent_death_signal, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

    return ask


def _signal(children: list[Child], number: signal.Signals) -> None:
    for child in children:
        if child.process.poll() is None:
            child.process.send_signal(number)


def _wait(children: list[Child], deadline: float, at_once: Callable[[], bool]) -> None:
    while time.monotonic() < deadline and not at_once():
        if all(child.process.poll() is not None for child in children):
            return
        time.sleep(0.05)


def _told(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit {code}"


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"see {log}"
