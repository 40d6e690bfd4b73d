"""One worker at a time for what only one may do, however many processes of the service run.

PostgreSQL: a lock of the session that asks for it, gone with the session. SQLite: a lock on a file beside the
database. Either way a killed process holds nothing.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.common.database import Database
from services.common.errors import Retryable

_TAKE = sa.text("SELECT pg_try_advisory_lock(hashtextextended(current_schema() || ' sole ' || :name, 0))")


class Sole(Protocol):
    """A turn that one process has."""

    def ours(self) -> bool:
        """Whether it is ours now; taken where nobody has it. Raises Retryable where the database is away."""
        ...

    def release(self) -> None:
        """Let go, so that another may take it at once."""
        ...


def sole(database: Database, name: str, quarantine: float) -> Sole:
    """The turn `name` of the database's service.

    Who takes it over from a process that may only have lost its session waits `quarantine` seconds: what that one had
    under way must have ended.
    """
    if database.dialect == "postgresql":
        return _OfSession(database, name, quarantine)
    file = database.engine.url.database
    return _OfFile(Path(f"{file}.{name}")) if file and file != ":memory:" else _Unshared()


class _OfSession:
    """A session lock, on a connection of its own."""

    def __init__(self, database: Database, name: str, quarantine: float) -> None:
        self._database = database
        self._name = name
        self._quarantine = quarantine
        self._connection: sa.Connection | None = None
        self._seen_taken = False
        self._since = 0.0

    def ours(self) -> bool:
        """See Sole."""
        try:
            if self._connection is not None:
                self._connection.execute(sa.text("SELECT 1"))
            else:
                self._connection = self._taken()
        except (DBAPIError, PoolTimeout) as error:
            self.release()
            self._seen_taken = True  # perhaps somebody has it by now, and has sent something
            raise Retryable(f"database of {self._database.service}: the turn to {self._name} is lost") from error
        return self._connection is not None and time.monotonic() >= self._since

    def release(self) -> None:
        """See Sole."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):
                connection.invalidate()  # never back into the pool: the lock is the session's
                connection.close()

    def _taken(self) -> sa.Connection | None:
        connection = self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            taken = bool(connection.execute(_TAKE, {"name": self._name}).scalar_one())
        except BaseException:
            connection.invalidate()
            connection.close()
            raise
        if not taken:
            connection.close()
            self._seen_taken = True
            return None
        self._since = time.monotonic() + (self._quarantine if self._seen_taken else 0.0)
        self._seen_taken = False
        return connection


class _OfFile:
    """A lock on a file: the kernel takes it back from whoever ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def ours(self) -> bool:
        """See Sole."""
        if self._descriptor is not None:
            return True
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise Retryable(f"{self._path.name}: {os.strerror(error.errno or 0)}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """See Sole."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


class _Unshared:
    """A database in memory: no other process has it."""

    def ours(self) -> bool:
        """See Sole."""
        return True

    def release(self) -> None:
        """See Sole."""
