"""Two processes of one service on PostgreSQL: one relay sends, the other takes over, and each order is kept."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common import outbox
from services.common.clock import SystemClock
from services.common.database import Database
from services.common.outbox import Outbox, Relay, outbox_table
from services.common.sole import sole
from tests.contracts.memory_broker import MemoryBroker, MemoryPublisher
from tests.e2e.system import wait_for
from tests.infra.postgres import Postgres
from tests.unit.common.examples import codec, declared

METADATA = sa.MetaData()
OUTBOX = outbox_table(METADATA)
TOPIC = "intake.declarations"
EVENTS, APPLICANTS = 30, 5
QUARANTINE = 1.0


class Process:
    """A service's relay on its own connections."""

    def __init__(self, url: str, broker: MemoryBroker) -> None:
        self.database = Database(url, "service")
        self.publisher: MemoryPublisher = broker.publisher()
        self.stop = threading.Event()
        relay = Relay(self.database, OUTBOX, self.publisher, SystemClock())
        self._thread = threading.Thread(target=relay.run, args=(self.stop,))

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self.stop.set()
        self._thread.join(30)
        self.database.close()


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> MemoryBroker:
    """A broker in memory, and a quarantine that a test can wait for."""
    monkeypatch.setattr(outbox, "ACK_SECONDS", QUARANTINE)
    made = MemoryBroker()
    made.create(TOPIC)
    return made


@pytest.fixture
def processes(database_url: str, broker: MemoryBroker) -> Iterator[list[Process]]:
    """Two of them, the first with the turn."""
    made = [Process(database_url, broker) for _ in range(2)]
    with made[0].database.begin() as connection:
        METADATA.create_all(connection)
    made[0].start()
    assert wait_for(lambda: not _free(made[1].database), 30)
    made[1].start()
    yield made
    for process in made:
        process.end()


def _free(database: Database) -> bool:
    turn = sole(database, "relay", 0.0)
    try:
        return turn.ours()
    finally:
        turn.release()


def ids(records: list[object]) -> list[str]:
    """Event ids in the order sent."""
    return [dict(record.headers)["ce_id"].decode() for record in records]  # type: ignore[attr-defined]


def write(process: Process, folder: Path, start: int) -> None:
    """Events of several applicants, in order."""
    writer = Outbox(OUTBOX, codec(folder), "service", SystemClock())
    for number in range(start, start + EVENTS):
        for applicant in range(APPLICANTS):
            with process.database.begin() as connection:
                writer.add(connection, TOPIC, declared(f"{applicant}-{number:03d}", str(applicant)))


def test_of_two_relays_one_sends_and_each_event_once(
    processes: list[Process], broker: MemoryBroker, tmp_path: Path
) -> None:
    write(processes[1], tmp_path, 0)
    assert wait_for(lambda: len(broker.records(TOPIC)) == EVENTS * APPLICANTS, 60)
    assert len(processes[0].publisher.published) == EVENTS * APPLICANTS
    assert processes[1].publisher.published == []


def test_when_one_stops_the_other_goes_on_in_order(
    processes: list[Process], broker: MemoryBroker, tmp_path: Path
) -> None:
    write(processes[1], tmp_path, 0)
    assert wait_for(lambda: len(broker.records(TOPIC)) > APPLICANTS, 60)
    processes[0].end()
    write(processes[1], tmp_path, EVENTS)
    assert wait_for(lambda: len(broker.records(TOPIC)) == 2 * EVENTS * APPLICANTS, 60)
    sent = ids(processes[0].publisher.published) + ids(processes[1].publisher.published)
    for applicant in range(APPLICANTS):
        mine = [event for event in sent if event.startswith(f"{applicant}-")]
        assert mine == [f"{applicant}-{number:03d}" for number in range(2 * EVENTS)]


def test_a_relay_that_lost_its_session_sends_nothing_more_until_its_turn_comes_again(
    processes: list[Process], postgres: Postgres, broker: MemoryBroker, tmp_path: Path, database_url: str
) -> None:
    write(processes[1], tmp_path, 0)
    assert wait_for(lambda: len(broker.records(TOPIC)) == EVENTS * APPLICANTS, 60)
    holder = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    lost = time.monotonic()
    assert postgres.execute(holder, database_url.rsplit("/", 1)[1]) == [(True,)]
    write(processes[1], tmp_path, EVENTS)
    assert wait_for(lambda: len(broker.records(TOPIC)) == 2 * EVENTS * APPLICANTS, 60)
    assert time.monotonic() - lost > QUARANTINE, "what the lost relay had under way was not waited for"
    counts = [len(process.publisher.published) for process in processes]
    assert sum(counts) == 2 * EVENTS * APPLICANTS
