"""Lag, ages and dead letters of a real cluster with real records and a real consumer group."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from services.common.clock import SystemClock
from services.common.kafka.admin import Admin
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.kafka.subscription import Subscription
from services.common.settings import Settings
from services.ops.broker import Broker
from services.ops.lag import GroupLag, Snapshot
from services.ops.topics import apply, wanted
from services.ops.watch import Newest, look

TOPIC = "verify.verdicts"
GROUP = "docintake.score"
LETTERS = f"{TOPIC}.{GROUP}.dlq"


@pytest.fixture(scope="module")
def settings(new_broker: Callable[[], Broker], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A broker of this file's own with the catalogue's topics."""
    with new_broker() as broker:
        made = Settings(home=tmp_path_factory.mktemp("home"), kafka_bootstrap_servers=broker.node.address)
        with Admin(made) as admin:
            apply(admin, wanted(partitions=1, replication=1))
        yield made


def publish(settings: Settings, topic: str, count: int) -> None:
    publisher = KafkaPublisher(settings, "test")
    outcomes = publisher.publish([Outgoing(topic, b"a/1", f"{n}".encode(), ()) for n in range(count)])
    publisher.close()
    assert outcomes == [None] * count


def consume(settings: Settings, count: int) -> None:
    """Take `count` records as the group, commit them, and leave."""
    subscription = Subscription(settings, GROUP, [TOPIC], max_records=1)
    taken: list[Incoming] = []
    deadline = time.monotonic() + 30
    while len(taken) < count and time.monotonic() < deadline:
        for records in subscription.poll(0.2).values():
            taken += records
    assert len(taken) == count
    subscription.commit([taken[-1]])
    subscription.close()


def group(snapshot: Snapshot, name: str = GROUP) -> GroupLag:
    return next(one for one in snapshot.groups if one.group == name)


def test_lag_ages_and_dead_letters_are_those_of_the_cluster(settings: Settings) -> None:
    publish(settings, TOPIC, 5)
    published = time.time()
    publish(settings, LETTERS, 2)
    consume(settings, 3)
    time.sleep(1.1)
    snapshot = look(settings, SystemClock())
    waited = time.time() - published
    assert group(snapshot).records == 2
    assert 1.0 < group(snapshot).seconds < waited + 2
    assert group(snapshot).members == 0
    assert group(snapshot, "docintake.review").records == 5
    assert {letter.name: letter.records for letter in snapshot.dead_letters if letter.records} == {LETTERS: 2}
    verdicts = next(topic for topic in snapshot.topics if topic.name == TOPIC)
    assert (verdicts.partitions, verdicts.records) == (1, 5)


def test_a_group_that_caught_up_has_no_lag_and_no_age(settings: Settings) -> None:
    consume(settings, 2)
    caught_up = group(look(settings, SystemClock()))
    assert (caught_up.records, caught_up.seconds) == (0, 0.0)


def test_looking_joins_no_group_and_commits_nothing(settings: Settings) -> None:
    with Admin(settings) as admin:
        before = admin.committed([GROUP, "docintake.review"])
        look(settings, SystemClock())
        assert admin.committed([GROUP, "docintake.review"]) == before
        assert before["docintake.review"] == {}


def test_a_broker_that_goes_and_comes_is_followed(new_broker: Callable[[], Broker], settings: Settings) -> None:
    broker = new_broker()
    newest, stop = Newest(), threading.Event()
    own = settings.model_copy(update={"kafka_bootstrap_servers": broker.node.address})
    watching = threading.Thread(target=newest.keep, args=(lambda: look(own, SystemClock()), stop, 0.1))
    with broker:
        watching.start()
        until(lambda: newest.snapshot() is not None)
        broker.kill()
        until(lambda: newest.snapshot() is None)
        broker.start()
        until(lambda: newest.snapshot() is not None)
        stop.set()
        watching.join()


def until(condition: Callable[[], bool], seconds: float = 40.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.05)
