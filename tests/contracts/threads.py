"""A loop of ours on a thread, as a service runs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def on_a_thread(loop: Callable[[threading.Event], None]) -> Iterator[None]:
    """Runs the loop until the block ends; its failure is the test's."""
    stop, failures = threading.Event(), []

    def guarded() -> None:
        try:
            loop(stop)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=guarded)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(30)
    assert not thread.is_alive()
    assert failures == []


def comes_about(condition: Callable[[], object], seconds: float) -> bool:
    """Whether `condition` held within the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
