"""A new version of a rule book: everybody is scored again, and what changed for whom is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.clock import Clock
from services.common.database import Database
from services.common.errors import KeyDestroyed
from services.common.sealing import Sealer
from services.score.assess import NotTaken, assess
from services.score.handlers import Scorer
from services.score.outcomes import subjects
from services.score.rules.score import to_json
from services.score.state import lock, situation
from services.score.tables import APPLICANTS

SHOWN = ("rulebook", "rulebook_version", "basis", "state", "eligible", "language", "certificates", "bonus", "total")
"""What of a score is compared, beside the codes of its reasons; the explanation follows from it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed for one applicant."""

    applicant_id: str
    """Who."""
    before: Mapping[str, Any]
    """Changed keys with what was published; empty: nothing was."""
    after: Mapping[str, Any]
    """The same keys with what is so now; empty: the rule book no longer takes the declaration."""
    refused: str = ""
    """Why it does not: fields and codes, no values."""

    def __str__(self) -> str:
        if self.refused:
            return f"{self.applicant_id}: {self.refused}"
        shown = [f"{key} {self.before.get(key, '-')} → {self.after[key]}" for key in self.after]
        return f"{self.applicant_id}: {', '.join(shown)}"


class Rescore:
    """Scores an announcement's applicants again."""

    def __init__(
        self,
        database: Database,
        scorer: Scorer,
        sealer: Sealer,
        codec: EventCodec,
        clock: Clock,
        announcements: Callable[[str], Announcement],
    ) -> None:
        """`announcements` finds the announcement with its new rule book."""
        self._database = database
        self._scorer = scorer
        self._sealer = sealer
        self._codec = codec
        self._clock = clock
        self._announcements = announcements

    def run(self, name: str, *, dry: bool) -> Iterator[Difference]:
        """Every applicant for whom something changed; `dry` publishes nothing.

        Whoever's score rests on anything else than before (another notice date, say) gets it published anew, even
        where no value differs: a replay of all topics says the same.
        """
        announcement = self._announcements(name)
        for subject in subjects(self._database, name):
            try:
                difference = self._difference(subject, announcement)
            except KeyDestroyed:
                continue
            if not dry and (difference is None or not difference.refused):
                with self._database.begin() as connection:
                    lock(connection, subject)
                    self._scorer.publish(connection, subject)
            if difference is not None:
                yield difference

    def _difference(self, subject: str, announcement: Announcement) -> Difference | None:
        applicant_id = subject.split("/", 1)[1]
        with self._database.read() as connection:
            found = situation(connection, subject)
            published = connection.execute(APPLICANTS.select().where(APPLICANTS.c.subject == subject)).one()
        if found is None:
            return None
        before: Mapping[str, Any] = {}
        if published.published is not None:
            before = _shown(self._codec.decode(published.published).personal["score"])
        try:
            after = _shown(to_json(assess(found, subject, announcement, self._sealer, self._clock.now()).score))
        except NotTaken as error:
            return Difference(applicant_id, before, {}, str(error))
        changed = [key for key in after if before.get(key) != after[key]]
        if not changed:
            return None
        return Difference(
            applicant_id, {key: before[key] for key in changed if key in before}, {key: after[key] for key in changed}
        )


def _shown(score: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of a score is compared, as it is told."""
    reasons = ", ".join(reason["code"] for reason in score["ineligible_reasons"]) or "-"
    return {key: score[key] for key in SHOWN} | {"reasons": reasons}
