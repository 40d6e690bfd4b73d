"""`docintake rescore`: score everybody again under the rule book as it is now, and say what changes for whom."""

from __future__ import annotations

from typing import Annotated

import typer


def rescore(
    announcement: Annotated[str, typer.Argument(help="Id of the announcement", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; publish nothing")] = False,
) -> None:
    """Score again under the newest rule book: one line for each applicant whose score changes. · 다시 채점합니다."""
    from services import bootstrap
    from services.cli.environment import settings_here
    from services.cli.terminal import say

    count = 0
    for difference in bootstrap.rescore(settings_here()).run(announcement, dry=dry_run):
        typer.echo(str(difference))
        count += 1
    say(f"{count} would change · 바뀔 점수" if dry_run else f"{count} changed · 바뀐 점수")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Select · 선발")(rescore)
