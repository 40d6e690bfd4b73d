"""Papers are read in child processes with limits: whatever a file does to its reader, the consumer lives on."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from functools import cache

from pebble import ProcessExpired, ProcessPool

from services.common.confinement.process import Allowed, allow_processor, confine
from services.common.errors import Misconfigured, Rejected, Retryable
from services.common.process import end_with_parent
from services.common.processes import PoolBroke, Processes
from services.common.settings import MIB
from services.verify.evidence import Family
from services.verify.reading.engine.port import Engine
from services.verify.reading.pool_scratch import clear_scratch, scratch_folder
from services.verify.reading.read import ReadPaper

_LARGEST_SCRATCH = 256 * MIB
"""Largest file that a reading process writes: a renamed model, a crop for Tesseract."""
_ENVIRONMENT = frozenset(("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TESSDATA_PREFIX"))
"""What a reading process and Tesseract need to know; credentials of stores stand in the environment too."""


class ReaderFailed(Exception):  # named for what became of the work
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
        self._closed = False
        clear_scratch(older_than=2 * limits.seconds)
        self._pool = Processes(
            lambda: ProcessPool(
                max_workers=limits.workers,
                max_tasks=500,
                initializer=_prepare,
                initargs=(engine, limits.memory_mib),
                context=multiprocessing.get_context("spawn"),
            )
        )

    def check(self) -> None:
        """Start a process and load the engine.

        Raises Misconfigured where that fails, and Retryable where the process was killed from outside meanwhile.
        """
        try:
            self._pool.run(_engine_version)
        except PoolBroke as error:
            raise Retryable("a reading process ended while it was being started") from error
        except ProcessExpired as error:
            if error.exitcode == -signal.SIGKILL:
                raise Retryable("a reading process was killed while it loaded the engine") from error
            raise Misconfigured(
                f"the reading process died with exit code {error.exitcode}; is DOCINTAKE_READING_MEMORY_MIB too small?"
            ) from error

    def read(self, files: Sequence[bytes], family: Family | None) -> ReadPaper:
        """What one document says.

        Raises Rejected where it can never be read, ReaderFailed where its reader broke down, and Retryable where the
        engine failed this time or the pool is closed: a shutdown is not the document's fault.
        """
        try:
            result: ReadPaper | _Refusal = self._pool.run(
                _read, list(files), family, self._seconds, seconds=self._seconds
            )
        except FutureTimeout as error:
            raise self._failure(f"no result within {self._seconds:g} s") from error
        except ProcessExpired as error:
            raise self._failure(f"the reading process died with exit code {error.exitcode}") from error
        except (Retryable, Misconfigured) as error:
            raise Retryable(str(error)) from error
        except (Exception, CancelledError) as error:
            raise self._failure(f"the reader raised {type(error).__name__}") from error
        if isinstance(result, _Refusal):
            raise Rejected(result.code, result.ko, result.en)
        return result

    def close(self) -> None:
        """End the processes now; what they read is read again by the next owner."""
        self._closed = True
        self._pool.close()

    def _failure(self, what: str) -> Retryable | ReaderFailed:
        clear_scratch(older_than=2 * self._seconds)  # what a killed process was reading lies there in pieces
        return Retryable("the reading pool is closed") if self._closed else ReaderFailed(what)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """`Rejected`, as it crosses the process boundary."""

    code: str
    ko: str
    en: str


def _prepare(engine: str, memory_mib: int) -> None:
    """In the child: everything given up that reading does not need, before the engine and any file."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal; the parent decides what ends
    logging.disable(logging.CRITICAL)  # libraries quote what they choke on, and that is the document
    scratch = scratch_folder()
    tempfile.tempdir = str(scratch)
    confine(
        Allowed(
            memory_bytes=memory_mib * MIB,
            file_bytes=_LARGEST_SCRATCH,
            scratch=scratch,
            commands=True,
            environment=_ENVIRONMENT,
        )
    )
    os.environ |= {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(scratch)}
    _chosen.append(engine)


_chosen: list[str] = []


@cache
def _engine() -> Engine:
    """In the child: the engine, loaded at the first use."""
    from services.verify.reading.engine.choose import open_engine

    return open_engine(_chosen[-1])


def _engine_version() -> str:
    return _engine().version


def _read(files: list[bytes], family: Family | None, seconds: float) -> ReadPaper | _Refusal:
    from services.verify.reading.read import read_paper

    allow_processor(seconds)
    try:
        return read_paper(files, _engine(), hint=family)
    except Rejected as refusal:
        return _Refusal(refusal.code, refusal.ko, refusal.en)
