"""`docintake read FILE …`: what a reader sees on a paper, every reading of every field, for a person at a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from services.common.errors import Rejected
from services.verify.evidence import Family, FieldEvidence, PaperEvidence, to_json
from services.verify.reading.engine.port import Engine
from services.verify.reading.read import read_paper
from services.verify.reading.readers import agreed

READ, NOT_READ, REJECTED = 0, 1, 2
"""Exit statuses: a paper was recognised, none was, the file can never be read."""


def read_files(
    paths: Sequence[Path],
    engine: Engine,
    *,
    kind: Family | None = None,
    as_json: bool = False,
    out: Console | None = None,
) -> int:
    """Read the pages of one document from `paths`, print what was seen, and return the exit status.

    `as_json` prints the evidence as `verify.readings` carries it, without the page pictures.
    """
    console = out or Console(file=sys.stdout)
    try:
        evidence = read_paper([path.read_bytes() for path in paths], engine, hint=kind).evidence
    except Rejected as error:
        if as_json:
            console.print_json(json.dumps({"rejected": error.code, "ko": error.ko, "en": error.en}, ensure_ascii=False))
        else:
            console.print(f"{error.code}: {error.ko}\n{error.en}", markup=False)
        return REJECTED
    if as_json:
        console.print_json(json.dumps(to_json(evidence), ensure_ascii=False))
    else:
        _show(evidence, console)
    return NOT_READ if evidence.unread else READ


def _show(evidence: PaperEvidence, console: Console) -> None:
    console.print(f"paper: {evidence.paper or '-'}   {evidence.unread or ''}", markup=False)
    console.print(f"engine: {evidence.engine}", markup=False)
    if evidence.broken:
        console.print(f"broken: {', '.join(evidence.broken)}", markup=False)
    if evidence.not_printed:
        console.print(f"not printed: {', '.join(evidence.not_printed)}", markup=False)
    if evidence.fields:
        console.print(_table("fields", [(field.field, field) for field in evidence.fields]))
    for table in evidence.tables:
        rows = [(f"[{row}].{field.field}", field) for row, fields in enumerate(table.rows) for field in fields]
        console.print(_table(f"{table.name} ({'complete' if table.complete else 'incomplete'})", rows))


def _table(title: str, entries: Sequence[tuple[str, FieldEvidence]]) -> Table:
    table = Table(title=title, title_justify="left")
    for column in ("field", "agreed", "readings", "page", "box", "broken"):
        table.add_column(column)
    for name, field in entries:
        readings = "\n".join(f"{reading.reader}: {reading.text}" for reading in field.readings)
        box = " ".join(map(str, field.box))
        value = agreed(field.field, field.readings) or "-"
        cells = (name, value, readings or "(empty)", str(field.page), box, field.broken or "")
        table.add_row(*(_plain(cell) for cell in cells))
    return table


def _plain(cell: str) -> str:
    return cell.replace("[", "\\[")
