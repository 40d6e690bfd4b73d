"""A service with nothing but effects to count, run as a process of its own: `python -m … home servers group topic`."""

from __future__ import annotations

import signal
import sys
import threading
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from services.common.clock import SystemClock
from services.common.database import Database
from services.common.events import Declared
from services.common.inbox import inbox_table
from services.common.kafka.consume import Consumer, consume
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.subscription import Subscription, subscribe_patiently
from services.common.settings import Settings
from tests.unit.common.examples import codec

METADATA = sa.MetaData()
INBOX = inbox_table(METADATA)
EFFECTS = sa.Table(
    "effects",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("event_id", sa.String, nullable=False),
    sa.Column("applicant_id", sa.String, nullable=False),
)


def effects_database(home: Path) -> Database:
    """The service's database, with its tables."""
    database = Database(f"sqlite:///{home / 'counting.db'}", "counting")
    with database.begin() as connection:
        METADATA.create_all(connection)
    return database


def count(connection: sa.Connection, event: Declared) -> None:
    """The effect: a row an event, with no key that would hide a repetition."""
    connection.execute(sa.insert(EFFECTS).values(event_id=event.event_id, applicant_id=event.applicant_id))


def consumer(home: Path, settings: Settings, group: str) -> Consumer:
    """The service's consumer."""
    return Consumer(
        group=group,
        handlers={Declared: count},
        database=effects_database(home),
        inbox=INBOX,
        codec=codec(home),
        publisher=KafkaPublisher(settings, "counting-dlq"),
        clock=SystemClock(),
    )


def main(home: str, servers: str, group: str, topic: str) -> None:
    """Consume until SIGTERM."""
    settings, stop = Settings(home=Path(home), kafka_bootstrap_servers=servers), threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    subscription = subscribe_patiently(partial(Subscription, settings, group, [topic], 5), stop)
    if subscription is not None:
        consume(consumer(Path(home), settings, group), subscription, stop)


if __name__ == "__main__":
    main(*sys.argv[1:])
