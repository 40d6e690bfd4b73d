"""`docintake announcement`: which announcements there are, what one says, and what should be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.announcement.model import Announcement

app = typer.Typer(no_args_is_help=True, help="Announcements: list, show, check. · 공고")

NAME = Annotated[str, typer.Argument(help="Id of the announcement: `2019-grade5`", show_default=False)]


@app.command("list")
def list_announcements() -> None:
    """Every announcement with its rule book and notice date."""
    from rich.table import Table

    from services.announcement.load import available

    table = Table("announcement", "title", "rule book", "notice date")
    for name in available(folder()):
        announcement = loaded(name)
        date = announcement.notice_date.isoformat() if announcement.notice_date else "-"
        table.add_row(
            name, announcement.title.ko, f"{announcement.rulebook.name} {announcement.rulebook.version}", date
        )
    console().print(table)


@app.command()
def show(name: NAME) -> None:
    """Everything an announcement and its rule book say, as JSON."""
    typer.echo(loaded(name).model_dump_json(indent=2))


@app.command()
def check(name: NAME) -> None:
    """Validate an announcement's files, and warn of what should be set before a real round."""
    from services.announcement.load import check as warnings_of

    for warning in warnings_of(loaded(name)):
        say(f"warning · 주의: {warning}")
    say(f"{name} is valid · 올바릅니다")


def loaded(name: str) -> Announcement:
    """The announcement of that id. Raises Misconfigured with all that is wrong with its files."""
    from services.announcement.load import AnnouncementError, load_announcement
    from services.common.errors import Misconfigured

    try:
        return load_announcement(name, folder())
    except AnnouncementError as error:
        raise Misconfigured(str(error)) from error


def folder() -> Path:
    """Where announcement files are looked for."""
    from services.announcement.load import DEFAULT
    from services.cli.environment import read_settings

    return read_settings().announcements or DEFAULT


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="announcement", rich_help_panel="Look · 보기")
