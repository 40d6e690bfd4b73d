"""A consumer that keeps state, on the broker in memory: its handler writes a row an event."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import Declared, Event
from services.common.inbox import inbox_table
from services.common.kafka.consume import Consumer, consume
from tests.contracts.memory_broker import MemoryBroker
from tests.unit.common.examples import NOW, codec, declared

METADATA = sa.MetaData()
INBOX = inbox_table(METADATA)
EFFECTS = sa.Table(
    "effects",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("event_id", sa.String),
    sa.Column("applicant_id", sa.String),
)
GROUP = "docintake.test"
TOPIC = "intake.declarations"
DEAD = f"{TOPIC}.{GROUP}.dlq"


class Service:
    """A consumer whose handler writes a row an event, and does what the test orders before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(f"sqlite:///{folder / 'service.db'}", "service")
        with self.database.begin() as connection:
            METADATA.create_all(connection)
        self.codec = codec(folder)
        self.broker = MemoryBroker(partitions=2)
        self.broker.create(TOPIC, DEAD)
        self.before: Callable[[Event], None] = lambda event: None
        self.calls: list[str] = []
        self.handlers: dict[type[Event], Any] = {Declared: self.handle}

    def handle(self, connection: sa.Connection, event: Event) -> None:
        self.calls.append(event.event_id)
        connection.execute(sa.insert(EFFECTS).values(event_id=event.event_id, applicant_id=event.applicant_id))
        self.before(event)

    def send(self, event_id: str, applicant_id: str = "1") -> None:
        event = declared(event_id, applicant_id)
        self.broker.append(TOPIC, event.subject.encode(), self.codec.encode(event))

    def effects(self) -> list[str]:
        with self.database.read() as connection:
            return list(connection.execute(sa.select(EFFECTS.c.event_id).order_by(EFFECTS.c.id)).scalars())

    def run(self, until: Callable[[], bool], seconds: float = 8.0) -> None:
        """Consume until the condition holds."""
        self.publisher = self.broker.publisher()
        self.subscription = self.broker.subscription(GROUP, [TOPIC])
        stop, failures = threading.Event(), []
        consumer = Consumer(GROUP, self.handlers, self.database, INBOX, self.codec, self.publisher, FixedClock(NOW))

        def loop() -> None:
            try:
                consume(consumer, self.subscription, stop)
            except BaseException as error:
                failures.append(error)

        thread = threading.Thread(target=loop)
        thread.start()
        waited = threading.Event()
        for _ in range(int(seconds / 0.01)):
            if until() or not thread.is_alive():
                break
            waited.wait(0.01)
        held = until()
        stop.set()
        thread.join(10)
        if failures:
            raise failures[0]
        assert held, "it did not come about in time"

    def committed(self) -> int:
        """How many records lie below the committed offsets."""
        return sum(
            sum(record.offset < offset for record in self.broker.topics[TOPIC][place[1]])
            for (_, place), offset in self.broker.committed.items()
        )
