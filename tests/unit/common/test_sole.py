"""The turn that one process of a service has, on a SQLite file; on PostgreSQL see tests/infra/test_relays.py."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from services.common.database import Database
from services.common.errors import Retryable
from services.common.sole import sole


def database(folder: Path) -> Database:
    return Database(f"sqlite:///{folder / 'service.db'}", "service")


def test_one_has_the_turn_until_it_lets_go(tmp_path: Path):
    first, second = sole(database(tmp_path), "relay", 9.0), sole(database(tmp_path), "relay", 9.0)
    assert first.ours()
    assert first.ours()
    assert not second.ours()
    first.release()
    assert second.ours()
    assert not first.ours()
    second.release()


def test_turns_of_other_names_and_databases_are_others(tmp_path: Path):
    (tmp_path / "b").mkdir()
    turns = [
        sole(database(tmp_path), "relay", 9.0),
        sole(database(tmp_path), "clock", 9.0),
        sole(database(tmp_path / "b"), "relay", 9.0),
    ]
    assert all(turn.ours() for turn in turns)
    for turn in turns:
        turn.release()


def test_a_database_in_memory_is_nobody_elses():
    turn = sole(Database("sqlite://", "service"), "relay", 9.0)
    assert turn.ours()
    turn.release()


def _take(folder: str, told) -> None:
    told.put(sole(database(Path(folder)), "relay", 9.0).ours())
    signal.pause()


def test_a_killed_process_has_no_turn(tmp_path: Path):
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    child = context.Process(target=_take, args=(str(tmp_path), told))
    child.start()
    assert told.get(timeout=60)
    mine = sole(database(tmp_path), "relay", 9.0)
    assert not mine.ours()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    assert mine.ours()
    mine.release()


def test_a_folder_that_is_gone_is_retryable(tmp_path: Path):
    with pytest.raises(Retryable, match=r"service\.db\.relay"):
        sole(Database(f"sqlite:///{tmp_path / 'gone' / 'service.db'}", "service"), "relay", 9.0).ours()
