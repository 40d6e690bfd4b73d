"""The parts of a backup: rows, records, offsets, and the manifest that tells a whole set from half a one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.database import Database, open_database
from services.common.errors import Misconfigured
from services.common.kafka.letters import letter_of
from services.common.kafka.records import Headers, Incoming
from services.common.settings import Settings
from services.ops.backup.manifest import FILES, NAME, Manifest, checked_set, seal_set
from services.ops.backup.records import NewOffsets, dump_records, dumped_records
from services.ops.backup.rows import dump_tables, is_empty, load_tables, revision_of

PLACE, LETTERS = ("verify.verdicts", 1), ("verify.verdicts.docintake.score.dlq", 0)


def record(offset: int, place: tuple[str, int] = PLACE, headers: Headers = (("ce_id", b"1"),)) -> Incoming:
    return Incoming(*place, offset, -1, 1_700_000_000_000 + offset, b"a/1", bytes([0, offset]), headers)


def test_records_come_back_with_keys_headers_and_timestamps_to_the_byte(tmp_path: Path) -> None:
    records = [record(3), record(7), Incoming(*PLACE, 9, -1, 5, None, None, (("x", b"\xff"), ("x", b"")))]
    assert dump_records(records, tmp_path / "topics") == 3
    assert list(dumped_records(tmp_path / "topics", [PLACE, LETTERS])) == records


@pytest.mark.parametrize(("old", "new"), [(0, 0), (3, 0), (4, 1), (7, 1), (8, 2), (9, 2), (10, 3), (99, 3)])
def test_a_committed_offset_points_to_the_same_next_record_although_gaps_are_gone(
    tmp_path: Path, old: int, new: int
) -> None:
    dump_records([record(3), record(7), record(9)], tmp_path / "topics")
    offsets = NewOffsets(tmp_path / "topics", [PLACE, LETTERS])
    assert offsets.of(PLACE, old) == new
    assert (offsets.count(PLACE), offsets.count(LETTERS)) == (3, 0)


def test_a_dead_letter_tells_of_the_new_offset_and_is_otherwise_untouched(tmp_path: Path) -> None:
    told = {"topic": PLACE[0], "partition": "1", "offset": "7", "class.name": "docintake.score"}
    headers = (("ce_id", b"1"), *((f"__connect.errors.{name}", text.encode()) for name, text in told.items()))
    letter = record(0, LETTERS, headers)
    dump_records([record(3), record(7), letter], tmp_path / "topics")
    offsets = NewOffsets(tmp_path / "topics", [PLACE, LETTERS])
    moved = offsets.moved(letter)
    assert letter_of(moved).offset == "1"
    assert (moved.key, moved.value, moved.headers[0]) == (letter.key, letter.value, letter.headers[0])
    assert offsets.moved(record(3)) == record(3)
    strange = record(0, LETTERS, (("__connect.errors.offset", b"x"),))
    assert offsets.moved(strange) == strange


@pytest.fixture
def filled(tmp_path: Path) -> Database:
    database = open_database(Settings(home=tmp_path / "one"), "keys")
    database.migrate()
    with database.begin() as connection:
        for number in range(3):
            connection.execute(
                sa.text("INSERT INTO applicant_keys VALUES (:id, :of, :wrapped, 'then', NULL)"),
                {"id": f"k{number}", "of": f"a/{number}", "wrapped": bytes([number, 255])},
            )
        connection.execute(sa.text("INSERT INTO key_grants VALUES ('hash', '보고', 'then', NULL)"))
    return database


def test_rows_come_back_as_they_were_but_for_what_is_hidden(filled: Database, tmp_path: Path) -> None:
    folder = tmp_path / "set" / "keys"
    with filled.read() as connection:
        assert dump_tables(connection, folder, {"applicant_keys": ("wrapped",)}) == 5
    assert revision_of(folder) == "keys_0003"
    again = open_database(Settings(home=tmp_path / "two"), "keys")
    again.migrate(revision_of(folder))
    with again.begin() as connection:
        assert is_empty(connection)
        load_tables(connection, folder)
        assert not is_empty(connection)
    with again.read() as connection, filled.read() as old:
        assert (
            connection.execute(sa.text("SELECT * FROM key_grants")).all()
            == old.execute(sa.text("SELECT * FROM key_grants")).all()
        )
        rows = connection.execute(sa.text("SELECT key_id, wrapped FROM applicant_keys ORDER BY 1")).all()
    assert [tuple(row) for row in rows] == [("k0", None), ("k1", None), ("k2", None)]


def test_bytes_come_back_as_bytes(filled: Database, tmp_path: Path) -> None:
    folder = tmp_path / "set" / "keys"
    with filled.read() as connection:
        dump_tables(connection, folder, {})
    again = open_database(Settings(home=tmp_path / "two"), "keys")
    again.migrate()
    with again.begin() as connection:
        load_tables(connection, folder, left_out=("key_grants",))
        found = connection.execute(sa.text("SELECT wrapped FROM applicant_keys ORDER BY key_id")).scalars().all()
        assert connection.execute(sa.text("SELECT count(*) FROM key_grants")).scalar() == 0
    assert found == [b"\x00\xff", b"\x01\xff", b"\x02\xff"]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    (folder / "blobs" / "a~1").mkdir(parents=True)
    (folder / "blobs" / "a~1" / "b").write_bytes(b"sealed")
    seal_set(folder, Manifest("then", 1, 1, 2, {"t": 2}, {"g": {("t", 1): 5}}, {("t", 0): "메모"}))
    return folder


def test_a_whole_set_says_what_it_holds(whole: Path) -> None:
    found = checked_set(whole)
    assert found.committed == {"g": {("t", 1): 5}}
    assert found.notes == {("t", 0): "메모"}
    assert (found.rows, found.blobs, found.records, found.partitions) == (1, 1, 2, {"t": 2})


@pytest.mark.parametrize("spoilt", [NAME, FILES, "blobs/a~1/b"])
@pytest.mark.parametrize("how", ["gone", "changed"])
def test_a_set_that_is_not_whole_is_refused(whole: Path, spoilt: str, how: str) -> None:
    path = whole / spoilt
    path.unlink() if how == "gone" else path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(Misconfigured):
        checked_set(whole)


def test_a_folder_that_is_no_set_is_told_so(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
    with pytest.raises(Misconfigured, match="no whole backup"):
        checked_set(tmp_path / "nothing")
