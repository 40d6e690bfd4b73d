"""The loop of a consumer whose work takes seconds: one thread polls, others work, only finished prefixes are committed.

    poll ─► start up to `2 × workers` jobs ─► results, in order for each applicant ─► publish ─► commit the prefix

A job's result is what it publishes; the broker must have it before anything is committed. A job that fails for reasons
of the infrastructure is tried again in its place, and what it has worked out already is kept. A job whose partition
was taken meanwhile is forgotten: the partition's new owner does the work again, to the same event ids.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import takewhile

from services.common.errors import DocintakeError, KeyDestroyed, Misconfigured, Poison, Retryable
from services.common.kafka.dead_letters import bury
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.kafka.subscription import Place, Subscription
from services.common.kafka.window import Window
from services.common.telemetry import logger

POLL_SECONDS = 0.1
RETRY_SECONDS = 2.0
SHUTDOWN_SECONDS = 4.5
HELD_LIMIT = 1_000
"""Finished records that wait for an unfinished one before them; more are not fetched, so that memory stays flat."""

log = logger("consume_slowly")

Work = Callable[[Incoming], Sequence[Outgoing]]
"""Does all the work of one record on a worker thread; answers what is to be published. Raises Retryable or Poison."""


@dataclass(slots=True)
class _Job:
    """One record under way."""

    record: Incoming
    """What is worked on."""
    work: Future[Sequence[Outgoing]] | None = None
    """Its result; None while it waits to be begun again."""
    sending: Future[None] | None = None
    """The publishing of its result (or of its dead letter), once it is the applicant's turn."""
    not_before: float = 0.0
    """Monotonic time of its next attempt."""


class SlowConsumer:
    """Runs `work` on many records at once and keeps the delivery contract."""

    def __init__(self, group: str, work: Work, workers: int, publisher: Publisher, subscription: Subscription) -> None:
        """`workers` jobs run at once; as many wait, so that no worker idles."""
        self._group = group
        self._work = work
        self._publisher = publisher
        self._subscription = subscription
        self._capacity = 2 * workers
        self._workers = ThreadPoolExecutor(max_workers=self._capacity, thread_name_prefix="job")
        self._senders = ThreadPoolExecutor(max_workers=self._capacity, thread_name_prefix="send")
        self._window = Window()
        self._queues: OrderedDict[tuple[Place, bytes | None], deque[_Job]] = OrderedDict()
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
            for threads in (self._workers, self._senders):
                threads.shutdown(wait=False, cancel_futures=True)
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
        """A partition that was given or taken since: what is under way there is nobody's any more."""
        for place, epoch in list(self._subscription.epochs.items()):
            if self._epochs[place] == epoch:
                continue
            self._epochs[place] = epoch
            self._window.drop(place)
            for key in [key for key in self._queues if key[0] == place]:
                for job in self._queues.pop(key):
                    _cancel(job)

    def _start(self, records: Sequence[Incoming]) -> None:
        for record in records:
            self._window.add(record)
            job = _Job(record, self._workers.submit(self._work, record))
            self._queues.setdefault((record.place, record.key), deque()).append(job)

    def _finish(self) -> None:
        """Publish what is done, an applicant's records in their order; one applicant never holds up another."""
        for key, queue in list(self._queues.items()):
            while queue and self._concluded(queue[0]):
                self._commit_after(queue.popleft().record)
            if not queue:
                del self._queues[key]

    def _concluded(self, job: _Job) -> bool:
        """Move the foremost job of an applicant one step on; says whether its result is with the broker."""
        if time.monotonic() < job.not_before:
            return False
        if job.work is None:
            job.work = self._workers.submit(self._work, job.record)
        if job.work.done() and job.sending is None:
            job.sending = self._senders.submit(self._publish, job.record, job.work)
        if job.sending is None or not job.sending.done():
            return False
        try:
            job.sending.result()
        except Retryable as error:
            log.warning("will try again", error=str(error), **job.record.where)
            _try_again(job)
            return False
        return True

    def _commit_after(self, record: Incoming) -> None:
        last = self._window.finish(record)
        if last is not None:
            self._subscription.commit([last])

    def _publish(self, record: Incoming, work: Future[Sequence[Outgoing]]) -> None:
        """On a sender's thread: the result to its topic, or the record to the dead letters. Raises Retryable."""
        try:
            outcomes = self._publisher.publish(work.result())
        except KeyDestroyed:
            log.info("passed over: the applicant was erased", **record.where)
            return
        except (Retryable, Misconfigured):
            raise
        except Exception as error:  # Poison, or a fault of ours that would only come again
            bury(self._publisher, record, self._group, "work", error)
            log.error("dead letter", error=type(error).__name__, poison=isinstance(error, Poison), **record.where)
            return
        _check(outcomes)

    def _throttle(self) -> None:
        """Above the capacity fetch nothing more; below half of it fetch again. Polling never stops."""
        if len(self._window) >= self._capacity or self._window.held >= HELD_LIMIT:
            self._subscription.pause()
        elif len(self._window) <= self._capacity // 2:
            self._subscription.resume()

    def _drain(self) -> None:
        """Finish what runs, within the deadline; what has not begun, or must be tried again, is the next owner's."""
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        self._subscription.pause()
        while time.monotonic() < deadline:
            self._queues = OrderedDict((key, begun) for key, queue in self._queues.items() if (begun := _begun(queue)))
            if not self._queues:
                return
            self._poll(threading.Event(), POLL_SECONDS)
            self._finish()


def _check(outcomes: Sequence[DocintakeError | None]) -> None:
    for outcome in outcomes:
        if outcome is not None:
            raise Retryable(str(outcome))


def _try_again(job: _Job) -> None:
    """Later; a result that is there already is only published again."""
    job.not_before = time.monotonic() + RETRY_SECONDS
    job.sending = None
    if job.work is not None and job.work.exception() is not None:
        job.work = None


def _cancel(job: _Job) -> None:
    for future in (job.work, job.sending):
        if future is not None:
            future.cancel()


def _begun(queue: deque[_Job]) -> deque[_Job]:
    """The jobs at the head of an applicant's queue that can still be finished; the others are called off."""
    begun = deque(takewhile(_is_begun, queue))
    for job in list(queue)[len(begun) :]:
        _cancel(job)
    return begun


def _is_begun(job: _Job) -> bool:
    return job.work is not None and not job.work.cancel() and time.monotonic() >= job.not_before
