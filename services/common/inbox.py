"""The memory of what was handled: a row a handled event, in the transaction of its effects."""

from __future__ import annotations

import sqlalchemy as sa

from services.common.database import insert_ignore
from services.common.events import Event


def inbox_table(metadata: sa.MetaData) -> sa.Table:
    """The service's inbox."""
    return sa.Table("inbox", metadata, *inbox_columns())


def inbox_columns() -> list[sa.Column[object]]:
    """The columns, for the table and for the first migration of a service."""
    return [
        sa.Column("event_id", sa.String(80), primary_key=True),
        sa.Column("handled_at", sa.String(40), nullable=False),
    ]


def first_time(connection: sa.Connection, table: sa.Table, event: Event, handled_at: str) -> bool:
    """Remember `event`; False where it was handled before, and its effects are already there."""
    return insert_ignore(connection, table, event_id=event.event_id, handled_at=handled_at)
