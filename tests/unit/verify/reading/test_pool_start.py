"""What becomes of the reading service when a process of its pool ends while the pool is being started."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from services.common.errors import Misconfigured, Retryable
from services.verify.reading import pool as pool_module
from services.verify.reading.pool import PoolLimits, ReadingPool


@pytest.fixture
def starting() -> Iterator[ReadingPool]:
    pool = ReadingPool(PoolLimits(workers=1, seconds=30, memory_mib=2048), "pytesseract")
    yield pool
    pool.close()


def _killed() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def _out_of_memory() -> str:
    os._exit(1)


def test_a_kill_from_outside_is_no_wrong_setting(starting: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Misconfigured would end `docintake up` as a whole."""
    monkeypatch.setattr(pool_module, "_engine_version", _killed)
    with pytest.raises(Retryable):
        starting.check()


def test_a_process_that_cannot_load_the_engine_is(starting: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_engine_version", _out_of_memory)
    with pytest.raises(Misconfigured, match="DOCINTAKE_READING_MEMORY_MIB"):
        starting.check()
