"""Schemas: the same fields as the code, released versions frozen, changes compatible in every direction."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import json
from itertools import combinations
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from services.common.events import EVENT_TYPES
from services.common.topics import SCHEMAS, catalogue
from tests.unit.common.compatibility import faults, incompatibilities

RELEASED = SCHEMAS / "released"
IDS: dict[str, dict[str, int]] = json.loads((RELEASED / "ids.json").read_text())

FROZEN = {
    "Decided.v1": "a0fa9a5eac8dda5f5ac8f94664ba50c89e120814495e9746eda88c721485f842",
    "Declared.v1": "b42bd185b57fc20eeb70f36d9ebc95c42ae6e0ddf5629c98df69d499045505f7",
    "Erased.v1": "2fc9de3855324a073666441b095c1b75d6d8c527d9262334e432c4c69f9bbe01",
    "Judged.v1": "1598455c506a2b75c366a00886b3a97744126438e4338de826faeaed8d75e41c",
    "PaperRead.v1": "2b8a7ef4dfdedf2a3ab9753c1e1db75d0c4d65cde337cde0080641f143db179a",
    "PaperRejected.v1": "ea7ae680c4e6e78c627620ff5ba029824b932246a63e93abfe524831ef55adb8",
    "Scored.v1": "d2cba5e1c8b3e7ca635b809767afb33ca10787692b49c8c8873929a0931e82f4",
    "StageOutcome.v1": "fdf6a030e156d2042b5a86c2d4617dd1f89f8d9335ba336f0edd1faa8aa751a9",
    "Uploaded.v1": "3cd13199e88fd2ea55436c6f1157536eacef7ba3a0b6b8ad00912e380dc3ad0a",
    "Withdrawn.v1": "6eae08bab9418f9af065696d1343a62a11108d4d0aa8946fbfa10902bc89f725",
}
"""SHA-256 of every released file. A released version never changes; a new one is added here with its hash."""


def schema(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text())


def current(name: str) -> dict[str, Any]:
    return schema(SCHEMAS / f"{name}.avsc")


def released(name: str) -> list[dict[str, Any]]:
    return [schema(RELEASED / f"{name}.v{version}.avsc") for version in sorted(IDS[name], key=int)]


def test_every_event_has_a_schema_and_every_schema_an_event():
    assert {path.stem for path in SCHEMAS.glob("*.avsc")} == set(EVENT_TYPES) == set(IDS)
    assert {topic.schema for topic in catalogue().values()} == set(EVENT_TYPES)


def test_released_files_never_change():
    found = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in RELEASED.glob("*.avsc")}
    assert found == FROZEN, "a released schema changed: put it back, and release a new version (schemas/README.md)"


def test_ids_are_given_once_and_to_released_files():
    ids = [number for versions in IDS.values() for number in versions.values()]
    assert len(ids) == len(set(ids))
    assert {f"{name}.v{version}" for name, versions in IDS.items() for version in versions} == set(FROZEN)


def test_the_first_ids_stay_what_they_are():
    first = ["Declared", "Uploaded", "Withdrawn", "Erased", "PaperRead", "PaperRejected", "Judged", "Decided", "Scored"]
    assert {name: IDS[name]["1"] for name in first} == {name: number for number, name in enumerate(first, 1)}


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_the_schema_in_use_is_the_newest_released_one(name: str):
    assert current(name) == released(name)[-1], f"{name}.avsc changed: release it as a new version (schemas/README.md)"


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_all_versions_read_each_other(name: str):
    for older, newer in combinations([*released(name), current(name)], 2):
        assert incompatibilities(older, newer) == []


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_schemas_have_no_faults(name: str):
    assert faults(current(name)) == []


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_code_and_schema_have_the_same_fields(name: str):
    hints = get_type_hints(EVENT_TYPES[name])
    code = {
        field.name: _avro_type(hints[field.name])
        for field in dataclasses.fields(EVENT_TYPES[name])
        if field.name != "personal"
    }
    sealed = {"sealed": ["null", "bytes"], "sealed_at": ["null", "string"]}
    assert {field["name"]: _shape(field["type"]) for field in current(name)["fields"]} == code | sealed


def _avro_type(hint: Any) -> Any:
    """The Avro type of a dataclass field, without names and docs."""
    arguments = get_args(hint)
    if get_origin(hint) is UnionType:
        return ["null", *(_avro_type(argument) for argument in arguments if argument is not NoneType)]
    if get_origin(hint) is tuple:
        return {"array": _avro_type(arguments[0])}
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return {"record": {field.name: _avro_type(hints[field.name]) for field in dataclasses.fields(hint)}}
    if issubclass(hint, str) and hint is not str:
        return {"enum": [member.value.replace("-", "_") for member in hint]}
    return {"str": "string", "int": "long", "bool": "boolean", "datetime": "long:timestamp-millis"}[hint.__name__]


def _shape(kind: Any) -> Any:
    """An Avro type in the same words."""
    if isinstance(kind, list):
        return [_shape(branch) for branch in kind]
    if isinstance(kind, str):
        return "long" if kind == "int" else kind  # both are Python's int
    if kind["type"] == "array":
        return {"array": _shape(kind["items"])}
    if kind["type"] == "record":
        return {"record": {field["name"]: _shape(field["type"]) for field in kind["fields"]}}
    if kind["type"] == "enum":
        return {"enum": kind["symbols"]}
    return f"{kind['type']}:{kind['logicalType']}" if "logicalType" in kind else kind["type"]


def changed(name: str, change: Any) -> list[str]:
    """The incompatibilities of a change to the current schema."""
    newer = copy.deepcopy(current(name))
    change(newer)
    return incompatibilities(current(name), newer)


def field(of: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in of["fields"] if one["name"] == name)


def _add(default: bool) -> Any:
    def change(newer: dict[str, Any]) -> None:
        newer["fields"].append(
            {"name": "added", "type": ["null", "string"], "doc": "New"} | ({"default": None} if default else {})
        )

    return change


BREAKING = {
    "a new field without a default": ("Declared", _add(default=False)),
    "a field taken away": ("Declared", lambda s: s["fields"].remove(field(s, "version"))),
    "a field renamed": ("Declared", lambda s: field(s, "version").update(name="edition")),
    "another type": ("Declared", lambda s: field(s, "version").update(type="string")),
    "a narrower type": ("Declared", lambda s: field(s, "version").update(type="int")),
    "a union widened": ("Judged", lambda s: field(s, "recognised").update(type=["null", "string", "long"])),
    "null no longer allowed": ("Judged", lambda s: field(s, "recognised").update(type="string")),
    "a record renamed": ("Declared", lambda s: s.update(name="Registered")),
    "another namespace": ("Declared", lambda s: s.update(namespace="elsewhere")),
    "an inner record renamed": ("Declared", lambda s: field(s, "claims")["type"]["items"].update(name="Claim")),
    "an enum without its default": ("Judged", lambda s: field(s, "status")["type"].pop("default")),
    "an enum with another default": ("Judged", lambda s: field(s, "status")["type"].update(default="MATCH")),
    "another logical type": (
        "Declared",
        lambda s: field(s, "occurred_at").update(type={"type": "long", "logicalType": "timestamp-micros"}),
    ),
    "no logical type": ("Declared", lambda s: field(s, "occurred_at").update(type="long")),
}


@pytest.mark.parametrize("what", BREAKING)
def test_an_incompatible_change_is_refused(what: str):
    name, change = BREAKING[what]
    assert changed(name, change), what


def test_another_decimal_scale_is_refused():
    def amount(scale: int) -> dict[str, Any]:
        decimal = {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": scale}
        return {"type": "record", "name": "Paid", "fields": [{"name": "amount", "type": decimal, "doc": "Won"}]}

    assert incompatibilities(amount(2), amount(2)) == []
    assert incompatibilities(amount(2), amount(3)) != []


HARMLESS = {
    "nothing": ("Declared", lambda s: None),
    "a new field with a default": ("Declared", _add(default=True)),
    "a new symbol of an enum with a default": ("Judged", lambda s: field(s, "status")["type"]["symbols"].append("NEW")),
    "another explanation": ("Judged", lambda s: field(s, "status").update(doc="Other words")),
}


@pytest.mark.parametrize("what", HARMLESS)
def test_a_compatible_change_passes(what: str):
    name, change = HARMLESS[what]
    assert changed(name, change) == []


def test_faults_of_a_schema_are_found():
    def record(kind: Any) -> dict[str, Any]:
        return {"type": "record", "name": "R", "fields": [{"name": "f", "type": kind, "doc": "F"}]}

    empty = {"type": "record", "name": "E", "fields": [{"name": "n", "type": "null", "doc": "N"}]}
    assert "zero-size" in faults(record({"type": "array", "items": "null"}))[0]
    assert "zero-size" in faults(record({"type": "array", "items": empty}))[0]
    assert "no default" in faults(record(["null", {"type": "enum", "name": "K", "symbols": ["A"]}]))[0]
    assert faults(record({"type": "array", "items": "string"})) == []
