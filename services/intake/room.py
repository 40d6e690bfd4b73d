"""Whether there is room for more: on the disk, and in the outbox. What was accepted before must still be finished.

A full disk would stop the broker and every service, and a broker that is away for days
must not fill it either: the portal is told to come again while there is still a reserve.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import sqlalchemy as sa

from services.common.database import Database
from services.common.settings import MIB
from services.common.telemetry import logger
from services.common.web.problems import busy
from services.intake.tables import OUTBOX

RETRY_SECONDS = 30
"""Somebody has to tidy up, or a broker has to come back: sooner than this nothing will have changed."""
LOOK_SECONDS = 1.0
"""How long an answer holds: looking at every upload would cost more than the upload's own queries."""

log = logger("room")


class Room:
    """Looks at most once a second; used from many threads."""

    def __init__(
        self,
        database: Database,
        folders: Sequence[Path],
        min_free_mib: int,
        outbox_limit: int,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`folders` lie on the disks that must keep `min_free_mib` free (0: no look); `outbox_limit` counts events."""
        self._database = database
        self._folders = folders
        self._min_free = min_free_mib * MIB
        self._outbox_limit = outbox_limit
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._looked_at = -LOOK_SECONDS
        self._lack = ""

    def check(self) -> None:
        """Nothing where there is room; 503 BUSY where there is not. Retryable where the database is away."""
        if self._lacking():
            raise busy(RETRY_SECONDS)

    def _lacking(self) -> str:
        with self._lock:
            if self._monotonic() - self._looked_at >= LOOK_SECONDS:
                lack = self._look()
                if lack != self._lack:
                    log.warning("no room for uploads" if lack else "room for uploads again", lack=lack or self._lack)
                self._lack, self._looked_at = lack, self._monotonic()
            return self._lack

    def _look(self) -> str:
        """`disk`, `outbox`, or nothing."""
        if self._min_free and any(_free(folder) < self._min_free for folder in self._folders):
            return "disk"
        unsent = sa.select(OUTBOX.c.id).where(OUTBOX.c.sent_at.is_(None)).offset(self._outbox_limit).limit(1)
        with self._database.read() as connection:
            return "outbox" if connection.execute(unsent).first() is not None else ""


def _free(folder: Path) -> int:
    """Bytes that may still be written on the disk of `folder`; of a folder that is not there, its parent's."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free
