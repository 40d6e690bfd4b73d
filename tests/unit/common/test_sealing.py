"""Sealing under applicants' keys."""

from __future__ import annotations

import base64
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.clock import FixedClock
from services.common.database import Database
from services.common.errors import KeyDestroyed, Misconfigured, Poison
from services.common.keys.tables import KEYS
from services.common.sealing import Sealer, master_key_from
from tests.unit.common.examples import MASTER, NOW, keys, sealer

SUBJECT = "2019-grade5/1"


def test_what_was_sealed_opens_and_does_not_show(tmp_path: Path):
    opened = sealer(tmp_path)
    sealed = opened.seal(SUBJECT, "Declared:1", "홍길동".encode())
    assert "홍길동".encode() not in sealed
    assert opened.open(SUBJECT, "Declared:1", sealed).decode() == "홍길동"


def test_a_repeated_attempt_makes_the_same_bytes_and_another_place_makes_others(tmp_path: Path):
    one, again = sealer(tmp_path), sealer(tmp_path)
    sealed = one.seal(SUBJECT, "a", b"x")
    assert again.seal(SUBJECT, "a", b"x") == sealed
    others = {one.seal(SUBJECT, "b", b"x"), one.seal(SUBJECT, "a", b"y"), one.seal("2019-grade5/2", "a", b"x")}
    assert len(others | {sealed}) == 4


def test_json_is_canonical(tmp_path: Path):
    opened = sealer(tmp_path)
    assert opened.seal_json(SUBJECT, "a", {"b": 1, "a": "가"}) == opened.seal_json(SUBJECT, "a", {"a": "가", "b": 1})


@pytest.mark.parametrize(("subject", "context"), [("2019-grade5/2", "a"), (SUBJECT, "b")])
def test_a_sealed_value_moved_to_another_place_is_poison(tmp_path: Path, subject: str, context: str):
    opened = sealer(tmp_path)
    sealed = opened.seal(SUBJECT, "a", b"x")
    with pytest.raises(Poison):
        opened.open(subject, context, sealed)


@pytest.mark.parametrize("position", [0, 1, 16, 17, 28, 29, -1])
def test_a_changed_byte_is_poison(tmp_path: Path, position: int):
    opened = sealer(tmp_path)
    sealed = bytearray(opened.seal(SUBJECT, "a", b"secret"))
    sealed[position] ^= 1
    with pytest.raises(Poison):
        opened.open(SUBJECT, "a", bytes(sealed))


@pytest.mark.parametrize("text", [b"not json", b"[1]", b"\xff"])
def test_sealed_text_that_is_no_object_is_poison(tmp_path: Path, text: bytes):
    opened = sealer(tmp_path)
    with pytest.raises(Poison):
        opened.open_json(SUBJECT, "a", opened.seal(SUBJECT, "a", text))


def test_after_an_erasure_nothing_opens_anywhere(tmp_path: Path):
    one = sealer(tmp_path)
    sealed, other = one.seal(SUBJECT, "a", b"x"), one.seal("2019-grade5/2", "a", b"y")
    one.destroy(SUBJECT)
    for opened in (one, sealer(tmp_path)):
        with pytest.raises(KeyDestroyed):
            opened.open(SUBJECT, "a", sealed)
        assert opened.erased(SUBJECT)
        assert opened.open("2019-grade5/2", "a", other) == b"y"
        assert not opened.erased("2019-grade5/2")


def test_another_process_forgets_a_destroyed_key_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    one, other = sealer(tmp_path), sealer(tmp_path)
    sealed = one.seal(SUBJECT, "a", b"x")
    assert other.open(SUBJECT, "a", sealed) == b"x"
    one.destroy(SUBJECT)
    monkeypatch.setattr("services.common.sealing.CACHE_SECONDS", 0.0)
    with pytest.raises(KeyDestroyed):
        other.open(SUBJECT, "a", sealed)


