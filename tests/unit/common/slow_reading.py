"""A slow consumer on the broker in memory, whose work waits until the test lets it go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from services.common.kafka.consume_slowly import SlowConsumer
from services.common.kafka.records import Incoming, Outgoing
from tests.contracts.memory_broker import MemoryBroker

GROUP = "docintake.reading"
TOPIC = "intake.uploads.certificate"
RESULTS = "verify.readings"
DEAD = f"{TOPIC}.{GROUP}.dlq"
WORKERS = 2


class Reading:
    """A slow consumer whose work waits until the test lets it go."""

    def __init__(self, workers: int = WORKERS, partitions: int = 1) -> None:
        self.broker = MemoryBroker(partitions=partitions)
        self.broker.create(TOPIC, RESULTS, DEAD)
        self.workers = workers
        self.begun: list[bytes] = []
        self.gates: dict[bytes, threading.Event] = {}
        self.faults: dict[bytes, list[Exception]] = {}
        self.publisher = self.broker.publisher()
        self.stop = threading.Event()
        self.failures: list[BaseException] = []

    def send(self, value: str, applicant: str = "1") -> Incoming:
        return self.broker.append(TOPIC, applicant.encode(), value.encode())

    def hold(self, *values: str) -> None:
        """The work of these records does not end before it is let go."""
        for value in values:
            self.gates[value.encode()] = threading.Event()

    def let_go(self, *values: str) -> None:
        for value in values:
            self.gates[value.encode()].set()

    def work(self, record: Incoming) -> Sequence[Outgoing]:
        assert record.value is not None
        self.begun.append(record.value)
        if record.value in self.gates:
            self.gates[record.value].wait(20)
        if self.faults.get(record.value):
            raise self.faults[record.value].pop(0)
        return [Outgoing(RESULTS, record.key, record.value, ())]

    def start(self) -> None:
        self.subscription = self.broker.subscription(GROUP, [TOPIC], max_records=2)
        consumer = SlowConsumer(GROUP, self.work, self.workers, self.publisher, self.subscription)

        def loop() -> None:
            try:
                consumer.run(self.stop)
            except BaseException as error:
                self.failures.append(error)

        self.thread = threading.Thread(target=loop)
        self.thread.start()

    def end(self) -> None:
        self.stop.set()
        self.thread.join(12)
        assert not self.thread.is_alive()

    def results(self) -> list[str]:
        return [record.value.decode() for record in self.publisher.published if record.topic == RESULTS]

    def committed(self, partition: int = 0) -> int:
        return self.broker.committed.get((GROUP, (TOPIC, partition)), 0)


def wait_until(condition: Callable[[], object], seconds: float = 8.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.005)
