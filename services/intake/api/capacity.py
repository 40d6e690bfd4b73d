"""How much may be going on at once: uploads, bytes in memory, waiting clients, requests a second."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from services.common.settings import Settings
from services.common.web.problems import busy
from services.intake import problems

RETRY_SECONDS = 2
REQUESTS_IN_MEMORY = 4
WAITING_CLIENTS = 200
PATIENCE_SECONDS = 8.0
"""So long an upload that has arrived waits for its turn before it is sent away."""
LOOK_SECONDS = 0.03
"""Between two looks of one that waits."""


class Capacity:
    """Counts what is going on; used from the event loop only, so that counting needs no lock."""

    def __init__(self, settings: Settings, monotonic: Callable[[], float] = time.monotonic) -> None:
        """`monotonic` tells seconds for the rate of requests."""
        self._uploads = settings.admission_queue
        self._bytes = REQUESTS_IN_MEMORY * settings.max_request_bytes
        self._waiters = WAITING_CLIENTS
        self._rate = settings.requests_per_second
        self._tokens = self._burst = max(1.0, settings.requests_per_second)
        self._queue: deque[object] = deque()
        self._monotonic = monotonic
        self._refilled = monotonic()

    def take_request(self) -> None:
        """Count a request; 429 where the key has sent more than its rate allows."""
        now = self._monotonic()
        self._tokens = min(self._burst, self._tokens + (now - self._refilled) * self._rate)
        self._refilled = now
        if self._tokens < 1:
            raise problems.too_many_requests(max(1, math.ceil((1 - self._tokens) / self._rate)))
        self._tokens -= 1

    @contextmanager
    def holding(self) -> Iterator[Holding]:
        """Counts what one upload holds in memory until the block ends; a client that sends nothing holds nothing."""
        holding = Holding(self)
        try:
            yield holding
        finally:
            self._bytes += holding.size

    @asynccontextmanager
    async def upload(self) -> AsyncIterator[None]:
        """A place for one upload that has arrived, until the block ends.

        Waits for it in the order of arrival, PATIENCE_SECONDS at most; 503 BUSY after that.
        """
        await self._turn()
        try:
            yield
        finally:
            self._uploads += 1

    async def _turn(self) -> None:
        ticket = object()
        self._queue.append(ticket)
        until = self._monotonic() + PATIENCE_SECONDS
        try:
            while self._queue[0] is not ticket or self._uploads < 1:
                if self._monotonic() >= until:
                    raise busy(RETRY_SECONDS)
                await asyncio.sleep(LOOK_SECONDS)
            self._uploads -= 1
        finally:
            self._queue.remove(ticket)

    @contextmanager
    def waiter(self) -> Iterator[bool]:
        """Says whether there is a place for one more client that waits for an answer."""
        free = self._waiters > 0
        self._waiters -= free
        try:
            yield free
        finally:
            self._waiters += free

    def take_bytes(self, size: int) -> None:
        """Count bytes held in memory; 503 BUSY where there would be too many."""
        if size > self._bytes:
            raise busy(RETRY_SECONDS)
        self._bytes -= size


class Holding:
    """What one upload holds in memory."""

    def __init__(self, capacity: Capacity) -> None:
        """Begins with nothing."""
        self._capacity = capacity
        self.size = 0

    def add(self, size: int) -> None:
        """Hold `size` bytes more; 503 BUSY where that is too much for all together."""
        self._capacity.take_bytes(size)
        self.size += size
