"""`docintake run` and `docintake migrate`: one process of the pipeline, as a cluster starts it."""

from __future__ import annotations

import typer

SERVICE = typer.Argument(help="web, intake, reading, judging, review, score or ops", show_default=False)


def run(service: str = SERVICE) -> None:
    """Run one service until SIGTERM. · 서비스 하나를 실행합니다."""
    from services import bootstrap
    from services.cli.environment import read_settings

    bootstrap.run(service, read_settings())


def migrate() -> None:
    """Bring every database up to its newest revision. · 데이터베이스를 최신으로 만듭니다."""
    from services import bootstrap
    from services.cli.environment import read_settings

    bootstrap.migrate(read_settings())


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command(rich_help_panel="Cluster · 클러스터")(run)
    app.command(rich_help_panel="Cluster · 클러스터")(migrate)
