"""Records of one partition, read by nobody's group: nothing is joined, and nothing is committed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from services.common.errors import Retryable
from services.common.kafka.cluster import Place
from services.common.kafka.connection import connected, onlooker_config, told
from services.common.kafka.records import Incoming
from services.common.kafka.subscription import incoming
from services.common.settings import Settings

PATIENCE_SECONDS = 15.0
"""Without a single record, that is; a long partition may take as long as it takes."""


def records_between(settings: Settings, place: Place, start: int, end: int) -> Iterator[Incoming]:
    """Every record from offset `start` to before `end`, in order; compaction may have left gaps.

    Raises Retryable where the cluster is away or sends nothing for long.
    """
    if start >= end:
        return
    try:
        with closing(connected(KafkaConsumer, onlooker_config(settings, "browse"))) as consumer:
            for record in _read(consumer, TopicPartition(*place), start, end):
                yield incoming(record)
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers}: {told(error)}") from error


def _read(consumer: Any, place: TopicPartition, start: int, end: int) -> Iterator[Any]:
    consumer.assign([place])
    consumer.seek(place, start)
    position, deadline = start, time.monotonic() + PATIENCE_SECONDS
    while position < end:
        for record in consumer.poll(timeout_ms=200).get(place, ()):
            if record.offset >= end:
                return
            yield record
        reached = consumer.position(place)
        if reached > position:
            position, deadline = reached, time.monotonic() + PATIENCE_SECONDS
        elif time.monotonic() > deadline:
            raise Retryable(f"{place.topic}/{place.partition} sends nothing from offset {position} on")
