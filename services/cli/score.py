"""`docintake score`: the service's own arithmetic on a file, without Kafka."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from services.cli.days import day_of
from services.cli.tables import standard_output

DECLARATIONS = Annotated[
    typer.FileText,
    typer.Argument(
        encoding="utf-8",
        errors="surrogateescape",  # a line that is no UTF-8 is refused like any other that cannot be read
        metavar="DECLARATIONS.jsonl",
        help="One declaration a line; - reads standard input",
        show_default=False,
    ),
]


def score(
    declarations: DECLARATIONS,
    announcement: Annotated[str, typer.Option(help="Id of the announcement")],
    notice_date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="공고일; overrides the announcement's"),
    ] = None,
) -> None:
    """Score declarations offline, every claim taken as verified: one JSON line each. · 점수를 계산합니다."""
    from services.announcement.load import available
    from services.cli.announcement import folder, loaded
    from services.score.command import score_file
    from services.score.rules.score import NoNoticeDate

    if announcement not in (known := available(folder())):
        raise typer.BadParameter(f"there is no announcement {announcement!r}; there are: {', '.join(known) or '-'}")
    date = day_of(notice_date) if notice_date else None
    try:
        code = score_file(declarations, loaded(announcement), date, standard_output())
    except NoNoticeDate as error:
        raise typer.BadParameter(str(error)) from error
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Look · 보기")(score)
