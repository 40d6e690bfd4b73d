"""A pytest plugin (`-p tests.infra.on_postgres`): the very tests that run on SQLite, run on PostgreSQL.

Every database that a test opens as a SQLite file becomes a schema of its own in one private PostgreSQL.
"""

from __future__ import annotations

import hashlib

import pytest
import sqlalchemy as sa

from services.common import database, postgres
from services.common.database import Database
from tests.infra.postgres import Postgres

SERVER = pytest.StashKey[Postgres]()
OPENED: list[sa.Engine] = []
OF_SQLITE = {
    "test_two_threads_that_read_and_then_write_lose_no_update": "BEGIN IMMEDIATE; see test_two_writers",
    "test_a_locked_database_is_retryable": "locks the file",
    "test_a_damaged_database_file_is_retryable_and_no_fault_of_the_record": "damages the file",
    "test_a_long_history_costs_the_relay_nothing": "SQLite's way to explain a plan",
}


def pytest_configure(config: pytest.Config) -> None:
    """Start the server, and turn every SQLite URL to it."""
    server = Postgres().__enter__()
    config.stash[SERVER] = server
    url = sa.make_url(server.create("unit"))
    real = database._engine

    def engine(asked: str, service: str) -> sa.Engine:
        if not asked.startswith("sqlite"):
            return real(asked, service)
        schema = f"{service}_{hashlib.sha256(asked.encode()).hexdigest()[:16]}"
        made = postgres.postgres_engine(url, schema)
        OPENED.append(made)
        return made

    database._engine = engine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A few tests are about SQLite itself."""
    for item in items:
        if why := OF_SQLITE.get(item.name):
            item.add_marker(pytest.mark.skip(reason=why))


def pytest_collection_finish() -> None:
    """Intake's tests copy a migrated file; there is no file now."""
    from tests.unit.intake import desk

    desk._migrated = _migrated


def pytest_runtest_teardown() -> None:
    """Connections are few, tests many."""
    for engine in OPENED:
        engine.dispose()
    OPENED.clear()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server."""
    config.stash[SERVER].__exit__()


def _migrated(folder: object, service: str) -> Database:
    opened = Database(f"sqlite:///{folder}/{service}.db", service)
    opened.migrate()
    return opened
