"""The confined child in which files are opened: a small Pebble pool, started before it is needed.

Whatever happens to the child (crash, time-out, out of memory) is a refusal, and never an error of the caller.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import TimeoutError
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from services.common.confinement.process import Allowed, allow_processor, confine
from services.common.errors import Retryable
from services.common.processes import PoolBroke, PoolClosed, Processes
from services.intake.admission import decide, refusals
from services.intake.admission.decide import Verdict
from services.intake.admission.kinds import kind_of
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal

FILES_PER_CHILD = 500
"""A child is replaced after so many files, so that no leak of a decoder grows."""


class Admission:
    """Decides about files; safe to use from many threads."""

    def __init__(self, limits: Limits, workers: int) -> None:
        """`workers` children inspect at once; nothing is started before `start`."""
        self._limits = limits
        self._pool = Processes(
            lambda: ProcessPool(
                max_workers=workers,
                max_tasks=FILES_PER_CHILD,
                initializer=_start_child,
                initargs=(limits,),
                context=multiprocessing.get_context("spawn"),
            )
        )

    def start(self) -> None:
        """Start the children, so that the first upload finds one warm."""
        self._pool.start(_nothing)

    def close(self) -> None:
        """Stop the children; what they are inspecting is abandoned."""
        self._pool.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def admit(self, data: bytes) -> Verdict:
        """The verdict on one file, within the limit of seconds once its turn comes. Retryable while stopped."""
        kind = decide.on_sight(len(data), kind_of(data), self._limits)
        if isinstance(kind, Refusal):
            return kind
        try:
            return self._in_child(data)
        except TimeoutError:
            return refusals.unreadable(
                kind.name,
                f"여는 데 {self._limits.seconds:g}초가 넘게 걸립니다",
                f"opening it takes longer than {self._limits.seconds:g} seconds",
            )
        except (ProcessExpired, MemoryError):
            return refusals.unreadable(
                kind.name,
                "여는 데 허용된 메모리나 시간을 넘습니다",
                "opening it takes more memory or time than is allowed",
            )

    def _in_child(self, data: bytes) -> Verdict:
        try:
            verdict: Verdict = self._pool.run(_inspect, data, self._limits, seconds=self._limits.seconds)
        except (PoolClosed, PoolBroke) as error:
            raise Retryable(str(error)) from error
        return verdict


def _start_child(limits: Limits) -> None:
    """Load the decoders, then give up what they do not need; the parent never loads them."""
    from services.intake.admission import inspect, pictures  # noqa: F401 # inspect is loaded for the first file

    pictures.prepare()
    confine(Allowed(limits.memory_bytes))


def _nothing() -> None:
    """A task that only makes the pool start its children."""


def _inspect(data: bytes, limits: Limits) -> Verdict:
    from services.intake.admission.inspect import inspect

    allow_processor(limits.seconds)
    try:
        return inspect(data, limits)
    except MemoryError:
        raise
    except Exception:  # whatever a parser raises on a hostile file, the file is what is wrong
        return refusals.unreadable(
            kind_of(data).name, "구조가 손상되었거나 알 수 없는 것입니다", "its structure is damaged or unknown"
        )
