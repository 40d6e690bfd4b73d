"""A member of a consumer group on a thread of its own, as in production: always in a poll, commits in between.

(kafka-python 3.0.12 throws a finished rebalance away when it finishes between two polls and starts another; two members
polled in turns by one thread rebalance for a long time.)
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from services.common.kafka.records import Incoming


class Member:
    """Polls until closed, and gathers what it is given."""

    def __init__(self, subscription: Any) -> None:
        self.subscription = subscription
        self.records: list[Incoming] = []
        self._orders: SimpleQueue[tuple[Callable[[Any], None], threading.Event]] = SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def between_polls(self, order: Callable[[Any], None]) -> None:
        """Have the subscription's own thread do something with it."""
        done = threading.Event()
        self._orders.put((order, done))
        assert done.wait(15)

    def commit(self, record: Incoming) -> None:
        self.between_polls(lambda subscription: subscription.commit([record]))

    def close(self) -> None:
        """Leave the group."""
        self._stop.set()
        self._thread.join(20)
        assert not self._thread.is_alive()

    def wait_for(self, count: int, seconds: float = 20.0) -> list[Incoming]:
        """Its records, once there are so many."""
        wait_until(lambda: len(self.records) >= count, seconds)
        return list(self.records)

    def _run(self) -> None:
        while not self._stop.is_set():
            for records in self.subscription.poll(0.2).values():
                self.records += records
            while not self._orders.empty():
                order, done = self._orders.get()
                order(self.subscription)
                done.set()
        self.subscription.close()


def wait_until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Return once it holds; fail after the time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.02)
