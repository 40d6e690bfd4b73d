"""The outbox: written with the state change, published in order for each applicant, each event until it is there."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.clock import FixedClock
from services.common.database import Database
from services.common.errors import Retryable
from services.common.outbox import BACKOFF, BATCH, Outbox, Relay, outbox_table
from tests.contracts.memory_broker import MemoryBroker, MemoryPublisher
from tests.unit.common.examples import NAME, NOW, codec, declared

METADATA = sa.MetaData()
OUTBOX = outbox_table(METADATA)
TOPIC = "intake.declarations"


class Service:
    """A database with an outbox, a relay, and a broker in memory."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(f"sqlite:///{folder / 'service.db'}", "service")
        with self.database.begin() as connection:
            METADATA.create_all(connection)
        self.clock = FixedClock(NOW)
        self.outbox = Outbox(OUTBOX, codec(folder), "service", self.clock)
        self.broker = MemoryBroker()
        self.broker.create(TOPIC)
        self.publisher = self.broker.publisher()
        self.relay = self.new_relay()

    def new_relay(self) -> Relay:
        return Relay(self.database, OUTBOX, self.publisher, self.clock)

    def add(self, event_id: str, applicant_id: str = "1", topic: str = TOPIC) -> bool:
        with self.database.begin() as connection:
            return self.outbox.add(connection, topic, declared(event_id, applicant_id))

    def published(self, applicant_id: str | None = None) -> list[str]:
        """Event ids on the broker, in order; of one applicant or of all."""
        wanted = f"2019-grade5/{applicant_id}".encode()
        return [
            dict(record.headers)["ce_id"].decode()
            for record in self.publisher.published
            if applicant_id is None or record.key == wanted
        ]

    def rows(self) -> list[sa.Row]:
        with self.database.read() as connection:
            return list(connection.execute(sa.select(OUTBOX).order_by(OUTBOX.c.id)))

    def drain(self, rounds: int = 50) -> None:
        for _ in range(rounds):
            if not self.relay.publish_some():
                return


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_an_event_is_published_with_its_headers_and_forgotten_here(service: Service):
    assert service.add("a")
    assert service.relay.publish_some() == 1
    (record,) = service.broker.records(TOPIC)
    assert record.key == b"2019-grade5/1"
    headers = {name: value.decode() for name, value in record.headers}
    assert headers.pop("traceparent").startswith("00-")
    assert headers == {
        "ce_specversion": "1.0",
        "ce_id": "a",
        "ce_type": "docintake.Declared",
        "ce_source": "/docintake/service",
        "ce_time": NOW.isoformat(),
        "ce_subject": "2019-grade5/1",
        "content-type": "application/avro",
    }
    (row,) = service.rows()
    assert (row.value, row.error) == (None, None)
    assert row.sent_at == NOW.isoformat()
    assert service.relay.publish_some() == 0


def test_an_event_of_the_same_id_is_enqueued_once(service: Service):
    assert service.add("a")
    assert not service.add("a")
    service.drain()
    assert not service.add("a")
    assert service.relay.publish_some() == 0
    assert service.published() == ["a"]


