"""`docintake keys`: which consumers of events may open sealed personal values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.common.keys.grants import Grants

app = typer.Typer(no_args_is_help=True, help="Key grants: who may open sealed values. · 키 권한")

NAME = Annotated[str, typer.Argument(help="Name of the consumer, as it stands in the logs", show_default=False)]


@app.command()
def grant(name: NAME) -> None:
    """Let a consumer fetch keys; prints its token, once. · 권한을 줍니다."""
    token = _grants().grant(name)
    say(f"{name} may fetch keys now. This token is not shown again · 이 토큰은 다시 볼 수 없습니다:")
    typer.echo(token)


@app.command("list")
def list_grants() -> None:
    """Every grant ever made, and when it ended."""
    from rich.table import Table

    table = Table("grant", "granted at", "revoked at")
    for one in _grants().all():
        table.add_row(one.name, one.granted_at, one.revoked_at or "holds · 유효")
    console().print(table)


@app.command()
def revoke(name: NAME) -> None:
    """End a grant at once; keys already fetched stay with the consumer. · 권한을 회수합니다."""
    _grants().revoke(name)
    say(f"{name} may fetch no more keys · 회수했습니다")


def _grants() -> Grants:
    """Those of the data that is served from this home folder."""
    from services.cli.environment import settings_here
    from services.common.clock import SystemClock
    from services.common.database import open_database
    from services.common.keys.grants import Grants

    database = open_database(settings_here(), "keys")
    database.migrate()
    return Grants(database, SystemClock())


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="keys", rich_help_panel="Operate · 운영")
