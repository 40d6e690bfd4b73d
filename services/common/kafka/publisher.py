"""Publishing with `acks=all` and every future checked: a record is sent when the broker says so, and not before."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol

from kafka import KafkaProducer
from kafka.errors import KafkaError, KafkaTimeoutError, MessageSizeTooLargeError, UnknownTopicOrPartitionError

from services.common.errors import DocintakeError, Retryable
from services.common.kafka.connection import client_config, connected
from services.common.kafka.records import Outgoing
from services.common.settings import Settings

MAX_RECORD_BYTES = 8 * 1024 * 1024
"""What the client lets pass. The broker keeps each topic's own limit: 1 MiB, and this one for dead letters."""
METADATA_SECONDS = 5.0
REQUEST_SECONDS = 6.0
DELIVERY_SECONDS = 8.0
"""Longer would hold up a shutdown; what is given up is sent again, under the same event id."""
ACK_SECONDS = 9.0
CLOSE_SECONDS = 2.0


class Publisher(Protocol):
    """Hands records to Kafka."""

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        """Publish all and wait; for each record None, or why the broker did not take it.

        A record that is refused (its size, its topic) does not hold up the others. Raises Retryable where no broker
        can be reached at all, and after `close`.
        """
        ...

    def close(self) -> None:
        """Let go of the broker."""
        ...


class KafkaPublisher:
    """kafka-python's producer, made at the first use, so that starting needs no broker. Thread-safe.

    A producer that failed to deliver is thrown away and made anew: what state its sequence numbers are in after an
    expired batch is not worth knowing, since every event carries its id.
    """

    def __init__(self, settings: Settings, client_id: str) -> None:
        """`client_id` names the service."""
        self._config = client_config(settings, client_id) | {
            "acks": "all",
            "enable_idempotence": True,
            "compression_type": "gzip",
            "linger_ms": 2,
            "max_block_ms": int(METADATA_SECONDS * 1000),
            "request_timeout_ms": int(REQUEST_SECONDS * 1000),
            "delivery_timeout_ms": int(DELIVERY_SECONDS * 1000),
            "max_request_size": MAX_RECORD_BYTES,
            "allow_auto_create_topics": False,
        }
        self._producer: KafkaProducer | None = None
        self._closed = False
        self._lock = threading.Lock()

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        """See Publisher."""
        producer = self._connected()
        deadline = time.monotonic() + ACK_SECONDS
        failures = [_failure(sent, deadline) for sent in _send(producer, records)]
        if any(failure is not None and not isinstance(failure, REFUSALS) for failure in failures):
            self._throw_away(producer)
        return [None if failure is None else Retryable(_worded(failure)) for failure in failures]

    def close(self) -> None:
        """Flush what is under way, at most 2 s."""
        with self._lock:
            self._closed = True
            producer, self._producer = self._producer, None
        if producer is not None:
            _close(producer, CLOSE_SECONDS)

    def _connected(self) -> KafkaProducer:
        with self._lock:
            if self._closed:
                raise Retryable("the publisher is closed")
            if self._producer is None:
                try:
                    self._producer = connected(KafkaProducer, self._config)
                except KafkaError as error:
                    raise Retryable(f"no broker: {type(error).__name__}") from error
            return self._producer

    def _throw_away(self, producer: KafkaProducer) -> None:
        with self._lock:
            if self._producer is producer:
                self._producer = None
        _close(producer, 0)


class _UnknownTopic(UnknownTopicOrPartitionError):  # type: ignore[misc] # kafka-python has no types
    """The cluster does not know the topic (yet)."""


REFUSALS = (MessageSizeTooLargeError, _UnknownTopic)
"""Failures of one record that say nothing about the producer."""


def _send(producer: KafkaProducer, records: Sequence[Outgoing]) -> list[Any]:
    """For each record its future, or the error that came instead of one."""
    unknown: set[str] = set()
    sent: list[Any] = []
    for record in records:
        if record.topic in unknown:  # asking again would block as long as the first time
            sent.append(_UnknownTopic(record.topic))
            continue
        try:
            sent.append(producer.send(record.topic, key=record.key, value=record.value, headers=list(record.headers)))
        except KafkaTimeoutError:
            unknown.add(record.topic)
            sent.append(_UnknownTopic(record.topic))
        except KafkaError as error:
            sent.append(error)
    return sent


def _failure(sent: Any, deadline: float) -> KafkaError | None:
    """None once the broker has acknowledged the record, or what went wrong."""
    if isinstance(sent, KafkaError):
        return sent
    try:
        sent.get(timeout=max(0.0, deadline - time.monotonic()))
    except KafkaError as error:
        return error
    return None


def _worded(failure: KafkaError) -> str:
    if isinstance(failure, _UnknownTopic):
        return f"the broker does not answer for topic {failure.args[0]}; `docintake topics check` tells if it exists"
    return str(failure)


def _close(producer: KafkaProducer, seconds: float) -> None:
    """Close; force it where the time is over, because kafka-python's own close gives up halfway when its flush does."""
    try:
        producer.close(timeout=seconds)
    except KafkaError:
        producer._sender.force_close()
        producer._sender.join(CLOSE_SECONDS)
        with suppress(KafkaError):  # the sender has ended and failed every batch; this closes what is left
            producer.close(timeout=0)