def test_the_destroyed_key_is_gone_from_the_file_too(tmp_path: Path):
    opened = sealer(tmp_path)
    opened.seal(SUBJECT, "a", b"x")
    database = Database(f"sqlite:///{tmp_path / 'keys.db'}", "keys")
    with database.read() as connection:
        wrapped = connection.execute(sa.select(KEYS.c.wrapped)).scalar_one()
    opened.destroy(SUBJECT)
    database.close()
    with closing(sqlite3.connect(tmp_path / "keys.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert all(wrapped not in file.read_bytes() for file in tmp_path.glob("keys.db*"))


def test_who_comes_back_after_an_erasure_gets_another_key(tmp_path: Path):
    opened = sealer(tmp_path)
    before = opened.seal(SUBJECT, "a", b"x")
    opened.destroy(SUBJECT)
    after = opened.seal(SUBJECT, "a", b"x")
    assert before != after
    assert opened.open(SUBJECT, "a", after) == b"x"
    assert not opened.erased(SUBJECT)
    with pytest.raises(KeyDestroyed):
        opened.open(SUBJECT, "a", before)


def test_what_was_under_way_at_an_erasure_does_not_bring_the_person_back(tmp_path: Path):
    intake = sealer(tmp_path)
    reading = Sealer(keys(tmp_path), MASTER, FixedClock(NOW), makes_keys=False)
    assert intake.open(SUBJECT, "a", intake.seal(SUBJECT, "a", b"x")) == b"x"
    assert reading.seal(SUBJECT, "a", b"x") == intake.seal(SUBJECT, "a", b"x")
    intake.destroy(SUBJECT)
    with pytest.raises(KeyDestroyed):
        reading.seal(SUBJECT, "a", b"x")
    with pytest.raises(KeyDestroyed):
        reading.digest(SUBJECT, "x")
    assert intake.erased(SUBJECT)


def test_a_key_of_another_store_is_poison(tmp_path: Path):
    (tmp_path / "other").mkdir()
    sealed = sealer(tmp_path / "other").seal(SUBJECT, "a", b"x")
    with pytest.raises(Poison, match="does not know"):
        sealer(tmp_path).open(SUBJECT, "a", sealed)


def test_a_wrong_master_key_is_misconfigured_and_no_fault_of_the_record(tmp_path: Path):
    sealed = sealer(tmp_path).seal(SUBJECT, "a", b"x")
    wrong = sealer(tmp_path, bytes(32))
    with pytest.raises(Misconfigured):
        wrong.open(SUBJECT, "a", sealed)
    with pytest.raises(Misconfigured):
        wrong.seal(SUBJECT, "a", b"x")


@pytest.mark.parametrize("text", ["", "short", base64.b64encode(bytes(31)).decode(), "*" * 44])
def test_a_master_key_that_is_none_is_told(text: str, tmp_path: Path):
    with pytest.raises(Misconfigured, match="DOCINTAKE_MASTER_KEY"):
        master_key_from(text)
    with pytest.raises(Misconfigured, match="DOCINTAKE_MASTER_KEY"):
        Sealer(Database(f"sqlite:///{tmp_path / 'k.db'}", "keys"), b"short", FixedClock(NOW))


def test_a_master_key_survives_being_written_down():
    assert master_key_from(base64.b64encode(MASTER).decode() + "\n") == MASTER


def test_digests_are_equal_for_equal_text_of_one_applicant_only(tmp_path: Path):
    opened = sealer(tmp_path)
    assert opened.digest(SUBJECT, "홍길동") == sealer(tmp_path).digest(SUBJECT, "홍길동")
    assert opened.digest(SUBJECT, "홍길동") != opened.digest("2019-grade5/2", "홍길동")
    assert opened.digest(SUBJECT, "홍길동") != opened.digest(SUBJECT, "홍길순")


def test_a_subjects_key_is_made_once_whoever_asks_first(tmp_path: Path):
    sealers = [sealer(tmp_path) for _ in range(4)]
    start, sealed = threading.Barrier(4), []

    def seal(opened: Sealer) -> None:
        start.wait()
        for number in range(10):
            sealed.append((number, opened.seal(f"2019-grade5/{number}", "a", b"x")))

    threads = [threading.Thread(target=seal, args=(opened,)) for opened in sealers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sealed) == 40
    assert len(set(sealed)) == 10
