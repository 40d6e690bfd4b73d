"""A database that nobody else writes to for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from services.common.database import Database


@contextmanager
def standstill(database: Database) -> Iterator[sa.Connection]:
    """A write transaction within which nobody else writes; readers go on. Raises Retryable where it is not to be had.

    SQLite's write lock is the whole file's; in PostgreSQL every table of the service is locked.
    """
    with database.begin() as connection:
        if database.dialect == "postgresql":
            names = ", ".join(f'"{name}"' for name in sorted(sa.inspect(connection).get_table_names()))
            connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
        yield connection
