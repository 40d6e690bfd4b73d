"""Papers are read in child processes with limits: whatever a file does to its reader, the consumer lives on."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessPool

from services.common.errors import Rejected
from services.common.settings import MIB
from services.verify.evidence import Family
from services.verify.reading.read import ReadPaper


class ReaderFailed(Exception):  # noqa: N818 # named for what became of the work
    """The child ran out of time or memory, crashed, or raised what no reader should."""


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """What a reading process may use."""

    workers: int
    """Processes."""
    seconds: float
    """Wall-clock time of one document; past it the process is killed and replaced."""
    memory_mib: int
    """Address space of one process."""


class ReadingPool:
    """Processes that read papers, started before any Kafka client."""

    def __init__(self, limits: PoolLimits, engine: str) -> None:
        """`engine` is the name of the OCR engine that each process loads."""
        self._seconds = limits.seconds
        self._pool = ProcessPool(
            max_workers=limits.workers,
            max_tasks=500,
            initializer=_prepare,
            initargs=(engine, limits.memory_mib),
            context=multiprocessing.get_context("spawn"),
        )

    def read(self, files: Sequence[bytes], family: Family | None) -> ReadPaper:
        """What one document says. Raises Rejected where it can never be read, ReaderFailed where its reader broke down."""
        future = self._pool.schedule(_read, args=(list(files), family), timeout=self._seconds)
        try:
            result = future.result()
        except FutureTimeout as error:
            raise ReaderFailed(f"no result within {self._seconds:g} s") from error
        except ProcessExpired as error:
            raise ReaderFailed(f"the reading process died with exit code {error.exitcode}") from error
        except Exception as error:
            raise ReaderFailed(f"the reader raised {type(error).__name__}") from error
        if isinstance(result, _Refusal):
            raise Rejected(result.code, result.ko, result.en)
        return result

    def close(self) -> None:
        """End the processes now; what they read is read again by the next owner."""
        self._pool.stop()
        self._pool.join()


@dataclass(frozen=True, slots=True)
class _Refusal:
    """`Rejected`, as it crosses the process boundary."""

    code: str
    ko: str
    en: str


def _prepare(engine: str, memory_mib: int) -> None:
    """In the child: limits first, secrets gone, then the engine."""
    for name in [name for name in os.environ if name.startswith("DOCINTAKE_")]:
        del os.environ[name]
    os.environ["OMP_THREAD_LIMIT"] = "1"
    resource.setrlimit(resource.RLIMIT_AS, (memory_mib * MIB, memory_mib * MIB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from services.verify.reading.engine import open_engine

    global _ENGINE
    _ENGINE = open_engine(engine)


def _read(files: list[bytes], family: Family | None) -> ReadPaper | _Refusal:
    from services.verify.reading.read import read_paper

    try:
        return read_paper(files, _ENGINE, hint=family)
    except Rejected as refusal:
        return _Refusal(refusal.code, refusal.ko, refusal.en)
