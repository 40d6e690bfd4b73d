"""One process a service: what it runs until it is told to stop."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial

from services.bootstrap.shared import STATEFUL, Shared, migrated
from services.bootstrap.stateful import stateful
from services.bootstrap.web import web_app
from services.common.clock import SystemClock
from services.common.errors import Misconfigured
from services.common.kafka.consume import Consumer, consume
from services.common.kafka.publisher import KafkaPublisher
from services.common.kafka.subscription import Subscription, subscribe_patiently
from services.common.outbox import Relay
from services.common.process import Loop, run_until_stopped
from services.common.settings import Settings
from services.common.telemetry import configure_logging
from services.common.topics import read_by

SERVICES = ("web", "intake", "reading", "judging", "review", "score", "ops")
RECORDS_A_POLL = 100
RECORDS_A_POLL_READING = 2


def run(service: str, settings: Settings) -> None:
    """Run one service until SIGTERM. Raises Misconfigured where it cannot start; any other failure ends the process."""
    if service not in SERVICES:
        raise Misconfigured(f"unknown service {service!r}; choose one of {', '.join(SERVICES)}")
    configure_logging(settings, service)
    runs: dict[str, Callable[[Settings], None]] = {"web": _run_web, "reading": _run_reading, "ops": _run_ops}
    runs.get(service, partial(_run_stateful, service))(settings)


def migrate(settings: Settings) -> None:
    """Bring every database up to its newest revision."""
    for service in ("keys", *STATEFUL):
        migrated(settings, service).close()


def _run_stateful(service: str, settings: Settings) -> None:
    shared = Shared.open(settings)
    parts = stateful(service, shared)
    group = f"docintake.{service}"
    relay = Relay(parts.database, parts.outbox, KafkaPublisher(settings, f"{service}-relay"), shared.clock)
    consumer = Consumer(
        group=group,
        handlers=parts.handlers,
        database=parts.database,
        inbox=parts.inbox,
        codec=shared.codec,
        publisher=KafkaPublisher(settings, f"{service}-dlq"),
        clock=shared.clock,
    )
    run_until_stopped({"relay": relay.run, "consume": _consuming(consumer, settings), **parts.loops})


def _consuming(consumer: Consumer, settings: Settings) -> Loop:
    def loop(stop: threading.Event) -> None:
        connect = partial(Subscription, settings, consumer.group, read_by(consumer.group), RECORDS_A_POLL)
        subscription = subscribe_patiently(connect, stop)
        if subscription is not None:
            consume(consumer, subscription, stop)

    return loop


def _run_reading(settings: Settings) -> None:
    from services.common.kafka.consume_slowly import SlowConsumer
    from services.verify.reading.pool import PoolLimits, ReadingPool
    from services.verify.reading.worker import GROUP, ReadingWork

    workers = settings.reading_workers or os.cpu_count() or 1
    # The processes start before any Kafka client: no client survives a fork.
    limits = PoolLimits(workers, settings.reading_seconds, settings.reading_memory_mib)
    pool = ReadingPool(limits, settings.ocr_engine)
    pool.check()
    shared = Shared.open(settings)
    publisher = KafkaPublisher(settings, "reading")
    work = ReadingWork(shared.codec, shared.blobs, pool, publisher, shared.clock, settings.reading_attempts)

    def loop(stop: threading.Event) -> None:
        connect = partial(Subscription, settings, GROUP, read_by(GROUP), RECORDS_A_POLL_READING)
        subscription = subscribe_patiently(connect, stop)
        if subscription is not None:
            SlowConsumer(GROUP, work, workers, publisher, subscription).run(stop)

    try:
        run_until_stopped({"read": loop})
    finally:
        pool.close()


def _run_ops(settings: Settings) -> None:
    from services.ops.letterbox import keep_marks
    from services.ops.watch import watch

    clock = SystemClock()
    run_until_stopped({"watch": lambda stop: watch(settings, clock, stop), "marks": partial(keep_marks, settings)})


def _run_web(settings: Settings) -> None:
    from services.web.serve import serve

    serve(web_app(settings), settings.host, settings.port)
