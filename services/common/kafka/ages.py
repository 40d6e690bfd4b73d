"""When the next unhandled record of a partition was written: what turns a lag in records into a lag in seconds."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from services.common.errors import Retryable
from services.common.kafka.cluster import Place
from services.common.kafka.connection import client_config
from services.common.settings import Settings


def written_at(settings: Settings, positions: Mapping[Place, int], patience: float = 3.0) -> dict[Place, datetime]:
    """When the first record at or after each position was written (UTC).

    A partition whose record does not come within `patience` seconds is left out. Joins no group and commits nothing.
    Raises Retryable where the cluster is away.
    """
    if not positions:
        return {}
    consumer: Any = None
    try:
        consumer = KafkaConsumer(
            **client_config(settings, "ages"),
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            max_partition_fetch_bytes=1,  # one batch is enough: Kafka always sends the first whole
            fetch_max_wait_ms=100,
        )
        return _first_of_each(consumer, positions, time.monotonic() + patience)
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers}: {type(error).__name__}") from error
    finally:
        if consumer is not None:
            consumer.close(autocommit=False)


def _first_of_each(consumer: Any, positions: Mapping[Place, int], deadline: float) -> dict[Place, datetime]:
    missing = {TopicPartition(*place) for place in positions}
    consumer.assign(list(missing))
    for place in missing:
        consumer.seek(place, positions[place.topic, place.partition])
    found: dict[Place, datetime] = {}
    while missing and time.monotonic() < deadline:
        for place, records in consumer.poll(timeout_ms=200).items():
            if place in missing and records:
                moment = datetime.fromtimestamp(records[0].timestamp / 1000, UTC)
                found[place.topic, place.partition] = moment
                missing.discard(place)
                consumer.pause(place)
    return found
