"""Records of topics as JSON lines, and where committed offsets point once the records lie on new partitions."""

from __future__ import annotations

import base64
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from services.common.kafka.cluster import Place
from services.common.kafka.letters import PREFIX
from services.common.kafka.records import Headers, Incoming

OFFSET = f"{PREFIX}offset"
TOPIC = f"{PREFIX}topic"
PARTITION = f"{PREFIX}partition"


def dump_records(records: Iterable[Incoming], folder: Path) -> int:
    """Write each partition's records to `folder/<topic>.<partition>.jsonl`; answers how many."""
    folder.mkdir(parents=True)
    files: dict[Place, IO[str]] = {}
    count = 0
    try:
        for record in records:
            file = files.get(record.place)
            if file is None:
                file = files[record.place] = _file(folder, record.place).open("w")
            file.write(json.dumps(_to_json(record)) + "\n")
            count += 1
    finally:
        for file in files.values():
            file.close()
    return count


def dumped_records(folder: Path, places: Iterable[Place]) -> Iterator[Incoming]:
    """The records of the given partitions, one partition after the other."""
    for place in places:
        path = _file(folder, place)
        if path.exists():
            with path.open() as lines:
                for line in lines:
                    yield _from_json(place, json.loads(line))


class NewOffsets:
    """Old offsets to those on partitions that were empty: gaps that compaction left are gone."""

    def __init__(self, folder: Path, places: Iterable[Place]) -> None:
        """Reads the offsets of the records in `folder`."""
        self._old = {place: [record.offset for record in dumped_records(folder, [place])] for place in places}

    def count(self, place: Place) -> int:
        """How many records the partition has."""
        return len(self._old.get(place, ()))

    def of(self, place: Place, old: int) -> int:
        """Where the record of offset `old` lies, or the next one after it, or the end."""
        return bisect_left(self._old.get(place, []), old)

    def moved(self, record: Incoming) -> Incoming:
        """A dead letter with the new offset of the record that it tells of; any other record as it is."""
        told = dict(record.headers)
        if OFFSET not in told:
            return record
        try:
            place = (told[TOPIC].decode(), int(told[PARTITION]))
            new = str(self.of(place, int(told[OFFSET]))).encode()
        except (KeyError, ValueError):
            return record
        headers: Headers = tuple((name, new if name == OFFSET else value) for name, value in record.headers)
        return Incoming(
            record.topic, record.partition, record.offset, record.leader_epoch, record.timestamp, record.key,
            record.value, headers,
        )  # fmt: skip


def _file(folder: Path, place: Place) -> Path:
    return folder / f"{place[0]}.{place[1]}.jsonl"


def _to_json(record: Incoming) -> dict[str, Any]:
    return {
        "offset": record.offset,
        "timestamp": record.timestamp,
        "key": _text(record.key),
        "value": _text(record.value),
        "headers": [[name, _text(value)] for name, value in record.headers],
    }


def _from_json(place: Place, line: Mapping[str, Any]) -> Incoming:
    return Incoming(
        topic=place[0],
        partition=place[1],
        offset=line["offset"],
        leader_epoch=-1,
        timestamp=line["timestamp"],
        key=_bytes(line["key"]),
        value=_bytes(line["value"]),
        headers=tuple((name, _bytes(value) or b"") for name, value in line["headers"]),
    )


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)
