"""The ten mistakes that Kafka consumers are known for, each proven absent.

`make mistakes` puts each of them in (patches/) and shows that its test here notices. What shows in memory is tested in
memory; what only a real broker does is tested on one.
"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest
import sqlalchemy as sa

from services.common.clock import SystemClock
from services.common.database import Database
from services.common.errors import Poison
from services.common.kafka import subscription as subscriptions
from services.common.kafka.admin import Admin
from services.common.kafka.consume_slowly import SlowConsumer
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.kafka.subscription import Subscription
from services.common.outbox import Relay, outbox_table
from services.common.settings import Settings
from services.intake.admission.child import Admission
from services.intake.admission.limits import Limits
from services.verify.reading.pool import PoolLimits, ReadingPool
from tests.contracts.member import Member
from tests.contracts.memory_broker import MemorySubscription
from tests.contracts.threads import comes_about, on_a_thread
from tests.unit.common import slow_reading, stateful_service
from tests.unit.common.slow_reading import Reading
from tests.unit.common.stateful_service import Service

MakeTopic = Callable[..., str]


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    """A consumer of slow work, on the broker in memory."""
    monkeypatch.setattr("services.common.kafka.consume_slowly.RETRY_SECONDS", 0.05)
    monkeypatch.setattr("services.common.kafka.consume_slowly.POLL_SECONDS", 0.01)
    reading = Reading()
    yield reading
    reading.let_go(*[value.decode() for value in reading.gates])
    reading.end()


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Service:
    """A consumer that keeps state, on the broker in memory."""
    monkeypatch.setattr("services.common.kafka.consume.RETRY_SECONDS", 0.05)
    monkeypatch.setattr("services.common.kafka.consume.POLL_SECONDS", 0.02)
    return Service(tmp_path)


def test_1_slow_work_does_not_rebalance(
    kafka_settings: Settings, make_topic: MakeTopic, group: str, monkeypatch: pytest.MonkeyPatch
):
    """Work that takes longer than the broker waits for a poll: it is done once, and nobody leaves the group."""
    shorten(monkeypatch, max_poll_interval_ms=3_000)
    topic, begun, polls, meanwhile = make_topic(), [], [], []
    publish(kafka_settings, topic, [b"slow"])
    poll = Subscription.poll
    monkeypatch.setattr(Subscription, "poll", lambda *given: polls.append(1) or poll(*given))

    def work(record: Incoming) -> list[Outgoing]:
        before = len(polls)
        begun.append(record.value)
        time.sleep(5)
        meanwhile.append(len(polls) - before)
        return []

    with slow_consumer(kafka_settings, group, topic, work):
        assert comes_about(lambda: committed(kafka_settings, group, topic) == 1 or len(begun) > 1, 30)
    assert begun == [b"slow"], "slow work makes the group rebalance: it was begun again"
    assert meanwhile[0] > 1, "slow work makes the group rebalance: nobody polled meanwhile"


def test_2_unfinished_work_is_never_committed(
    kafka_settings: Settings, make_topic: MakeTopic, group: str, monkeypatch: pytest.MonkeyPatch
):
    """While a record is worked on and polling goes on, nothing of it is committed."""
    shorten(monkeypatch, auto_commit_interval_ms=300)  # means nothing where nothing is committed by itself
    topic, begun, gate = make_topic(), threading.Event(), threading.Event()
    publish(kafka_settings, topic, [b"unfinished"])

    def work(record: Incoming) -> list[Outgoing]:
        begun.set()
        gate.wait(20)
        return []

    with slow_consumer(kafka_settings, group, topic, work):
        assert begun.wait(20)
        time.sleep(2)
        early = committed(kafka_settings, group, topic)
        gate.set()
        assert early == 0, "an unfinished record was committed"
        assert comes_about(lambda: committed(kafka_settings, group, topic) == 1, 20)


def test_3_nothing_is_committed_past_an_unfinished_earlier_record(reading: Reading):
    """Quick ones are done and published; the slow one before them holds the commit, and nobody's result."""
    reading.hold("slow")
    reading.send("slow", "a")
    for number in range(3):
        reading.send(f"quick-{number}", f"b{number}")
    reading.start()
    assert comes_about(lambda: len(reading.results()) == 3, 8)
    time.sleep(0.1)
    assert reading.committed() == 0, "committed past a record that is not finished"
    reading.let_go("slow")
    assert comes_about(lambda: reading.committed() == 4, 8)


