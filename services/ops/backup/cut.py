"""The moment of a backup: every database stands still while the cluster's offsets are read, so that all fit together.

While nobody can write to any database, no relay can mark a record as sent and no consumer can handle one. So whatever
a database calls sent is on its topic, whatever a group has committed is in its database, and no topic has an event
that its own database does not know. What is twice (sent, and not yet marked) has the same event id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from services.common.database import Database
from services.common.kafka.admin import Admin
from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.letters import HANDLED_BY
from services.common.topics import catalogue, dead_letter_topics
from services.ops.standstill import standstill

ORDER = ("intake", "judging", "review", "score", "keys")
"""In which databases are held: services that hold two take the key store last, too."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Everything at one moment."""

    databases: Mapping[str, sa.Connection]
    """A snapshot of each database, which stays as it is while services go on."""
    partitions: Mapping[str, int]
    """How many partitions each topic has."""
    spans: Mapping[Place, Offsets]
    """What each partition held."""
    committed: Mapping[str, Mapping[Place, int]]
    """What each group had committed."""
    notes: Mapping[Place, str]
    """What was noted when dead letters were handled last."""


@contextmanager
def cut(databases: Mapping[str, Database], admin: Admin) -> Iterator[Cut]:
    """The cut; snapshots end with the block. Raises Retryable where a database is not free within its time."""
    with ExitStack() as snapshots:
        with ExitStack() as held:
            for service in ORDER:
                held.enter_context(standstill(databases[service]))
            groups = sorted({group for topic in catalogue().values() for group in topic.consumers} | {HANDLED_BY})
            committed = admin.committed(groups)
            notes = admin.notes(HANDLED_BY)
            found = admin.topics()
            ours = [topic.name for topic in (*catalogue().values(), *dead_letter_topics()) if topic.name in found]
            partitions = {name: found[name].partitions for name in ours}
            # After the committed offsets: what a group has committed must be there.
            spans = admin.offsets(partitions)
            pinned = {service: snapshots.enter_context(_pinned(databases[service])) for service in ORDER}
        yield Cut(pinned, partitions, spans, committed, notes)


@contextmanager
def _pinned(database: Database) -> Iterator[sa.Connection]:
    """A read transaction on the database as it is now."""
    with database.read() as connection:
        if database.dialect == "postgresql":
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        # SQLite takes its snapshot at the first read, PostgreSQL at the first query.
        connection.execute(sa.text("SELECT count(*) FROM alembic_version")).one()
        yield connection
