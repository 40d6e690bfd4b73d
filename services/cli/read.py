"""`docintake read`: what the reader sees on files at hand, without Kafka; every reading of every field."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console

if TYPE_CHECKING:
    from services.verify.evidence import FieldEvidence, PaperEvidence

FILES = Annotated[
    list[Path],
    typer.Argument(
        exists=True, dir_okay=False, help="JPG, PNG, GIF, TIFF, HEIC or PDF; the pages of one paper in order"
    ),
]
KIND = Annotated[
    str | None, typer.Option(help="certificate, language-report, career-form or evidence, where that is known")
]
AS_JSON = Annotated[bool, typer.Option("--json", help="Print the whole evidence as JSON")]


def read(files: FILES, kind: KIND = None, as_json: AS_JSON = False) -> None:
    """Read one paper and show every reading of every field. Needs no broker. · 서류를 읽어 봅니다."""
    from services.verify.evidence import to_json

    evidence = _evidence([file.read_bytes() for file in files], kind)
    if as_json:
        typer.echo(json.dumps(to_json(evidence), ensure_ascii=False, indent=2))
    else:
        _draw(evidence)


def _evidence(contents: list[bytes], kind: str | None) -> PaperEvidence:
    """Read in a child process with the service's own limits: the file may be anything."""
    from services.cli.environment import read_settings
    from services.common.errors import DocintakeError, Misconfigured
    from services.verify.evidence import Family
    from services.verify.reading.pool import PoolLimits, ReaderFailed, ReadingPool

    if kind is not None and kind not in set(Family):
        raise Misconfigured(f"--kind {kind}: choose one of {', '.join(Family)}")
    settings = read_settings()
    pool = ReadingPool(PoolLimits(1, settings.reading_seconds, settings.reading_memory_mib), settings.ocr_engine)
    try:
        return pool.read(contents, Family(kind) if kind else None).evidence
    except ReaderFailed as error:
        raise DocintakeError(f"the reader failed: {error}") from error
    finally:
        pool.close()


def _draw(evidence: PaperEvidence) -> None:
    from rich.table import Table

    out = console()
    kind = f"{evidence.paper} ({evidence.family})" if evidence.paper else f"not recognised ({evidence.unread})"
    out.print(f"paper · 서류: {kind}, {len(evidence.pages)} page(s)")
    table = Table("field", "value", "page", "readings (reader: text)")
    for field in evidence.fields:
        table.add_row(*_row(field))
    out.print(table)
    for rows in evidence.tables:
        state = "complete" if rows.complete else "not complete"
        out.print(f"table · 표: {rows.name}, {len(rows.rows)} row(s), {state}")
        drawn = Table("row", "field", "value", "page", "readings (reader: text)")
        for number, row in enumerate(rows.rows, start=1):
            for field in row:
                drawn.add_row(str(number), *_row(field))
        out.print(drawn)
    for label, codes in (("not printed · 없는 항목", evidence.not_printed), ("broken · 모순", evidence.broken)):
        if codes:
            out.print(f"{label}: {', '.join(codes)}")
    out.print(f"engine · 엔진: {evidence.engine}")


def _row(field: FieldEvidence) -> tuple[str, str, str, str]:
    values = _in_order_of_votes(reading.value for reading in field.readings)
    told = "\n".join(f"{reading.reader}: {reading.text}" for reading in field.readings)
    marks = f" [{field.broken}]" if field.broken else ""
    return field.field, (" | ".join(values) or "-") + marks, str(field.page), told


def _in_order_of_votes(values: Iterable[str | None]) -> list[str]:
    """`845 ×3`: each value with the number of readings that gave it, the most frequent first."""
    votes: dict[str, int] = {}
    for value in values:
        if value is not None:
            votes[value] = votes.get(value, 0) + 1
    return [f"{value} ×{count}" for value, count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Look · 보기")(read)
