"""What operators do, on PostgreSQL: rows from SQLite and back, a database that stands still, keys that go."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.clock import SystemClock
from services.common.database import Database, open_database
from services.common.errors import KeyDestroyed
from services.common.keys.rotation import rotate
from services.common.keys.tables import KEYS
from services.common.sealing import Sealer
from services.common.settings import Settings
from services.intake.tables import DOCUMENTS, HISTORY
from services.ops.backup.rows import dump_tables, load_tables, revision_of
from services.ops.differences import apply_differences
from services.ops.standstill import standstill
from tests.infra.postgres import Postgres

MASTER, NEW = bytes(32), bytes(range(32))


Opens = Callable[[Settings, str], Database]


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", database_url=database_url)


@pytest.fixture
def opened() -> Iterator[Opens]:
    """Opens databases, not yet migrated; they are closed with the test."""
    with ExitStack() as closing:

        def opens(settings: Settings, service: str) -> Database:
            database = open_database(settings, service)
            closing.callback(database.close)
            return database

        yield opens


def migrated(database: Database) -> Database:
    database.migrate()
    return database


def document(number: int) -> dict[str, object]:
    return {
        "number": number, "document_id": f"d-{number}", "applicant_id": "1", "announcement": "a", "claim_id": "c",
        "paper": str(number), "kind": "certificate", "sha256": "0", "bytes": 1, "pages": 1, "upload_id": "u",
        "received_at": "then", "current": True, "pictures": ["a~1/b", "가"], "rejection": {"code": "X", "ko": "나"},
        "status": "READ", "outcome": "PENDING",
    }  # fmt: skip


def test_rows_go_from_sqlite_to_postgresql_and_back_unchanged(
    settings: Settings, opened: Opens, tmp_path: Path
) -> None:
    home = Settings(home=tmp_path / "sqlite")
    one, other = migrated(opened(home, "intake")), opened(settings, "intake")
    with one.begin() as connection:
        connection.execute(sa.insert(DOCUMENTS), [document(3), document(7)])
        connection.execute(sa.insert(HISTORY), [{"document_id": "d-3", "at": "then", "event": "RECEIVED"}])
    with one.read() as connection:
        dump_tables(connection, tmp_path / "first", {})
    other.migrate(revision_of(tmp_path / "first"))
    with other.begin() as connection:
        assert load_tables(connection, tmp_path / "first") == 3
    with other.begin() as connection:  # numbers go on counting where they were
        values = {name: value for name, value in document(0).items() if name != "number"}
        connection.execute(sa.insert(DOCUMENTS), values)
        assert connection.execute(sa.select(sa.func.max(DOCUMENTS.c.number))).scalar() == 8
        connection.execute(sa.delete(DOCUMENTS).where(DOCUMENTS.c.number == 8))
    with other.read() as connection:
        dump_tables(connection, tmp_path / "second", {})
    names = {path.name for path in (tmp_path / "first").iterdir()}
    assert names == {path.name for path in (tmp_path / "second").iterdir()}
    for name in names:
        assert (tmp_path / "first" / name).read_text() == (tmp_path / "second" / name).read_text()


def test_while_it_stands_still_others_read_and_nobody_writes(settings: Settings, opened: Opens) -> None:
    database, written = migrated(opened(settings, "intake")), threading.Event()

    def write() -> None:
        with database.begin() as connection:
            connection.execute(sa.insert(DOCUMENTS), document(1))
        written.set()

    writer = threading.Thread(target=write)
    with standstill(database):
        writer.start()
        assert not written.wait(1.0)
        with database.read() as connection:
            assert connection.execute(sa.select(DOCUMENTS)).all() == []
    assert written.wait(10.0)
    writer.join()


def test_rows_that_differ_are_put_right(settings: Settings, opened: Opens, tmp_path: Path) -> None:
    live = migrated(opened(settings, "intake"))
    fresh = migrated(opened(Settings(home=tmp_path / "sqlite"), "intake"))
    with live.begin() as connection:
        connection.execute(sa.insert(DOCUMENTS), [document(1), document(2), document(3) | {"status": "WRONG"}])
    with fresh.begin() as connection:
        connection.execute(sa.insert(DOCUMENTS), [document(1), document(3), document(4)])
    with live.begin() as one, fresh.begin() as other:
        assert apply_differences(one, other, DOCUMENTS, dry=True) == 3
        assert apply_differences(one, other, DOCUMENTS, dry=False) == 3
        assert apply_differences(one, other, DOCUMENTS, dry=False) == 0


def test_an_erased_key_and_a_rotated_one_leave_the_disk(settings: Settings, opened: Opens, postgres: Postgres) -> None:
    database = migrated(opened(settings, "keys"))
    sealer = Sealer(database, MASTER, SystemClock(), makes_keys=True)
    gone, kept = sealer.seal("a/1", "x", b"1"), sealer.seal("a/2", "x", b"2")
    erased, rotated = (wrapped(database, subject) for subject in ("a/1", "a/2"))
    assert erased in on_disk(database, postgres)
    sealer.destroy("a/1")
    assert erased not in on_disk(database, postgres)
    assert rotate(database, MASTER, NEW, SystemClock()).keys == 1
    assert rotated not in on_disk(database, postgres)
    later = Sealer(database, NEW, SystemClock())
    assert later.open("a/2", "x", kept) == b"2"
    with pytest.raises(KeyDestroyed):
        later.open("a/1", "x", gone)


def wrapped(database: Database, subject: str) -> bytes:
    with database.read() as connection:
        return bytes(connection.execute(sa.select(KEYS.c.wrapped).where(KEYS.c.subject == subject)).scalar_one())


def on_disk(database: Database, postgres: Postgres) -> bytes:
    """Every file of the database's tables, as the server has written them."""
    postgres.execute("CHECKPOINT")
    with database.read() as connection:
        table = str(connection.execute(sa.text("SELECT pg_relation_filepath('applicant_keys')")).scalar_one())
    return b"".join(path.read_bytes() for path in (postgres.folder / "data" / table).parent.iterdir() if path.is_file())
