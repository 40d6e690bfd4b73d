"""Scores and outcomes on a real broker; replaying every topic into an empty database gives the same to the byte."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from services import bootstrap
from services.common.events import Event, StageOutcome
from services.common.kafka.admin import Admin
from services.common.kafka.browse import records_between
from services.common.kafka.consume import Consumer, consume
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import outgoing
from services.common.kafka.subscription import Subscription
from services.common.outbox import Relay
from services.common.settings import Settings
from services.common.topics import read_by
from services.ops.broker import Broker
from services.ops.topics import apply, wanted
from tests.unit.score.test_round_in_the_service import ANNOUNCEMENT, PEOPLE, matched, person

SECONDS = 90.0


@pytest.fixture
def settings(new_broker: Callable[[], Broker], tmp_path: Path) -> Iterator[Settings]:
    """A broker with the catalogue's topics."""
    with new_broker() as broker:
        found = Settings(home=tmp_path / "home", kafka_bootstrap_servers=broker.node.address)
        with Admin(found) as admin:
            apply(admin, wanted(partitions=2, replication=1))
        yield found


@contextmanager
def score_service(settings: Settings, group: str) -> Iterator[bootstrap.Shared]:
    """The score service as it runs: relay and consumer, here on threads; `group` reads from the beginning."""
    shared = bootstrap.Shared.open(settings)
    parts = bootstrap.stateful("score", shared)
    stop = threading.Event()
    consumer = Consumer(
        group=group, handlers=parts.handlers, database=parts.database, inbox=parts.inbox, codec=shared.codec,
        publisher=KafkaPublisher(settings, "score-dlq"), clock=shared.clock,
    )  # fmt: skip
    relay = Relay(parts.database, parts.outbox, KafkaPublisher(settings, "score-relay"), shared.clock)
    subscription = Subscription(settings, group, read_by("docintake.score"), 100)
    threads = [
        threading.Thread(target=partial(relay.run, stop)),
        threading.Thread(target=partial(consume, consumer, subscription, stop)),
    ]
    for thread in threads:
        thread.start()
    try:
        yield shared
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        parts.database.close()


def on_topic(settings: Settings, topic: str) -> list[tuple[bytes | None, bytes | None]]:
    """(key, value) of every record."""
    with Admin(settings) as admin:
        offsets = admin.offsets({topic: 2})
    return [
        (record.key, record.value)
        for place, found in offsets.items()
        for record in records_between(settings, place, found.start, found.end)
    ]


def until(settings: Settings, topic: str, count: int) -> list[tuple[bytes | None, bytes | None]]:
    """The records of a topic once it has so many."""
    deadline = time.monotonic() + SECONDS
    while len(found := on_topic(settings, topic)) < count:
        assert time.monotonic() < deadline, f"{topic} has {len(found)} records, not {count}"
        time.sleep(0.5)
    return found


def publish(settings: Settings, shared: bootstrap.Shared, topic: str, events: list[Event]) -> None:
    publisher = KafkaPublisher(settings, "test")
    assert publisher.publish([outgoing(topic, event, shared.codec.encode(event), "test") for event in events]) == [
        None
    ] * len(events)
    publisher.close()


def test_scores_and_outcomes_are_published_and_replayed_to_the_byte(settings: Settings) -> None:
    keys = bootstrap.Shared.open(settings, makes_keys=True)
    verdicts = [matched(n, claim) for n in PEOPLE for claim in ("lang-1", "c")]
    publish(settings, keys, "intake.declarations", [person(n) for n in PEOPLE])
    publish(settings, keys, "verify.verdicts", verdicts)
    with score_service(settings, "docintake.score") as shared:
        until(settings, "score.scores", len(PEOPLE))
        round_, outcomes = bootstrap.selection(settings)
        deadline = time.monotonic() + SECONDS
        while len(selected := round_.select(ANNOUNCEMENT, "document")) < len(PEOPLE):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert round_.publish(ANNOUNCEMENT, selected) == len(PEOPLE)
        published = until(settings, "score.outcomes", len(PEOPLE))
        events = [shared.codec.decode(value) for _, value in published if value is not None]
        assert {type(event) for event in events} == {StageOutcome}
        time.sleep(2)  # every verdict has become a score by now
    stored = outcomes.of_stage(ANNOUNCEMENT, "document")
    scores = dict(on_topic(settings, "score.scores"))
    with score_service(settings, "docintake.score"):
        pass

    again = settings.model_copy(update={"home": settings.home.parent / "again"})
    (again.data / "db").mkdir(parents=True)
    for name in ("keys.db", "keys.db-wal", "keys.db-shm"):
        if (settings.data / "db" / name).is_file():
            (again.data / "db" / name).write_bytes((settings.data / "db" / name).read_bytes())
    (again.home / "master.key").write_text((settings.home / "master.key").read_text())
    before = len(on_topic(settings, "score.scores"))
    with score_service(again, "docintake.replay"):
        until(again, "score.scores", before + len(PEOPLE))
        deadline = time.monotonic() + SECONDS
        replayed = bootstrap.selection(again)[1]
        while len(found := replayed.of_stage(ANNOUNCEMENT, "document")) < len(PEOPLE):
            assert time.monotonic() < deadline
            time.sleep(0.5)
        time.sleep(2)
    assert found == stored
    assert dict(on_topic(settings, "score.scores")) == scores
