"""PostgreSQL under what keeps state: migrated, sorted as SQLite does, and no update lost between two writers."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from services import bootstrap
from services.common.database import Database, hold, insert_ignore, open_database, upsert
from services.common.errors import Misconfigured, Retryable
from services.common.settings import Settings
from tests.infra.postgres import Postgres
from tests.unit.common.test_migrations import TABLES

METADATA = sa.MetaData()
ROWS = sa.Table(
    "rows",
    METADATA,
    sa.Column("name", sa.String(200), primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
)
SIGNS = ["가", "Z", "a", "_", "-", "é", "나", "1", "B", "b.1", "b+1", "b 1", "A", "10"]


@pytest.fixture
def rows(database_url: str) -> Iterator[Database]:
    """A service with one table."""
    database = Database(database_url, "counters")
    with database.begin() as connection:
        METADATA.create_all(connection)
    yield database
    database.close()


@pytest.mark.parametrize("service", TABLES)
def test_migrations_make_the_tables_of_the_code(service: str, tmp_path: Path, database_url: str) -> None:
    database = open_database(Settings(home=tmp_path, database_url=database_url), service)
    database.migrate()
    database.migrate()
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, import_module(TABLES[service]).METADATA) == []
    database.close()


def _migrate(home: str, url: str, answers: Any) -> None:
    try:
        bootstrap.migrate(Settings(home=Path(home), database_url=url))
        answers.put("migrated")
    except Exception as error:
        answers.put(repr(error))


def test_several_machines_may_migrate_at_once(tmp_path: Path, database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    children = [context.Process(target=_migrate, args=(str(tmp_path), database_url, answers)) for _ in range(3)]
    for child in children:
        child.start()
    assert [answers.get(timeout=180) for _ in children] == ["migrated"] * 3
    for child in children:
        child.join()


def test_every_service_has_a_schema_of_its_own_and_text_that_sorts_by_bytes(
    tmp_path: Path, postgres: Postgres, database_url: str
) -> None:
    bootstrap.migrate(Settings(home=tmp_path, database_url=database_url))
    name = database_url.rsplit("/", 1)[1]
    found = postgres.execute(
        "SELECT DISTINCT table_schema, collation_name FROM information_schema.columns WHERE table_schema NOT IN"
        " ('pg_catalog', 'information_schema') AND data_type IN ('character varying', 'text')",
        name,
    )
    assert set(found) == {(service, "C") for service in TABLES}


def test_text_comes_in_the_order_of_sqlite_and_python(tmp_path: Path, database_url: str) -> None:
    answers = []
    for url in (database_url, f"sqlite:///{tmp_path}/score.db"):
        database = Database(url, "score")
        database.migrate()
        applicants = import_module("services.score.tables").APPLICANTS
        with database.begin() as connection:
            for sign in SIGNS:
                insert_ignore(connection, applicants, subject=sign, announcement="x")
        with database.read() as connection:
            ordered = sa.select(applicants.c.subject).order_by(applicants.c.subject)
            answers.append(connection.execute(ordered).scalars().all())
        database.close()
    assert answers == [sorted(SIGNS)] * 2


def test_two_writers_that_hold_the_applicant_lose_no_update(rows: Database, database_url: str) -> None:
    with rows.begin() as connection:
        insert_ignore(connection, ROWS, name="a", value=0)
    start = threading.Barrier(4)

    def count(held: Callable[[sa.Connection], int]) -> None:
        database = Database(database_url, "counters")
        start.wait()
        for _ in range(25):
            with database.begin() as connection:
                value = held(connection)
                connection.execute(sa.update(ROWS).values(value=value + 1))
        database.close()

    def by_name(connection: sa.Connection) -> int:
        hold(connection, "applicant")
        return int(connection.execute(sa.select(ROWS.c.value).with_for_update()).scalar_one())

    def by_row(connection: sa.Connection) -> int:
        return int(connection.execute(sa.select(ROWS.c.value).with_for_update()).scalar_one())

    threads = [threading.Thread(target=count, args=(way,)) for way in (by_name, by_row, by_name, by_row)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with rows.read() as connection:
        assert connection.execute(sa.select(ROWS.c.value)).scalar_one() == 100


def test_what_is_held_is_held_for_one_service_and_until_the_end(
    rows: Database, postgres: Postgres, database_url: str
) -> None:
    order: list[str] = []

    def second(service: str) -> None:
        database = Database(database_url, service)
        with database.begin() as connection:
            hold(connection, "2019-grade5/1")
            order.append(service)
        database.close()

    with rows.begin() as connection:
        hold(connection, "2019-grade5/1")
        other = threading.Thread(target=second, args=("another",))
        other.start()
        other.join(30)
        same = threading.Thread(target=second, args=("counters",))
        same.start()
        postgres.wait_until_holding(1, database_url.rsplit("/", 1)[1])
        order.append("first")
    same.join(30)
    assert order == ["another", "first", "counters"]


def test_of_two_that_wait_for_each_other_one_is_to_try_again_and_nothing_is_lost(rows: Database) -> None:
    with rows.begin() as connection:
        for name in ("a", "b"):
            insert_ignore(connection, ROWS, name=name, value=0)
    both_have_one = threading.Barrier(2)
    failures: list[BaseException] = []

    def add(first: str, second: str) -> None:
        waited = False
        while True:
            try:
                with rows.begin() as connection:
                    for name in (first, second):
                        connection.execute(sa.update(ROWS).where(ROWS.c.name == name).values(value=ROWS.c.value + 1))
                        if not waited:
                            waited = True
                            both_have_one.wait(30)
                return
            except Retryable as error:
                failures.append(error)

    threads = [threading.Thread(target=add, args=names) for names in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [str(failure) for failure in failures] == ["database of counters: DeadlockDetected: deadlock detected"]
    with rows.read() as connection:
        assert connection.execute(sa.select(ROWS.c.value)).scalars().all() == [2, 2]


def test_a_row_that_stays_locked_is_retryable(
    database_url: str, rows: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.common.postgres.LOCK_MILLISECONDS", 100)
    hurried = Database(database_url, "counters")
    with rows.begin() as holder:
        hold(holder, "x")
        with pytest.raises(Retryable, match="lock timeout"), hurried.begin() as connection:
            hold(connection, "x")
    hurried.close()


def test_a_serialization_failure_is_retryable(rows: Database) -> None:
    with rows.begin() as connection:
        insert_ignore(connection, ROWS, name="a", value=0)
    strict = rows.engine.execution_options(isolation_level="REPEATABLE READ")

    def change_what_changed_meanwhile() -> None:
        with rows._translated(), strict.begin() as late:
            late.execute(sa.select(ROWS)).all()
            with rows.begin() as early:
                early.execute(sa.update(ROWS).values(value=1))
            late.execute(sa.update(ROWS).values(value=2))

    with pytest.raises(Retryable, match="could not serialize"):
        change_what_changed_meanwhile()


def test_a_reader_sees_one_snapshot_and_may_not_write(rows: Database) -> None:
    counted = sa.select(sa.func.count()).select_from(ROWS)
    with rows.read() as reader:
        assert reader.execute(counted).scalar_one() == 0
        with rows.begin() as writer:
            insert_ignore(writer, ROWS, name="a", value=1)
        assert reader.execute(counted).scalar_one() == 0
    with rows.read() as reader:
        assert reader.execute(counted).scalar_one() == 1
    with pytest.raises(Retryable, match="read-only"), rows.read() as reader:
        insert_ignore(reader, ROWS, name="b", value=1)


def test_insert_ignore_tells_the_truth_to_two_at_once(rows: Database) -> None:
    told: list[bool] = []

    def insert() -> None:
        with rows.begin() as connection:
            told.append(insert_ignore(connection, ROWS, name="a", value=1))
            time.sleep(0.05)

    threads = [threading.Thread(target=insert) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [False, False, False, True]
    with rows.begin() as connection:
        upsert(connection, ROWS, name="a", value=7)
        assert connection.execute(sa.select(ROWS)).one() == ("a", 7)


def test_a_server_that_is_stopped_is_retryable_and_its_return_is_noticed() -> None:
    with Postgres() as own:
        database = Database(own.url(), "counters")
        with database.begin() as connection:
            METADATA.create_all(connection)
        own.stop()
        for _ in range(2):
            with pytest.raises(Retryable, match="database of counters"), database.begin():
                pytest.fail("began")
        with pytest.raises(Retryable, match="Connection refused"):
            Database(own.url(), "counters")
        own.start()
        with database.begin() as connection:
            assert insert_ignore(connection, ROWS, name="a", value=1)
        database.close()


def test_a_wrong_setting_is_told_in_words_without_the_password(postgres: Postgres) -> None:
    wrongs = {
        postgres.url("nowhere"): 'database "nowhere" does not exist',
        postgres.url(password="hunter22"): "password authentication failed",
        postgres.url(user="nobody"): "password authentication failed",
        "mysql+pymysql://u:hunter22@h/d": "postgresql\\+psycopg://user",
        "postgresql://u:hunter22@h:port/d": "percent-encoding",
    }
    for url, told in wrongs.items():
        with pytest.raises(Misconfigured, match=told) as caught:
            Database(url, "counters")
        assert "hunter22" not in str(caught.value)
        assert "p@ss" not in str(caught.value)


def test_a_urls_driver_need_not_be_named(postgres: Postgres) -> None:
    Database(postgres.url().replace("postgresql+psycopg://", "postgresql://"), "counters").close()
