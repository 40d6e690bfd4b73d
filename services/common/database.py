"""One database a service: SQLite files by default, schemas of one PostgreSQL by setting. The only user of engines.

Every write is one short transaction. SQLite takes its write lock at BEGIN (`BEGIN IMMEDIATE`), so that a join
which reads and then writes cannot lose an update; in PostgreSQL the same code locks the applicant's row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.common.errors import Retryable
from services.common.settings import Settings

BUSY_SECONDS = 10


class Database:
    """A service's own database."""

    def __init__(self, url: str, service: str) -> None:
        """`url` is SQLAlchemy's; on PostgreSQL the service gets the schema of its name."""
        self.service = service
        self.engine = _sqlite_engine(url) if url.startswith("sqlite") else _postgres_engine(url, service)

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
        with self._translated(), self.engine.connect().execution_options(docintake_read=True) as connection:
            yield connection
            connection.rollback()

    def migrate(self) -> None:
        """Bring the tables up to the newest revision of `services/<service>/migrations`; several processes may at once.

        Raises Retryable as `begin`.
        """
        migrations = _migrations(self.service)
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "alembic"))
        config.set_main_option("version_locations", str(migrations))
        config.set_main_option("path_separator", "newline")
        with self.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

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
            if isinstance(error, (OperationalError, InterfaceError)) or type(error) is DatabaseError:
                raise Retryable(f"database of {self.service}: {type(error.orig).__name__}: {error.orig}") from error
            raise


def open_database(settings: Settings, service: str) -> Database:
    """The database of `service` as set, not yet migrated."""
    if settings.database_url:
        return Database(settings.database_url, service)
    folder = settings.data / "db"
    folder.mkdir(parents=True, exist_ok=True)
    return Database(f"sqlite:///{folder / service}.db", service)


def insert_ignore(connection: sa.Connection, table: sa.Table, **values: object) -> bool:
    """Insert a row unless its unique key is taken; says whether it was inserted."""
    result = connection.execute(_insert_ignoring(connection.dialect.name, table), values)
    return bool(result.rowcount)


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
    """Built once: building a statement costs more than running it."""
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _migrations(service: str) -> Path:
    root = Path(__file__).parents[1]
    for folder in (root / service, root / "verify" / service, root / "common" / service):
        if (folder / "migrations").is_dir():
            return folder / "migrations"
    raise FileNotFoundError(f"service {service} has no migrations folder")


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
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get("docintake_read")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _postgres_engine(url: str, service: str) -> sa.Engine:
    engine = sa.create_engine(
        url, pool_pre_ping=True, connect_args={"options": f"-csearch_path={service}"}, hide_parameters=True
    )
    try:
        with engine.begin() as connection:
            connection.execute(sa.schema.CreateSchema(service, if_not_exists=True))
    except DBAPIError as error:
        raise Retryable(f"database of {service}: {error.orig}") from error
    return engine
