"""Score follows declarations, verdicts, rejections, decisions and withdrawals, and publishes what they make of a score.

A score is a function of the set of events behind it: in whatever order they come, and however often they are
replayed, the newest score of an applicant is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.clock import Clock, utc_text
from services.common.database import insert_ignore
from services.common.events import (
    Decided,
    Declared,
    Erased,
    Event,
    Judged,
    PaperRejected,
    Scored,
    StageOutcome,
    Uploaded,
    Withdrawn,
    derived_id,
)
from services.common.kafka.consume import Handler
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.telemetry import logger
from services.score.assess import NotTaken, assess, place
from services.score.outcomes import Outcomes
from services.score.rules.score import to_json
from services.score.state import Situation, forget, lock, remember_document, situation
from services.score.tables import APPLICANTS, DECISIONS, VERDICTS

TOPIC = "score.scores"
_PUBLISHED = (
    sa.update(APPLICANTS)
    .where(APPLICANTS.c.subject == sa.bindparam("of"))
    .values(published_id=sa.bindparam("event"), published=sa.bindparam("value"))
)

log = logger("score")


def handlers(scorer: Scorer, outcomes: Outcomes) -> Mapping[type[Event], Handler]:
    """What score does with each event."""

    def selected(connection: sa.Connection, event: StageOutcome) -> None:
        """An outcome that was published: a new database learns it from its topic."""
        if not _is_past(lock(connection, event.subject), event):
            outcomes.remember(connection, event)

    return {
        Declared: scorer.declared,
        Uploaded: scorer.uploaded,
        Judged: scorer.judged,
        PaperRejected: scorer.rejected,
        Decided: scorer.decided,
        Withdrawn: scorer.withdrawn,
        Erased: scorer.erased,
        StageOutcome: selected,
    }


class Scorer:
    """Keeps each applicant's situation and publishes their score when it changes."""

    def __init__(
        self, outbox: Outbox, sealer: Sealer, clock: Clock, announcements: Callable[[str], Announcement]
    ) -> None:
        """`announcements` finds one by its id; AnnouncementError for an id that it does not know."""
        self._outbox = outbox
        self._sealer = sealer
        self._clock = clock
        self._announcements = announcements

    def declared(self, connection: sa.Connection, event: Declared) -> None:
        """The newest version replaces the one before, whichever came first."""
        applicant = lock(connection, event.subject)
        if _is_past(applicant, event) or (applicant.version is not None and applicant.version >= event.version):
            return
        connection.execute(
            sa.update(APPLICANTS)
            .where(APPLICANTS.c.subject == event.subject)
            .values(
                version=event.version,
                declaration_id=event.event_id,
                declared_at=utc_text(event.occurred_at),
                declaration=self._sealer.seal_json(
                    event.subject, place(event.event_id), {"declaration": event.personal["declaration"]}
                ),
            )
        )
        self.publish(connection, event.subject)

    def judged(self, connection: sa.Connection, event: Judged) -> None:
        """A verdict."""
        if _is_past(lock(connection, event.subject), event):
            return
        remember_document(connection, event)
        insert_ignore(
            connection,
            VERDICTS,
            verdict_id=event.event_id,
            document_id=event.document_id,
            subject=event.subject,
            declaration_version=event.declaration_version,
            status=event.status.value,
            basis=event.basis,
            occurred_at=utc_text(event.occurred_at),
        )
        self.publish(connection, event.subject)

    def uploaded(self, connection: sa.Connection, event: Uploaded) -> None:
        """A paper is on its way: once uploads are over, its claim is awaited and not missing."""
        if _is_past(lock(connection, event.subject), event):
            return
        remember_document(connection, event, as_="uploaded")
        self.publish(connection, event.subject)

    def rejected(self, connection: sa.Connection, event: PaperRejected) -> None:
        """A document that can never be read: staff, or a new upload, must settle its claim."""
        if _is_past(lock(connection, event.subject), event):
            return
        remember_document(connection, event, as_="rejected")
        self.publish(connection, event.subject)

    def decided(self, connection: sa.Connection, event: Decided) -> None:
        """Staff upheld, overturned, or asked for a new upload."""
        if _is_past(lock(connection, event.subject), event):
            return
        remember_document(connection, event)
        insert_ignore(
            connection,
            DECISIONS,
            decision_id=event.event_id,
            document_id=event.document_id,
            subject=event.subject,
            on_rejection=event.verdict_id is None,
            basis=event.basis,
            decision=event.decision.value,
            occurred_at=utc_text(event.occurred_at),
        )
        self.publish(connection, event.subject)

    def withdrawn(self, connection: sa.Connection, event: Withdrawn) -> None:
        """A document counts no more."""
        if _is_past(lock(connection, event.subject), event):
            return
        remember_document(connection, event, as_="ended")
        self.publish(connection, event.subject)

    def erased(self, connection: sa.Connection, event: Erased) -> None:
        """Forget the person: rows go, and the compacted topic gets a tombstone unless a later life has begun."""
        applicant = lock(connection, event.subject)
        at = utc_text(event.occurred_at)
        if applicant.erased_at is not None and applicant.erased_at >= at:
            return
        forget(connection, event.subject, at)
        connection.execute(sa.update(APPLICANTS).where(APPLICANTS.c.subject == event.subject).values(erased_at=at))
        if situation(connection, event.subject) is None:
            self._outbox.add_tombstone(connection, TOPIC, derived_id("score.tombstone", event.event_id), event.subject)
        else:
            self.publish(connection, event.subject)

    def publish(self, connection: sa.Connection, subject: str) -> None:
        """Publish the applicant's score if it rests on anything new. The applicant's row must be locked."""
        found = situation(connection, subject)
        if found is None:
            return
        name, applicant_id = subject.split("/", 1)
        announcement = self._announcements(name)
        if announcement.notice_date is None:
            log.warning("not scored: the announcement has no notice_date", announcement=name)
            return
        try:
            event = self._scored(found, subject, applicant_id, announcement)
        except NotTaken as error:  # what happened is kept: `docintake rescore` scores it once the rule book is mended
            log.error("not scored", subject=subject, error=str(error))
            return
        if event.event_id == found.published_id:
            return
        value = self._outbox.add_and_tell(connection, TOPIC, event)
        connection.execute(_PUBLISHED, {"of": subject, "event": event.event_id, "value": value})

    def _scored(self, found: Situation, subject: str, applicant_id: str, announcement: Announcement) -> Scored:
        assessed = assess(found, subject, announcement, self._sealer, self._clock.now())
        result, over = assessed.score, assessed.uploads_over
        inputs = {*found.inputs, *found.uploads} if over else found.inputs
        return Scored(
            event_id=derived_id(
                "score",
                subject,
                f"{result.rulebook}/{result.rulebook_version}",
                str(announcement.notice_date),
                # A window that was moved makes new scores of the same papers, so its end belongs to the id.
                f"{'over' if over else 'open'} {announcement.windows.upload.closes}",
                *sorted(inputs),
            ),
            announcement=announcement.id,
            applicant_id=applicant_id,
            occurred_at=_occurred_at(found, announcement, over=over),
            personal={"score": to_json(result)},
            declaration_version=found.version,
            inputs=tuple(sorted(inputs)),
            rulebook=result.rulebook,
            rulebook_version=result.rulebook_version,
            basis=result.basis,
            state=result.state,
            eligible=result.eligible,
        )


def _occurred_at(found: Situation, announcement: Announcement, *, over: bool) -> datetime:
    """When the newest thing that the score rests on happened: so that a replay says the same."""
    moments = [found.newest_at]
    closes = announcement.windows.upload.closes
    if over and closes is not None:
        moments += [utc_text(closes), *found.uploads.values()]
    return datetime.fromisoformat(max(moments))


def _is_past(applicant: sa.Row[tuple[object, ...]], event: Event) -> bool:
    """Whether `event` belongs to a life that was erased."""
    return applicant.erased_at is not None and utc_text(event.occurred_at) <= applicant.erased_at
