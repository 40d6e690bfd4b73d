"""What waits in the services' outboxes: a record that the broker refuses holds up everything of its applicant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from services.common.clock import Clock
from services.common.database import Database
from services.common.outbox import outbox_table

SHOWN = 20
"""Refused records that are listed by name; all are counted."""

_OUTBOX = outbox_table(sa.MetaData())
_UNSENT = _OUTBOX.c.sent_at.is_(None)


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """A record that was not taken at its last attempt."""

    topic: str
    """Where it should go."""
    event_id: str
    """Which event it is."""
    created_at: str
    """Since when it waits, ISO 8601."""
    error: str
    """Why it was not taken."""


@dataclass(frozen=True, slots=True)
class OutboxView:
    """One service's outbox."""

    service: str
    """Whose it is."""
    records: int
    """How many records wait."""
    seconds: float
    """How long the oldest has waited; 0 where none waits."""
    refused: int
    """How many of these were tried and not taken."""
    shown: tuple[RefusedRecord, ...]
    """The oldest of the refused."""


def outboxes(databases: Iterable[Database], clock: Clock) -> tuple[OutboxView, ...]:
    """The outbox of each service, looked at now. Raises Retryable where a database is away."""
    return tuple(_view(database, clock.now()) for database in databases)


def _view(database: Database, now: datetime) -> OutboxView:
    refused = sa.and_(_UNSENT, _OUTBOX.c.error.is_not(None))
    with database.read() as connection:
        if not sa.inspect(connection).has_table(_OUTBOX.name):  # not migrated yet
            return OutboxView(database.service, 0, 0.0, 0, ())
        waiting, oldest, failed = connection.execute(
            sa.select(sa.func.count(), sa.func.min(_OUTBOX.c.created_at), sa.func.count(_OUTBOX.c.error)).where(_UNSENT)
        ).one()
        rows = connection.execute(
            sa.select(_OUTBOX.c.topic, _OUTBOX.c.event_id, _OUTBOX.c.created_at, _OUTBOX.c.error)
            .where(refused)
            .order_by(_OUTBOX.c.id)
            .limit(SHOWN)
        ).all()
    seconds = max(0.0, (now - datetime.fromisoformat(oldest)).total_seconds()) if oldest else 0.0
    return OutboxView(database.service, waiting, seconds, failed, tuple(RefusedRecord(*map(str, row)) for row in rows))
