"""When the window for papers closes, no event comes: this loop scores everybody of that announcement once more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import sqlalchemy as sa

from services.announcement.load import AnnouncementError
from services.announcement.model import Announcement
from services.common.clock import Clock
from services.common.database import Database
from services.common.errors import DocintakeError, KeyDestroyed, Retryable
from services.common.telemetry import logger
from services.score.handlers import Scorer
from services.score.state import lock
from services.score.tables import APPLICANTS

CHECK_SECONDS = 5.0
BATCH = 50
"""Applicants a transaction: short enough for the consumer to get its turn."""

log = logger("score.deadline")


class Deadlines:
    """Publishes what a closed window makes of scores: a claim without its paper is missing, and fails (§9)."""

    def __init__(
        self, database: Database, scorer: Scorer, clock: Clock, announcements: Callable[[str], Announcement]
    ) -> None:
        """`database` is score's; `announcements` finds one by its id."""
        self._database = database
        self._scorer = scorer
        self._clock = clock
        self._announcements = announcements
        self._done: set[tuple[str, datetime | None]] = set()
        """(announcement, end of its window): an end that was moved is another one."""
        self._unknown: set[str] = set()

    def run(self, stop: threading.Event) -> None:
        """Look again and again until told to stop; survives an absent database."""
        while not stop.is_set():
            try:
                self.score_closed()
            except Retryable as error:
                log.warning("deadline waits", error=str(error))
            stop.wait(CHECK_SECONDS)

    def score_closed(self) -> int:
        """Score everybody of each announcement whose uploads have closed since the last look; answers how many.

        Doing it again changes nothing: a score that rests on nothing new is not published twice.
        """
        count = 0
        for name, closes in self._closed():
            for subjects in self._batches(name):
                with self._database.begin() as connection:
                    for subject in subjects:
                        self._score(connection, subject)
                count += len(subjects)
            self._done.add((name, closes))
        return count

    def _closed(self) -> list[tuple[str, datetime | None]]:
        with self._database.read() as connection:
            names = connection.execute(sa.select(APPLICANTS.c.announcement).distinct()).scalars().all()
        now = self._clock.now()
        windows = [(name, found.windows.upload) for name in names if (found := self._known(name)) is not None]
        return [
            (name, window.closes)
            for name, window in windows
            if window.has_closed(now) and (name, window.closes) not in self._done
        ]

    def _known(self, name: str) -> Announcement | None:
        """The announcement, or None where its file is gone: an old round must not stop the others."""
        try:
            return self._announcements(name)
        except AnnouncementError as error:
            if name not in self._unknown:
                log.error("passed over: no announcement of that name", announcement=name, error=str(error))
            self._unknown.add(name)
            return None

    def _batches(self, name: str) -> Iterator[list[str]]:
        last = ""
        while True:
            with self._database.read() as connection:
                found = connection.execute(
                    sa.select(APPLICANTS.c.subject)
                    .where(APPLICANTS.c.announcement == name, APPLICANTS.c.subject > last)
                    .order_by(APPLICANTS.c.subject)
                    .limit(BATCH)
                ).scalars()
                subjects = list(found)
            if not subjects:
                return
            yield subjects
            last = subjects[-1]

    def _score(self, connection: sa.Connection, subject: str) -> None:
        lock(connection, subject)
        try:
            self._scorer.publish(connection, subject)
        except Retryable:
            raise
        except KeyDestroyed:
            log.info("passed over: the applicant was erased", subject=subject)
        except DocintakeError as error:
            log.error("not scored", subject=subject, error=str(error))
