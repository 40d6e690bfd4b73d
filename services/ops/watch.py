"""The ops process: looks at the cluster every few seconds, keeps the newest snapshot, and answers Prometheus."""

from __future__ import annotations

import threading
from collections.abc import Callable

from services.common.clock import Clock
from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.ages import written_at
from services.common.settings import Settings
from services.common.telemetry import logger
from services.ops.lag import Snapshot, observe
from services.ops.metrics import serve

INTERVAL_SECONDS = 5.0

log = logger("watch")


def look(settings: Settings, clock: Clock) -> Snapshot:
    """The cluster now, by a connection made for the purpose. Raises Retryable where it is away."""
    with Admin(settings, "ops") as admin:
        return observe(admin, lambda positions: written_at(settings, positions), clock)


def watch(settings: Settings, clock: Clock, stop: threading.Event) -> None:
    """Serve metrics on `settings.metrics_port` until told to stop. Raises Misconfigured where the port is taken."""
    newest = Newest()
    with serve(newest.snapshot, settings.host, settings.metrics_port):
        newest.keep(lambda: look(settings, clock), stop)


class Newest:
    """The last snapshot that could be taken."""

    def __init__(self) -> None:
        """None yet."""
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot | None:
        """The last one; None before the first, and while the cluster is away: old figures must not look fresh."""
        return self._snapshot

    def keep(self, look: Callable[[], Snapshot], stop: threading.Event, interval: float = INTERVAL_SECONDS) -> None:
        """Look again and again until told to stop."""
        while not stop.is_set():
            try:
                self._snapshot = look()
            except Retryable as error:
                self._snapshot = None
                log.warning("cluster not observed", error=str(error))
            stop.wait(interval)
