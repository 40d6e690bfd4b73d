"""One long day, told once; the tests look at what became of it."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.papers import Applying
from tests.e2e.system import Record, wait_for
from tests.integration.operations.story import ANNA, BORA, CORA, REASON, Home, View, look, papers_in


@dataclass
class Day:
    """What happened."""

    home: Home
    sets: Path
    """Folder of the backups and the copy of the keys."""
    documents: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    """What commands said."""
    before: View = field(default_factory=View)
    rebuilt: View = field(default_factory=View)
    restored: View = field(default_factory=View)
    first: Home | None = None
    """Another home, restored from the backup that is older than the erasure."""
    wrapped: bytes = b""
    """Bora's key as it lay in the store."""
    records: list[Record] = field(default_factory=list)
    """Every record after the erasure."""
    sent: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Events by topic before and after the rebuilds."""
    old_master: str = ""
    answer_of_erased: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="session")
def day(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The day, from morning to night."""
    folder = tmp_path_factory.mktemp("operations")
    home = Home(folder / "home", install)
    day = Day(home, folder / "sets")
    _morning(day)
    _evening(day)
    _night(day, folder, install)
    return day


def _morning(day: Day) -> None:
    """Papers, decisions, a backup, an erasure, rebuilds, another backup, another master key; all while serving."""
    home = day.home
    with home.system() as system:
        mistaken = Applying(CORA.applicant_id, {**CORA.values, "registration_no": "427999"})
        day.documents = papers_in(system, [(ANNA, ANNA.report()), (BORA, BORA.report()), (mistaken, CORA.report())])
        system.staff.decide(day.documents["90003"], "OVERTURNED", REASON)
        day.told["first backup"] = home.done("backup", str(day.sets / "first"))
        day.wrapped = _wrapped(home, "2019-grade5/90002")
        day.told["erase"] = home.done("erase", "90002", "--yes")
        day.documents.pop("90002")
        wait_for(lambda: _newest(system.records("score.scores")).get("2019-grade5/90002", b"") is None, 20)
        day.records = system.records()
        _spoil(home)
        day.told["dry"] = home.done("rebuild", "judging", "--dry-run")
        counts = _counts(system.records())
        day.told["rebuild"] = home.done("rebuild", "all")
        day.told["rebuild again"] = home.done("rebuild", "all", "--dry-run")
        day.before = look(home, system, day.documents)
        day.sent = {topic: (counts.get(topic, 0), count) for topic, count in _counts(system.records()).items()}
        day.old_master = (home.folder / "master.key").read_text()
        day.told["rotate"] = home.done("keys", "rotate")
        ANNA.declare(system.portal, score="765")
        assert system.portal.judged(day.documents["90001"], 2)["declaration_version"] == 2
        ANNA.declare(system.portal)
        assert system.portal.judged(day.documents["90001"], 3)["declaration_version"] == 3
        day.before = look(home, system, day.documents)
        day.told["second backup"] = home.done("backup", str(day.sets / "second"))
        day.answer_of_erased = {"DELETE": 204}


def _evening(day: Day) -> None:
    """Everything is lost but the backup, the copy of the keys and the master key; everything comes back."""
    master = (day.home.folder / "master.key").read_text()
    day.home.lose()
    day.home.keep_secrets(master)
    day.told["restore"] = day.home.done("restore", str(day.sets / "second"))
    with day.home.system() as system:
        day.restored = look(day.home, system, day.documents)


def _night(day: Day, folder: Path, install: Path) -> None:
    """The backup of the morning, which has everything of Bora, restored with the copy of the keys as it is now."""
    day.first = Home(folder / "first", install, (day.home.folder / "master.key").read_text())
    day.told["restore first"] = day.first.done("restore", str(day.sets / "first"))


def _spoil(home: Home) -> None:
    """What a rebuild is for: rows lost and rows wrong."""
    db = home.folder / "data" / "db"
    statements = {
        "intake": "DELETE FROM verdicts; UPDATE documents SET status = 'UNREADABLE', reading_id = NULL",
        "judging": "DELETE FROM papers",
        "review": "UPDATE papers SET flagged = 1, status = 'MATCH'; DELETE FROM verdicts",
        "score": "DELETE FROM decisions; UPDATE verdicts SET status = 'UNREADABLE'",
    }
    for service, statement in statements.items():
        with closing(sqlite3.connect(db / f"{service}.db", timeout=10)) as connection:
            connection.executescript(statement)
            connection.commit()


def _wrapped(home: Home, subject: str) -> bytes:
    with closing(sqlite3.connect(home.folder / "data" / "db" / "keys.db")) as connection:
        (found,) = connection.execute("SELECT wrapped FROM applicant_keys WHERE subject = ?", (subject,)).fetchone()
    return bytes(found)


def _newest(records: list[Record]) -> dict[str, bytes | None]:
    return {(record.key or b"").decode(): record.value for record in records}


def _counts(records: list[Record]) -> dict[str, int]:
    found: dict[str, int] = {}
    for record in records:
        if not record.topic.startswith("__"):
            found[record.topic] = found.get(record.topic, 0) + 1
    return found


Forms = Callable[[bytes], tuple[bytes, ...]]


def forms(data: bytes) -> tuple[bytes, ...]:
    """Bytes as they could lie in a file."""
    return data, base64.b64encode(data), data.hex().encode()