def test_4_the_offset_after_the_finished_record_is_committed(
    kafka_settings: Settings, make_topic: MakeTopic, group: str
):
    """The next owner of the partition begins with what is not finished, and not with what is."""
    topic = make_topic()
    publish(kafka_settings, topic, [b"finished", b"next"])
    first = Member(Subscription(kafka_settings, group, [topic], 100))
    finished, _ = first.wait_for(2)
    first.commit(finished)
    first.close()
    second = Member(Subscription(kafka_settings, group, [topic], 100))
    values = [record.value for record in second.wait_for(1)]
    second.close()
    assert values == [b"next"], "a finished record came again"


def test_5_a_poison_record_neither_blocks_nor_kills_a_consumer_that_keeps_state(service: Service):
    """What cannot be decoded goes to the dead letters, untouched, and the next record is handled."""
    service.broker.append(stateful_service.TOPIC, b"2019-grade5/1", b"\x00\x00rubbish", (("ce_id", b"x"),))
    service.send("next")
    assert ran(service, lambda: service.committed() == 2), "a poison record blocks the records behind it"
    (letter,) = service.broker.records(stateful_service.DEAD)
    assert (letter.key, letter.value) == (b"2019-grade5/1", b"\x00\x00rubbish")
    headers = dict(letter.headers)
    assert headers["ce_id"] == b"x"
    assert headers["__connect.errors.topic"] == stateful_service.TOPIC.encode()
    assert headers["__connect.errors.offset"] == b"0"
    assert headers["__connect.errors.class.name"] == stateful_service.GROUP.encode()
    assert headers["__connect.errors.exception.class.name"] == b"services.common.errors.Poison"
    assert service.effects() == ["next"]


def test_5_a_poison_record_neither_blocks_nor_kills_a_consumer_of_slow_work(reading: Reading):
    """The same where work is slow."""
    reading.faults[b"poison"] = [Poison("not an upload")]
    reading.send("poison", "a")
    reading.send("next", "a")
    reading.start()
    assert comes_about(lambda: reading.committed() == 2, 5), "a poison record blocks the records behind it"
    assert [letter.value for letter in reading.broker.records(slow_reading.DEAD)] == [b"poison"]
    assert reading.results() == ["next"]


def test_6_what_the_broker_did_not_take_is_not_taken_for_sent(
    kafka_settings: Settings, make_topic: MakeTopic, tmp_path: Path
):
    """A record that the broker refuses stays in the outbox, with the reason; its neighbour goes out."""
    narrow, wide = make_topic(max_message_bytes="10000"), make_topic()
    metadata = sa.MetaData()
    table = outbox_table(metadata)
    database = Database(f"sqlite:///{tmp_path / 'sender.db'}", "sender")
    with database.begin() as connection:
        metadata.create_all(connection)
        large = random.Random(6).randbytes(50_000)
        for topic, key, value in ((narrow, "2019/1", large), (wide, "2019/2", b"small")):
            row = {"event_id": key, "topic": topic, "key": key, "value": value, "headers": [], "created_at": ""}
            connection.execute(sa.insert(table).values(row))
    publisher = KafkaPublisher(kafka_settings, "test")
    Relay(database, table, publisher, SystemClock()).publish_some()
    publisher.close()
    with database.read() as connection:
        refused, taken = connection.execute(sa.select(table).order_by(table.c.id)).all()
    assert refused.sent_at is None, "a record that the broker refused counts as sent"
    assert "MessageSizeTooLarge" in refused.error
    assert taken.sent_at is not None


@pytest.mark.parametrize("pool", ["reading", "admission"])
def test_7_no_client_crosses_a_fork(pool: str):
    """The children that read and inspect hold none of their parent's connections."""
    with socket.socket() as listening, socket.socket() as client:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        client.connect(listening.getsockname())
        name = os.readlink(f"/proc/self/fd/{client.fileno()}")
        with {"reading": reading_children, "admission": inspecting_children}[pool]() as children:
            held = [one.pid for one in children if name in open_files(one.pid)]
    assert held == [], "a child holds its parent's connection: it was forked"


