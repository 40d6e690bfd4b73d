"""When the next unhandled record of a partition was written: what turns a lag in records into a lag in seconds."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from services.common.errors import Retryable
from services.common.kafka.cluster import Position
from services.common.kafka.connection import connected, onlooker_config, told
from services.common.settings import Settings


def written_at(settings: Settings, positions: Iterable[Position], patience: float = 3.0) -> dict[Position, datetime]:
    """When the first record at or after each position was written (UTC).

    A position whose record does not come within `patience` seconds is left out. Joins no group and commits nothing.
    Raises Retryable where the cluster is away.
    """
    wanted = set(positions)
    if not wanted:
        return {}
    consumer: Any = None
    try:
        config = onlooker_config(settings, "ages")
        config["max_partition_fetch_bytes"] = 1  # one batch is enough: Kafka always sends the first whole
        consumer = connected(KafkaConsumer, config)
        return _look_up(consumer, wanted, time.monotonic() + patience)
    except KafkaError as error:
        raise Retryable(f"Kafka at {settings.bootstrap_servers}: {told(error)}") from error
    finally:
        if consumer is not None:
            consumer.close(autocommit=False)


def _look_up(consumer: Any, wanted: set[Position], deadline: float) -> dict[Position, datetime]:
    """Round after round, one position of each partition: groups that read the same topic stand at different places."""
    found: dict[Position, datetime] = {}
    while wanted and time.monotonic() < deadline:
        turn = {TopicPartition(topic, partition): offset for topic, partition, offset in sorted(wanted)}
        consumer.assign(list(turn))
        for place, offset in turn.items():
            consumer.seek(place, offset)
        wanted -= {(place.topic, place.partition, offset) for place, offset in turn.items()}
        while turn and time.monotonic() < deadline:
            for place, records in consumer.poll(timeout_ms=200).items():
                if place in turn and records:
                    moment = datetime.fromtimestamp(records[0].timestamp / 1000, UTC)
                    found[place.topic, place.partition, turn.pop(place)] = moment
                    consumer.pause(place)
    return found
