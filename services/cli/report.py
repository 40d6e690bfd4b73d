"""`docintake report`: one stage as a workbook."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from services.announcement.model import Announcement
    from services.score.stages.candidate import Outcome


class StageChoice(StrEnum):
    """Stages that can be reported."""

    DOCUMENT = "document"
    WRITTEN = "written"
    INTERVIEW = "interview"
    FINAL = "final"


def report(
    announcement: Annotated[str, typer.Argument(help="Id of the announcement", show_default=False)],
    stage: Annotated[StageChoice, typer.Option(help="Which stage")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write: result.xlsx")],
    outcomes: Annotated[
        Path | None, typer.Option(help="What `docintake select` wrote; without it: what the service published")
    ] = None,
) -> None:
    """Ranking, line, ties, reasons, targets, reserve and the rules applied, as .xlsx. · 전형 결과 보고서"""
    from services.cli.announcement import loaded
    from services.cli.tables import writable
    from services.cli.terminal import say
    from services.score.report import write_report

    if out.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"{out}: the report is an .xlsx file; give --out result.xlsx")
    writable(out)
    found = loaded(announcement)
    known = _of_file(outcomes, stage, found) if outcomes is not None else _published(announcement, stage)
    if not known:
        raise typer.BadParameter(f"nothing is known of the stage {stage} yet: select it with docintake select {stage}")
    write_report(known, found, stage, out)
    say(f"{len(known)} people · 명 → {out}")


def _of_file(path: Path, stage: StageChoice, announcement: Announcement) -> list[Outcome]:
    from services.cli.tables import text_of
    from services.score.stages.incoming import read_outcomes

    text = text_of(path)
    return read_outcomes(text.rows(), stage.value, announcement, flat=text.format == "csv")


def _published(announcement: str, stage: StageChoice) -> list[Outcome]:
    from services import bootstrap
    from services.cli.environment import settings_here

    _, outcomes = bootstrap.selection(settings_here())
    return outcomes.of_stage(announcement, stage.value)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Select · 선발")(report)
