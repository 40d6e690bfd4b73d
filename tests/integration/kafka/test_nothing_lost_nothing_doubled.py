"""The delivery contract on a real broker, with processes that die."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.kafka.admin import Admin
from services.common.kafka.consume import consume
from services.common.kafka.consume_slowly import SlowConsumer
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.kafka.subscription import Subscription
from services.common.settings import Settings
from services.common.topics import dead_letter_topic
from tests.contracts.member import Member, wait_until
from tests.contracts.threads import on_a_thread
from tests.integration.kafka.counting_service import EFFECTS, consumer, effects_database
from tests.unit.common.examples import NAME, codec, declared

ROOT = Path(__file__).parents[3]


def publish(settings: Settings, home: Path, topic: str, ids: Sequence[str], applicants: int = 12) -> None:
    publisher, coder = KafkaPublisher(settings, "test"), codec(home)
    events = [declared(event_id, str(number % applicants)) for number, event_id in enumerate(ids)]
    records = [Outgoing(topic, event.subject.encode(), coder.encode(event), ()) for event in events]
    assert publisher.publish(records) == [None] * len(records)
    publisher.close()


def effects(home: Path) -> list[str]:
    with effects_database(home).read() as connection:
        return list(connection.execute(sa.select(EFFECTS.c.event_id).order_by(EFFECTS.c.id)).scalars())


def behind(settings: Settings, group: str, topic: str) -> int:
    """Records that the group has not committed."""
    with Admin(settings) as admin:
        ends, committed = admin.offsets({topic: 3}), admin.committed([group])[group]
    return sum(offsets.end - committed.get(place, 0) for place, offsets in ends.items())


@contextmanager
def process(home: Path, settings: Settings, group: str, topic: str) -> Iterator[subprocess.Popen[bytes]]:
    """The counting service as a process; killed at the latest when the test ends."""
    module = "tests.integration.kafka.counting_service"
    running = subprocess.Popen(
        [sys.executable, "-m", module, str(home), settings.bootstrap_servers, group, topic],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def test_a_killed_members_work_is_taken_over_and_every_effect_happens_once(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, tmp_path: Path
):
    topic = make_topic()
    effects_database(tmp_path)
    first_half, second_half = [f"a-{n}" for n in range(150)], [f"b-{n}" for n in range(150)]
    with process(tmp_path, kafka_settings, group, topic) as first, process(tmp_path, kafka_settings, group, topic):
        publish(kafka_settings, tmp_path, topic, first_half)
        wait_until(lambda: len(effects(tmp_path)) > 20, 40)
        first.kill()
        publish(kafka_settings, tmp_path, topic, second_half)
        publish(kafka_settings, tmp_path, topic, first_half[:20])  # what a producer in doubt sends again
        wait_until(lambda: len(effects(tmp_path)) >= 300, 60)
        wait_until(lambda: behind(kafka_settings, group, topic) == 0, 20)
    assert sorted(effects(tmp_path)) == sorted(first_half + second_half)


def test_a_stopped_service_goes_on_where_it_stopped(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, tmp_path: Path
):
    topic = make_topic()
    effects_database(tmp_path)
    publish(kafka_settings, tmp_path, topic, ["a", "b"])
    with process(tmp_path, kafka_settings, group, topic) as service:
        wait_until(lambda: behind(kafka_settings, group, topic) == 0, 30)
        service.terminate()
        started = time.monotonic()
        assert service.wait(10) == 0
        assert time.monotonic() - started < 5
    publish(kafka_settings, tmp_path, topic, ["c"])
    with process(tmp_path, kafka_settings, group, topic):
        wait_until(lambda: behind(kafka_settings, group, topic) == 0, 30)
    assert sorted(effects(tmp_path)) == ["a", "b", "c"]


def test_poison_goes_to_the_dead_letters_untouched_and_blocks_nobody(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, tmp_path: Path
):
    topic = make_topic()
    poison = bytes(range(256)) * 4
    headers = (("ce_id", b"x"), ("null", b""), ("twice", b"1"), ("twice", b"2"))
    publisher = KafkaPublisher(kafka_settings, "test")
    publisher.publish([Outgoing(topic, b"2019-grade5/1", poison, headers)])
    publisher.close()
    publish(kafka_settings, tmp_path, topic, [f"e{n}" for n in range(12)])

    def loop(stop: threading.Event) -> None:
        consume(consumer(tmp_path, kafka_settings, group), Subscription(kafka_settings, group, [topic], 100), stop)

    with on_a_thread(loop):
        wait_until(lambda: behind(kafka_settings, group, topic) == 0, 30)
    assert len(effects(tmp_path)) == 12
    member = Member(Subscription(kafka_settings, f"{group}-dlq", [dead_letter_topic(topic, group)], 10))
    (letter,) = member.wait_for(1)
    member.close()
    assert (letter.key, letter.value, letter.headers[:4]) == (b"2019-grade5/1", poison, headers)
    told = dict(letter.headers[4:])
    assert told["__connect.errors.topic"].decode() == topic
    assert told["__connect.errors.offset"] == b"0"
    assert told["__connect.errors.class.name"].decode() == group
    assert told["__connect.errors.exception.class.name"] == b"services.common.errors.Poison"
    assert set(told) == {
        f"__connect.errors.{name}"
        for name in (
            "topic",
            "partition",
            "offset",
            "stage",
            "class.name",
            "exception.class.name",
            "exception.message",
            "exception.stacktrace",
        )
    }


def test_the_largest_record_that_a_topic_takes_fits_the_dead_letters(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, tmp_path: Path
):
    import random

    topic = make_topic()
    largest = random.Random(1).randbytes(999_000)
    publisher = KafkaPublisher(kafka_settings, "test")
    assert publisher.publish([Outgoing(topic, b"k", largest, ())]) == [None]
    publisher.close()

    def loop(stop: threading.Event) -> None:
        consume(consumer(tmp_path, kafka_settings, group), Subscription(kafka_settings, group, [topic], 100), stop)

    with on_a_thread(loop):
        wait_until(lambda: behind(kafka_settings, group, topic) == 0, 30)
    member = Member(Subscription(kafka_settings, f"{group}-dlq", [dead_letter_topic(topic, group)], 10))
    assert member.wait_for(1)[0].value == largest
    member.close()


def test_a_record_that_the_broker_refuses_does_not_drag_its_neighbours_down(
    kafka_settings: Settings, make_topic: Callable[..., str]
):
    """kafka-python fails every batch under way when the broker refuses one for its size."""
    import random

    narrow, wide = make_topic(max_message_bytes="10000"), make_topic()
    publisher = KafkaPublisher(kafka_settings, "test")
    too_large = Outgoing(narrow, b"k", random.Random(2).randbytes(50_000), ())
    for _ in range(2):
        outcomes = publisher.publish(
            [
                Outgoing(wide, b"a", b"1", ()),
                too_large,
                Outgoing(narrow, b"b", b"2", ()),
                Outgoing(wide, b"c", b"3", ()),
            ]
        )
        assert [outcome is None for outcome in outcomes] == [True, False, True, True]
        assert "MessageSizeTooLarge" in str(outcomes[1])
    assert publisher.publish([Outgoing(narrow, b"b", b"4", ())]) == [None]
    publisher.close()


@pytest.mark.parametrize("workers", [2])
def test_slow_members_share_the_work_and_every_record_has_its_result(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, workers: int
):
    topic, results = make_topic(), make_topic()
    publisher = KafkaPublisher(kafka_settings, "test")
    values = [str(number).encode() for number in range(120)]
    publisher.publish([Outgoing(topic, str(n % 20).encode(), value, ()) for n, value in enumerate(values)])
    worked: dict[str, list[bytes]] = {"first": [], "second": []}

    def member(name: str) -> Callable[[threading.Event], None]:
        def work(record: Incoming) -> list[Outgoing]:
            assert record.value is not None
            worked[name].append(record.value)
            time.sleep(0.1)
            if name == "first" and len(worked["first"]) > 40:
                # A second member joins after some seconds: without this, the first would have done everything by then.
                wait_until(lambda: bool(worked["second"]), 40)
            return [Outgoing(results, record.key, record.value, ())]

        def loop(stop: threading.Event) -> None:
            subscription = Subscription(kafka_settings, group, [topic], 2)
            SlowConsumer(group, work, workers, KafkaPublisher(kafka_settings, name), subscription).run(stop)

        return loop

    reader = Member(Subscription(kafka_settings, f"{group}-results", [results], 100))
    with on_a_thread(member("first")):
        wait_until(lambda: len(worked["first"]) > 5)
        with on_a_thread(member("second")):
            wait_until(lambda: len({record.value for record in reader.records}) == 120, 60)
            wait_until(lambda: behind(kafka_settings, group, topic) == 0, 20)
    assert worked["second"], "the second member took its share"
    by_key: dict[bytes, list[int]] = {}
    for record in reader.records:
        by_key.setdefault(record.key or b"", []).append(int(record.value or b""))
    for numbers in by_key.values():
        assert list(dict.fromkeys(numbers)) == sorted(set(numbers)), "each applicant's results in their order"
    reader.close()
    publisher.close()


def test_nothing_personal_is_on_a_topic(
    kafka_settings: Settings, make_topic: Callable[..., str], group: str, tmp_path: Path
):
    topic = make_topic()
    publish(kafka_settings, tmp_path, topic, ["a"])
    member = Member(Subscription(kafka_settings, group, [topic], 10))
    (record,) = member.wait_for(1)
    member.close()
    assert NAME.encode() not in (record.value or b"")
    assert codec(tmp_path).decode(record.value or b"").personal["declaration"]["name"] == NAME
