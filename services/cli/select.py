"""`docintake select`: document stage, written test, interview and final selection, over files or in the service."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.days import day_of
from services.cli.tables import text_of, writable, write_outcomes

if TYPE_CHECKING:
    from services.announcement.model import Announcement
    from services.announcement.stages import StageName
    from services.score.stages.candidate import Outcome
    from services.score.stages.named import Rows

app = typer.Typer(no_args_is_help=True, help="Select: document, written, interview, final. · 전형별 합격자 결정")

FILE = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE",
        help="JSONL, or CSV where its name ends in .csv; - is stdin. Without it: what the running service knows",
    ),
]
ANNOUNCEMENT = Annotated[str, typer.Option(help="Id of the announcement")]
RESULTS = Annotated[Path | None, typer.Option(help="Results of the stage: JSONL or CSV")]
PEOPLE = Annotated[
    Path | None, typer.Option("--declarations", help="Declarations, or rows of applicant_id, sex, local (targets)")
]


OUT = Annotated[
    Path | None,
    typer.Option("--out", "-o", callback=writable, help="Where to write; CSV by its name; default stdout, JSONL"),
]
PUBLISH = Annotated[bool, typer.Option("--publish", help="Without FILE: store the outcomes and publish them")]
ROSTERS = Annotated[
    Path | None, typer.Option(help="Rosters of your own: rows of roster, applicant_id (보훈추천, 고용디딤돌)")
]
NOTICE = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="공고일; overrides the announcement's"),
]


@app.command()
def document(
    announcement: ANNOUNCEMENT,
    file: FILE = None,
    rosters: ROSTERS = None,
    out: OUT = None,
    notice_date: NOTICE = None,
    publish: PUBLISH = False,
) -> None:
    """25 times the posts, ties pass. FILE: declarations, or candidates. · 서류전형"""
    if file is None:
        _needs_file(notice_date=notice_date)
        _in_service(announcement, "document", None, out, publish, rosters)
        return
    from services.score.select_command import document_stage

    _no_publish(publish)
    day = day_of(notice_date) if notice_date else None
    listed = list(text_of(rosters).rows()) if rosters else []
    outcomes = document_stage(text_of(file), _announcement(announcement), day, listed)
    _warn_of_rosters(outcomes, listed, announcement)
    write_outcomes(outcomes, out)


@app.command()
def written(
    announcement: ANNOUNCEMENT,
    file: FILE = None,
    results: RESULTS = None,
    declarations: PEOPLE = None,
    out: OUT = None,
    notice_date: NOTICE = None,
    publish: PUBLISH = False,
) -> None:
    """Twice the posts, ties pass, targets. FILE: what `select document` wrote. · 필기전형"""
    if file is None:
        _needs_file(declarations=declarations, notice_date=notice_date)
        _in_service(announcement, "written", results, out, publish)
        return
    from services.score.select_command import exam_stage

    _no_publish(publish)
    people = text_of(declarations) if declarations else None
    given = text_of(_needed(results))
    day = day_of(notice_date) if notice_date else None
    outcomes = exam_stage("written", text_of(file), given, _announcement(announcement), people=people, notice_date=day)
    _warn("written", outcomes, announcement)
    write_outcomes(outcomes, out)


@app.command()
def interview(
    announcement: ANNOUNCEMENT,
    file: FILE = None,
    results: RESULTS = None,
    declarations: PEOPLE = None,
    papers: Annotated[Path | None, typer.Option(help="Papers handed in; needs --declarations")] = None,
    out: OUT = None,
    notice_date: NOTICE = None,
    publish: PUBLISH = False,
) -> None:
    """Ranks, tie-breaks, targets, reserve. FILE: what `select written` wrote. · 면접전형"""
    if file is None:
        _needs_file(declarations=declarations, papers=papers, notice_date=notice_date)
        _in_service(announcement, "interview", results, out, publish)
        return
    from services.cli.terminal import say
    from services.score.select_command import exam_stage

    _no_publish(publish)
    if papers is None:
        say(
            "warning · 주의: 제출서류가 주어지지 않아 확인하지 않았습니다(§9) · "
            "no papers were given, so none was checked (--papers)"
        )
    outcomes = exam_stage(
        "interview",
        text_of(file),
        text_of(_needed(results)),
        _announcement(announcement),
        people=text_of(declarations) if declarations else None,
        papers=text_of(papers) if papers else None,
        notice_date=day_of(notice_date) if notice_date else None,
    )
    _warn("interview", outcomes, announcement)
    write_outcomes(outcomes, out)


@app.command()
def final(
    announcement: ANNOUNCEMENT,
    appointment_date: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="임용일: disqualification counts to it")
    ],
    file: FILE = None,
    checks: Annotated[Path | None, typer.Option(help="Decisions on ties, declined posts, disqualification")] = None,
    declarations: PEOPLE = None,
    out: OUT = None,
    notice_date: NOTICE = None,
    publish: PUBLISH = False,
) -> None:
    """Disqualified people fall out, reserves move up. FILE: what `select interview` wrote. · 최종합격"""
    found = list(text_of(checks).rows()) if checks else []
    people = text_of(declarations) if declarations else None
    day = day_of(appointment_date)
    if file is None:
        _needs_file(declarations=declarations, notice_date=notice_date)
        from services import bootstrap
        from services.cli.environment import settings_here

        running, _ = bootstrap.selection(settings_here())
        outcomes = running.appoint(announcement, found, day)
        if publish:
            _told(running.publish(announcement, outcomes))
    else:
        from services.score.select_command import final_stage

        _no_publish(publish)
        notice = day_of(notice_date) if notice_date else None
        outcomes = final_stage(text_of(file), found, _announcement(announcement), day, people, notice)
    decided = {row.get("applicant_id") for _, row in found if row.get("decision")}
    units = {one.candidate.unit for one in outcomes if one.candidate.applicant_id in decided}
    _warn("interview", [one for one in outcomes if one.candidate.unit in units], announcement)
    write_outcomes(outcomes, out)


def _in_service(
    announcement: str,
    stage: StageName,
    results: Path | None,
    out: Path | None,
    publish: bool,
    rosters: Path | None = None,
) -> None:
    """Select from what the service knows; results that are given are stored first."""
    from services import bootstrap
    from services.cli.environment import settings_here
    from services.cli.terminal import say

    running, _ = bootstrap.selection(settings_here())
    if results is not None and stage != "document":
        say(f"{running.take_results(announcement, stage, text_of(results).rows())} results stored · 결과 저장")
    listed = list(text_of(rosters).rows()) if rosters else []
    outcomes = running.select(announcement, stage, listed)
    if not outcomes:
        say(f"{announcement}: nobody has declared, so nobody was selected · 지원자가 없어 선발하지 않았습니다")
    if stage == "document":
        _warn_of_rosters(outcomes, listed, announcement)
    _warn(stage, outcomes, announcement)
    if publish:
        _told(running.publish(announcement, outcomes))
    write_outcomes(outcomes, out)


def _warn(stage: StageName, outcomes: Iterable[Outcome], announcement: str) -> None:
    """Say whose sex or region is not known where a target asks for it: silence would look like a met target."""
    from services.cli.terminal import say
    from services.score.stages.targets import unknown_traits

    unknown = unknown_traits(stage, [one.candidate for one in outcomes], _announcement(announcement))
    if unknown:
        say(
            f"warning · 주의: {len(unknown)}명의 성별 또는 최종학력 소재지를 몰라 목표제에 반영되지 않았습니다 · "
            "their sex or region is not known, so they count for no target (--declarations): "
            f"{', '.join(unknown[:5])}"
        )


def _warn_of_rosters(outcomes: Iterable[Outcome], listed: Rows, announcement: str) -> None:
    """Say who rests on a roster that nobody gave: silence would look like a tested one."""
    from services.cli.terminal import say
    from services.score.stages.beside import read_rosters
    from services.score.stages.rosters import not_given

    known = _announcement(announcement)
    candidates = [one.candidate for one in outcomes if one.goes_on]
    for name, people in not_given(candidates, read_rosters(listed, known)).items():
        title = next(roster.title.ko for roster in known.rulebook.rosters if roster.id == name)
        say(
            f"warning · 주의: {title}이(가) 주어지지 않아 {people}명을 확인하지 못했습니다 · "
            f"{people} people rest on the roster {name}, which was not given (--rosters)"
        )


def _told(count: int) -> None:
    from services.cli.terminal import say

    say(f"{count} outcomes published · 전형 결과 발행")


def _needs_file(**given: object) -> None:
    """Options that the service would not look at: it knows declarations, papers and notice date itself."""
    for name in (name for name, value in given.items() if value is not None):
        option = f"--{name.replace('_', '-')}"
        raise typer.BadParameter(
            f"{option} goes with FILE; without it the running service takes what it knows itself · "
            f"{option}은(는) FILE과 함께 씁니다. FILE 없이는 서비스가 아는 것을 씁니다."
        )


def _no_publish(publish: bool) -> None:
    if publish:
        raise typer.BadParameter("--publish is for what the running service knows; leave FILE away")


def _needed(results: Path | None) -> Path:
    if results is None:
        raise typer.BadParameter("give the results of the stage with --results FILE")
    return results


def _announcement(name: str) -> Announcement:
    from services.cli.announcement import loaded

    return loaded(name)


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="select", rich_help_panel="Select · 선발")
