"""`docintake keys`: who may open sealed personal values; the master key changed, copied keys, the loss of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.common.keys.grants import Grants

app = typer.Typer(no_args_is_help=True, help="Key grants, and the master key. · 키 권한과 마스터 키")

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


@app.command()
def rotate(
    new_key_file: Annotated[
        Path | None,
        typer.Option(help="Where the new key is, or is to be written; needed with DOCINTAKE_MASTER_KEY"),
    ] = None,
) -> None:
    """Change the master key; the old one opens nothing afterwards. Killed, run it again. · 마스터 키를 바꿉니다.

    With home/master.key services go on and find the new key by themselves. With DOCINTAKE_MASTER_KEY stop them first,
    and start them with the new key.
    """
    from services import bootstrap
    from services.cli.environment import settings_here

    count, away = bootstrap.rotate_master_key(settings_here(), new_key_file)
    for path in away:
        say(f"{path} is away and lies under the old key still; write it anew: docintake keys copy {path}")
    where = f"put the content of {new_key_file} into DOCINTAKE_MASTER_KEY" if new_key_file else "home/master.key is new"
    say(f"{count:,} keys wrapped anew; {where}. Copy it to your secrets · 새 마스터 키를 따로 보관하십시오.")


@app.command()
def copy(path: Annotated[Path, typer.Argument(help="Where to; never inside a backup", show_default=False)]) -> None:
    """Write a copy of the applicants' keys, kept up to date from now on. · 지원자 키의 사본을 둡니다."""
    from services import bootstrap
    from services.cli.environment import settings_here

    bootstrap.copy_keys(settings_here(), path)
    say(f"{path} follows every erasure and rotation from now on · 지우거나 바꿀 때마다 함께 고칩니다.")


@app.command("forget-copy")
def forget_copy(path: Annotated[Path, typer.Argument(help="Which copy", show_default=False)]) -> None:
    """Keep a copy up to date no longer; destroy the file yourself. · 사본을 더 고치지 않습니다."""
    from services import bootstrap
    from services.cli.environment import settings_here

    known = bootstrap.forget_key_copy(settings_here(), path)
    say(f"{path} is forgotten · 잊었습니다" if known else f"{path} was no copy · 사본이 아니었습니다")


@app.command()
def lost(yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False) -> None:
    """The master key is lost for good: give up all that it sealed, and begin anew. · 마스터 키를 잃었을 때.

    Stop all services first. Everybody counts as erased: declarations, papers and readings can be opened by nobody, and
    go. The portal must send them again. What was never sealed (numbers, verdict codes, states) stays on the topics.
    """
    from services import bootstrap
    from services.cli.environment import settings_here

    if not yes:
        typer.confirm("give up every sealed value for ever · 봉인된 값을 모두 포기할까요?", abort=True)
    keys, people = bootstrap.give_up_keys(settings_here())
    say(f"{keys:,} keys given up, {people:,} people erased · 키 {keys:,}개를 포기하고 {people:,}명을 지웠습니다.")


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
