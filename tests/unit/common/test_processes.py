"""A pool of child processes stands again after whatever was done to it."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest
from pebble import ProcessExpired, ProcessPool

from services.common.processes import PoolBroke, PoolClosed, Processes


@pytest.fixture
def processes() -> Iterator[Processes]:
    made = Processes(lambda: ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn")))
    yield made
    made.close()


def pid() -> int:
    return os.getpid()


def die() -> None:
    os._exit(7)


def sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def test_an_idle_process_that_is_killed_is_replaced(processes: Processes) -> None:
    first = processes.run(pid)
    psutil.Process(first).kill()
    time.sleep(1.0)
    assert processes.run(pid) != first
    assert processes.run(pid) not in (first, os.getpid())


def test_a_task_handed_over_while_the_idle_process_dies_is_answered(processes: Processes) -> None:
    for _ in range(3):
        killed = psutil.Process(processes.run(pid))
        killer = threading.Timer(0.01, killed.kill)
        killer.start()
        began = time.monotonic()
        with suppress(PoolBroke, ProcessExpired):
            processes.run(sleep, 0.2)
        assert time.monotonic() - began < 20.0
        killer.join()
        assert processes.run(pid) != killed.pid


def test_a_process_that_ends_at_work_costs_only_its_task(processes: Processes) -> None:
    with pytest.raises(ProcessExpired):
        processes.run(die)
    assert processes.run(pid) != os.getpid()


def test_a_task_that_takes_too_long_is_ended(processes: Processes) -> None:
    with pytest.raises(TimeoutError):
        processes.run(sleep, 60.0, seconds=0.5)
    assert processes.run(sleep, 0.0) != os.getpid()


def test_after_closing_nothing_runs(processes: Processes) -> None:
    processes.close()
    with pytest.raises(PoolClosed):
        processes.run(pid)
