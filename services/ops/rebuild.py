"""A read model built anew from its topics, while the service goes on.

    empty database beside the live one ─► seed what is in no topic · replay the topics ─► once more, for what came
    meanwhile ─► the live database stands still: replay the last records, and change the rows that differ

Handlers are the service's own, so what is built is what a new service would have built. Events that they make are
published only where neither the outbox nor the topic has them, and then only the newest of each document or applicant:
nothing goes out twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.common.avro import EventCodec
from services.common.clock import Clock
from services.common.database import Database
from services.common.errors import Misconfigured, Retryable
from services.common.events import Event
from services.common.inbox import first_time
from services.common.kafka.admin import Admin
from services.common.kafka.archive import read_spans
from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.consume import Handler
from services.common.kafka.records import Incoming
from services.common.read_model import ReadModel
from services.common.settings import Settings
from services.common.topics import read_by
from services.ops.differences import apply_differences
from services.ops.standstill import standstill

BATCH = 200
LAST = "intake.erasures"
"""Erasures are replayed last: they take away what the events before them brought."""
FEW = 200
"""Records that may be left for the standstill."""
ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """One service, as far as its read model is concerned."""

    service: str
    """`intake`, `judging`, `review` or `score`."""
    live: Database
    """Its database, migrated."""
    model: ReadModel
    """What follows from topics."""
    handlers: Mapping[type[Event], Handler]
    """What it does with each event."""
    inbox: sa.Table
    """Its memory of handled events."""
    outbox: sa.Table
    """What it publishes."""
    codec: EventCodec
    """Bytes to events."""
    clock: Clock
    """For the inbox."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What became of it."""

    records: int
    """Records that were replayed."""
    passed_over: int
    """Records that no handler could handle: dead letters, and those of erased applicants."""
    changed: int
    """Rows of the live database that differed, and were put right (or would be)."""
    published: int
    """Events that were missing, and are on their way now (or would be)."""


def rebuild(settings: Settings, one: Rebuilding, folder: Path, *, dry: bool, say: Callable[[str], None]) -> Rebuilt:
    """Build the read model of `one` anew and put the live one right; `dry` only says what differs.

    `folder` takes the database beside. Raises Retryable where Kafka or the database is away: nothing is changed then.
    """
    path = folder / f"{one.service}.rebuild.db"
    _remove(path)
    fresh = Database(f"sqlite:///{path}", one.service)
    try:
        fresh.migrate()
        with Admin(settings, "rebuild") as admin:
            return _build(_Replay(settings, admin, one, fresh), dry=dry, say=say)
    finally:
        fresh.close()
        _remove(path)


def _build(replay: _Replay, *, dry: bool, say: Callable[[str], None]) -> Rebuilt:
    one = replay.one
    for _ in range(ROUNDS):
        ends = replay.ends()  # before the seed: whatever is told of up to here is in it
        with one.live.read() as live:
            replay.seed(live)
        handled = replay.up_to(ends)
        say(f"{one.service}: {handled:,} records")
        if handled <= FEW:
            break
    published = replay.on_topics()
    with standstill(one.live) as live:
        ends = replay.ends()
        replay.seed(live)
        replay.up_to(ends)
        with replay.fresh.begin() as fresh:
            changed = one.model.take_over(live, fresh, dry)
            changed += sum(apply_differences(live, fresh, table, dry=dry) for table in one.model.tables)
            missing = _missing(live, fresh, one.outbox, published)
            if not dry:
                _take_inbox(live, fresh, one.inbox)
                for row in missing:
                    live.execute(sa.insert(one.outbox), row)
    return Rebuilt(replay.records, replay.passed_over, changed, len(missing))


