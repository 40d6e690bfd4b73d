"""Backup, restore, rebuild, erasure and rotation on a whole docintake, by the commands that an operator types."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from services import bootstrap
from services.common.errors import KeyDestroyed, Misconfigured
from services.common.sealing import Sealer, master_key_from
from tests.e2e.secrets_of_the_cast import Search
from tests.integration.operations.conftest import Day, forms
from tests.integration.operations.story import BORA

PERSONAL = {
    BORA.values["name"], BORA.values["name_latin"], "SEONWOO", "선우별하", BORA.values["birth_date"], "19910314",
    "1991.03.14",
}  # fmt: skip
SUBJECT = "2019-grade5/90002"


def files(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path, path.read_bytes()


def test_what_comes_back_is_what_was(day: Day) -> None:
    assert day.restored.documents == day.before.documents
    assert day.restored.applicants == day.before.applicants


def test_scores_and_verdicts_come_back_to_the_byte(day: Day) -> None:
    assert len(day.before.scores) == 3
    assert day.restored.scores == day.before.scores
    assert len(day.before.verdicts) == 2
    assert day.restored.verdicts == day.before.verdicts


def test_originals_and_pictures_come_back_to_the_byte(day: Day) -> None:
    assert len(day.before.originals) == len(day.before.pictures) == 2
    assert day.restored.originals == day.before.originals
    assert day.restored.pictures == day.before.pictures


def test_no_byte_of_a_backup_or_of_the_copied_keys_names_anybody(day: Day) -> None:
    names = {"남궁산들", "선우별하", "황보다온", "NAMGUNG", "HWANGBO", "원본과 대조함"} | PERSONAL
    search = Search(names)
    assert len(list(files(day.sets))) > 50
    for path, data in files(day.sets):
        assert search.found(data) is None, path


def test_neither_the_master_key_nor_an_applicants_key_is_in_a_backup(day: Day) -> None:
    masters = (day.old_master.strip(), (day.home.folder / "master.key").read_text().strip())
    wrapped = forms(day.wrapped)
    for path, data in files(day.sets):
        assert not any(master.encode() in data for master in masters), path
        assert not any(form in data for form in wrapped), path


def test_after_an_erasure_no_file_of_the_system_holds_the_key(day: Day) -> None:
    assert day.first is not None
    for home in (day.home, day.first):
        seen = set()
        for path, data in files(home.folder / "data"):
            seen.add(path.name)
            assert not any(form in data for form in forms(day.wrapped)), path
        assert {"keys.db", "intake.db"} <= seen


def test_what_old_segments_and_old_backups_hold_of_an_erased_person_can_be_opened_by_nobody(day: Day) -> None:
    shared = bootstrap.Shared.open(day.home.settings())
    theirs = [one for one in day.records if one.key == SUBJECT.encode() and one.value and "__" not in one.topic]
    sealed = [one for one in theirs if one.topic in ("verify.readings", "verify.verdicts")]
    assert {one.topic for one in sealed} == {"verify.readings", "verify.verdicts"}  # delivered at least once
    for record in sealed:
        with pytest.raises(KeyDestroyed):
            shared.codec.decode(record.value or b"")
    backup = (day.sets / "first" / "topics").glob("verify.readings.*.jsonl")
    lines = [json.loads(line) for path in backup for line in path.read_text().splitlines()]
    assert len({line["key"] for line in lines}) == 3
    for path, _ in files(day.sets / "first" / "blobs" / "2019-grade5~90002"):
        with pytest.raises(KeyDestroyed):
            shared.sealer.open(SUBJECT, f"2019-grade5~90002/{path.name}", path.read_bytes())


def test_no_raw_segment_or_database_file_holds_a_value_of_the_erased_person(day: Day) -> None:
    search = Search(PERSONAL)
    for record in day.records:
        for part in (record.key, record.value, *(value for _, value in record.headers)):
            assert search.found(part or b"") is None, record.topic
    for path, data in files(day.home.folder / "data"):
        assert search.found(data) is None, path


def test_compacted_topics_end_with_a_tombstone(day: Day) -> None:
    for topic in ("intake.declarations", "score.scores"):
        newest = {one.key: one.value for one in day.records if one.topic == topic}
        assert newest[SUBJECT.encode()] is None, topic


def test_a_backup_older_than_an_erasure_ends_with_the_person_erased_again(day: Day) -> None:
    assert day.first is not None
    assert "erased again 1" in day.told["restore first"]
    data = day.first.folder / "data"
    with closing(sqlite3.connect(data / "db" / "intake.db")) as connection:
        assert connection.execute("SELECT applicant_id FROM applicants ORDER BY 1").fetchall() == [
            ("90001",),
            ("90003",),
        ]
        waiting = connection.execute("SELECT topic FROM outbox WHERE sent_at IS NULL ORDER BY id").fetchall()
    assert waiting == [("intake.erasures",), ("intake.declarations",)]
    assert not (data / "blobs" / "2019-grade5~90002").exists()
    assert (data / "blobs" / "2019-grade5~90001").exists()
    shared = bootstrap.Shared.open(day.first.settings())
    assert shared.sealer.erased(SUBJECT)


def test_a_rebuild_puts_every_spoilt_row_right_and_publishes_nothing_twice(day: Day) -> None:
    told = day.told["rebuild"].splitlines()
    for service in ("intake", "judging", "review", "score"):
        (line,) = [line for line in told if line.startswith(f"{service}: ") and "missing events" in line]
        assert " 0 rows" not in line
        assert " 0 missing events" in line
        assert any(line.startswith(f"{service}: kept") for line in told)
    assert {topic: (before, before) for topic, (before, _) in day.sent.items()} == day.sent


def test_after_a_rebuild_nothing_differs(day: Day) -> None:
    lines = [line for line in day.told["rebuild again"].splitlines() if "missing events" in line]
    assert len(lines) == 4
    assert all(" 0 rows" in line and " 0 missing events" in line for line in lines)


def test_a_dry_run_counts_what_is_wrong_and_changes_nothing(day: Day) -> None:
    lines = [told.splitlines() for told in (day.told["dry"], day.told["rebuild"])]
    dry, wet = (next(line for line in said if line.startswith("judging: ") and "missing" in line) for said in lines)
    assert dry.split(",")[1].split()[0] == wet.split(",")[1].split()[0] != "0"


def test_what_staff_decided_outlives_rebuild_and_restore(day: Day) -> None:
    document = day.restored.documents[day.documents["90003"]]
    assert (document["outcome"], document["decided_by"]) == ("PASS", "staff")
    assert any("원본과 대조함" in reason["ko"] for reason in document["reasons"])


def test_the_old_master_key_opens_nothing_after_a_rotation(day: Day) -> None:
    shared = bootstrap.Shared.open(day.home.settings())
    old = Sealer(shared.keys, master_key_from(day.old_master), shared.clock)
    with pytest.raises(Misconfigured, match="master key is not the one"):
        old.check()
    assert day.old_master != (day.home.folder / "master.key").read_text()
    assert "2 keys wrapped anew" in day.told["rotate"]


def test_restore_refuses_a_place_that_is_not_empty_and_a_set_that_was_changed(day: Day) -> None:
    again = day.home.cli("restore", str(day.sets / "second"))
    assert again.returncode == 78
    assert "is not empty" in again.stderr
    assert day.first is not None
    changed = day.sets / "second" / "databases" / "score" / "applicants.jsonl"
    content = changed.read_bytes()
    try:
        changed.write_bytes(content + b"\n")
        refused = day.first.cli("restore", str(day.sets / "second"))
    finally:
        changed.write_bytes(content)
    assert refused.returncode == 78
    assert "was changed since the backup" in refused.stderr


def test_without_its_master_key_a_restore_says_so_and_writes_nothing(day: Day, tmp_path: Path, install: Path) -> None:
    from tests.integration.operations.story import Home

    home = Home(tmp_path / "home", install)
    none = home.cli("restore", str(day.sets / "second"))
    assert (none.returncode, "no master key" in none.stderr) == (78, True)
    (home.folder / "master.key").write_text(day.old_master)
    wrong = home.cli("restore", str(day.sets / "second"))
    assert (wrong.returncode, "마스터 키" in wrong.stderr) == (78, True)
    assert not (home.folder / "data").exists()
