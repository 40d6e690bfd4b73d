"""The loop of a consumer that keeps state: each record's effects and the memory of it are one transaction.

    poll → decode → [hold the applicant · remember the event id · effects · outbox] in one transaction → commit

The type of an error decides (see `services.common.errors`): Retryable comes again after a pause, Poison goes to the
dead-letter topic, an erased applicant's record is passed over, Misconfigured ends the process, and anything else is
tried again and then is poison too.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.common.avro import EventCodec
from services.common.clock import Clock
from services.common.database import Database, hold
from services.common.errors import KeyDestroyed, Misconfigured, Poison, Retryable
from services.common.events import Event
from services.common.inbox import first_time
from services.common.kafka.dead_letters import bury
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming
from services.common.kafka.subscription import Subscription
from services.common.telemetry import logger

POLL_SECONDS = 0.2
RETRY_SECONDS = 2.0
ATTEMPTS = 3

log = logger("consume")

Handler = Callable[[sa.Connection, Any], None]
"""Writes the effects of one event on the given transaction. Any is the event type it is registered for."""


@dataclass(frozen=True, slots=True)
class Consumer:
    """What one consumer group does with its records."""

    group: str
    """`docintake.judging` …"""
    handlers: Mapping[type[Event], Handler]
    """What to do with each type of event; a type that is not there is passed over."""
    database: Database
    """The service's database."""
    inbox: sa.Table
    """Its memory of handled events."""
    codec: EventCodec
    """Bytes to events."""
    publisher: Publisher
    """For dead letters."""
    clock: Clock
    """For the inbox."""


def consume(consumer: Consumer, subscription: Subscription, stop: threading.Event) -> None:
    """Handle records until told to stop; then leave the group. Raises Misconfigured."""
    failures: Counter[tuple[str, int, int]] = Counter()
    try:
        while not stop.is_set():
            try:
                batches = subscription.poll(POLL_SECONDS)
            except Retryable as error:
                log.warning("poll failed", error=str(error))
                stop.wait(1.0)
                continue
            for records in batches.values():
                finished = _handle_in_order(consumer, subscription, records, failures)
                if finished is not None:
                    subscription.commit([finished])
    finally:
        subscription.close()
        consumer.publisher.close()


def _handle_in_order(
    consumer: Consumer,
    subscription: Subscription,
    records: Sequence[Incoming],
    failures: Counter[tuple[str, int, int]],
) -> Incoming | None:
    """Handle one partition's batch; answers the last record of the finished prefix, or None."""
    if len(records) > 1 and _handle_together(consumer, records):
        return records[-1]
    finished = None
    for record in records:
        attempt = failures[(*record.place, record.offset)] + 1
        try:
            _handle_or_bury(consumer, record, last_attempt=attempt >= ATTEMPTS)
        except Retryable as error:
            log.warning("will try again", error=str(error), **record.where)
            subscription.again_from(record, RETRY_SECONDS)
            return finished
        except Misconfigured:  # a wrong master key is no record's fault: nothing is buried for it
            raise
        except Exception as error:  # a fault of ours: it comes again, and after the last attempt is buried
            failures[(*record.place, record.offset)] = attempt
            log.error("handler failed", error=type(error).__name__, attempt=attempt, **record.where, exc_info=True)
            subscription.again_from(record, RETRY_SECONDS)
            return finished
        failures.pop((*record.place, record.offset), None)
        finished = record
    return finished


def _handle_together(consumer: Consumer, records: Sequence[Incoming]) -> bool:
    """The quick way: the whole batch in one transaction. False where anything goes wrong: then nothing was done."""
    try:
        events = [consumer.codec.decode(record.value) for record in records if record.value is not None]
        with consumer.database.begin() as connection:
            for subject in sorted({event.subject for event in events}):
                hold(connection, subject)
            for event in events:
                _apply(consumer, connection, event)
    except Exception:  # whatever it is, the records are handled one by one, and each error gets its due there
        return False
    log.info("handled together", records=len(records), **records[-1].where)
    return True


def _handle_or_bury(consumer: Consumer, record: Incoming, last_attempt: bool) -> None:
    """Handle one record, or put it on the dead-letter topic where it can never be handled."""
    started = time.perf_counter()
    if record.value is None:
        return
    try:
        event = consumer.codec.decode(record.value)
        with consumer.database.begin() as connection:
            hold(connection, event.subject)
            new = _apply(consumer, connection, event)
    except KeyDestroyed:
        log.info("passed over: the applicant was erased", **record.where)
        return
    except (Retryable, Misconfigured):
        raise
    except Exception as error:
        if not (isinstance(error, Poison) or last_attempt):
            raise
        bury(consumer.publisher, record, consumer.group, "handle", error)
        log.error("dead letter", error=type(error).__name__, **record.where)
        return
    log.info(
        "handled",
        event_type=event.schema,
        event_id=event.event_id,
        new=new,
        milliseconds=round((time.perf_counter() - started) * 1000, 1),
        **record.where,
    )


def _apply(consumer: Consumer, connection: sa.Connection, event: Event) -> bool:
    handler = consumer.handlers.get(type(event))
    if handler is None:
        return False
    if not first_time(connection, consumer.inbox, event, consumer.clock.now().isoformat()):
        return False
    handler(connection, event)
    return True
