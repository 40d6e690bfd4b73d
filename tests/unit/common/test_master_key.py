"""The master key changed, copied keys kept current, the loss of the master key."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.common.clock import FixedClock
from services.common.database import Database
from services.common.errors import KeyDestroyed, Misconfigured
from services.common.keys.copies import KeyCopies, read_copy
from services.common.keys.rotation import abandon, rotate
from services.common.keys.tables import KEYS
from services.common.sealing import Sealer, key_id_of
from tests.unit.common.examples import MASTER, NOW, keys

NEW = bytes(range(100, 132))
SUBJECT, OTHER = "2019-grade5/1", "2019-grade5/2"


@pytest.fixture
def store(tmp_path: Path) -> Database:
    return keys(tmp_path)


def sealer(store: Database, master: bytes = MASTER, at_hand: tuple[bytes, ...] = (), makes_keys: bool = True) -> Sealer:
    return Sealer(store, master, FixedClock(NOW), makes_keys=makes_keys, masters=lambda: at_hand)


def wrapped(store: Database) -> dict[str, bytes]:
    with store.read() as connection:
        return {row.subject: row.wrapped for row in connection.execute(sa.select(KEYS))}


def test_after_a_rotation_the_new_key_opens_everything_and_the_old_nothing(store: Database) -> None:
    before = [sealer(store).seal(subject, "a", b"x") for subject in (SUBJECT, OTHER)]
    assert rotate(store, MASTER, NEW, FixedClock(NOW)).keys == 2
    new = sealer(store, NEW)
    opened = [new.open(subject, "a", one) for subject, one in zip((SUBJECT, OTHER), before, strict=True)]
    assert opened == [b"x", b"x"]
    for refused in (sealer(store).check, lambda: sealer(store).open(SUBJECT, "a", before[0])):
        with pytest.raises(Misconfigured, match="마스터 키"):
            refused()


def test_a_service_that_runs_through_a_rotation_goes_on(store: Database) -> None:
    serving = sealer(store, MASTER, (MASTER, NEW))
    sealed = serving.seal(SUBJECT, "a", b"x")
    rotate(store, MASTER, NEW, FixedClock(NOW))
    serving._cache.clear()
    assert serving.open(SUBJECT, "a", sealed) == b"x"
    made = serving.seal(OTHER, "a", b"y")
    assert sealer(store, NEW).open(OTHER, "a", made) == b"y"


def test_a_key_made_by_somebody_who_knows_only_the_old_master_key_is_refused(store: Database) -> None:
    old = sealer(store)
    old.seal(SUBJECT, "a", b"x")
    rotate(store, MASTER, NEW, FixedClock(NOW))
    with pytest.raises(Misconfigured):
        old.seal(OTHER, "a", b"y")
    assert set(wrapped(store)) == {SUBJECT}


def test_a_rotation_killed_in_the_middle_changes_nothing_and_is_run_again(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for subject in (SUBJECT, OTHER):
        sealer(store).seal(subject, "a", b"x")
    before = wrapped(store)
    with monkeypatch.context() as fault:
        calls = iter([b"w" * 60])
        fault.setattr("services.common.keys.rotation.wrap", lambda *_: next(calls))
        with pytest.raises(StopIteration):
            rotate(store, MASTER, NEW, FixedClock(NOW))
    assert wrapped(store) == before
    assert rotate(store, MASTER, NEW, FixedClock(NOW)).keys == 2
    assert rotate(store, MASTER, NEW, FixedClock(NOW)).keys == 0


def test_a_rotation_with_a_key_that_is_neither_is_refused(store: Database) -> None:
    sealer(store).seal(SUBJECT, "a", b"x")
    with pytest.raises(Misconfigured):
        rotate(store, bytes(32), NEW, FixedClock(NOW))
    with pytest.raises(Misconfigured):
        rotate(store, MASTER, MASTER, FixedClock(NOW))


def test_after_the_loss_of_the_master_key_everybody_counts_as_erased_and_may_begin_anew(store: Database) -> None:
    sealed = sealer(store).seal(SUBJECT, "a", b"x")
    assert abandon(store, NEW, FixedClock(NOW)) == 1
    later = sealer(store, NEW)
    later.check()
    assert later.erased(SUBJECT)
    with pytest.raises(KeyDestroyed):
        later.open(SUBJECT, "a", sealed)
    assert later.open(SUBJECT, "a", later.seal(SUBJECT, "a", b"again")) == b"again"


def test_what_was_begun_with_one_key_is_not_sealed_with_the_next(store: Database) -> None:
    living = sealer(store)
    key_id = key_id_of(living.seal(SUBJECT, "a", b"x"))
    assert key_id_of(living.seal(SUBJECT, "a", b"y", key_id=key_id)) == key_id
    living.destroy(SUBJECT)
    assert key_id_of(living.seal(SUBJECT, "a", b"z")) != key_id
    with pytest.raises(KeyDestroyed):
        living.seal(SUBJECT, "a", b"y", key_id=key_id)
    assert living.erased_since(SUBJECT, NOW)
    assert not living.erased_since(OTHER, NOW)


def test_a_destroyed_key_leaves_the_disk(store: Database, tmp_path: Path) -> None:
    for subject in (SUBJECT, OTHER):
        sealer(store).seal(subject, "a", b"x")
    before = wrapped(store)
    files = [path for path in tmp_path.iterdir() if path.name.startswith("keys")]
    assert any(before[SUBJECT] in path.read_bytes() for path in files)
    sealer(store).destroy(SUBJECT)
    assert not any(before[SUBJECT] in path.read_bytes() for path in files)
    assert any(before[OTHER] in path.read_bytes() for path in files)


def test_a_copy_follows_erasures_and_rotations_and_holds_no_destroyed_key(store: Database, tmp_path: Path) -> None:
    copies, path = KeyCopies(store, FixedClock(NOW)), tmp_path / "copies" / "keys.jsonl"
    for subject in (SUBJECT, OTHER):
        sealer(store).seal(subject, "a", b"x")
    copies.write(path)
    assert path.stat().st_mode & 0o777 == 0o600
    first = read_copy(path)
    assert {key.subject: key.wrapped for key in first.keys.values()} == wrapped(store)

    with path.open("rb") as old:  # somebody who still has the old file open, as an undeleted inode
        sealer(store).destroy(SUBJECT)
        assert copies.refresh() == []
        assert set(old.read()) == {0}
    second = read_copy(path)
    assert [key.wrapped is None for key in second.keys.values()].count(True) == 1

    rotate(store, MASTER, NEW, FixedClock(NOW))
    assert copies.refresh() == []
    assert read_copy(path).master_id != second.master_id
    written = path.stat().st_mtime_ns
    assert copies.refresh() == []
    assert path.stat().st_mtime_ns == written


def test_a_copy_that_is_away_is_named_and_follows_when_it_is_back(store: Database, tmp_path: Path) -> None:
    copies, path = KeyCopies(store, FixedClock(NOW)), tmp_path / "keys.jsonl"
    sealer(store).seal(SUBJECT, "a", b"x")
    copies.write(path)
    away = path.rename(tmp_path / "unmounted")
    sealer(store).destroy(SUBJECT)
    assert copies.refresh() == [path]
    away.rename(path)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    copies.keep_current(stop)
    (key,) = read_copy(path).keys.values()
    assert key.wrapped is None
    assert (copies.forget(path), copies.forget(path)) == (True, False)


@pytest.mark.parametrize("spoil", [lambda text: text[: len(text) // 2], lambda text: "", lambda text: "x" + text])
def test_half_a_copy_is_refused(store: Database, tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "keys.jsonl"
    sealer(store).seal(SUBJECT, "a", b"x")
    KeyCopies(store, FixedClock(NOW)).write(path)
    path.write_text(spoil(path.read_text()))
    with pytest.raises(Misconfigured, match="no whole copy"):
        read_copy(path)
    with pytest.raises(Misconfigured, match="--keys"):
        read_copy(tmp_path / "nowhere")


def test_the_copy_of_another_key_store_is_never_overwritten(store: Database, tmp_path: Path) -> None:
    path = tmp_path / "keys.jsonl"
    (tmp_path / "b").mkdir()
    other = keys(tmp_path / "b")
    sealer(other).seal(SUBJECT, "a", b"x")
    KeyCopies(other, FixedClock(NOW)).write(path)
    before = path.read_bytes()
    with pytest.raises(Misconfigured, match="another key store"):
        KeyCopies(store, FixedClock(NOW)).write(path)
    assert path.read_bytes() == before


def test_the_copy_says_nothing_of_the_master_key(store: Database, tmp_path: Path) -> None:
    path = tmp_path / "keys.jsonl"
    sealer(store).seal(SUBJECT, "a", b"x")
    KeyCopies(store, FixedClock(NOW)).write(path)
    assert MASTER.hex() not in path.read_text()
    assert json.loads(path.read_text().splitlines()[-1]) == {"keys": 1}