def test_an_event_of_a_rolled_back_change_never_leaves(service: Service):
    def change() -> None:
        with service.database.begin() as connection:
            service.outbox.add(connection, TOPIC, declared("a"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert service.relay.publish_some() == 0


def test_what_lies_in_the_outbox_is_sealed(service: Service, tmp_path: Path):
    service.add("a")
    assert all(NAME.encode() not in file.read_bytes() for file in tmp_path.glob("service.db*"))


def test_each_applicants_events_keep_their_order_one_in_flight(service: Service):
    for number in range(5):
        for applicant in ("1", "2", "3"):
            service.add(f"{applicant}-{number}", applicant)
    assert service.relay.publish_some() == 3, "the oldest of each applicant"
    service.drain()
    for applicant in ("1", "2", "3"):
        assert service.published(applicant) == [f"{applicant}-{number}" for number in range(5)]


def test_a_refused_record_holds_up_its_own_applicant_only(service: Service):
    service.publisher.refuse = lambda record: dict(record.headers)["ce_id"] == b"1-0"
    for number in range(3):
        for applicant in ("1", "2"):
            service.add(f"{applicant}-{number}", applicant)
    service.drain()
    assert service.published("2") == ["2-0", "2-1", "2-2"]
    assert service.published("1") == []
    assert service.rows()[0].error == "refused by the test"
    service.publisher.refuse = lambda record: False
    assert service.relay.publish_some() == 0, "not before its time"
    service.clock.advance(BACKOFF)
    service.drain()
    assert service.published("1") == ["1-0", "1-1", "1-2"]


def test_more_refused_records_than_a_batch_holds_do_not_block_the_others(service: Service):
    service.publisher.refuse = lambda record: record.key != b"2019-grade5/good"
    for number in range(BATCH + 5):
        service.add(f"bad-{number}", f"bad-{number}")
    service.add("good", "good")
    service.relay.publish_some()
    service.relay.publish_some()
    assert service.published() == ["good"]


def test_without_a_broker_nothing_is_lost_and_nothing_is_marked(service: Service):
    service.broker.away = True
    for number in range(3):
        service.add(str(number))
    with pytest.raises(Retryable):
        service.relay.publish_some()
    assert [row.sent_at for row in service.rows()] == [None] * 3
    service.broker.away = False
    service.drain()
    assert service.published() == ["0", "1", "2"]


def test_a_crash_between_acknowledgement_and_mark_sends_the_same_event_again(service: Service):
    service.add("a")

    class Killed(BaseException):
        pass

    def crash() -> None:
        service.publisher.after_ack = lambda: None
        raise Killed

    service.publisher.after_ack = crash
    with pytest.raises(Killed):
        service.relay.publish_some()
    service.relay = service.new_relay()
    service.drain()
    assert service.published() == ["a", "a"]
    first, again = service.broker.records(TOPIC)
    assert first.value == again.value


def test_a_tombstone_deletes_the_key_and_waits_its_turn(service: Service):
    service.add("a")
    with service.database.begin() as connection:
        assert service.outbox.add_tombstone(connection, TOPIC, "gone", "2019-grade5/1")
    service.drain()
    assert [record.value is None for record in service.broker.records(TOPIC)] == [False, True]
    assert {record.key for record in service.broker.records(TOPIC)} == {b"2019-grade5/1"}


def test_the_relay_runs_until_told_and_survives_an_absent_broker(service: Service):
    service.broker.away = True
    service.add("a")
    stop = threading.Event()
    thread = threading.Thread(target=service.relay.run, args=(stop,))
    thread.start()
    service.broker.away = False
    for _ in range(100):
        if service.published():
            break
        stop.wait(0.05)
    service.add("b")
    for _ in range(100):
        if len(service.published()) == 2:
            break
        stop.wait(0.05)
    stop.set()
    thread.join(5)
    assert service.published() == ["a", "b"]
    assert service.publisher.closed


def test_a_long_history_costs_the_relay_nothing(service: Service):
    with service.database.begin() as connection:
        connection.execute(
            sa.insert(OUTBOX),
            [
                {
                    "event_id": f"old-{number}",
                    "topic": TOPIC,
                    "key": f"2019-grade5/{number}",
                    "value": None,
                    "headers": [],
                    "created_at": NOW.isoformat(),
                    "sent_at": NOW.isoformat(),
                }
                for number in range(2_000)
            ],
        )
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT min(id) FROM outbox WHERE sent_at IS NULL GROUP BY key"
        ).all()
    assert any("USING INDEX outbox_unsent (sent_at=?)" in row[3] for row in plan), plan
    service.add("new")
    service.clock.advance(timedelta(seconds=1))
    assert service.relay.publish_some() == 1


def test_a_publisher_that_is_closed_by_the_relay_is_not_opened_again(service: Service):
    stop = threading.Event()
    stop.set()
    service.relay.run(stop)
    assert isinstance(service.publisher, MemoryPublisher)
    assert service.publisher.closed
