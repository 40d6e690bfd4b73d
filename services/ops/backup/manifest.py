"""What a backup set holds: written last, so that a set that was cut short has none, and checked before a restore."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from services.common.errors import Misconfigured
from services.common.kafka.cluster import Place

FORMAT = "docintake backup 1"
NAME = "manifest.json"
FILES = "files.jsonl"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup set in figures."""

    made_at: str
    """ISO 8601 in UTC."""
    rows: int
    """Of all tables."""
    blobs: int
    """Originals, page pictures and large events."""
    records: int
    """Of all topics."""
    partitions: Mapping[str, int]
    """Partitions by topic."""
    committed: Mapping[str, Mapping[Place, int]]
    """Committed offsets by group."""
    notes: Mapping[Place, str]
    """Notes of the dead letters handled last."""


def seal_set(folder: Path, manifest: Manifest) -> None:
    """Note every file with its digest, then the manifest itself; all of it is on disk when this returns."""
    with (folder / FILES).open("w") as listing:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != FILES):
            line = {"file": path.relative_to(folder).as_posix(), "sha256": _digest(path)}
            listing.write(json.dumps(line, ensure_ascii=False) + "\n")
    content = asdict(manifest) | {
        "format": FORMAT,
        "files": _digest(folder / FILES),
        "committed": {group: _places(offsets) for group, offsets in manifest.committed.items()},
        "notes": _places(manifest.notes),
    }
    with (folder / NAME).open("w") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    os.sync()


def checked_set(folder: Path) -> Manifest:
    """The manifest of a set whose files are all there, unchanged. Raises Misconfigured otherwise, naming the file."""
    try:
        content = json.loads((folder / NAME).read_text())
        if content["format"] != FORMAT:
            raise Misconfigured(f"{folder}: a backup of another version ({content['format']!r})")
        _check_files(folder, content["files"])
        return Manifest(
            made_at=content["made_at"],
            rows=content["rows"],
            blobs=content["blobs"],
            records=content["records"],
            partitions=content["partitions"],
            committed={group: _unplaced(offsets) for group, offsets in content["committed"].items()},
            notes=_unplaced(content["notes"]),
        )
    except FileNotFoundError:
        raise Misconfigured(
            f"{folder} is no whole backup: it has no {NAME} / {folder}는 완전한 백업이 아닙니다({NAME} 없음)."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Misconfigured(f"{folder / NAME} cannot be read ({type(error).__name__})") from None


def _check_files(folder: Path, digest: str) -> None:
    if _digest(folder / FILES) != digest:
        raise Misconfigured(f"{folder / FILES} was changed since the backup / 백업 뒤에 바뀐 파일입니다.")
    with (folder / FILES).open() as listing:
        for line in listing:
            noted = json.loads(line)
            path = folder / noted["file"]
            if not path.is_file() or _digest(path) != noted["sha256"]:
                raise Misconfigured(f"{path} is missing or was changed since the backup / 없거나 바뀐 파일입니다.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _places(by_place: Mapping[Place, Any]) -> list[list[Any]]:
    return [[topic, partition, value] for (topic, partition), value in by_place.items()]


def _unplaced(entries: Sequence[tuple[str, int, Any]]) -> dict[Place, Any]:
    return {(topic, partition): value for topic, partition, value in entries}
