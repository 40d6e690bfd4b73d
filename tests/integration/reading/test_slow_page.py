"""A page that never ends in the real pool: the papers of other applicants pass it by, and its own time is limited."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator, Sequence

import psutil
import pytest

import specimens
from services.common.kafka.consume_slowly import SlowConsumer
from services.common.kafka.records import Incoming, Outgoing
from services.verify.reading.pool import PoolLimits, ReaderFailed, ReadingPool
from tests.contracts.memory_broker import MemoryBroker
from tests.contracts.threads import comes_about, on_a_thread

GROUP, TOPIC, RESULTS = "docintake.reading", "intake.uploads.certificate", "verify.readings"
LIMIT_SECONDS = 30.0


@pytest.fixture(scope="module")
def page() -> bytes:
    """One page that takes a reader some seconds."""
    specimen = specimens.draw("TOEIC", specimens.values("TOEIC", 1), seed=1)
    return specimens.encode(specimen.pages[:1], "png", 1)


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    """Two readers, each paper LIMIT_SECONDS at most."""
    pool = ReadingPool(PoolLimits(workers=2, seconds=LIMIT_SECONDS, memory_mib=2048), "pytesseract")
    pool.check()
    yield pool
    pool.close()


def readers() -> list[psutil.Process]:
    """The processes of the pool."""
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_a_stuck_page_holds_up_nobody_else_and_is_given_up(pool: ReadingPool, page: bytes):
    broker = MemoryBroker(partitions=1)
    broker.create(TOPIC, RESULTS)
    attempts: list[str] = []

    def work(record: Incoming) -> Sequence[Outgoing]:
        name = (record.key or b"").decode()
        attempts.append(name)
        try:
            pool.read([page], None)
        except ReaderFailed as error:
            return [Outgoing(RESULTS, record.key, str(error).encode(), ())]
        return [Outgoing(RESULTS, record.key, b"read", ())]

    publisher = broker.publisher()
    consumer = SlowConsumer(GROUP, work, 2, publisher, broker.subscription(GROUP, [TOPIC], max_records=2))
    broker.append(TOPIC, b"stuck", b"")
    with on_a_thread(consumer.run):
        stopped = stop_the_reader_of_the_first(attempts)
        began = time.monotonic()
        for number in range(5):
            broker.append(TOPIC, f"other-{number}".encode(), b"")
        others_came = comes_about(lambda: len(publisher.published) == 5, LIMIT_SECONDS - 5)
        took = time.monotonic() - began
        done = [(record.key, record.value) for record in publisher.published]
        assert others_came, f"a stuck page holds up other applicants: only {done} after {took:.0f} s"
        assert all(key != b"stuck" and value == b"read" for key, value in done)
        assert broker.committed.get((GROUP, (TOPIC, 0)), 0) == 0, "nothing is committed past it"
        assert comes_about(lambda: len(publisher.published) == 6, LIMIT_SECONDS)
    assert publisher.published[-1].value == f"no result within {LIMIT_SECONDS:g} s".encode()
    assert broker.committed[GROUP, (TOPIC, 0)] == 6
    assert not stopped.is_running(), "the stuck reader was killed"


def stop_the_reader_of_the_first(attempts: Sequence[str]) -> psutil.Process:
    """SIGSTOP for the process that works on the one paper there is: it will never answer."""
    assert comes_about(lambda: list(attempts) == ["stuck"], 10)
    before = {one.pid: cpu(one) for one in readers()}
    assert comes_about(lambda: any(cpu(one) > before.get(one.pid, 0.0) + 0.2 for one in readers()), 20)
    busy = max(readers(), key=lambda one: cpu(one) - before.get(one.pid, 0.0))
    busy.send_signal(signal.SIGSTOP)
    return busy


def cpu(process: psutil.Process) -> float:
    """Seconds of processor time so far."""
    return process.cpu_times().user


def test_what_waits_in_a_closed_pool_is_nobodys_fault(pool: ReadingPool, page: bytes):
    """A shutdown in the middle of papers: each is to be read again by the next owner, none is called broken."""
    from services.common.errors import Retryable

    outcomes: list[BaseException | None] = []

    def read() -> None:
        try:
            pool.read([page], None)
            outcomes.append(None)
        except BaseException as error:
            outcomes.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    began = time.monotonic()
    pool.close()
    for thread in threads:
        thread.join(10)
    assert time.monotonic() - began < 5
    assert [type(outcome) for outcome in outcomes] == [Retryable] * 4