def test_7_one_thread_uses_the_consumer(reading: Reading):
    """kafka-python's consumer is not thread-safe: polls, pauses, commits and the goodbye come from one thread."""
    for number in range(12):
        reading.send(str(number), str(number % 5))
    reading.start()
    users = watch_threads(reading.subscription)
    assert comes_about(lambda: reading.committed() == 12, 8)
    reading.end()
    assert len(users) == 1, f"{len(users)} threads used the consumer"


def test_8_a_taken_partition_takes_its_results_and_commits_along(reading: Reading):
    """Work whose partition went to somebody else meanwhile publishes and commits nothing."""
    reading.hold("a", "b")
    reading.send("a", "a")
    reading.send("b", "b")
    reading.start()
    assert comes_about(lambda: len(reading.begun) == 2, 8)
    taken = threading.Event()

    def take() -> None:
        if not taken.is_set():
            reading.subscription.taken((slow_reading.TOPIC, 0))
            reading.subscription.topics = []
            taken.set()

    reading.subscription.while_polling = take
    assert taken.wait(8)
    time.sleep(0.05)
    reading.let_go("a", "b")
    time.sleep(0.2)
    assert reading.results() == [], "a result was published after its partition was taken"
    assert reading.committed() == 0


def test_8_a_partition_that_comes_back_is_worked_on_anew_and_once(reading: Reading):
    """The late result of the first assignment is thrown away."""
    reading.hold("a")
    reading.send("a", "a")
    reading.start()
    assert comes_about(lambda: reading.begun == [b"a"], 8)
    away = threading.Event()

    def take_and_give() -> None:
        if not away.is_set():
            reading.subscription.taken((slow_reading.TOPIC, 0))
            reading.subscription.given((slow_reading.TOPIC, 0))
            away.set()

    reading.subscription.while_polling = take_and_give
    assert comes_about(lambda: len(reading.begun) == 2, 8)
    reading.let_go("a")
    assert comes_about(lambda: reading.committed() == 1, 8)
    time.sleep(0.1)
    assert reading.results() == ["a"], "a result was published after its partition was taken"


def test_8_a_pause_holds_for_what_a_rebalance_brings_and_ends_for_all(
    kafka_settings: Settings, make_topic: MakeTopic, group: str
):
    """Who is full and is given more partitions fetches nothing from them either, until there is room again."""
    topic = make_topic()
    first = Member(Subscription(kafka_settings, group, [topic], 100))
    assert comes_about(lambda: len(first.subscription.epochs) == 3, 20)
    second = Member(Subscription(kafka_settings, group, [topic], 100))
    assert comes_about(lambda: second.subscription.epochs, 20)
    first.between_polls(lambda subscription: subscription.pause())
    before = dict(first.subscription.epochs)
    second.close()
    assert comes_about(lambda: first.subscription.epochs != before, 20)
    publish(kafka_settings, topic, [str(number).encode() for number in range(30)], keys=15)
    time.sleep(2)
    fetched = len(first.records)
    first.between_polls(lambda subscription: subscription.resume())
    assert fetched == 0, "a stale pause: records of a partition that came during the pause were fetched"
    all_came = comes_about(lambda: len(first.records) == 30, 20)
    first.close()
    assert all_came, "a stale pause: a partition stays paused for ever"


def test_9_a_new_group_begins_with_the_oldest_record(kafka_settings: Settings, make_topic: MakeTopic, group: str):
    """What was written before anybody read is not skipped."""
    topic = make_topic()
    publish(kafka_settings, topic, [b"before"])
    member = Member(Subscription(kafka_settings, group, [topic], 100))
    came = comes_about(lambda: member.records, 8)
    member.close()
    assert came, "a record that was there before the group was skipped"


