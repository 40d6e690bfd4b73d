"""What may change between two versions of a schema: PyPI `avro`'s checker, and a lint for what it does not look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from avro.compatibility import ReaderWriterCompatibilityChecker, SchemaCompatibilityType
from avro.schema import parse

Schema = dict[str, Any]

PRIMITIVES = {"null", "boolean", "int", "long", "float", "double", "bytes", "string"}


def incompatibilities(older: Schema, newer: Schema) -> list[str]:
    """Why events written with one of the two could not be read with the other, or would be read as something else."""
    return [
        *_resolution(reader=newer, writer=older, way="the newer cannot read the older"),
        *_resolution(reader=older, writer=newer, way="the older cannot read the newer"),
        *_drift("", older, newer),
    ]


def faults(schema: Schema) -> list[str]:
    """What no schema of ours may hold, whatever came before it."""
    return list(_faults("", schema, set()))


def _resolution(reader: Schema, writer: Schema, way: str) -> Iterator[str]:
    result = ReaderWriterCompatibilityChecker().get_compatibility(parse(json.dumps(reader)), parse(json.dumps(writer)))
    if result.compatibility is not SchemaCompatibilityType.compatible:
        yield f"{way}: {sorted(result.messages)}"


def _drift(place: str, older: Any, newer: Any) -> Iterator[str]:
    """What `avro`'s checker lets pass: names, logical types, defaults of new fields and of enums."""
    if isinstance(older, dict) and isinstance(newer, dict):
        for key in ("name", "namespace", "logicalType", "precision", "scale", "size", "default"):
            if key in ("default",) and older.get("type") != "enum":
                continue
            if older.get(key) != newer.get(key):
                yield f"{place}: {key} changed from {older.get(key)!r} to {newer.get(key)!r}"
        if older.get("type") == newer.get("type") == "record":
            yield from _fields(place, older, newer)
        elif "items" in older and "items" in newer:
            yield from _drift(f"{place}[]", older["items"], newer["items"])
        elif isinstance(older.get("type"), (dict, list)):
            yield from _drift(place, older["type"], newer.get("type"))
    elif isinstance(older, list) and isinstance(newer, list):
        for number, (before, after) in enumerate(zip(older, newer, strict=False)):
            yield from _drift(f"{place}|{number}", before, after)
    elif isinstance(older, dict) != isinstance(newer, dict) and not isinstance(older, list | type(None)):
        yield f"{place}: type changed from {older!r} to {newer!r}"


def _fields(place: str, older: Schema, newer: Schema) -> Iterator[str]:
    before = {field["name"]: field for field in older["fields"]}
    after = {field["name"]: field for field in newer["fields"]}
    for name in after.keys() - before.keys():
        if "default" not in after[name]:
            yield f"{place}.{name}: a new field needs a default"
    for name in before.keys() - after.keys():
        if "default" not in before[name]:
            yield f"{place}.{name}: a field without a default may not be taken away"
    for name in before.keys() & after.keys():
        yield from _drift(f"{place}.{name}", before[name]["type"], after[name]["type"])


def _faults(place: str, schema: Any, known: set[str]) -> Iterator[str]:
    if isinstance(schema, list):
        for branch in schema:
            yield from _faults(place, branch, known)
    elif isinstance(schema, dict):
        kind = schema["type"]
        if kind == "enum":
            if schema.get("default") not in schema["symbols"]:
                yield f"{place}: the enum {schema['name']} has no default"
        elif kind == "array":
            if _is_empty(schema["items"]):
                yield f"{place}: an array of zero-size items: seven bytes may expand to gigabytes"
            yield from _faults(f"{place}[]", schema["items"], known)
        elif kind == "record":
            for field in schema["fields"]:
                if "doc" not in field:
                    yield f"{place}.{field['name']}: not documented"
                yield from _faults(f"{place}.{field['name']}", field["type"], known)
        elif isinstance(kind, (dict, list)):
            yield from _faults(place, kind, known)


def _is_empty(schema: Any) -> bool:
    """Whether a value of the schema takes no bytes at all."""
    if schema == "null":
        return True
    if not isinstance(schema, dict):
        return False
    if schema["type"] == "record":
        return all(_is_empty(field["type"]) for field in schema["fields"])
    return schema["type"] == "null" or (schema["type"] == "fixed" and schema["size"] == 0)
