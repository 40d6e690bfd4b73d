"""`docintake dlq`: records that could never be handled, looked at, put back, or discarded."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.terminal import console, say

if TYPE_CHECKING:
    from services.common.kafka.letters import Letter
    from services.ops.dead_letters import Handled
    from services.ops.letterbox import ClusterLetterbox

MOST_REASON = 500
HANDLED_LOG = "dead-letters.jsonl"

app = typer.Typer(no_args_is_help=True, help="Dead letters: list, show, redrive, discard. · 처리하지 못한 레코드")

TOPIC = Annotated[str, typer.Argument(help="The dead-letter topic, as `dlq list` names it", show_default=False)]
ALL = Annotated[bool, typer.Option("--all", help="All that are there now")]
COUNT = Annotated[int | None, typer.Option(min=1, help="The oldest so many", show_default=False)]


@app.command("list")
def list_letters(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table")] = False,
) -> None:
    """Unhandled letters by topic: how many, since when, and why."""
    from rich.table import Table

    from services.ops.dead_letters import summaries

    with _letterbox() as box:
        found = summaries(box)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, default=str))
        return
    table = Table("dead-letter topic", "letters", "oldest, UTC", "reasons", "handled last")
    for one in found:
        reasons = "\n".join(f"{count} × {reason}" for reason, count in one.reasons)
        table.add_row(one.topic, str(one.count), f"{one.oldest:%Y-%m-%d %H:%M:%S}", reasons, one.note)
    if found:
        console().print(table, markup=False)
    else:
        say("no unhandled dead letters · 없습니다")


@app.command()
def show(
    topic: TOPIC,
    offset: Annotated[
        int | None, typer.Option(min=0, help="Which; else the oldest unhandled", show_default=False)
    ] = None,
    partition: Annotated[int, typer.Option(min=0, help="Its partition")] = 0,
    file: Annotated[
        Path | None, typer.Option("--bytes", help="Write the record's value there, in base64", show_default=False)
    ] = None,
) -> None:
    """The key and headers of one letter. Personal values stay sealed and are not shown."""
    from services.common.errors import Misconfigured

    with _letterbox() as box:
        letter = _one(box, topic, partition, offset)
    if file is not None and letter.record.value is None:
        raise Misconfigured("the record has no value: it deletes its key")
    typer.echo(_told(letter))
    if file is not None:
        _write(file, base64.encodebytes(letter.record.value or b""))
        say(f"{len(letter.record.value or b''):,} bytes, in base64, are in {file}")


@app.command()
def redrive(topic: TOPIC, everything: ALL = False, count: COUNT = None) -> None:
    """Put the oldest letters back on their topic, unchanged. Mend the cause first. · 원래 토픽에 되돌립니다."""
    from services.common.clock import SystemClock
    from services.ops import dead_letters

    most = _most(everything, count)
    with _letterbox() as box:
        _known(box, topic)
        _report(dead_letters.redrive(box, topic, most, SystemClock().now()))


@app.command()
def discard(
    topic: TOPIC,
    reason: Annotated[str, typer.Option(help="Why; it is kept, so name no person", show_default=False)],
    everything: ALL = False,
    count: COUNT = None,
) -> None:
    """Give up the oldest letters: they no longer count, their bytes stay. · 더 처리하지 않기로 합니다."""
    from services.common.clock import SystemClock
    from services.common.errors import Misconfigured
    from services.ops import dead_letters

    most, reason = _most(everything, count), " ".join(reason.split())
    if not reason or len(reason) > MOST_REASON:
        raise Misconfigured(f"--reason needs 1 to {MOST_REASON} characters, not {len(reason)}")
    with _letterbox() as box:
        _known(box, topic)
        _report(dead_letters.discard(box, topic, most, reason, SystemClock().now()), reason)


@contextmanager
def _letterbox() -> Iterator[ClusterLetterbox]:
    from services.cli.environment import settings_here
    from services.common.kafka.admin import Admin
    from services.common.kafka.publisher import KafkaPublisher
    from services.ops.letterbox import ClusterLetterbox

    settings = settings_here()
    publisher = KafkaPublisher(settings, "dlq")
    try:
        with Admin(settings) as admin:
            yield ClusterLetterbox(settings, admin, publisher)
    finally:
        publisher.close()


def _most(everything: bool, count: int | None) -> int | None:
    """How many to handle; None for all."""
    from services.common.errors import Misconfigured

    if everything == (count is not None):
        raise Misconfigured("say how many: either --all or --count N / --all 또는 --count N 중 하나를 쓰십시오")
    return count


def _known(box: ClusterLetterbox, topic: str) -> None:
    from services.common.errors import Misconfigured

    if not box.kept(topic):
        raise Misconfigured(
            f"{topic!r} is no dead-letter topic of this cluster; `docintake dlq list` names those that hold letters"
            " / 그런 토픽이 없습니다. `docintake dlq list`로 확인하십시오."
        )


def _one(box: ClusterLetterbox, topic: str, partition: int, offset: int | None) -> Letter:
    from services.common.errors import Misconfigured
    from services.common.kafka.cluster import Offsets
    from services.common.kafka.letters import letter_of

    _known(box, topic)
    place = (topic, partition)
    span = box.waiting().get(place) if offset is None else Offsets(offset, offset + 1)
    kept = box.kept(topic).get(place)
    if kept is None or span is None or not kept.start <= span.start < kept.end:
        wanted = "unhandled letter" if offset is None else f"letter at offset {offset}"
        raise Misconfigured(f"{topic} has no {wanted} in partition {partition}; `docintake dlq list` shows what waits")
    return letter_of(next(box.read(place, Offsets(span.start, span.start + 1))))


def _told(letter: Letter) -> str:
    record = letter.record
    lines = [
        f"{record.topic}/{record.partition}/{record.offset}, buried {letter.buried_at:%Y-%m-%d %H:%M:%S} UTC",
        f"key: {(record.key or b'').decode(errors='replace')}",
        f"value: {'none' if record.value is None else f'{len(record.value):,} bytes'}",
        *(f"{name}: {value.decode(errors='replace')}" for name, value in record.headers),
    ]
    return "\n".join(_printable(line) for line in lines)


def _printable(text: str) -> str:
    """A header may hold anything, and must not command the terminal."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in text)


def _report(handled: Iterable[Handled], reason: str = "") -> None:
    total = 0
    for one in handled:
        total += 1
        record = one.letter.record
        _note(one, reason)
        whither = f" to {one.letter.topic}" if one.outcome == "redriven" else ""
        say(f"{record.topic}/{record.partition}/{record.offset} {one.outcome}{whither}")
    say(f"{total} handled · 처리 {total}건")


def _note(one: Handled, reason: str) -> None:
    """One line a letter in logs/dead-letters.jsonl: Kafka keeps only the last reason of each partition."""
    from services.cli.environment import settings_here
    from services.common.clock import SystemClock, utc_text

    record = one.letter.record
    line = {
        "at": utc_text(SystemClock().now()),
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "outcome": one.outcome.value,
        "reason": reason,
        "error": one.letter.reason,
    }
    path = settings_here().home.absolute() / "logs" / HANDLED_LOG
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _write(path: Path, data: bytes) -> None:
    """Only for its owner's eyes."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)


def register(parent: typer.Typer) -> None:
    """Add the group."""
    parent.add_typer(app, name="dlq", rich_help_panel="Operate · 운영")
