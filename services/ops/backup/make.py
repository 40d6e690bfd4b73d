"""Making a backup while everything goes on.

    cut (databases held, offsets read) ─► rows · blobs · records ─► copy of the keys ─► manifest

In the set: every table (personal values sealed), the originals and pictures (sealed), every topic, committed offsets.
Not in the set: the applicants' keys (their copy lies beside it and follows every erasure), the master key, and the
other secrets under home.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from services.common.blobs import BlobStore
from services.common.clock import Clock
from services.common.database import Database
from services.common.errors import Misconfigured, Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.archive import read_spans
from services.common.keys.copies import KeyCopies
from services.common.settings import Settings
from services.ops.backup.cut import cut
from services.ops.backup.manifest import Manifest, seal_set
from services.ops.backup.records import dump_records
from services.ops.backup.rows import dump_tables

HIDDEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {"keys": {"applicant_keys": ("wrapped",)}}
"""Columns that are in no backup, by database and table."""
KEY_COPY = "keys.jsonl"
"""Name of the copy of the keys, beside the sets."""

Say = Callable[[str], None]


def make_backup(
    settings: Settings,
    databases: Mapping[str, Database],
    blobs: BlobStore,
    clock: Clock,
    target: Path,
    key_copy: Path,
    say: Say,
) -> Manifest:
    """Write a backup set to the new folder `target`, and a copy of the keys to `key_copy`.

    `databases` are migrated, by service, the key store (`keys`) with them. Raises Misconfigured where `target` is there
    already or the copy would lie in it, Retryable where a part is away; what was written so far is then removed.
    """
    _check_places(target, key_copy)
    draft = target.with_name(f".{target.name}.unfinished.{os.getpid()}")
    try:
        draft.mkdir(parents=True, mode=0o700)
        manifest = _fill(settings, databases, blobs, clock, draft, say)
        # After the cut, so that every key that anything in the set was sealed with is in it.
        KeyCopies(databases["keys"], clock).write(key_copy)
        seal_set(draft, manifest)
        draft.replace(target)
    except OSError as error:
        raise Retryable(f"backup to {target}: {error.strerror or type(error).__name__}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return manifest


def _fill(
    settings: Settings, databases: Mapping[str, Database], blobs: BlobStore, clock: Clock, draft: Path, say: Say
) -> Manifest:
    with Admin(settings, "backup") as admin, cut(databases, admin) as found:
        made_at = clock.now().isoformat()
        rows = 0
        for service, connection in found.databases.items():
            rows += dump_tables(connection, draft / "databases" / service, HIDDEN.get(service, {}))
    say(f"databases {rows:,} rows")
    count = _copy_blobs(blobs, draft / "blobs")
    say(f"blobs     {count:,}")
    records = dump_records(read_spans(settings, found.spans), draft / "topics")
    say(f"topics    {records:,} records")
    return Manifest(made_at, rows, count, records, found.partitions, found.committed, found.notes)


def _copy_blobs(blobs: BlobStore, folder: Path) -> int:
    """Blobs are stored before anything names them and never change, so the cut needs no snapshot of them."""
    folder.mkdir()
    count = 0
    for name in blobs.names():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        try:
            path.write_bytes(blobs.get(name))
        except KeyError:  # erased in this moment
            continue
        count += 1
    return count


def _check_places(target: Path, key_copy: Path) -> None:
    if target.exists():
        raise Misconfigured(f"{target} is there already: name a new folder / 이미 있는 폴더입니다. 새 이름을 쓰십시오.")
    if target.absolute() in key_copy.absolute().parents:
        raise Misconfigured(
            f"the copy of the keys must not lie in the backup ({key_copy}): it is overwritten at every erasure"
            " / 키 사본은 백업 폴더 밖에 두어야 합니다."
        )
