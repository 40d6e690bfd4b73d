"""Dead letters: the original bytes untouched, with the headers of Kafka Connect saying whence and why."""

from __future__ import annotations

import traceback

from services.common.errors import DocintakeError, Retryable
from services.common.kafka.letters import own_headers
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.topics import dead_letter_topic

STACK_LIMIT = 8_000


def bury(publisher: Publisher, record: Incoming, group: str, stage: str, error: BaseException) -> None:
    """Put `record` on the group's dead-letter topic. Raises Retryable until the broker has it: nothing is committed.

    The exception's message may quote a record's content, so only its type and where it was raised are written.
    """
    frames = "".join(traceback.format_tb(error.__traceback__))[-STACK_LIMIT:]
    headers = {
        "__connect.errors.topic": record.topic,
        "__connect.errors.partition": str(record.partition),
        "__connect.errors.offset": str(record.offset),
        "__connect.errors.stage": stage,
        "__connect.errors.class.name": group,
        "__connect.errors.exception.class.name": f"{type(error).__module__}.{type(error).__qualname__}",
        "__connect.errors.exception.message": _safe_message(error),
        "__connect.errors.exception.stacktrace": frames,
    }
    letter = Outgoing(
        topic=dead_letter_topic(record.topic, group),
        key=record.key,
        value=record.value,
        headers=(*own_headers(record.headers), *((name, text.encode()) for name, text in headers.items())),
    )
    (outcome,) = publisher.publish([letter])
    if outcome is not None:
        raise Retryable(f"dead letter not written: {outcome}")


def _safe_message(error: BaseException) -> str:
    """Our own errors hold no personal value; a stranger's may."""
    return str(error)[:300] if isinstance(error, DocintakeError) else type(error).__name__
