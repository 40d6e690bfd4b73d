"""Records as they come from and go to Kafka, with their CloudEvents headers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from services.common.events import DocumentEvent, Event

Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record that a consumer was handed."""

    topic: str
    """Its topic."""
    partition: int
    """Its partition."""
    offset: int
    """Its offset."""
    leader_epoch: int
    """The leader epoch it was written in; -1 where unknown."""
    timestamp: int
    """Milliseconds since 1970, by the broker or the producer."""
    key: bytes | None
    """`announcement/applicant_id`."""
    value: bytes | None
    """Avro in Confluent wire format; None is a tombstone."""
    headers: Headers
    """CloudEvents and tracing."""

    @property
    def place(self) -> tuple[str, int]:
        """Topic and partition."""
        return self.topic, self.partition

    @property
    def where(self) -> dict[str, object]:
        """Topic, partition and offset, for a log line."""
        return {"topic": self.topic, "partition": self.partition, "offset": self.offset}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record to be published."""

    topic: str
    """Where to."""
    key: bytes | None
    """`announcement/applicant_id`; None only where a dead letter's record had none."""
    value: bytes | None
    """The wire bytes; None deletes the key on a compacted topic."""
    headers: Headers
    """CloudEvents and tracing."""


def outgoing(topic: str, event: Event, value: bytes, source: str) -> Outgoing:
    """`event` as a record with the headers of the CloudEvents Kafka binding."""
    headers = {
        "ce_specversion": "1.0",
        "ce_id": event.event_id,
        "ce_type": f"docintake.{event.schema}",
        "ce_source": f"/docintake/{source}",
        "ce_time": event.occurred_at.isoformat(),
        "ce_subject": event.subject,
        "content-type": "application/avro",
        "traceparent": _traceparent(event),
    }
    return Outgoing(
        topic=topic,
        key=event.subject.encode(),
        value=value,
        headers=tuple((name, text.encode()) for name, text in headers.items()),
    )


def _traceparent(event: Event) -> str:
    """W3C trace context: one trace a document (or applicant), one span an event, both derived."""
    trace = event.document_id if isinstance(event, DocumentEvent) else event.subject
    trace_id = hashlib.sha256(trace.encode()).hexdigest()[:32]
    span_id = hashlib.sha256(event.event_id.encode()).hexdigest()[:16]
    return f"00-{trace_id}-{span_id}-01"
