"""Publishing with `acks=all` and every future checked: a record is sent when the broker says so, and not before."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Protocol

from kafka import KafkaProducer
from kafka.errors import KafkaError

from services.common.errors import DocintakeError, Retryable
from services.common.kafka.connection import client_config
from services.common.kafka.records import Outgoing
from services.common.settings import Settings

MAX_RECORD_BYTES = 1_000_000
ACK_SECONDS = 30.0


class Publisher(Protocol):
    """Hands records to Kafka."""

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        """Publish all and wait; for each record None, or why the broker did not take it.

        Raises Retryable where no broker can be reached at all.
        """
        ...

    def close(self) -> None:
        """Let go of the broker."""
        ...


class KafkaPublisher:
    """kafka-python's producer, made at the first use, so that starting needs no broker. Thread-safe."""

    def __init__(self, settings: Settings, client_id: str) -> None:
        """`client_id` names the service."""
        self._config = client_config(settings, client_id) | {
            "acks": "all",
            "enable_idempotence": True,
            "compression_type": "gzip",
            "linger_ms": 2,
            "max_block_ms": 10_000,
            "delivery_timeout_ms": 25_000,
            "max_request_size": MAX_RECORD_BYTES + 48_576,
            "allow_auto_create_topics": False,
        }
        self._producer: KafkaProducer | None = None
        self._connecting = threading.Lock()

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        """See Publisher."""
        producer = self._connected()
        pending: list[Any] = []
        for record in records:
            try:
                pending.append(
                    producer.send(record.topic, key=record.key, value=record.value, headers=list(record.headers))
                )
            except KafkaError as error:
                pending.append(error)
        return [_outcome(future) for future in pending]

    def close(self) -> None:
        """Flush what is under way, at most 5 s."""
        if self._producer is not None:
            self._producer.close(timeout=5)
            self._producer = None

    def _connected(self) -> KafkaProducer:
        with self._connecting:
            if self._producer is None:
                try:
                    self._producer = KafkaProducer(**self._config)
                except KafkaError as error:
                    raise Retryable(f"no broker: {type(error).__name__}") from error
            return self._producer


def _outcome(future: Any) -> DocintakeError | None:
    if isinstance(future, KafkaError):
        return Retryable(f"{type(future).__name__}: {future}")
    try:
        future.get(timeout=ACK_SECONDS)
    except KafkaError as error:
        return Retryable(f"{type(error).__name__}: {error}")
    return None
