"""`docintake select`: document stage, written test, interview and final selection over JSONL or CSV files."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from services.announcement.model import Announcement
    from services.score.select_command import Text
    from services.score.stages.candidate import Outcome

app = typer.Typer(no_args_is_help=True, help="Select: document, written, interview, final. · 전형별 합격자 결정")

FILE = Annotated[Path, typer.Argument(metavar="FILE", help="JSONL, or CSV where its name ends in .csv; - is stdin")]
ANNOUNCEMENT = Annotated[str, typer.Option(help="Id of the announcement")]
RESULTS = Annotated[Path, typer.Option(help="Results of the stage: JSONL or CSV")]
PEOPLE = Annotated[
    Path | None, typer.Option("--declarations", help="Declarations, or rows of applicant_id, sex, local (targets)")
]
OUT = Annotated[Path | None, typer.Option("--out", "-o", help="Where to write; CSV by its name; default stdout, JSONL")]
NOTICE = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="공고일; overrides the announcement's"),
]


@app.command()
def document(candidates: FILE, announcement: ANNOUNCEMENT, out: OUT = None, notice_date: NOTICE = None) -> None:
    """25 times the posts, ties pass. FILE: declarations, or candidates. · 서류전형"""
    from services.score.select_command import document_stage

    day = notice_date.date() if notice_date else None
    _write(document_stage(_text(candidates), _announcement(announcement), day), out)


@app.command()
def written(
    passed: FILE, announcement: ANNOUNCEMENT, results: RESULTS, declarations: PEOPLE = None, out: OUT = None
) -> None:
    """Twice the posts, ties pass, targets. FILE: what `select document` wrote. · 필기전형"""
    from services.score.select_command import exam_stage

    people = _text(declarations) if declarations else None
    _write(exam_stage("written", _text(passed), _text(results), _announcement(announcement), people=people), out)


@app.command()
def interview(
    passed: FILE,
    announcement: ANNOUNCEMENT,
    results: RESULTS,
    declarations: PEOPLE = None,
    papers: Annotated[Path | None, typer.Option(help="Papers handed in; needs --declarations")] = None,
    out: OUT = None,
    notice_date: NOTICE = None,
) -> None:
    """Ranks, tie-breaks, targets, reserve. FILE: what `select written` wrote. · 면접전형"""
    from services.score.select_command import exam_stage

    outcomes = exam_stage(
        "interview",
        _text(passed),
        _text(results),
        _announcement(announcement),
        people=_text(declarations) if declarations else None,
        papers=_text(papers) if papers else None,
        notice_date=notice_date.date() if notice_date else None,
    )
    _write(outcomes, out)


@app.command()
def final(
    selected: FILE,
    announcement: ANNOUNCEMENT,
    appointment_date: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="임용일: disqualification counts to it")
    ],
    checks: Annotated[Path | None, typer.Option(help="Decisions on ties, declined posts, disqualification")] = None,
    out: OUT = None,
) -> None:
    """Disqualified people fall out, reserves move up. FILE: what `select interview` wrote. · 최종합격"""
    from services.score.select_command import final_stage

    found = _text(checks) if checks else None
    _write(final_stage(_text(selected), found, _announcement(announcement), appointment_date.date()), out)


def _text(path: Path) -> Text:
    from services.score.select_command import Text
    from services.score.stages.lines import format_of

    if str(path) == "-":
        return Text(sys.stdin, "jsonl")
    if not path.is_file():
        raise typer.BadParameter(f"there is no file {path}")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8 and try again") from error
    # By line feeds only: a text may hold other line separators.
    return Text((f"{line}\n" for line in text.split("\n")), format_of(path.name))


def _write(outcomes: Iterable[Outcome], out: Path | None) -> None:
    from services.score.select_command import written_out
    from services.score.stages.lines import format_of

    lines = written_out(outcomes, format_of(out.name) if out is not None else "jsonl")
    if out is None:
        sys.stdout.writelines(lines)
        return
    with out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def _announcement(name: str) -> Announcement:
    from services.cli.announcement import loaded

    return loaded(name)


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="select", rich_help_panel="Select · 선발")
