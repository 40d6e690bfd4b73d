"""Avro in Confluent wire format (`0x00`, 4-byte id, body), personal values sealed. The only user of fastavro."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import fastavro

from services.common.blobs import SealedBlobs
from services.common.errors import Poison
from services.common.events import EVENT_TYPES, Event
from services.common.sealing import Sealer
from services.common.topics import SCHEMAS

MAGIC = 0
SEALED_CAP = 384 * 1024
"""Sealed values over this size go to the blob store, so that no event exceeds 512 KiB."""


class EventCodec:
    """Events to bytes and back."""

    def __init__(self, sealer: Sealer, blobs: SealedBlobs) -> None:
        """`sealer` holds the applicants' keys; `blobs` takes what is too large for Kafka."""
        self._sealer = sealer
        self._blobs = blobs

    def encode(self, event: Event, *, key_id: str | None = None) -> bytes:
        """The wire bytes. ValueError where the event does not fit its schema; Retryable where the key store is away.

        `key_id` as `Sealer.seal`: what rests on sealed values is sealed with their key, or not at all (KeyDestroyed).
        """
        if event.occurred_at.tzinfo is None:
            raise ValueError("an event's time needs an offset")
        record = {
            item.name: _plain(getattr(event, item.name)) for item in dataclass_fields(event) if item.name != "personal"
        }
        record |= self._sealed(event, key_id)
        buffer = io.BytesIO()
        schema_id, schema = _newest(event.schema)
        buffer.write(struct.pack(">bI", MAGIC, schema_id))
        fastavro.schemaless_writer(buffer, schema, record, strict=True)
        return buffer.getvalue()

    def decode(self, data: bytes) -> Event:
        """The event. Poison where the bytes are none; KeyDestroyed where the applicant was erased."""
        name, record = decode_envelope(data)
        event_type = EVENT_TYPES[name]
        sealed, sealed_at = record.pop("sealed"), record.pop("sealed_at")
        hints = _hints(cast(Any, event_type))
        values = {key: _typed(hint, record[key]) for key, hint in hints.items() if key in record}
        event = event_type(**values)
        if sealed_at is not None:
            sealed = self._large(event, sealed_at)
        if sealed is None:
            return event
        personal = self._sealer.open_json(event.subject, f"{name}:{event.event_id}", sealed)
        return event_type(**values, personal=personal)

    def _sealed(self, event: Event, key_id: str | None) -> dict[str, object]:
        if not event.personal:
            return {"sealed": None, "sealed_at": None}
        sealed = self._sealer.seal_json(
            event.subject, f"{event.schema}:{event.event_id}", event.personal, key_id=key_id
        )
        if len(sealed) <= SEALED_CAP:
            return {"sealed": sealed, "sealed_at": None}
        return {"sealed": None, "sealed_at": self._blobs.put(event.subject, sealed, key_id=key_id)}

    def _large(self, event: Event, name: str) -> bytes:
        try:
            return self._blobs.get(event.subject, name)
        except KeyError as error:
            raise Poison("the sealed values of this event are not in the blob store") from error


def decode_envelope(data: bytes) -> tuple[str, dict[str, Any]]:
    """Schema name and plain record of wire bytes, personal values still sealed. Poison where they are none."""
    if len(data) < 5 or data[0] != MAGIC:
        raise Poison("not in Confluent wire format")
    (schema_id,) = struct.unpack(">I", data[1:5])
    written = _released().get(schema_id)
    if written is None:
        raise Poison(f"unknown schema id {schema_id}")
    name, writer_schema = written
    body = io.BytesIO(data[5:])
    try:
        record = fastavro.schemaless_reader(body, writer_schema, _newest(name)[1])
    except Exception as error:  # fastavro raises whatever the bytes provoke: EOFError, IndexError, UnicodeDecodeError …
        raise Poison(f"not a {name}: {type(error).__name__}") from error
    if body.read(1):
        raise Poison(f"trailing bytes after a {name}")
    if not isinstance(record, dict):
        raise Poison(f"not a {name}")
    return name, record


def schema_text(name: str) -> dict[str, Any]:
    """The current schema of an event, as JSON."""
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.avsc").read_text())
    return schema


@cache
def _newest(name: str) -> tuple[int, Any]:
    ids = _ids()[name]
    newest = max(ids, key=int)
    return ids[newest], fastavro.parse_schema(schema_text(name))


@cache
def _released() -> dict[int, tuple[str, Any]]:
    return {
        schema_id: (
            name,
            fastavro.parse_schema(json.loads((SCHEMAS / f"released/{name}.v{version}.avsc").read_text())),
        )
        for name, versions in _ids().items()
        for version, schema_id in versions.items()
    }


@cache
def _ids() -> dict[str, dict[str, int]]:
    ids: dict[str, dict[str, int]] = json.loads((SCHEMAS / "released" / "ids.json").read_text())
    return ids


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in dataclass_fields(kind)}


def _plain(value: object) -> object:
    """A dataclass value as Avro wants it; enum symbols cannot hold a hyphen."""
    if isinstance(value, StrEnum):
        return value.value.replace("-", "_")
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in dataclass_fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _typed(hint: Any, value: Any) -> Any:
    """The inverse of `_plain`, guided by the dataclass's type hint."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return None if value is None else _typed(inner, value)
    if origin is tuple:
        return tuple(_typed(arguments[0], item) for item in value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _symbol(hint, value)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(value, Mapping):
        return hint(**{key: _typed(inner, value[key]) for key, inner in _hints(hint).items()})
    if hint is datetime and isinstance(value, datetime):
        return value
    return value


def _symbol(kind: type[StrEnum], symbol: str) -> StrEnum:
    for member in kind:
        if member.value.replace("-", "_") == symbol:
            return member
    raise Poison(f"unknown {kind.__name__} {symbol}")
