"""A dead letter as a value: the record as it was, and its story in the headers of Kafka Connect. Knows no client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from services.common.errors import Poison
from services.common.kafka.records import Headers, Incoming, Outgoing
from services.common.topics import dead_letter_topic

PREFIX = "__connect.errors."

HANDLED_BY = "docintake.dlq"
"""The group whose committed offsets say which dead letters were handled: all before it were redriven or discarded."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A record on a dead-letter topic."""

    record: Incoming
    """As it lies there."""
    topic: str
    """Where the record was; empty where its headers do not say."""
    partition: str
    """Its partition there."""
    offset: str
    """Its offset there."""
    group: str
    """The consumer group that could not handle it."""
    stage: str
    """What was being done."""
    error: str
    """Type of the error."""
    message: str
    """Its message, where it is an error of ours."""

    @property
    def buried_at(self) -> datetime:
        """When it was put there, UTC."""
        return datetime.fromtimestamp(self.record.timestamp / 1000, UTC)

    @property
    def reason(self) -> str:
        """The error's type without its module."""
        return self.error.rpartition(".")[2] or "unknown"


def letter_of(record: Incoming) -> Letter:
    """What a dead letter's headers say; whatever they do not say is empty."""
    told = {
        name.removeprefix(PREFIX): value.decode(errors="replace")
        for name, value in record.headers
        if name.startswith(PREFIX)
    }
    return Letter(
        record=record,
        topic=told.get("topic", ""),
        partition=told.get("partition", ""),
        offset=told.get("offset", ""),
        group=told.get("class.name", ""),
        stage=told.get("stage", ""),
        error=told.get("exception.class.name", ""),
        message=told.get("exception.message", ""),
    )


def put_back(letter: Letter) -> Outgoing:
    """The record as it was before it was buried: key, value, and its own headers.

    Raises Poison where the headers do not name a topic whose dead letters lie here: nothing is written on a guess.
    """
    record = letter.record
    if not letter.topic or dead_letter_topic(letter.topic, letter.group) != record.topic:
        raise Poison(
            f"the dead letter {record.topic}/{record.partition}/{record.offset} does not say where it was"
            f" ({PREFIX}topic={letter.topic[:80]!r}, {PREFIX}class.name={letter.group[:80]!r}): discard it"
        )
    return Outgoing(letter.topic, record.key, record.value, own_headers(record.headers))


def own_headers(headers: Headers) -> Headers:
    """A record's headers without those of a burial: one that fails again tells its story anew."""
    return tuple((name, value) for name, value in headers if not name.startswith(PREFIX))
