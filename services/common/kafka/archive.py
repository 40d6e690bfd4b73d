"""Whole topics read and written, partition by partition, with keys, headers and timestamps as they were."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from services.common.errors import Retryable
from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.connection import client_config, connected, onlooker_config, told
from services.common.kafka.records import Incoming
from services.common.kafka.subscription import incoming
from services.common.settings import Settings
from services.common.topics import MAX_MESSAGE_BYTES

PATIENCE_SECONDS = 30.0
"""Without a single record, that is."""
UNDER_WAY = 2_000
"""Records sent and not yet acknowledged."""
ACK_SECONDS = 60.0


def read_spans(settings: Settings, spans: Mapping[Place, Offsets]) -> Iterator[Incoming]:
    """Every record of the given spans, each partition's in order; compaction may have left gaps.

    Raises Retryable where the cluster is away or sends nothing for long.
    """
    wanted = {TopicPartition(*place): span for place, span in spans.items() if span.start < span.end}
    if not wanted:
        return
    try:
        with closing(connected(KafkaConsumer, onlooker_config(settings, "archive"))) as consumer:
            yield from map(incoming, _read(consumer, wanted))
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers}: {told(error)}") from error


def write_records(settings: Settings, records: Iterable[Incoming]) -> int:
    """Write records to the very partitions they name, in their order; answers how many the broker acknowledged.

    Offsets are the broker's. Raises Retryable at the first record that is not acknowledged: what follows is not sent.
    """
    count = 0
    pending: deque[Any] = deque()
    try:
        producer = connected(KafkaProducer, _writing(settings))
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers}: {told(error)}") from error
    try:
        for record in records:
            pending.append(
                producer.send(
                    record.topic,
                    key=record.key,
                    value=record.value,
                    headers=list(record.headers),
                    partition=record.partition,
                    timestamp_ms=record.timestamp,
                )
            )
            while len(pending) >= UNDER_WAY:
                pending.popleft().get(timeout=ACK_SECONDS)
                count += 1
        while pending:
            pending.popleft().get(timeout=ACK_SECONDS)
            count += 1
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers} did not take a record: {error}") from error
    finally:
        producer.close(timeout=2.0)
    return count


def _read(consumer: Any, wanted: dict[TopicPartition, Offsets]) -> Iterator[Any]:
    consumer.assign(list(wanted))
    for place, span in wanted.items():
        consumer.seek(place, span.start)
    left, deadline = dict(wanted), time.monotonic() + PATIENCE_SECONDS
    while left:
        for place, records in consumer.poll(timeout_ms=200).items():
            for record in records:
                if record.offset < wanted[place].end:
                    deadline = time.monotonic() + PATIENCE_SECONDS
                    yield record
        done = [place for place, span in left.items() if consumer.position(place) >= span.end]
        for place in done:
            del left[place]
            deadline = time.monotonic() + PATIENCE_SECONDS
        if done and left:
            consumer.pause(*done)
        if time.monotonic() > deadline:
            place = next(iter(left))
            raise Retryable(f"{place.topic}/{place.partition} sends nothing from offset {consumer.position(place)} on")


def _writing(settings: Settings) -> dict[str, Any]:
    return client_config(settings, "archive") | {
        "acks": "all",
        "enable_idempotence": True,
        "compression_type": "gzip",
        "linger_ms": 20,
        "max_request_size": MAX_MESSAGE_BYTES,
        "allow_auto_create_topics": False,
    }
