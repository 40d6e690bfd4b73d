"""The transactional outbox: an event is a row in the transaction of the state change; the relay publishes it later."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.common.avro import EventCodec
from services.common.clock import Clock
from services.common.database import Database, insert_ignore
from services.common.errors import DocintakeError, Retryable
from services.common.events import Event
from services.common.kafka.publisher import ACK_SECONDS, Publisher
from services.common.kafka.records import Outgoing, outgoing
from services.common.sole import sole
from services.common.telemetry import logger

BATCH = 200
IDLE_SECONDS = 0.05
BACKOFF = timedelta(seconds=2)
TURN_SECONDS = 0.5
"""How often a relay that is not the one asks whether it is its turn."""

log = logger("outbox")


def outbox_table(metadata: sa.MetaData) -> sa.Table:
    """The service's outbox. A row without `sent_at` is still to be published."""
    return sa.Table("outbox", metadata, *outbox_columns(), sa.Index("outbox_unsent", "sent_at", "id"))


def outbox_columns() -> list[sa.Column[object]]:
    """The columns, for the table and for the first migration of a service."""
    return [
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("event_id", sa.String(80), nullable=False, unique=True),
        sa.Column("topic", sa.String(120), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=True),
        sa.Column("headers", sa.JSON, nullable=False),
        sa.Column("created_at", sa.String(40), nullable=False),
        sa.Column("sent_at", sa.String(40), nullable=True),
        sa.Column("retry_at", sa.String(40), nullable=True),
        sa.Column("error", sa.String(300), nullable=True),
    ]


class Outbox:
    """Writes events into the transaction that made them true."""

    def __init__(self, table: sa.Table, codec: EventCodec, source: str, clock: Clock) -> None:
        """`source` is the service's name, for the CloudEvents header."""
        self._table = table
        self._codec = codec
        self._source = source
        self._clock = clock

    def add(self, connection: sa.Connection, topic: str, event: Event, *, key_id: str | None = None) -> bool:
        """Enqueue `event` unless an event of that id was enqueued before; says whether it was new.

        `key_id` as `EventCodec.encode`.
        """
        return self._add(connection, topic, event, self._codec.encode(event, key_id=key_id))

    def add_and_tell(self, connection: sa.Connection, topic: str, event: Event) -> bytes:
        """As `add`; answers the bytes that will be on the wire, personal values sealed."""
        value = self._codec.encode(event)
        self._add(connection, topic, event, value)
        return value

    def _add(self, connection: sa.Connection, topic: str, event: Event, value: bytes) -> bool:
        return self._insert(connection, outgoing(topic, event, value, self._source), event.event_id, event.subject)

    def add_tombstone(self, connection: sa.Connection, topic: str, event_id: str, subject: str) -> bool:
        """Enqueue the deletion of the subject's record on a compacted topic."""
        record = Outgoing(topic=topic, key=subject.encode(), value=None, headers=())
        return self._insert(connection, record, event_id, subject)

    def _insert(self, connection: sa.Connection, record: Outgoing, event_id: str, subject: str) -> bool:
        return insert_ignore(
            connection,
            self._table,
            event_id=event_id,
            topic=record.topic,
            key=subject,
            value=record.value,
            headers=[[name, value.decode()] for name, value in record.headers],
            created_at=self._clock.now().isoformat(),
        )


class Relay:
    """Publishes a service's outbox: in order for each applicant, one record of an applicant in flight.

    Each process of the service has one; of all of them one sends at a time, and another takes over when it ends.
    """

    def __init__(self, database: Database, table: sa.Table, publisher: Publisher, clock: Clock) -> None:
        """`database` is the service's."""
        # A record that was under way when its relay lost the turn must not arrive after newer ones of the next relay.
        self._turn = sole(database, "relay", quarantine=ACK_SECONDS)
        self._database = database
        self._table = table
        self._publisher = publisher
        self._clock = clock

    def run(self, stop: threading.Event) -> None:
        """Publish until told to stop; survives an absent broker and an absent database."""
        try:
            while not stop.is_set():
                try:
                    if not self._turn.ours():
                        stop.wait(TURN_SECONDS)
                        continue
                    sent = self.publish_some()
                except Retryable as error:
                    log.warning("outbox waits", error=str(error))
                    stop.wait(1.0)
                    continue
                if not sent:
                    stop.wait(IDLE_SECONDS)
        finally:
            self._publisher.close()
            self._turn.release()

    def publish_some(self) -> int:
        """Publish the oldest unsent record of each applicant; answers how many the broker has acknowledged."""
        rows = self._first_of_each_applicant()
        if not rows:
            return 0
        records = [
            Outgoing(
                topic=row.topic,
                key=row.key.encode(),
                value=row.value,
                headers=tuple((name, value.encode()) for name, value in row.headers),
            )
            for row in rows
        ]
        outcomes = self._publisher.publish(records)
        self._remember(rows, outcomes)
        return sum(outcome is None for outcome in outcomes)

    def _first_of_each_applicant(self) -> Sequence[sa.Row[tuple[object, ...]]]:
        table, now = self._table, self._clock.now().isoformat()
        first = sa.select(sa.func.min(table.c.id)).where(table.c.sent_at.is_(None)).group_by(table.c.key)
        with self._database.read() as connection:
            return connection.execute(
                sa.select(table)
                .where(table.c.id.in_(first), sa.or_(table.c.retry_at.is_(None), table.c.retry_at <= now))
                .order_by(table.c.id)
                .limit(BATCH)
            ).all()

    def _remember(self, rows: Sequence[sa.Row[tuple[object, ...]]], outcomes: Iterable[DocintakeError | None]) -> None:
        now = self._clock.now()
        sent = [row.id for row, outcome in zip(rows, outcomes, strict=True) if outcome is None]
        failed = [(row, outcome) for row, outcome in zip(rows, outcomes, strict=True) if outcome is not None]
        with self._database.begin() as connection:
            if sent:
                connection.execute(
                    sa.update(self._table)
                    .where(self._table.c.id.in_(sent))
                    .values(sent_at=now.isoformat(), value=None, error=None)
                )
            for row, outcome in failed:
                log.error("record not published", topic=row.topic, event_id=row.event_id, error=str(outcome))
                self._postpone(connection, row.id, outcome, now)

    def _postpone(self, connection: sa.Connection, row_id: int, outcome: DocintakeError, now: datetime) -> None:
        connection.execute(
            sa.update(self._table)
            .where(self._table.c.id == row_id)
            .values(retry_at=(now + BACKOFF).isoformat(), error=str(outcome)[:300])
        )
