"""Outcomes of stages as they are stored and published: one row a person and stage, sealed; the newest counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from services.announcement.model import Announcement
from services.common.clock import Clock, utc_text
from services.common.database import Database, upsert
from services.common.errors import KeyDestroyed
from services.common.events import Stage, StageOutcome, StageResult, derived_id
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.score.stages.candidate import Outcome
from services.score.stages.outcome_row import from_json, to_json
from services.score.state import lock
from services.score.tables import APPLICANTS, OUTCOMES

TOPIC = "score.outcomes"
BATCH = 100
"""Outcomes a transaction: short enough for the consumer to get its turn."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An outcome, and when it was decided."""

    outcome: Outcome
    """What became of somebody."""
    at: str
    """When, ISO 8601 in UTC."""


class Outcomes:
    """Reads, stores and publishes outcomes."""

    def __init__(self, database: Database, outbox: Outbox, sealer: Sealer, clock: Clock) -> None:
        """`database` is score's."""
        self._database = database
        self._outbox = outbox
        self._sealer = sealer
        self._clock = clock

    def publish(self, outcomes: Sequence[Outcome], announcement: Announcement) -> int:
        """Store and publish what differs from what is stored; answers how many did. Doing it again changes nothing."""
        count = 0
        for start in range(0, len(outcomes), BATCH):
            with self._database.begin() as connection:
                for one in outcomes[start : start + BATCH]:
                    count += self._publish(connection, one, announcement)
        return count

    def remember(self, connection: sa.Connection, event: StageOutcome) -> None:
        """Store an outcome that was published, unless a newer one is stored. The applicant's row must be locked."""
        stored = self._row(connection, event.subject, event.stage.value)
        at = utc_text(event.occurred_at)
        if stored is None or (stored.occurred_at, stored.event_id) < (at, event.event_id):
            self._store(connection, event, at)

    def of_stage(self, announcement: str, stage: str) -> list[Outcome]:
        """Every outcome of one stage, erased people left out, in the order in which they were decided on."""
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(OUTCOMES)
                .where(OUTCOMES.c.announcement == announcement, OUTCOMES.c.stage == stage)
                .order_by(OUTCOMES.c.subject)
            ).all()
        return [dated.outcome for row in rows if (dated := self._opened(row)) is not None]

    def of_applicant(self, subject: str) -> list[Dated]:
        """The outcomes of one person, first stage first."""
        with self._database.read() as connection:
            rows = connection.execute(sa.select(OUTCOMES).where(OUTCOMES.c.subject == subject)).all()
        stages = [stage.value for stage in Stage]
        rows = sorted(rows, key=lambda row: stages.index(row.stage))
        return [dated for row in rows if (dated := self._opened(row)) is not None]

    def counts(self) -> Iterator[tuple[str, str, str, int]]:
        """(announcement, stage, result, people) of all that is stored."""
        with self._database.read() as connection:
            columns = (OUTCOMES.c.announcement, OUTCOMES.c.stage, OUTCOMES.c.result)
            yield from (
                (row.announcement, row.stage, row.result, row.people)
                for row in connection.execute(
                    sa.select(*columns, sa.func.count().label("people")).group_by(*columns).order_by(*columns)
                ).all()
            )

    def _publish(self, connection: sa.Connection, one: Outcome, announcement: Announcement) -> bool:
        subject = f"{announcement.id}/{one.candidate.applicant_id}"
        applicant = lock(connection, subject)
        stored = self._row(connection, subject, one.stage)
        content = to_json(one)
        try:
            if stored is not None:
                before = self._sealer.open_json(subject, _place(stored.event_id), stored.outcome)
                if before["outcome"] == content:
                    return False
            digest = self._sealer.digest(subject, json.dumps(content, ensure_ascii=False, sort_keys=True))
            book = announcement.rulebook
            rests_on = [applicant.published_id, stored.event_id if stored is not None else None]
            event = StageOutcome(
                event_id=derived_id("outcome", subject, one.stage, digest, *sorted(filter(None, rests_on))),
                announcement=announcement.id,
                applicant_id=one.candidate.applicant_id,
                occurred_at=self._clock.now(),
                personal={"outcome": content},
                stage=Stage(one.stage),
                result=StageResult(one.result.value),
                inputs=tuple(sorted(filter(None, rests_on))),
                rulebook=book.name,
                rulebook_version=book.version,
            )
            self._outbox.add(connection, TOPIC, event)
            self._store(connection, event, utc_text(event.occurred_at))
        except KeyDestroyed:
            return False
        return True

    def _store(self, connection: sa.Connection, event: StageOutcome, at: str) -> None:
        upsert(
            connection,
            OUTCOMES,
            subject=event.subject,
            stage=event.stage.value,
            announcement=event.announcement,
            result=event.result.value,
            event_id=event.event_id,
            occurred_at=at,
            outcome=self._sealer.seal_json(event.subject, _place(event.event_id), event.personal),
        )

    def _row(self, connection: sa.Connection, subject: str, stage: str) -> sa.Row[tuple[str, ...]] | None:
        return connection.execute(
            sa.select(OUTCOMES).where(OUTCOMES.c.subject == subject, OUTCOMES.c.stage == stage)
        ).first()

    def _opened(self, row: sa.Row[tuple[str, ...]]) -> Dated | None:
        try:
            opened = self._sealer.open_json(row.subject, _place(row.event_id), row.outcome)
        except KeyDestroyed:
            return None
        return Dated(from_json(opened["outcome"]), row.occurred_at)


def subjects(database: Database, announcement: str) -> list[str]:
    """Everybody of an announcement who has declared."""
    with database.read() as connection:
        found = connection.execute(
            sa.select(APPLICANTS.c.subject)
            .where(APPLICANTS.c.announcement == announcement, APPLICANTS.c.declaration.is_not(None))
            .order_by(APPLICANTS.c.subject)
        ).scalars()
        return [str(subject) for subject in found]


def _place(event_id: str) -> str:
    """What a stored outcome is sealed as."""
    return f"score.outcome:{event_id}"
