"""Looks at offsets and inboxes while everything is going on, by a thread of its own; at the end, reads it all."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from kafka import KafkaConsumer, TopicPartition

from chaos.history import Raw, Sample
from chaos.plan import GROUPS
from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.settings import Settings
from services.common.topics import catalogue
from services.ops.topics import wanted

LOOK_SECONDS = 1.0
STATEFUL = tuple(group for group in GROUPS if group != "reading")


class Watch:
    """Takes samples until it is told to stop."""

    def __init__(self, settings: Settings) -> None:
        """`settings` are the services'."""
        self._settings = settings
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._samples: list[Sample] = []
        self.trouble = ""

    def __enter__(self) -> Watch:
        """Begins."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Ends."""
        self._stop.set()
        self._thread.join(20.0)

    @property
    def samples(self) -> tuple[Sample, ...]:
        """All so far."""
        return tuple(self._samples)

    def _run(self) -> None:
        try:
            self._watch()
        except BaseException as error:
            self.trouble = f"the watch ended: {type(error).__name__}: {error}"[:200]
            raise

    def _watch(self) -> None:
        while not self._stop.is_set():
            try:
                with Admin(self._settings, "chaos-watch") as admin:
                    while not self._stop.wait(LOOK_SECONDS):
                        self._samples.append(look(admin, self._settings))
            except (Retryable, sqlite3.Error, OSError) as error:
                self.trouble = f"{type(error).__name__}: {error}"[:200]
                self._stop.wait(LOOK_SECONDS)


def look(admin: Admin, settings: Settings) -> Sample:
    """One sample: first what is committed, then what should have been done before."""
    names = [f"docintake.{group}" for group in GROUPS]
    committed = admin.committed(names)
    at = time.time()
    handled = {f"docintake.{service}": newest_row(settings, service) for service in STATEFUL}
    offsets = admin.offsets(partitions(settings))
    return Sample(at, committed, {place: span.end for place, span in offsets.items()}, handled)


def behind(sample: Sample) -> dict[str, int]:
    """By group: records that it has not committed."""
    return {
        group: sum(
            end - committed.get(place, 0)
            for place, end in sample.ends.items()
            if place[0] in catalogue() and group in catalogue()[place[0]].consumers
        )
        for group, committed in sample.committed.items()
    }


def partitions(settings: Settings) -> dict[str, int]:
    """How many partitions every topic has, dead letters' too."""
    return {name: topic.partitions for name, topic in wanted(settings.kafka_partitions, 1).items()}


def newest_row(settings: Settings, service: str) -> int:
    """The highest row number of a service's inbox."""
    return int(_asked(settings, service, "select coalesce(max(rowid), 0) from inbox")[0][0])


def inbox(settings: Settings, service: str) -> dict[str, int]:
    """Row number by event id."""
    return {str(event): int(row) for event, row in _asked(settings, service, "select event_id, rowid from inbox")}


def unsent(settings: Settings, service: str) -> int:
    """Rows that wait in a service's outbox."""
    return int(_asked(settings, service, "select count(*) from outbox where sent_at is null")[0][0])


def review_papers(settings: Settings) -> Mapping[str, tuple[str | None, str, str | None]]:
    """The console's read model: verdict id, status and end by document."""
    rows = _asked(settings, "review", "select document_id, verdict_id, status, ended from papers")
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def read_topics(settings: Settings, topics: Iterable[str]) -> Iterator[Raw]:
    """Every record of the topics, from the first offset to the last there is now."""
    consumer: Any = KafkaConsumer(
        bootstrap_servers=settings.bootstrap_servers,
        enable_auto_commit=False,
        client_id="chaos-oracle",
        max_poll_records=2000,
    )
    with closing(consumer):
        places = [TopicPartition(topic, number) for topic in topics for number in range(partitions(settings)[topic])]
        try:
            ends = {place: end for place, end in consumer.end_offsets(places).items() if end}
        except KeyError as error:  # kafka-python's way to say that a partition's leader did not answer
            raise Retryable("a partition has no leader at this moment") from error
        if not ends:
            return
        consumer.assign(list(ends))
        consumer.seek_to_beginning()
        deadline = time.monotonic() + 120.0
        while any(consumer.position(place) < end for place, end in ends.items()):
            if time.monotonic() > deadline:
                raise Retryable("the broker does not send all records")
            for records in consumer.poll(timeout_ms=500).values():
                for record in records:
                    yield Raw(
                        record.topic,
                        record.partition,
                        record.offset,
                        record.timestamp / 1000,
                        record.key,
                        record.value,
                        tuple((name, value or b"") for name, value in record.headers or ()),
                    )


def _asked(settings: Settings, service: str, question: str) -> list[tuple[Any, ...]]:
    path: Path = settings.data / "db" / f"{service}.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20.0)) as connection:
        return connection.execute(question).fetchall()
