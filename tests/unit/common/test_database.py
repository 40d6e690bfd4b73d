"""One database a service."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from services.common.database import Database, _write_ahead, insert_ignore, open_database, upsert
from services.common.errors import Retryable
from services.common.settings import Settings

METADATA = sa.MetaData()
COUNTERS = sa.Table(
    "counters",
    METADATA,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
    sa.Column("note", sa.String, nullable=True),
)


def counters(folder: Path) -> Database:
    database = Database(f"sqlite:///{folder / 'counters.db'}", "counters")
    with database.begin() as connection:
        METADATA.create_all(connection)
    return database


def test_what_a_block_wrote_is_there_and_what_a_failed_block_wrote_is_not(tmp_path: Path):
    database = counters(tmp_path)
    with database.begin() as connection:
        insert_ignore(connection, COUNTERS, name="a", value=1)
    with pytest.raises(ZeroDivisionError), database.begin() as connection:
        insert_ignore(connection, COUNTERS, name="b", value=1 // 0)
    with database.read() as connection:
        assert connection.execute(sa.select(COUNTERS.c.name)).scalars().all() == ["a"]


def test_insert_ignore_says_whether_it_was_new(tmp_path: Path):
    with counters(tmp_path).begin() as connection:
        assert insert_ignore(connection, COUNTERS, name="a", value=1)
        assert not insert_ignore(connection, COUNTERS, name="a", value=2)
        assert connection.execute(sa.select(COUNTERS.c.value)).scalar_one() == 1


def test_upsert_replaces_the_given_columns_only(tmp_path: Path):
    with counters(tmp_path).begin() as connection:
        upsert(connection, COUNTERS, name="a", value=1, note="kept")
        upsert(connection, COUNTERS, name="a", value=2)
        assert connection.execute(sa.select(COUNTERS)).one() == ("a", 2, "kept")


def test_two_threads_that_read_and_then_write_lose_no_update(tmp_path: Path):
    counters(tmp_path)
    with counters(tmp_path).begin() as connection:
        insert_ignore(connection, COUNTERS, name="a", value=0)
    start = threading.Barrier(2)

    def count() -> None:
        database = counters(tmp_path)
        start.wait()
        for _ in range(25):
            with database.begin() as connection:
                value = connection.execute(sa.select(COUNTERS.c.value)).scalar_one()
                connection.execute(sa.update(COUNTERS).values(value=value + 1))
        database.close()

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with counters(tmp_path).read() as connection:
        assert connection.execute(sa.select(COUNTERS.c.value)).scalar_one() == 50


def test_a_reader_sees_one_snapshot_and_does_not_wait_for_a_writer(tmp_path: Path):
    database = counters(tmp_path)
    with database.begin() as writer:
        insert_ignore(writer, COUNTERS, name="a", value=1)
        with database.read() as reader:
            assert reader.execute(sa.select(sa.func.count()).select_from(COUNTERS)).scalar_one() == 0


def test_a_locked_database_is_retryable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("services.common.database.BUSY_SECONDS", 0.05)
    database = counters(tmp_path)
    blocker = sqlite3.connect(tmp_path / "counters.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    message = "database of counters: OperationalError: database is locked"
    with pytest.raises(Retryable, match=message), database.begin():
        pytest.fail("began")
    blocker.close()


def test_a_damaged_database_file_is_retryable_and_no_fault_of_the_record(tmp_path: Path):
    (tmp_path / "damaged.db").write_bytes(b"not a database at all, but long enough to be looked at" * 50)
    with (
        pytest.raises(Retryable, match="not a database"),
        Database(f"sqlite:///{tmp_path / 'damaged.db'}", "damaged").begin(),
    ):
        pytest.fail("began")


def test_an_error_of_a_statement_tells_no_values(tmp_path: Path):
    database = counters(tmp_path)
    twice = sa.insert(COUNTERS).values([{"name": "홍길동", "value": 19900102}] * 2)
    with pytest.raises(IntegrityError) as caught, database.begin() as connection:
        connection.execute(twice)
    assert "홍길동" not in str(caught.value)
    assert "19900102" not in str(caught.value)


def test_migrations_may_run_twice_and_give_the_tables_of_the_code(tmp_path: Path):
    from services.common.keys.tables import METADATA as KEYS_METADATA

    database = open_database(Settings(home=tmp_path), "keys")
    database.migrate()
    database.migrate()
    migrated = sa.MetaData()
    with database.read() as connection:
        migrated.reflect(connection)
    for table in KEYS_METADATA.tables.values():
        found = migrated.tables[table.name]
        assert {column.name: column.nullable for column in table.columns} == {
            column.name: column.nullable for column in found.columns
        }
        assert {index.name for index in table.indexes} == {index.name for index in found.indexes}


class _Locked:
    """A cursor that is told `locked` at once, so many times."""

    def __init__(self, times: int, words: str = "database is locked") -> None:
        self.left, self._words = times, words

    def execute(self, _statement: str) -> None:
        if self.left:
            self.left -= 1
            raise sqlite3.OperationalError(self._words)


def test_a_new_file_that_another_process_opens_too_is_tried_again():
    cursor = _Locked(3)
    _write_ahead(cursor)  # type: ignore[arg-type]
    assert cursor.left == 0
    with pytest.raises(sqlite3.OperationalError, match="disk"):
        _write_ahead(_Locked(3, "disk I/O error"))  # type: ignore[arg-type]


def _migrate(folder: str, answers) -> None:
    try:
        open_database(Settings(home=Path(folder)), "keys").migrate()
        answers.put("migrated")
    except Exception as error:
        answers.put(repr(error))


def test_processes_may_migrate_at_once(tmp_path: Path):
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    children = [context.Process(target=_migrate, args=(str(tmp_path), answers)) for _ in range(2)]
    for child in children:
        child.start()
    assert [answers.get(timeout=60) for _ in children] == ["migrated"] * 2
    for child in children:
        child.join()
