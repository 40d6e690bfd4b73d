"""A service's real database, key store, codec and outbox in a temporary folder; only Kafka is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from services.common.avro import EventCodec
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import Event
from services.common.kafka.consume import Handler
from services.common.outbox import Outbox
from services.common.sealing import Sealer

START = datetime(2019, 9, 25, 9, 0, tzinfo=UTC)


@dataclass
class World:
    """One service and what it stands on."""

    database: Database
    outbox_table: sa.Table
    sealer: Sealer
    blobs: SealedBlobs
    codec: EventCodec
    clock: FixedClock
    outbox: Outbox

    @classmethod
    def open(cls, folder: Path, service: str, outbox_table: sa.Table) -> World:
        """A fresh one under `folder`."""
        keys = Database(f"sqlite:///{folder / 'keys.db'}", "keys")
        keys.migrate()
        clock = FixedClock(START)
        sealer = Sealer(keys, bytes(range(32)), clock, makes_keys=True)
        blobs = SealedBlobs(FolderBlobStore(folder / "blobs"), sealer)
        codec = EventCodec(sealer, blobs)
        database = Database(f"sqlite:///{folder / service}.db", service)
        database.migrate()
        return cls(database, outbox_table, sealer, blobs, codec, clock, Outbox(outbox_table, codec, service, clock))

    def handle(self, handlers: Mapping[type[Event], Handler], *events: Event) -> None:
        """Handle events as the consumer does: over the wire format, each in one transaction."""
        for event in events:
            decoded = self.codec.decode(self.codec.encode(event))
            with self.database.begin() as connection:
                handlers[type(decoded)](connection, decoded)

    def published(self) -> list[Event]:
        """Everything in the outbox, oldest first."""
        with self.database.read() as connection:
            rows = connection.execute(sa.select(self.outbox_table).order_by(self.outbox_table.c.id)).all()
        return [self.codec.decode(row.value) for row in rows]

    def count(self, table: sa.Table) -> int:
        """Rows of a table."""
        with self.database.read() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