def test_10_an_unwritten_dead_letter_blocks_the_commit_of_a_consumer_that_keeps_state(service: Service):
    """A record is given up only when the broker has its dead letter."""
    service.broker.append(stateful_service.TOPIC, b"2019-grade5/1", b"rubbish")
    service.send("next")
    del service.broker.topics[stateful_service.DEAD]
    assert ran(service, lambda: service.subscription.polls > 20 or service.committed())
    assert service.committed() == 0, "committed, and the dead letter is not written"
    assert service.effects() == []
    service.broker.create(stateful_service.DEAD)
    assert ran(service, lambda: service.committed() == 2)
    assert len(service.broker.records(stateful_service.DEAD)) == 1


def test_10_an_unwritten_dead_letter_blocks_the_commit_of_a_consumer_of_slow_work(reading: Reading):
    """The same where work is slow."""
    reading.faults[b"bad"] = [Poison("no") for _ in range(99)]
    reading.publisher.refuse = lambda record: record.topic == slow_reading.DEAD
    reading.send("bad", "a")
    reading.send("good", "b")
    reading.start()
    assert comes_about(lambda: reading.results() == ["good"], 8)
    time.sleep(0.15)
    assert reading.committed() == 0, "committed, and the dead letter is not written"
    reading.publisher.refuse = lambda record: False
    assert comes_about(lambda: reading.committed() == 2, 8)
    assert len(reading.broker.records(slow_reading.DEAD)) == 1


def shorten(monkeypatch: pytest.MonkeyPatch, **settings: int) -> None:
    """Give consumers other times than the contract's, so that a test need not wait minutes."""
    contract = subscriptions._contract
    monkeypatch.setattr(subscriptions, "_contract", lambda *given: contract(*given) | settings)


def publish(settings: Settings, topic: str, values: Iterable[bytes], keys: int = 1) -> None:
    """Put records on a topic, one key's on one partition."""
    publisher = KafkaPublisher(settings, "test")
    records = [Outgoing(topic, f"2019/{n % keys}".encode(), value, ()) for n, value in enumerate(values)]
    assert publisher.publish(records) == [None] * len(records)
    publisher.close()


def committed(settings: Settings, group: str, topic: str) -> int:
    """The sum of the group's offsets on the topic."""
    with Admin(settings) as admin:
        return sum(offset for place, offset in admin.committed([group])[group].items() if place[0] == topic)


def slow_consumer(
    settings: Settings, group: str, topic: str, work: Callable[[Incoming], list[Outgoing]]
) -> AbstractContextManager[None]:
    """Runs while the block does."""

    def loop(stop: threading.Event) -> None:
        subscription = Subscription(settings, group, [topic], 2)
        SlowConsumer(group, work, 1, KafkaPublisher(settings, "test"), subscription).run(stop)

    return on_a_thread(loop)


def ran(service: Service, until: Callable[[], object]) -> bool:
    """Run the service for some seconds, or until it holds; says whether it does."""
    came = False

    def look() -> bool:
        nonlocal came
        came = came or bool(until())
        return came

    try:
        service.run(look, seconds=3)
    except AssertionError:
        return False
    return came


@contextmanager
def reading_children() -> Iterator[list[psutil.Process]]:
    """The processes that read papers."""
    pool = ReadingPool(PoolLimits(workers=1, seconds=60, memory_mib=2048), "pytesseract")
    try:
        pool.check()
        yield psutil.Process().children(recursive=True)
    finally:
        pool.close()


@contextmanager
def inspecting_children() -> Iterator[list[psutil.Process]]:
    """The processes that inspect uploads."""
    with Admission(Limits.of(Settings()), 1) as admission:
        admission.admit(b"\x89PNG\r\n\x1a\n")
        yield psutil.Process().children(recursive=True)


def open_files(pid: int) -> set[str]:
    """What the file descriptors of a process stand for."""
    found = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found.add(os.readlink(descriptor))
        except FileNotFoundError:  # closed while we looked
            continue
    return found


def watch_threads(subscription: MemorySubscription) -> set[int]:
    """Gathers which threads use the subscription from now on."""
    users: set[int] = set()

    def noted(method: Callable[..., Any], *given: Any) -> Any:
        users.add(threading.get_ident())
        return method(*given)

    for name in ("poll", "commit", "again_from", "pause", "resume", "close"):
        setattr(subscription, name, partial(noted, getattr(subscription, name)))
    return users
