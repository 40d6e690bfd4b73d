"""`docintake rulebook`: check a rule book's tables and sums, show it, and say what a new version changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.announcement.model import RuleBook

app = typer.Typer(no_args_is_help=True, help="Rule books: check, show, diff. · 채용 기준")

NAME = Annotated[
    str, typer.Argument(help="Name of a rule book (`krc-2019`), or a path to its file", show_default=False)
]


@app.command()
def check(name: NAME) -> None:
    """Tables without gap or overlap, every sum of the posts, every name, every open point. · 검산합니다."""
    book = _loaded(name)
    tables = sum(test.conversion is not None for test in book.tests)
    posts = (
        next((row.total for row in book.quotas.rows if row.field is None and row.family is None), 0)
        if book.quotas
        else 0
    )
    say(f"{book.name} {book.version}: {tables} conversions, {posts} posts, {len(book.open_points)} open points")
    for missing in _unset(book):
        say(f"warning · 주의: {missing}")
    say(f"{book.name} is valid · 올바릅니다")


@app.command()
def show(
    name: NAME,
    points: Annotated[
        bool, typer.Option("--points", help="Only the open points (G…) and how they are decided")
    ] = False,
    papers: Annotated[bool, typer.Option("--papers", help="Only the papers that every claim needs")] = False,
    posts: Annotated[bool, typer.Option("--posts", help="Only the posts by field, track and region")] = False,
) -> None:
    """The rule book as JSON, or a table of its open points or posts. · 보여 줍니다."""
    book = _loaded(name)
    if points:
        _show_points(book)
    elif papers:
        _show_papers(book)
    elif posts:
        _show_posts(book)
    else:
        typer.echo(book.model_dump_json(indent=2))


@app.command()
def diff(before: NAME, after: NAME) -> None:
    """Every key that differs between two rule books; exit status 1 where there is any. · 차이를 보여 줍니다."""
    from services.announcement.difference import changes

    found = changes(_loaded(before), _loaded(after))
    for change in found:
        typer.echo(str(change))
    raise typer.Exit(1 if found else 0)


def _show_points(book: RuleBook) -> None:
    from rich.table import Table

    table = Table("point", "key", "value", "decision · 결정", box=None)
    for point in book.open_points:
        option = point.key.removeprefix("options.")
        value = getattr(book.options, option, "") if option != point.key else ""
        table.add_row(point.id, point.key, str(value), f"{point.ko}\n{point.en}")
    console().print(table)


def _show_papers(book: RuleBook) -> None:
    from rich.table import Table

    table = Table("claim", "required fields", "papers · 서류", "rule", box=None)
    for claim in book.claims:
        if claim.kind != "status":
            fields = ", ".join(claim.required_fields)
            table.add_row(claim.kind, fields, " | ".join(claim.papers) or "any of its kind", claim.rule)
    rule = book.claim_kind("status").rule
    for status in book.statuses:
        needs = []
        for need in status.papers:
            choices = []
            for choice in need.one_of:
                shown = f"{choice.paper}({choice.shows})" if choice.shows else choice.paper
                choices.append(" + ".join((shown, *choice.also)))
            needs.append(" | ".join(choices))
        table.add_row(f"status {status.id}", "status", "\nAND ".join(needs) or "- (internal list)", rule)
    console().print(table)


def _show_posts(book: RuleBook) -> None:
    from rich.table import Table

    if book.quotas is None:
        say(f"{book.name} has no posts · 모집인원 표가 없습니다")
        return
    table = Table("분야", *(track.id for track in book.tracks), *book.regions, box=None)
    regional = [track.id for track in book.tracks if track.regional]
    for field in book.fields:
        by_track = [str(book.quotas.posts(field.id, track.id, None)) for track in book.tracks]
        by_region = [
            "/".join(str(book.quotas.posts(field.id, track, region)) for track in regional) for region in book.regions
        ]
        table.add_row(field.id, *by_track, *by_region)
    console().print(table)


def _unset(book: RuleBook) -> list[str]:
    """Parts without which a round cannot be run."""
    parts = {"quotas": book.quotas, "stages": book.stages, "preference": book.preference, "targets": book.targets}
    missing = [name for name, part in parts.items() if part is None]
    return [f"[{name}] is not set: nobody can be selected by it" for name in missing]


def _loaded(name: str) -> RuleBook:
    """The rule book of that name or file. Raises Misconfigured with all that is wrong with it."""
    from services.announcement.load import AnnouncementError, load_rulebook
    from services.cli.announcement import folder
    from services.common.errors import Misconfigured

    path = Path(name)
    try:
        if path.suffix == ".toml":
            return load_rulebook(path.stem, file=path)
        return load_rulebook(name, folder())
    except AnnouncementError as error:
        raise Misconfigured(str(error)) from error


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="rulebook", rich_help_panel="Look · 보기")
