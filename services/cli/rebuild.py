"""`docintake rebuild`: a read model built anew from its topics, while everything goes on."""

from __future__ import annotations

from typing import Annotated

import typer

ALL = "all"
NAME = Annotated[str, typer.Argument(help="intake, judging, review, score, or all", show_default=False)]


def rebuild(
    name: NAME, dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what differs; change nothing")] = False
) -> None:
    """Build a read model anew from its topics and put the live one right. · 읽기 모델을 토픽에서 다시 만듭니다.

    Services go on; only at the end the one database stands still while rows that differ are changed. Nothing is
    published twice. What is in no topic is kept: of intake, declarations, receipts, idempotency keys and erasures; of
    review, staff decisions and the record of unmaskings; of score, results of written tests and interviews.

    토픽에 없는 것(신고서, 접수 기록, 담당자 결정, 감사 기록, 시험 결과)은 그대로 둡니다.
    """
    from services import bootstrap
    from services.cli.environment import settings_here
    from services.cli.terminal import say

    settings = settings_here()
    for service in bootstrap.STATEFUL if name == ALL else (name,):
        model = bootstrap.read_model(service, settings)
        say(f"{service}: kept · 그대로 둠: {model.kept_en} / {model.kept_ko}")
        done = bootstrap.rebuild(service, settings, dry=dry_run, say=say)
        verb = "would be put right · 다름" if dry_run else "put right · 고침"
        typer.echo(
            f"{service}: {done.records:,} records ({done.passed_over:,} passed over), {done.changed:,} rows {verb},"
            f" {done.published:,} missing events"
        )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Operate · 운영")(rebuild)
