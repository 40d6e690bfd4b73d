"""`docintake erase`: one person, or everybody of an announcement that is over, erased."""

from __future__ import annotations

from typing import Annotated

import typer

ID = Annotated[str | None, typer.Argument(help="Application number", show_default=False)]


def erase(
    applicant: ID = None,
    announcement: Annotated[
        str | None, typer.Option(help="Everybody of this announcement (its retention is over)", show_default=False)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False,
) -> None:
    """Erase a person: rows, files and the key, so that old topics and backups stay shut. · 지원자를 완전히 지웁니다.

    What stays is the application number with the time of its erasure (so that nothing of it comes back), and the
    key's id without the key. It cannot be undone.

    지원번호와 지운 시각만 남습니다. 되돌릴 수 없습니다.
    """
    from services import bootstrap
    from services.cli.environment import settings_here
    from services.cli.terminal import say
    from services.common.errors import Misconfigured

    if (applicant is None) == (announcement is None):
        raise Misconfigured("say whom: an application number or --announcement / 지원번호 또는 --announcement")
    desk = bootstrap.erasures(settings_here())
    who = [applicant] if applicant is not None else desk.applicants_of(str(announcement))
    if not yes:
        typer.confirm(f"erase {len(who)} for ever · {len(who)}명을 완전히 지울까요?", abort=True)
    for one in who:
        desk.erase(one)
    for path in desk.refresh_copies():
        say(f"the key copy {path} is not there: it is brought up to date when it is · 키 사본을 찾을 수 없습니다")
    say(f"{len(who)} erased · 지움 {len(who)}명")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Operate · 운영")(erase)
