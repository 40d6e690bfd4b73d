"""What PostgreSQL needs beside what is said in SQL: its engine, locks by name, and text that sorts byte by byte."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from services.common.errors import Misconfigured, Retryable

DRIVER = "postgresql+psycopg"
CONNECT_SECONDS = 5
LOCK_MILLISECONDS = 10_000
"""Longer than any transaction of ours; then the work is tried again."""
STATEMENT_MILLISECONDS = 60_000
IDLE_MILLISECONDS = 120_000
"""A transaction that says nothing for so long has lost its process: its locks go."""
SILENCE_MILLISECONDS = 15_000
"""A connection whose packets nobody acknowledges for so long is gone."""
CONNECTIONS = 3
MORE_CONNECTIONS = 7
"""Kept open, and opened when there is a rush, by each service of each process."""

REFUSED = ("password authentication failed", "does not exist", "no pg_hba.conf entry", "permission denied")
"""What the server says to somebody whom it will never let in; libpq hands on no code for it."""


def postgres_engine(url: sa.URL, service: str) -> sa.Engine:
    """An engine whose tables lie in the schema named `service`, made where there is none.

    Raises Misconfigured where the server refuses us for good, Retryable where it is away.
    """
    options = {
        "search_path": service,
        "lock_timeout": LOCK_MILLISECONDS,
        "statement_timeout": STATEMENT_MILLISECONDS,
        "idle_in_transaction_session_timeout": IDLE_MILLISECONDS,
        "tcp_keepalives_idle": 5,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 2,
    }
    engine = sa.create_engine(
        url,
        pool_pre_ping=True,
        pool_size=CONNECTIONS,
        max_overflow=MORE_CONNECTIONS,
        pool_timeout=10,
        connect_args={
            "options": " ".join(f"-c{name}={value}" for name, value in options.items()),
            "connect_timeout": CONNECT_SECONDS,
            "keepalives_idle": 5,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            "tcp_user_timeout": SILENCE_MILLISECONDS,
            "application_name": f"docintake-{service}",
        },
        hide_parameters=True,  # an error's message must not hold a row's values
    )
    try:
        with engine.begin() as connection:
            hold(connection, "schema")
            connection.execute(sa.schema.CreateSchema(service, if_not_exists=True))
    except DBAPIError as error:
        engine.dispose()
        told = first_line(error)
        if any(words in told for words in REFUSED):
            raise Misconfigured(f"PostgreSQL refuses the database of {service}: {told}") from error
        raise Retryable(f"database of {service}: {told}") from error
    return engine


def hold(connection: sa.Connection, name: str) -> None:
    """Hold `name` until the transaction ends; another transaction of this service that wants it waits."""
    connection.execute(_HOLD, {"name": name})


def sort_by_bytes(connection: sa.Connection) -> None:
    """Let every text of the schema compare by its bytes, as SQLite and Python do, whatever the cluster's locale.

    Moments and ids are compared as text, and a selection must come out the same on every machine.
    """
    for table, column, length in connection.execute(_TEXTS).all():
        kind = sa.String(length, collation="C") if length else sa.Text(collation="C")
        changed = kind.compile(connection.dialect)
        names = tuple(connection.dialect.identifier_preparer.quote(name) for name in (table, column))
        connection.exec_driver_sql("ALTER TABLE {} ALTER COLUMN {} TYPE {}".format(*names, changed))


def vacuum(connection: sa.Connection) -> None:
    """Write our own tables anew without their dead rows: a plain VACUUM leaves their bytes in the pages' free room.

    `connection` commits by itself. What a server keeps of its log (WAL archives) is its own affair.
    """
    tables = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    for name in tables.scalars().all():
        connection.exec_driver_sql(f"VACUUM FULL {connection.dialect.identifier_preparer.quote(name)}")


def is_infrastructure(error: DBAPIError) -> bool:
    """Whether the same work may succeed later: deadlocks, time-outs and lost connections, but no wrong statement."""
    # After a failover the old primary takes no writes (25006): psycopg calls that an InternalError.
    return isinstance(error, OperationalError) or getattr(error.orig, "sqlstate", None) == "25006"


def forget_values(error: DBAPIError) -> None:
    """Cut what the server tells beside the error itself: `Key (…)=(…) already exists`."""
    if error.orig is not None:
        told = first_line(error)
        error.orig.args = (told,)
        error.args = (f"({type(error.orig).__name__}) {told}",)


def first_line(error: DBAPIError) -> str:
    """What the server said, without its details: these may hold a row's values."""
    return str(error.orig).strip().splitlines()[0]


_HOLD = sa.text("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :name, 0))")
_TEXTS = sa.text(
    "SELECT c.table_name, c.column_name, c.character_maximum_length FROM information_schema.columns c"
    " JOIN information_schema.tables t USING (table_schema, table_name)"
    " WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'"
    " AND c.data_type IN ('character varying', 'text') AND c.collation_name IS DISTINCT FROM 'C'"
    " ORDER BY 1, 2"
)
