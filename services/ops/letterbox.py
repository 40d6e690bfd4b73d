"""The dead letters of a real cluster, and the marks of those that were handled.

The marks are the committed offsets of a group without members. Kafka forgets those after a week (broker setting
`offsets.retention.minutes`), so the ops process commits them anew. Should they be lost all the same, handled letters
count as unhandled again: seen twice rather than never.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

from services.common.errors import Retryable
from services.common.kafka.admin import Admin
from services.common.kafka.browse import records_between
from services.common.kafka.cluster import Offsets, Place
from services.common.kafka.letters import HANDLED_BY, Letter
from services.common.kafka.publisher import Publisher
from services.common.kafka.records import Incoming, Outgoing
from services.common.settings import Settings
from services.common.telemetry import logger
from services.common.topics import catalogue, dead_letter_topics
from services.ops.dead_letters import unhandled

RENEW_SECONDS = 3600.0
RENEW_AGAIN_SECONDS = 30.0
"""After a failure."""

log = logger("letterbox")


class ClusterLetterbox:
    """See `services.ops.dead_letters.Letterbox`."""

    def __init__(self, settings: Settings, admin: Admin, publisher: Publisher) -> None:
        """`admin` and `publisher` are the caller's to close."""
        self._settings = settings
        self._admin = admin
        self._publisher = publisher

    def waiting(self) -> Mapping[Place, Offsets]:
        """See Letterbox."""
        # Marks before ends: a mark made in between must not lie beyond the end.
        marks = self._admin.committed([HANDLED_BY])[HANDLED_BY]
        spans = {place: unhandled(kept, marks.get(place)) for place, kept in sorted(self._kept().items())}
        return {place: span for place, span in spans.items() if span.start < span.end}

    def kept(self, topic: str) -> Mapping[Place, Offsets]:
        """Every letter of a topic, handled ones too; empty where there is no such dead-letter topic."""
        return {place: span for place, span in sorted(self._kept().items()) if place[0] == topic}

    def read(self, place: Place, span: Offsets) -> Iterator[Incoming]:
        """See Letterbox."""
        return records_between(self._settings, place, span.start, span.end)

    def superseded(self, letter: Letter) -> bool:
        """See Letterbox."""
        topic, key = catalogue().get(letter.topic), letter.record.key
        if topic is None or topic.retention != "compact" or key is None:
            return False
        if not (letter.partition.isdecimal() and letter.offset.isdecimal()):
            return False
        place = (letter.topic, int(letter.partition))
        kept = self._admin.offsets({letter.topic: place[1] + 1})[place]
        later = self.read(place, Offsets(max(kept.start, int(letter.offset) + 1), kept.end))
        return any(record.key == key for record in later)

    def send(self, record: Outgoing) -> None:
        """See Letterbox."""
        (refused,) = self._publisher.publish([record])
        if refused is not None:
            raise refused

    def mark(self, letter: Letter, note: str) -> None:
        """See Letterbox."""
        place, offset = letter.record.place, letter.record.offset
        handled = self._admin.committed([HANDLED_BY])[HANDLED_BY].get(place)
        if handled is not None and offset < handled <= self._kept()[place].end:
            raise Retryable(
                f"somebody else handled {place[0]} up to offset {handled}; look again with `docintake dlq list`"
            )
        self._admin.commit(HANDLED_BY, {place: offset + 1}, note)

    def notes(self) -> Mapping[Place, str]:
        """See Letterbox."""
        return self._admin.notes(HANDLED_BY)

    def _kept(self) -> dict[Place, Offsets]:
        found = self._admin.topics()
        letters = [topic.name for topic in dead_letter_topics() if topic.name in found]
        return self._admin.offsets({name: found[name].partitions for name in letters})


def renew_marks(admin: Admin) -> int:
    """Commit the marks anew, notes and all; answers how many."""
    marks, notes = admin.committed([HANDLED_BY])[HANDLED_BY], admin.notes(HANDLED_BY)
    for place, handled in marks.items():
        admin.commit(HANDLED_BY, {place: handled}, notes.get(place, ""))
    return len(marks)


def keep_marks(settings: Settings, stop: threading.Event) -> None:
    """Renew the marks at once and every hour, until told to stop."""
    while not stop.is_set():
        seconds = RENEW_SECONDS
        try:
            with Admin(settings, "letterbox") as admin:
                renew_marks(admin)
        except Retryable as error:
            log.warning("marks of dead letters not renewed", error=str(error))
            seconds = RENEW_AGAIN_SECONDS
        stop.wait(seconds)
