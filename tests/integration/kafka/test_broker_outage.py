"""The broker is absent, stopped, and back: nothing is lost, nobody has to help."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.cli.ports import free_port
from services.common.clock import SystemClock
from services.common.database import Database
from services.common.errors import Retryable
from services.common.kafka.consume import consume
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Outgoing
from services.common.kafka.subscription import Subscription, subscribe_patiently
from services.common.outbox import Outbox, Relay, outbox_table
from services.common.settings import Settings
from services.ops.broker import Broker
from tests.contracts.member import wait_until
from tests.integration.kafka.conftest import topic_on
from tests.integration.kafka.counting_service import EFFECTS, consumer, effects_database
from tests.unit.common.examples import codec, declared

METADATA = sa.MetaData()
OUTBOX = outbox_table(METADATA)


class Sender:
    """A service with an outbox."""

    def __init__(self, folder: Path, settings: Settings, topic: str) -> None:
        self.topic = topic
        self.database = Database(f"sqlite:///{folder / 'sender.db'}", "sender")
        with self.database.begin() as connection:
            METADATA.create_all(connection)
        self.outbox = Outbox(OUTBOX, codec(folder), "sender", SystemClock())
        self.relay = Relay(self.database, OUTBOX, KafkaPublisher(settings, "sender"), SystemClock())

    def add(self, *ids: str) -> None:
        for event_id in ids:
            with self.database.begin() as connection:
                self.outbox.add(connection, self.topic, declared(event_id, event_id[-1]))

    def unsent(self) -> int:
        with self.database.read() as connection:
            unsent = sa.select(sa.func.count()).select_from(OUTBOX).where(OUTBOX.c.sent_at.is_(None))
            return int(connection.execute(unsent).scalar_one())


def effects(home: Path) -> list[str]:
    with effects_database(home).read() as connection:
        return sorted(connection.execute(sa.select(EFFECTS.c.event_id)).scalars())


def test_events_of_an_outage_arrive_after_it_once_each(mortal_broker: Broker, tmp_path: Path):
    settings = Settings(home=tmp_path, kafka_bootstrap_servers=mortal_broker.node.address)
    group = "docintake.outage"
    topic = topic_on(settings, group, {})
    sender, stop = Sender(tmp_path, settings, topic), threading.Event()

    def receive() -> None:
        subscription = subscribe_patiently(partial(Subscription, settings, group, [topic], 100), stop)
        if subscription is not None:
            consume(consumer(tmp_path, settings, group), subscription, stop)

    threads = [threading.Thread(target=sender.relay.run, args=(stop,)), threading.Thread(target=receive)]
    for thread in threads:
        thread.start()
    try:
        sender.add("before-1", "before-2")
        wait_until(lambda: len(effects(tmp_path)) == 2, 30)
        mortal_broker.kill()
        sender.add(*[f"during-{number}" for number in range(9)])
        time.sleep(10)  # longer than a delivery may take: the producer gives up, and is made anew
        assert sender.unsent() == 9
        mortal_broker.start()
        started = time.monotonic()
        sender.add("after-1")
        wait_until(lambda: len(effects(tmp_path)) == 12, 45)
        print(f"recovered {time.monotonic() - started:.1f} s after the broker was back")
        assert sender.unsent() == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert effects(tmp_path) == sorted(["before-1", "before-2", "after-1", *[f"during-{n}" for n in range(9)]])


def test_waiting_for_a_broker_leaves_no_threads_or_sockets_behind():
    settings = Settings(kafka_bootstrap_servers=f"127.0.0.1:{free_port()}")
    before = threading.active_count()
    publisher = KafkaPublisher(settings, "test")
    with pytest.raises(Retryable, match="no broker"):
        publisher.publish([Outgoing("t", b"k", b"v", ())])
    with pytest.raises(Retryable, match="no broker"):
        Subscription(settings, "g", ["t"], 1)
    publisher.close()
    wait_until(lambda: threading.active_count() <= before, 5)


def test_who_waits_for_a_broker_can_be_told_to_stop():
    settings, stop = Settings(kafka_bootstrap_servers=f"127.0.0.1:{free_port()}"), threading.Event()
    threading.Timer(0.2, stop.set).start()
    assert subscribe_patiently(partial(Subscription, settings, "g", ["t"], 1), stop) is None
