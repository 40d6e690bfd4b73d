"""Hostile files through the real inspecting child, with what each cost, and the table of a whole run."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from services.common.settings import Settings
from services.intake.admission.child import Admission
from services.intake.admission.decide import Admitted
from services.intake.admission.limits import Limits
from tests.hostile.specimen import ADMITTED, MIB, Hostile

SECONDS = 2.0
MEMORY_MIB = 700
LIMITS = Limits.of(Settings(admission_seconds=SECONDS, admission_memory_mib=MEMORY_MIB))
"""Tighter than in service, so that bombs end sooner; all that is honest is far below."""
SLACK_SECONDS = 45.0
"""What killing a child and starting the next may take beside the limit, on a machine that does ten other things."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one file."""

    file: Hostile
    """The file."""
    code: str
    """ADMITTED, or the code of its refusal."""
    pages: int
    """Pages, where it was admitted."""
    messages: tuple[str, str]
    """What a person is told, in Korean and English."""
    seconds: float
    """From handing it over to the verdict, with the wait for a child."""
    memory: int
    """Most bytes that the child held in memory until then."""

    @property
    def over(self) -> bool:
        """Whether a limit did not hold."""
        return self.seconds > SECONDS + SLACK_SECONDS or self.memory > MEMORY_MIB * MIB

    @property
    def honest(self) -> bool:
        """Whether the verdict is one of those that are."""
        return self.code in self.file.allowed


@contextmanager
def admission() -> Iterator[Admission]:
    """One child, warm."""
    with Admission(LIMITS, workers=1) as running:
        yield running


def tried(running: Admission, file: Hostile) -> Tried:
    """What the child says of `file`."""
    data = file.make()
    began = time.monotonic()
    verdict = running.admit(data)
    seconds = time.monotonic() - began
    if isinstance(verdict, Admitted):
        return Tried(file, ADMITTED, verdict.pages, ("", ""), seconds, _peak())
    return Tried(file, verdict.code, 0, (verdict.ko, verdict.en), seconds, _peak())


def _peak() -> int:
    """Largest resident size of any child that lives, in bytes."""
    peaks = [0]
    for child in psutil.Process(os.getpid()).children():
        try:
            with open(f"/proc/{child.pid}/status") as status:
                peaks += [int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM")]
        except OSError:
            continue  # it has just ended, or this is no Linux
    return max(peaks)


def table(results: Sequence[Tried]) -> str:
    """The summary of a run, in one line a code."""
    codes = Counter(result.code for result in results)
    slow = max((result.seconds for result in results), default=0.0)
    large = max((result.memory for result in results), default=0)
    rows = [f"{code:<18} {count:>5}" for code, count in sorted(codes.items(), key=lambda item: -item[1])]
    return "\n".join(
        [
            f"{'tried':<18} {len(results):>5}",
            *rows,
            f"{'over limits':<18} {sum(result.over for result in results):>5}",
            f"{'dishonest':<18} {sum(not result.honest for result in results):>5}",
            f"{'parent crashes':<18} {0:>5}",  # who prints this is the parent
            f"slowest {slow:.1f} s, largest child {large // MIB} MiB",
        ]
    )


def surprises(results: Iterable[Tried]) -> list[str]:
    """Whatever is over a limit or not honest, one line each."""
    return [
        f"{result.file.name}: {result.code} ({result.pages} p), {result.seconds:.1f} s, {result.memory // MIB} MiB; "
        f"allowed {', '.join(sorted(result.file.allowed))}"
        for result in results
        if result.over or not result.honest
    ]
