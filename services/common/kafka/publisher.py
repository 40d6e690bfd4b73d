"""Publishing with `acks=all` and every future checked: a record is sent when the broker says so, and not before."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol

from kafka import KafkaProducer
from kafka.errors import BrokerResponseError, KafkaError, KafkaTimeoutError

from services.common.errors import DocintakeError, Retryable
from services.common.kafka.connection import client_config, connected, told
from services.common.kafka.records import Outgoing
from services.common.settings import Settings
from services.common.topics import DEAD_LETTER, MAX_MESSAGE_BYTES

MAX_RECORD_BYTES = 1_000_000
"""Of key, value and headers on an ordinary topic; the broker's own limit for a batch is 1 MiB."""
MAX_DEAD_LETTER_BYTES = MAX_MESSAGE_BYTES - 48_576
"""Of a dead letter: the record and its story."""
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
            "max_request_size": MAX_MESSAGE_BYTES,
            "allow_auto_create_topics": False,
        }
        self._producer: KafkaProducer | None = None
        self._closed = False
        self._lock = threading.Lock()

    def publish(self, records: Sequence[Outgoing]) -> list[DocintakeError | None]:
        """See Publisher."""
        failures = self._attempt(records)
        if len(records) > 1 and any(isinstance(failure, BrokerResponseError) for failure in failures):
            # kafka-python fails every batch under way when the broker refuses one: the others get a turn of their own.
            failures = [
                failure and self._attempt([record])[0] for record, failure in zip(records, failures, strict=True)
            ]
        return [failure and Retryable(_worded(failure)) for failure in failures]

    def close(self) -> None:
        """Flush what is under way, at most 2 s."""
        with self._lock:
            self._closed = True
            producer, self._producer = self._producer, None
        if producer is not None:
            _close(producer, CLOSE_SECONDS)

    def _attempt(self, records: Sequence[Outgoing]) -> list[KafkaError | None]:
        """For each record None, or what went wrong."""
        producer = self._connected()
        deadline = time.monotonic() + ACK_SECONDS
        failures = [_failure(sent, deadline) for sent in _send(producer, records)]
        if any(failure is not None and not isinstance(failure, _Refused) for failure in failures):
            self._throw_away(producer)
        return failures

    def _connected(self) -> KafkaProducer:
        with self._lock:
            if self._closed:
                raise Retryable("the publisher is closed")
            if self._producer is None:
                try:
                    self._producer = connected(KafkaProducer, self._config)
                except KafkaError as error:
                    raise Retryable(f"no broker: {told(error)}") from error
            return self._producer

    def _throw_away(self, producer: KafkaProducer) -> None:
        with self._lock:
            if self._producer is producer:
                self._producer = None
        _close(producer, 0)


class _Refused(KafkaError):  # type: ignore[misc] # kafka-python has no types
    """A record that was never handed to the producer."""


def _send(producer: KafkaProducer, records: Sequence[Outgoing]) -> list[Any]:
    """For each record its future, or the error that came instead of one."""
    unknown: set[str] = set()
    return [_send_one(producer, record, unknown) for record in records]


def _send_one(producer: KafkaProducer, record: Outgoing, unknown: set[str]) -> Any:
    """`unknown` gathers the topics that the cluster does not answer for: asking again would block as long again."""
    size, limit = _size(record), MAX_DEAD_LETTER_BYTES if record.topic.endswith(DEAD_LETTER) else MAX_RECORD_BYTES
    if size > limit:
        return _Refused(f"a record of {size:,} bytes is over the limit of {limit:,} on {record.topic}")
    if record.topic not in unknown:
        try:
            return producer.send(record.topic, key=record.key, value=record.value, headers=list(record.headers))
        except KafkaTimeoutError:
            unknown.add(record.topic)
        except KafkaError as error:
            return error
    return _Refused(f"the cluster does not answer for topic {record.topic}; see `docintake topics check`")


def _size(record: Outgoing) -> int:
    return (
        len(record.key or b"")
        + len(record.value or b"")
        + sum(len(name) + len(value) for name, value in record.headers)
    )


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
    return str(failure.args[0]) if isinstance(failure, _Refused) else str(failure)


def _close(producer: KafkaProducer, seconds: float) -> None:
    """Close; force it where the time is over, because kafka-python's own close gives up halfway when its flush does."""
    try:
        producer.close(timeout=seconds)
    except KafkaError:
        producer._sender.force_close()
        producer._sender.join(CLOSE_SECONDS)
        with suppress(KafkaError):  # the sender has ended and failed every batch; this closes what is left
            producer.close(timeout=0)
