"""The way back: into an empty home (or empty databases, blob store and topics of a cluster), then erasures again.

check the set and the keys ─► tables · blobs · keys ─► topics, records, offsets ─► erase whom the copy of the keys
                                                                                 calls destroyed since
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import sqlalchemy as sa

from services.common.blobs import BlobStore
from services.common.clock import Clock
from services.common.database import Database, upsert
from services.common.errors import Misconfigured, Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.archive import write_records
from services.common.kafka.cluster import TopicState
from services.common.kafka.letters import HANDLED_BY
from services.common.keys.copies import KeyCopies, KeyCopy, read_copy
from services.common.keys.tables import KEYS, MASTER
from services.common.sealing import WRONG_MASTER_KEY, master_id
from services.common.settings import Settings
from services.ops.backup.manifest import Manifest, checked_set
from services.ops.backup.records import NewOffsets, dumped_records
from services.ops.backup.rows import is_empty, load_tables, revision_of
from services.ops.topics import apply, wanted

LEFT_OUT = {"keys": ("applicant_keys", "master_key", "key_copies")}
"""What comes from the copy of the keys instead."""
NOT_EMPTY = (
    "restore only into an empty place: move the old data away first (home/data), or name another DOCINTAKE_HOME"
    " / 빈 곳에만 복원할 수 있습니다. 이전 데이터를 옮기거나 DOCINTAKE_HOME을 바꾸십시오."
)

Say = Callable[[str], None]


def checked(source: Path, key_copy: Path, master: bytes) -> tuple[Manifest, KeyCopy]:
    """The set and the keys, wholly looked through before anything is written. Raises Misconfigured."""
    manifest, copy = checked_set(source), read_copy(key_copy)
    if copy.master_id is not None and copy.master_id != master_id(master):
        raise Misconfigured(WRONG_MASTER_KEY)
    needed = {line["key_id"] for line in _lines(source / "databases" / "keys" / "applicant_keys.jsonl")}
    if missing := needed - copy.keys.keys():
        raise Misconfigured(
            f"{key_copy} is older than the backup: {len(missing)} of its {len(needed)} keys are missing; give the"
            f" newest copy of the keys / 키 사본이 백업보다 오래되었습니다(없는 키 {len(missing)}개)."
        )
    return manifest, copy


def restore_stores(
    source: Path,
    copy: KeyCopy,
    key_copy: Path,
    databases: Mapping[str, Database],
    blobs: BlobStore,
    clock: Clock,
    say: Say,
) -> None:
    """Tables, keys and blobs. `databases` are empty and not migrated. Raises Misconfigured where something is there."""
    rows = 0
    for service, database in databases.items():
        folder = source / "databases" / service
        database.migrate(revision_of(folder))
        with database.begin() as connection:
            if not is_empty(connection):
                raise Misconfigured(f"the database of {service} is not empty; {NOT_EMPTY}")
            rows += load_tables(connection, folder, LEFT_OUT.get(service, ()))
        database.migrate()
    _load_keys(databases["keys"], copy, clock)
    KeyCopies(databases["keys"], clock).write(key_copy)
    say(f"databases {rows:,} rows, {len(copy.keys):,} keys")
    say(f"blobs     {_load_blobs(source / 'blobs', blobs):,}")


def restore_topics(settings: Settings, source: Path, manifest: Manifest, say: Say) -> None:
    """Topics with their partitions, records and committed offsets. Raises Misconfigured where a topic has records."""
    with Admin(settings, "restore") as admin:
        apply(admin, _as_they_were(settings, manifest))
        present = {name: state.partitions for name, state in admin.topics().items()}
        for name, partitions in manifest.partitions.items():
            if present.get(name) != partitions:
                raise Misconfigured(
                    f"topic {name} has {present.get(name)} partitions, in the backup {partitions}: delete it first"
                )
        filled = [place for place, span in admin.offsets(manifest.partitions).items() if span.end]
        if filled:
            raise Misconfigured(f"topic {filled[0][0]} has records; {NOT_EMPTY}")
        places = [(name, index) for name, count in sorted(manifest.partitions.items()) for index in range(count)]
        offsets = NewOffsets(source / "topics", places)
        written = write_records(settings, map(offsets.moved, dumped_records(source / "topics", places)))
        for place, span in admin.offsets(manifest.partitions).items():
            if span.end != offsets.count(place):
                raise Retryable(
                    f"{place[0]}/{place[1]} has {span.end} records, not {offsets.count(place)}: begin again"
                )
        for group, committed in manifest.committed.items():
            moved = {place: offsets.of(place, offset) for place, offset in committed.items() if place[0] in present}
            if group == HANDLED_BY:
                for place, offset in moved.items():
                    admin.commit(group, {place: offset}, manifest.notes.get(place, ""))
            elif moved:
                admin.commit(group, moved)
    say(f"topics    {written:,} records")


def erased_since(copy: KeyCopy) -> dict[str, int]:
    """Everybody who was ever erased, by `announcement/applicant_id`, and how often."""
    return dict(Counter(key.subject for key in copy.keys.values() if key.wrapped is None))


def _as_they_were(settings: Settings, manifest: Manifest) -> dict[str, TopicState]:
    return {
        name: TopicState(name, manifest.partitions.get(name, state.partitions), state.replication, state.config)
        for name, state in wanted(settings.kafka_partitions, settings.kafka_replication_factor).items()
    }


def _load_keys(database: Database, copy: KeyCopy, clock: Clock) -> None:
    with database.begin() as connection:
        if copy.keys:
            connection.execute(
                sa.insert(KEYS),
                [
                    {
                        "key_id": key.key_id,
                        "subject": key.subject,
                        "wrapped": key.wrapped,
                        "created_at": key.created_at,
                        "destroyed_at": key.destroyed_at,
                    }
                    for key in copy.keys.values()
                ],
            )
        if copy.master_id is not None:
            upsert(connection, MASTER, one=1, master_id=copy.master_id, since=clock.now().isoformat())


def _load_blobs(folder: Path, blobs: BlobStore) -> int:
    if next(blobs.names(), None) is not None:
        raise Misconfigured(f"the blob store is not empty; {NOT_EMPTY}")
    count = 0
    for path in sorted(folder.glob("*/*")):
        blobs.put(f"{path.parent.name}/{path.name}", path.read_bytes())
        count += 1
    return count


def _lines(path: Path) -> Iterable[Mapping[str, str]]:
    with path.open() as lines:
        for line in lines:
            yield json.loads(line)
