"""`docintake status`: what runs here, whether the topics are as they should be, who is behind, what is dead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.terminal import console

if TYPE_CHECKING:
    from services.cli.running import Running
    from services.common.settings import Settings
    from services.ops.lag import Snapshot
    from services.ops.outboxes import OutboxView
    from services.ops.topics import Drift

AS_JSON = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables")]


def status(as_json: AS_JSON = False) -> None:
    """Show processes, topics, lag and dead letters; exit 1 where something needs a person. · 상태를 봅니다."""
    from services.bootstrap import outboxes_of
    from services.cli.environment import read_settings
    from services.cli.running import find
    from services.common.clock import SystemClock
    from services.common.errors import Retryable

    settings = read_settings()
    running = find(settings.home.absolute())
    if running is not None:
        settings = settings.model_copy(update={**running.ports, "home": Path(running.home)})
    processes = _processes(running)
    problem: str | None = None
    drift: tuple[Drift, ...] = ()
    snapshot: Snapshot | None = None
    boxes: Sequence[OutboxView] = ()
    try:
        drift, snapshot = _look(settings)
    except Retryable as error:
        problem = str(error)
    try:
        boxes = outboxes_of(settings, SystemClock())
    except Retryable as error:
        problem = f"{problem}; {error}" if problem else str(error)
    if as_json:
        told = _as_json(processes, problem, drift, snapshot) | {"outboxes": [asdict(box) for box in boxes]}
        typer.echo(json.dumps(told, ensure_ascii=False, default=str))
    else:
        _draw(processes, problem, drift, snapshot)
        _draw_outboxes(boxes)
    dead = snapshot is not None and any(topic.records for topic in snapshot.dead_letters)
    refused = any(box.refused for box in boxes)
    raise typer.Exit(1 if problem or drift or dead or refused or any(not one["alive"] for one in processes) else 0)


def _look(settings: Settings) -> tuple[tuple[Drift, ...], Snapshot]:
    from services.common.clock import SystemClock
    from services.common.kafka.admin import Admin
    from services.ops import topics
    from services.ops.watch import look

    with Admin(settings) as admin:
        wanted = topics.wanted(settings.kafka_partitions, settings.kafka_replication_factor)
        drift = topics.check(admin, wanted)
    return drift, look(settings, SystemClock())


def _processes(running: Running | None) -> list[dict[str, Any]]:
    """Every child of `docintake up` as it is now; memory with that of its own children."""
    import psutil

    rows = []
    for one in running.processes if running else ():
        try:
            process = psutil.Process(one.pid)
            family = [process, *process.children(recursive=True)]
            alive = process.status() != psutil.STATUS_ZOMBIE
            memory = sum(member.memory_info().rss for member in family) / 2**20
        except psutil.NoSuchProcess:
            alive, memory = False, 0.0
        rows.append({**asdict(one), "alive": alive, "memory_mib": round(memory)})
    return rows


def _as_json(
    processes: Sequence[dict[str, Any]], problem: str | None, drift: Sequence[Drift], snapshot: Snapshot | None
) -> dict[str, Any]:
    return {
        "processes": list(processes),
        "problem": problem,
        "drift": [asdict(one) for one in drift],
        "groups": [asdict(one) for one in snapshot.groups] if snapshot else [],
        "topics": [asdict(one) for one in snapshot.topics] if snapshot else [],
        "dead_letters": [asdict(one) for one in snapshot.dead_letters if one.records] if snapshot else [],
    }


def _draw(
    processes: Sequence[dict[str, Any]], problem: str | None, drift: Sequence[Drift], snapshot: Snapshot | None
) -> None:
    from rich.table import Table

    out = console()
    if processes:
        table = Table("process", "pid", "state", "restarts", "MiB")
        for one in processes:
            state = "runs" if one["alive"] else "ended"
            table.add_row(one["name"], str(one["pid"]), state, str(one["restarts"]), str(one["memory_mib"]))
        out.print(table)
    else:
        out.print("`docintake up` does not run on this home folder · 여기서 실행 중인 것이 없습니다")
    if problem:
        out.print(problem)
    if snapshot:
        lag = Table("consumer group", "state", "members", "lag, records", "lag, seconds")
        for group in snapshot.groups:
            lag.add_row(group.group, group.state, str(group.members), str(group.records), f"{group.seconds:.1f}")
        out.print(lag)
        letters = [topic for topic in snapshot.dead_letters if topic.records]
        out.print(f"dead letters · 처리하지 못한 것: {sum(topic.records for topic in letters)}")
        for topic in letters:
            out.print(f"  {topic.name}: {topic.records}")
        out.print(f"topics · 토픽: {len(drift) or 'no'} drift (`docintake topics check`)")


def _draw_outboxes(boxes: Sequence[OutboxView]) -> None:
    out = console()
    waiting = {box.service: box.records for box in boxes if box.records}
    told = ", ".join(f"{service} {count}" for service, count in waiting.items()) or "nothing · 없음"
    out.print(f"waits in the outboxes · 보낼 편지함: {told}")
    for box in boxes:
        for one in box.shown:
            out.print(f"  {box.service}: the broker does not take {one.topic} {one.event_id}: {one.error}")
        if box.refused:
            out.print(
                "  later records of the same applicants wait behind; mend the cause, and they are sent by themselves"
                " · 원인을 없애면 저절로 이어서 보냅니다"
            )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Look · 보기")(status)
