"""`docintake topics`: the catalogue, and the cluster brought into line with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.common.kafka.cluster import TopicState
    from services.common.settings import Settings
    from services.ops.topics import Drift

app = typer.Typer(no_args_is_help=True, help="Topics: list, create, report drift. · 토픽")


@app.command("list")
def list_topics() -> None:
    """The catalogue: topic, schema, who writes, who reads, how long it is kept. Needs no broker."""
    from rich.table import Table

    from services.common.topics import catalogue

    table = Table("topic", "schema", "producer", "consumer groups", "retention")
    for topic in catalogue().values():
        table.add_row(topic.name, topic.schema, topic.producer, "\n".join(topic.consumers), topic.retention)
    console().print(table)


@app.command()
def apply() -> None:
    """Create what is missing and set what drifted; exit 1 where something is left for a person."""
    from services.cli.environment import read_settings
    from services.common.kafka.admin import Admin
    from services.ops import topics

    settings = read_settings()
    with Admin(settings) as admin:
        mended, left = topics.apply(admin, _wanted(settings))
    say(f"{len(mended)} made or changed")
    _report(left)


@app.command()
def check() -> None:
    """Report how the cluster differs from the catalogue; exit 1 where it does."""
    from services.cli.environment import read_settings
    from services.common.kafka.admin import Admin
    from services.ops import topics

    settings = read_settings()
    with Admin(settings) as admin:
        _report(topics.check(admin, _wanted(settings)))


def _wanted(settings: Settings) -> dict[str, TopicState]:
    from services.ops import topics

    return topics.wanted(settings.kafka_partitions, settings.kafka_replication_factor)


def _report(differences: Iterable[Drift]) -> None:
    from rich.table import Table

    table = Table("topic", "drift", "wanted", "found")
    for one in differences:
        table.add_row(one.topic, one.kind, one.wanted, one.found)
    if table.row_count:
        console().print(table)
        raise typer.Exit(1)
    say("no drift · 차이 없음")


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="topics", rich_help_panel="Look · 보기")
