"""What the pages show, read from score's database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import sqlalchemy as sa

from services.announcement.load import AnnouncementError
from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.database import Database
from services.common.errors import KeyDestroyed
from services.score.outcomes import Dated, Outcomes
from services.score.rounds import Round
from services.score.stages.candidate import OUTCOME_STAGES, Outcome
from services.score.summary import UnitSummary, in_order, summaries
from services.score.tables import APPLICANTS, OUTCOMES


@dataclass(frozen=True, slots=True)
class StageRow:
    """One selected stage in the list."""

    announcement: str
    """Id."""
    stage: str
    """Stage."""
    counts: dict[str, int]
    """People by result."""


@dataclass(frozen=True, slots=True)
class Selected:
    """One stage, selected."""

    outcomes: list[Outcome]
    """Best first, unit by unit."""
    units: list[UnitSummary]
    """The same in numbers."""


class Desk:
    """Reads for HR's pages; keeps the last stage that was looked at."""

    def __init__(
        self,
        database: Database,
        outcomes: Outcomes,
        round_: Round,
        codec: EventCodec,
        announcements: Callable[[str], Announcement],
    ) -> None:
        """`database` is score's, migrated."""
        self._database = database
        self.outcomes = outcomes
        self.round = round_
        self._codec = codec
        self.announcements = announcements
        self._last: tuple[object, Selected] | None = None
        self._lock = Lock()

    def stages(self) -> list[StageRow]:
        """Every stage of which outcomes are stored, first stage first."""
        found: dict[tuple[str, str], dict[str, int]] = {}
        for announcement, stage, result, people in self.outcomes.counts():
            found.setdefault((announcement, stage), {})[result] = people
        order = list(OUTCOME_STAGES)
        keys = sorted(found, key=lambda key: (key[0], order.index(key[1]) if key[1] in order else len(order)))
        return [StageRow(*key, found[key]) for key in keys]

    def stage(self, announcement: str, stage: str) -> Selected | None:
        """One stage; None where nothing of it is stored, or the announcement's file is gone."""
        with self._database.read() as connection:
            mark = connection.execute(
                sa.select(sa.func.count(), sa.func.max(OUTCOMES.c.occurred_at)).where(
                    OUTCOMES.c.announcement == announcement, OUTCOMES.c.stage == stage
                )
            ).one()
        if not mark[0]:
            return None
        try:
            known = self.announcements(announcement)
        except AnnouncementError:
            return None
        key = (known, stage, mark[0], mark[1])
        with self._lock:
            if self._last is not None and self._last[0] == key:
                return self._last[1]
        ordered = in_order(self.outcomes.of_stage(announcement, stage), known)
        selected = Selected(ordered, summaries(ordered, known))
        with self._lock:
            self._last = (key, selected)
        return selected

    def moved(self, announcement: str, stage: str) -> list[str]:
        """Who fails, or fails no more, since the interview was selected; empty at the stages before it."""
        return self.round.moved(announcement) if stage in ("interview", "final") else []

    def unscored(self) -> dict[str, list[str]]:
        """Announcement → who has declared and has no score: its rule book does not take what they declared (or it has
        no notice date)."""
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(APPLICANTS.c.subject)
                .where(APPLICANTS.c.declaration.is_not(None), APPLICANTS.c.published_id.is_(None))
                .order_by(APPLICANTS.c.subject)
            ).scalars()
            found: dict[str, list[str]] = {}
            for subject in rows:
                announcement, applicant_id = subject.split("/", 1)
                found.setdefault(announcement, []).append(applicant_id)
            return found

    def score(self, subject: str) -> dict[str, Any] | None:
        """The score that was published last; None where there is none, or the person was erased."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(APPLICANTS.c.published).where(APPLICANTS.c.subject == subject)).first()
        if row is None or row.published is None:
            return None
        try:
            event = self._codec.decode(row.published)
        except KeyDestroyed:
            return None
        score: dict[str, Any] = event.personal["score"]
        return score

    def outcomes_of(self, subject: str) -> list[Dated]:
        """What became of somebody, stage by stage."""
        return self.outcomes.of_applicant(subject)

    def find(self, applicant_id: str) -> list[str]:
        """Subjects with this application number, in every announcement."""
        with self._database.read() as connection:
            names = connection.execute(sa.select(APPLICANTS.c.announcement).distinct()).scalars().all()
            found = connection.execute(
                sa.select(APPLICANTS.c.subject).where(
                    APPLICANTS.c.subject.in_([f"{name}/{applicant_id}" for name in names]),
                    APPLICANTS.c.declaration.is_not(None),
                )
            ).scalars()
            return sorted(found)
