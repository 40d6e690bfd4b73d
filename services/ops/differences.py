"""Rows of two tables held against each other by their keys, and the one made equal to the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

Key = tuple[Any, ...]
BATCH = 500


def apply_differences(live: sa.Connection, fresh: sa.Connection, table: sa.Table, *, dry: bool) -> int:
    """Make `table` of `live` what it is in `fresh`; answers how many rows differed. `dry` changes nothing."""
    keys = list(table.primary_key.columns)
    known = {_key(row, keys): _digest(row) for row in _rows(live, table)}
    changed = 0
    for row in _rows(fresh, table):
        key = _key(row, keys)
        before = known.pop(key, None)
        if before == _digest(row):
            continue
        changed += 1
        if not dry:
            if before is not None:
                live.execute(sa.delete(table).where(*_is(keys, key)))
            live.execute(sa.insert(table), dict(row._mapping))
    for key in known:
        changed += 1
        if not dry:
            live.execute(sa.delete(table).where(*_is(keys, key)))
    return changed


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[sa.Row[Any]]:
    yield from connection.execute(sa.select(table), execution_options={"yield_per": BATCH})


def _key(row: sa.Row[Any], keys: list[sa.Column[Any]]) -> Key:
    return tuple(row._mapping[column.name] for column in keys)


def _digest(row: sa.Row[Any]) -> bytes:
    return hashlib.sha256(repr(sorted(row._asdict().items())).encode()).digest()


def _is(keys: list[sa.Column[Any]], values: Key) -> list[sa.ColumnElement[bool]]:
    return [column == value for column, value in zip(keys, values, strict=True)]