class _Replay:
    """Events of the service's topics, handled on the database beside."""

    def __init__(self, settings: Settings, admin: Admin, one: Rebuilding, fresh: Database) -> None:
        self.one = one
        self.fresh = fresh
        self.records = 0
        self.passed_over = 0
        self._settings = settings
        self._admin = admin
        self._topics = read_by(f"docintake.{one.service}")
        self._done: dict[Place, int] = {}

    def ends(self) -> dict[Place, Offsets]:
        """What the service's topics hold now."""
        return self._admin.offsets(self._partitions(self._topics))

    def seed(self, live: sa.Connection) -> None:
        """Bring what is in no topic to the database beside."""
        with self.fresh.begin() as fresh:
            self.one.model.seed(live, fresh)

    def up_to(self, ends: Mapping[Place, Offsets]) -> int:
        """Handle every record before `ends` that was not handled yet; answers how many."""
        spans = {place: Offsets(self._done.get(place, span.start), span.end) for place, span in ends.items()}
        before = self.records
        for topic in sorted(self._topics, key=lambda name: (name == LAST, self._topics.index(name))):
            mine = {place: span for place, span in spans.items() if place[0] == topic}
            for batch in _batches(read_spans(self._settings, mine)):
                self._handle(batch)
        self._done = {place: span.end for place, span in ends.items()}
        return self.records - before

    def on_topics(self) -> set[str]:
        """The ids of all events on the topics that the service writes to."""
        spans = self._admin.offsets(self._partitions(self.one.model.produces))
        return {
            value.decode(errors="replace")
            for record in read_spans(self._settings, spans)
            for name, value in record.headers
            if name == "ce_id"
        }

    def _handle(self, records: Sequence[Incoming]) -> None:
        self.records += len(records)
        try:
            with self.fresh.begin() as connection:
                for record in records:
                    self._apply(connection, record)
        except Retryable:
            raise
        except Exception:  # one by one, as the consumer does
            for record in records:
                self._handle_alone(record)

    def _handle_alone(self, record: Incoming) -> None:
        try:
            with self.fresh.begin() as connection:
                self._apply(connection, record)
        except (Retryable, Misconfigured):
            raise
        except Exception:  # what no handler can handle is a dead letter already, or of somebody erased
            self.passed_over += 1

    def _apply(self, connection: sa.Connection, record: Incoming) -> None:
        if record.value is None:
            return
        event = self.one.codec.decode(record.value)
        handler = self.one.handlers.get(type(event))
        if handler and first_time(connection, self.one.inbox, event, self.one.clock.now().isoformat()):
            handler(connection, event)

    def _partitions(self, topics: Iterable[str]) -> dict[str, int]:
        found = self._admin.topics()
        return {name: found[name].partitions for name in topics if name in found}


def _missing(live: sa.Connection, fresh: sa.Connection, outbox: sa.Table, published: set[str]) -> list[dict[str, Any]]:
    """Outbox rows to be published: the newest of each document or applicant, where nobody has its event yet."""
    newest: dict[tuple[str, str], dict[str, Any]] = {}
    for row in fresh.execute(sa.select(outbox).order_by(outbox.c.id)):
        newest[row.topic, _trace(row)] = {name: value for name, value in row._mapping.items() if name != "id"}
    known = set(live.execute(sa.select(outbox.c.event_id)).scalars()) | published
    return [row for row in newest.values() if row["event_id"] not in known]


def _trace(row: sa.Row[Any]) -> str:
    """What the event is about: its trace is that of its document, or of its applicant."""
    headers = dict(row.headers)
    return str(headers.get("traceparent", row.key))[:36]


def _take_inbox(live: sa.Connection, fresh: sa.Connection, inbox: sa.Table) -> None:
    """What was replayed was handled: the live consumer passes it over."""
    known = set(live.execute(sa.select(inbox.c.event_id)).scalars())
    rows = [dict(row._mapping) for row in fresh.execute(sa.select(inbox)) if row.event_id not in known]
    if rows:
        live.execute(sa.insert(inbox), rows)


def _batches(records: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    batch: list[Incoming] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
