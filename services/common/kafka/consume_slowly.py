"""The loop of a consumer whose work takes seconds: one thread polls, others work, only finished prefixes are committed.

    poll ─► start up to `2 × workers` jobs ─► results, in order for each applicant ─► publish ─► commit the prefix

A job's result is what it publishes; it is checked with the broker before anything is committed. A result that was begun
under an assignment that is gone is thrown away: the partition's new owner does the work again, to the same event ids.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import takewhile

from services.common.errors import KeyDestroyed, Poison, Retryable
from services.common.kafka.dead_letters import bury
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.kafka.subscription import Place, Subscription
from services.common.kafka.window import Window
from services.common.telemetry import logger

POLL_SECONDS = 0.1
RETRY_SECONDS = 2.0
SHUTDOWN_SECONDS = 8.0

log = logger("consume_slowly")

Work = Callable[[Incoming], Sequence[Outgoing]]
"""Does all the work of one record on a worker thread; answers what is to be published. Raises Retryable or Poison."""


@dataclass(slots=True)
class _Job:
    record: Incoming
    epoch: int
    future: Future[Sequence[Outgoing]]


class SlowConsumer:
    """Runs `work` on many records at once and keeps the delivery contract."""

    def __init__(self, group: str, work: Work, workers: int, publisher: Publisher, subscription: Subscription) -> None:
        """`workers` jobs run at once; as many wait, so that no worker idles."""
        self._group = group
        self._work = work
        self._publisher = publisher
        self._subscription = subscription
        self._capacity = 2 * workers
        self._threads = ThreadPoolExecutor(max_workers=self._capacity, thread_name_prefix="job")
        self._window = Window()
        self._queues: OrderedDict[tuple[Place, bytes], deque[_Job]] = OrderedDict()
        self._epochs: dict[Place, int] = defaultdict(int)

    def run(self, stop: threading.Event) -> None:
        """Until told to stop: then finish what runs, publish and commit it, and leave the group."""
        try:
            while not stop.is_set():
                self._start(self._poll(stop, POLL_SECONDS))
                self._finish()
                self._throttle()
            self._drain()
        finally:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._subscription.close()
            self._publisher.close()

    def _poll(self, stop: threading.Event, seconds: float) -> list[Incoming]:
        try:
            batches = self._subscription.poll(seconds)
        except Retryable as error:
            log.warning("poll failed", error=str(error))
            stop.wait(1.0)
            return []
        self._forget_taken_partitions()
        return [record for records in batches.values() for record in records]

    def _forget_taken_partitions(self) -> None:
        """A partition that was given or taken since: its jobs' results will be thrown away."""
        for place, epoch in list(self._subscription.epochs.items()):
            if self._epochs[place] != epoch:
                self._epochs[place] = epoch
                self._forget(place)

    def _forget(self, place: Place) -> None:
        self._window.drop(place)
        for key in [key for key in self._queues if key[0] == place]:
            for job in self._queues.pop(key):
                job.future.cancel()

    def _start(self, records: Sequence[Incoming]) -> None:
        for record in records:
            self._window.add(record)
            job = _Job(record, self._epochs[record.place], self._threads.submit(self._work, record))
            self._queues.setdefault((record.place, record.key or b""), deque()).append(job)

    def _finish(self) -> None:
        """Publish what is done, an applicant's records in their order; one applicant never holds up another."""
        for key in list(self._queues):
            queue = self._queues.get(key)
            while queue and queue[0].future.done():
                if not self._conclude(queue[0]):
                    break
                queue.popleft()
            if not queue:
                self._queues.pop(key, None)

    def _conclude(self, job: _Job) -> bool:
        """Publish a job's result and commit what is finished; False where its partition will be delivered again."""
        record = job.record
        if job.epoch != self._epochs[record.place]:
            return True
        try:
            self._publish(job)
        except Retryable as error:
            log.warning("will try again", error=str(error), **_where(record))
            self._forget(record.place)
            self._subscription.again_from(record, RETRY_SECONDS)
            return False
        last = self._window.finish(record)
        if last is not None:
            self._subscription.commit([last])
        return True

    def _publish(self, job: _Job) -> None:
        try:
            records = job.future.result()
        except KeyDestroyed:
            log.info("passed over: the applicant was erased", **_where(job.record))
            return
        except Retryable:
            raise
        except Exception as error:  # Poison, or a fault of ours that would only come again
            bury(self._publisher, job.record, self._group, "work", error)
            log.error("dead letter", error=type(error).__name__, poison=isinstance(error, Poison), **_where(job.record))
            return
        for outcome in self._publisher.publish(records):
            if outcome is not None:
                raise Retryable(str(outcome))

    def _throttle(self) -> None:
        """Above the capacity fetch nothing more; below half of it fetch again. Polling never stops."""
        if len(self._window) >= self._capacity:
            self._subscription.pause()
        elif len(self._window) <= self._capacity // 2:
            self._subscription.resume()

    def _drain(self) -> None:
        """Finish what runs, within the deadline; what has not begun is done by the next owner."""
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        self._subscription.pause()
        for key, queue in self._queues.items():
            self._queues[key] = deque(takewhile(lambda job: not job.future.cancel(), queue))
        while any(self._queues.values()) and time.monotonic() < deadline:
            self._poll(threading.Event(), POLL_SECONDS)
            self._finish()


def _where(record: Incoming) -> dict[str, object]:
    return {"topic": record.topic, "partition": record.partition, "offset": record.offset}
