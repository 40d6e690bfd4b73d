"""Tables as JSON lines, whatever the database: a backup of SQLite can be restored into PostgreSQL, and the reverse."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.common.errors import Misconfigured

REVISION = "alembic_version"
BATCH = 500


def dump_tables(connection: sa.Connection, folder: Path, hidden: Mapping[str, Collection[str]]) -> int:
    """Write every table to `folder/<table>.jsonl`; answers how many rows. `hidden` columns are left empty.

    `hidden` is table → columns.
    """
    folder.mkdir(parents=True)
    count = 0
    for table in _tables(connection):
        with (folder / f"{table.name}.jsonl").open("w") as file:
            for row in _rows(connection, table):
                blank = dict.fromkeys(hidden.get(table.name, ()))
                file.write(json.dumps(_to_json(table, {**row, **blank}), ensure_ascii=False) + "\n")
                count += 1
    return count


def revision_of(folder: Path) -> str:
    """The migration that the tables in `folder` are of. Misconfigured where they do not say."""
    try:
        revision: str = json.loads((folder / f"{REVISION}.jsonl").read_text())["version_num"]
    except (OSError, ValueError, KeyError, TypeError):
        raise Misconfigured(f"{folder.name}: the backup does not say which version its tables are of") from None
    return revision


def load_tables(connection: sa.Connection, folder: Path, left_out: Collection[str] = ()) -> int:
    """Insert every row of `folder` into the empty tables of the same revision; answers how many."""
    count = 0
    for table in _tables(connection):
        file = folder / f"{table.name}.jsonl"
        if table.name == REVISION or table.name in left_out or not file.exists():
            continue
        batch: list[dict[str, Any]] = []
        with file.open() as lines:
            for line in lines:
                batch.append(_from_json(table, json.loads(line)))
                if len(batch) == BATCH:
                    count += _insert(connection, table, batch)
        count += _insert(connection, table, batch)
        _go_on_counting(connection, table)
    return count


def is_empty(connection: sa.Connection) -> bool:
    """Whether no table but the migrations' has a row."""
    return all(
        connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is None
        for table in _tables(connection)
        if table.name != REVISION
    )


def _tables(connection: sa.Connection) -> list[sa.Table]:
    metadata = sa.MetaData()
    metadata.reflect(connection)
    return metadata.sorted_tables


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[dict[str, Any]]:
    found = connection.execution_options(yield_per=BATCH).execute(sa.select(table).order_by(*table.primary_key.columns))
    for row in found:
        yield dict(row._mapping)


def _to_json(table: sa.Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: base64.b64encode(value).decode() if isinstance(value, (bytes, memoryview)) else value
        for name, value in row.items()
        if name in table.c
    }


def _from_json(table: sa.Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: base64.b64decode(value, validate=True)
        if value is not None and isinstance(table.c[name].type, sa.LargeBinary)
        else value
        for name, value in row.items()
    }


def _insert(connection: sa.Connection, table: sa.Table, batch: list[dict[str, Any]]) -> int:
    if batch:
        connection.execute(sa.insert(table), batch)
    count = len(batch)
    batch.clear()
    return count


def _go_on_counting(connection: sa.Connection, table: sa.Table) -> None:
    """PostgreSQL counts in a sequence of its own; SQLite from the largest number there is."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key.columns:
        name = connection.execute(
            sa.text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": column.name}
        ).scalar()
        largest = connection.execute(sa.select(sa.func.max(column))).scalar() if name else None
        if largest is not None:
            connection.execute(sa.text("SELECT setval(:name, :largest)"), {"name": name, "largest": largest})
