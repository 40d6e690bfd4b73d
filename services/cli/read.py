"""`docintake read`: what the reader sees on files at hand, without Kafka: every reading, and the verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import say

if TYPE_CHECKING:
    from services.cli.declared import Declared
    from services.verify.evidence import Family, PaperEvidence
    from services.verify.judging.verdict import Verdict
    from services.verify.reading.read import ReadPaper

FILES = Annotated[
    list[Path],
    typer.Argument(
        exists=True, dir_okay=False, help="JPG, PNG, GIF, TIFF, HEIC or PDF; the pages of one paper in order"
    ),
]
KIND = Annotated[
    str | None, typer.Option(help="certificate, language-report, career-form or evidence, where that is known")
]
DECLARED = Annotated[
    str | None,
    typer.Option(
        metavar="JSON", help="Judge the paper against this declaration: a file, or JSON, as the portal sends it"
    ),
]
ANNOUNCEMENT = Annotated[str | None, typer.Option(help="Id of the announcement, where the declaration names none")]
CLAIM = Annotated[str | None, typer.Option(help="Id of the claim that the paper proves, where there are several")]
EXPLAIN = Annotated[
    Path | None,
    typer.Option(dir_okay=False, help="Write a page with the pictures, every box, reading, vote and reason"),
]
AS_JSON = Annotated[bool, typer.Option("--json", help="Print the whole evidence as JSON")]


def read(
    files: FILES,
    kind: KIND = None,
    declared: DECLARED = None,
    announcement: ANNOUNCEMENT = None,
    claim: CLAIM = None,
    explain: EXPLAIN = None,
    as_json: AS_JSON = False,
) -> None:
    """Read one paper, show every reading of every field, and judge it. Needs no broker. · 서류를 읽어 봅니다."""
    from services.cli.declared import declared_claim
    from services.cli.reading_table import draw
    from services.verify.evidence import to_json
    from services.verify.explain.account import account

    wanted = declared_claim(declared, announcement, claim) if declared is not None else None
    family = _family(kind)
    paper = _read([file.read_bytes() for file in files], family)
    told = account(paper.evidence, _judged(wanted, paper.evidence, family) if wanted else None)
    if as_json:
        typer.echo(json.dumps(to_json(paper.evidence), ensure_ascii=False, indent=2))
    else:
        draw(told)
    if explain is not None:
        from services.verify.explain.page import explain_page

        page = explain_page(told, paper.pictures, title=", ".join(file.name for file in files))
        _write(explain, page)


def _family(kind: str | None) -> Family | None:
    from services.common.errors import Misconfigured
    from services.verify.evidence import Family

    if kind is not None and kind not in set(Family):
        raise Misconfigured(f"--kind {kind}: choose one of {', '.join(Family)}")
    return Family(kind) if kind else None


def _read(contents: list[bytes], family: Family | None) -> ReadPaper:
    """Read in a child process with the service's own limits: the file may be anything."""
    from services.cli.environment import read_settings
    from services.common.errors import DocintakeError, Rejected
    from services.verify.reading.pool import PoolLimits, ReaderFailed, ReadingPool

    settings = read_settings()
    pool = ReadingPool(PoolLimits(1, settings.reading_seconds, settings.reading_memory_mib), settings.ocr_engine)
    try:
        return pool.read(contents, family)
    except Rejected as refusal:
        raise DocintakeError(f"{refusal.code}: {refusal.ko} · {refusal.en}") from None
    except ReaderFailed as error:
        raise DocintakeError(f"the reader failed · 판독에 실패했습니다: {error}") from error
    finally:
        pool.close()


def _judged(wanted: Declared, evidence: PaperEvidence, family: Family | None) -> Verdict:
    from services.verify.judging.judge import judge

    return judge(wanted.claim, wanted.declaration, evidence, wanted.announcement, family)


def _write(path: Path, page: str) -> None:
    """The page holds what stands on the paper: only its owner may read it."""
    from services.common.errors import DocintakeError

    try:
        path.touch(mode=0o600)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise DocintakeError(f"--explain {path}: {error.strerror}") from error
    say(f"explained · 설명: {path}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Look · 보기")(read)
