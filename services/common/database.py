"""One database a service: SQLite files by default, schemas of one PostgreSQL by setting. The only user of engines.

Every write is one short transaction. SQLite takes its write lock at BEGIN (`BEGIN IMMEDIATE`), so that a join
which reads and then writes cannot lose an update; in PostgreSQL the same code holds the applicant (`hold`, and
`with_for_update` on the applicant's row).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.common import postgres
from services.common.errors import Misconfigured, Retryable
from services.common.settings import Settings

BUSY_SECONDS = 10
_AGAIN_SECONDS = 0.02
WRONG_URL = "DOCINTAKE_DATABASE_URL must be postgresql+psycopg://user:password@host:5432/database, or empty"


class Database:
    """A service's own database."""

    def __init__(self, url: str, service: str) -> None:
        """`url` is SQLAlchemy's; on PostgreSQL the service gets the schema of its name.

        Raises Misconfigured where the URL is none of ours or PostgreSQL refuses it, Retryable where it is away.
        """
        self.service = service
        self.engine = _engine(url, service)

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        """A write transaction: committed when the block ends, rolled back when it raises.

        Raises Retryable where the database is locked, full, or not to be reached.
        """
        with self._translated(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A read-only transaction on one snapshot. Raises Retryable as `begin`."""
        with self._translated(), self.engine.connect().execution_options(**self._reading) as connection:
            yield connection
            connection.rollback()

    def migrate(self, revision: str = "head") -> None:
        """Bring the tables up to a revision of `services/<service>/migrations`; several processes may at once.

        Raises Retryable as `begin`.
        """
        migrations = _migrations(self.service)
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "alembic"))
        config.set_main_option("version_locations", str(migrations))
        config.set_main_option("path_separator", "newline")
        with self.begin() as connection:
            hold(connection, "migrations")
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            if self.dialect == "postgresql":
                postgres.sort_by_bytes(connection)

    def scrub(self) -> bool:
        """Let what was deleted leave the disk: SQLite's write-ahead log, PostgreSQL's dead rows. Says whether it did.

        SQLite overwrites what it deletes (`secure_delete`), but its log keeps older pages until it is cut. A reader at
        work holds it up; then the answer is False, and it is to be tried again. Raises Retryable as `begin`.
        """
        with self._translated():
            if self.dialect == "postgresql":
                with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as committing:
                    postgres.vacuum(committing)
                return True
            connection = self.engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                answer = cursor.fetchone()
                return answer is not None and not answer[0]
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Failures of the infrastructure become Retryable; a wrong statement or constraint stays."""
        try:
            yield
        except PoolTimeout as error:
            raise Retryable(f"database of {self.service}: no free connection") from error
        except DBAPIError as error:
            # The bare DatabaseError is SQLite's "malformed" and "not a database": a damaged file, not a damaged record.
            if postgres.is_infrastructure(error) or isinstance(error, InterfaceError) or type(error) is DatabaseError:
                told = f"{type(error.orig).__name__}: {postgres.first_line(error)}"
                raise Retryable(f"database of {self.service}: {told}") from error
            postgres.forget_values(error)
            raise

    @property
    def _reading(self) -> dict[str, object]:
        one_snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return {"docintake_read": True} | (one_snapshot if self.dialect == "postgresql" else {})


def open_database(settings: Settings, service: str) -> Database:
    """The database of `service` as set, not yet migrated."""
    if settings.database_url:
        return Database(settings.database_url, service)
    folder = settings.data / "db"
    folder.mkdir(parents=True, exist_ok=True)
    return Database(f"sqlite:///{folder / service}.db", service)


def hold(connection: sa.Connection, name: str) -> None:
    """Hold `name` until the transaction ends: another transaction of this service that wants it waits.

    SQLite needs nothing: whoever writes there holds the whole file. Several names are held in their order, lest two
    transactions wait for each other.
    """
    if connection.dialect.name == "postgresql":
        postgres.hold(connection, name)


def insert_ignore(connection: sa.Connection, table: sa.Table, **values: object) -> bool:
    """Insert a row unless its unique key is taken; says whether it was inserted."""
    return connection.execute(_insert_ignoring(connection.dialect.name, table), values).first() is not None


def upsert(connection: sa.Connection, table: sa.Table, **values: object) -> None:
    """Insert a row, or replace all given columns of the row with the same primary key."""
    keys = [column.name for column in table.primary_key.columns]
    changes = {name: value for name, value in values.items() if name not in keys}
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values)
    statement = (
        statement.on_conflict_do_update(index_elements=keys, set_=changes)
        if changes
        else statement.on_conflict_do_nothing(index_elements=keys)
    )
    connection.execute(statement)


@cache
def _insert_ignoring(dialect: str, table: sa.Table) -> sa.Insert:
    """Built once: building a statement costs more than running it.

    A row that was inserted is told by what comes back: the count of rows is -1 in PostgreSQL, where SQLAlchemy sends
    `RETURNING` of its own accord.
    """
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing().returning(sa.literal_column("1"))


def _migrations(service: str) -> Path:
    root = Path(__file__).parents[1]
    for folder in (root / service, root / "verify" / service, root / "common" / service):
        if (folder / "migrations").is_dir():
            return folder / "migrations"
    raise FileNotFoundError(f"service {service} has no migrations folder")


def _engine(url: str, service: str) -> sa.Engine:
    if url.startswith("sqlite"):
        return _sqlite_engine(url)
    try:
        parsed = sa.make_url(url)
    except (ArgumentError, ValueError):
        raise Misconfigured(f"{WRONG_URL} (a password with / @ : or % needs percent-encoding)") from None
    if parsed.drivername not in ("postgresql", "postgres", postgres.DRIVER):
        raise Misconfigured(f"{WRONG_URL}; this one begins with {parsed.drivername}://")
    return postgres.postgres_engine(parsed.set(drivername=postgres.DRIVER), service)


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Switch the file to a write-ahead log. SQLite's own waiting does not cover this: of two processes that open a new
    file at once, one is told at once that it is locked.
    """
    ends = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= ends:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _sqlite_engine(url: str) -> sa.Engine:
    engine = sa.create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,  # an error's message must not hold a row's values
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection, _record):  # type: ignore[no-untyped-def] # the driver's own connection has no type
        connection.isolation_level = None
        cursor = connection.cursor()
        _write_ahead(cursor)
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get("docintake_read")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
