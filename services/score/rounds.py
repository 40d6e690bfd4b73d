"""A round in the running service: results come in, a stage is selected from what score knows, outcomes go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from services.announcement.model import Announcement, RuleBook
from services.announcement.stages import StageName
from services.common.clock import Clock, utc_text
from services.common.database import Database, upsert
from services.common.errors import DocintakeError, KeyDestroyed
from services.common.events import ScoreState
from services.common.sealing import Sealer
from services.score.assess import Assessed, NotTaken, assess
from services.score.outcomes import Outcomes, subjects
from services.score.rules.points import Reason
from services.score.rules.score import NoNoticeDate, Score
from services.score.stages.beside import read_checks, read_rosters
from services.score.stages.candidate import Candidate, Outcome, Result
from services.score.stages.document import select_document
from services.score.stages.entry import candidate_of, papers_failed, traits_of
from services.score.stages.exam import select_exam
from services.score.stages.final import select_final
from services.score.stages.incoming import going_on
from services.score.stages.results import of_others, read_results
from services.score.stages.rosters import on_rosters
from services.score.stages.rulings import stages_of
from services.score.stages.targets import targeted
from services.score.state import situation
from services.score.tables import RESULTS

Rows = Iterable[tuple[int, Mapping[str, Any]]]
BEFORE: Mapping[StageName, StageName] = {"written": "document", "interview": "written"}


class NotYet(DocintakeError):
    """A stage cannot be selected yet; the message says what comes first."""


class Round:
    """The selection of announcements in the score service."""

    def __init__(
        self,
        database: Database,
        outcomes: Outcomes,
        sealer: Sealer,
        clock: Clock,
        announcements: Callable[[str], Announcement],
    ) -> None:
        """`announcements` finds one by its id."""
        self._database = database
        self._outcomes = outcomes
        self._sealer = sealer
        self._clock = clock
        self._announcements = announcements

    def take_results(self, name: str, stage: StageName, rows: Rows) -> int:
        """Check and store the results of a written test or an interview; answers how many.

        The file must hold everybody who takes part. Raises InvalidLines (then nothing is stored) and NotYet.
        """
        announcement = self._announcements(name)
        before, _ = self._passed_before(announcement, stage)
        barred = {one.applicant_id for one in before if one.reasons}
        kept = list(of_others(rows, barred))
        read_results(kept, stages_of(announcement).exam(stage), [one for one in before if not one.reasons])
        at = utc_text(self._clock.now())
        with self._database.begin() as connection:
            for _, row in kept:
                subject = f"{name}/{row['applicant_id']}"
                upsert(
                    connection,
                    RESULTS,
                    subject=subject,
                    stage=stage,
                    announcement=name,
                    received_at=at,
                    row=self._sealer.seal_json(subject, f"score.result:{stage}", row),
                )
        return len(kept)

    def select(self, name: str, stage: StageName, rosters: Rows = ()) -> list[Outcome]:
        """What becomes of everybody in a stage, from what is known now; nothing is stored.

        The document stage holds its candidates against the `rosters` that are given.

        Raises NotYet, InvalidLines (somebody has no result), NoNoticeDate, NothingToSelect.
        """
        announcement = self._announcements(name)
        stages_of(announcement)
        if stage == "document":
            given = read_rosters(rosters, announcement)
            return select_document(on_rosters(self._declared(announcement), given, announcement), announcement)
        candidates, unsettled = self._passed_before(announcement, stage)
        if stage == "interview" and unsettled:
            raise NotYet(
                f"{name}: papers of {len(unsettled)} people are not settled yet (staff decide under /review, or "
                f"the window for papers must close): {', '.join(unsettled[:10])}"
            )
        fit = [one for one in candidates if not one.reasons]
        rows = enumerate(self._results(name, stage, {one.applicant_id for one in fit}), 1)
        found = read_results(rows, stages_of(announcement).exam(stage), fit)
        return select_exam(stage, candidates, found, announcement)

    def appoint(self, name: str, checks: Rows, appointed_on: date) -> list[Outcome]:
        """Who is appointed after the interview. Raises NotYet, InvalidLines, TooManyChosen."""
        announcement = self._announcements(name)
        outcomes = self._outcomes.of_stage(name, "interview")
        if not outcomes:
            raise NotYet(f"{name}: select the interview first")
        if moved := self._moved(outcomes, announcement):
            raise NotYet(
                f"{name}: papers or declarations of {len(moved)} people fail, or fail no more, since the interview was "
                f"selected; select the interview again: {', '.join(moved[:10])}"
            )
        known = [self._with_traits(one, announcement) for one in outcomes]
        return select_final(known, read_checks(checks, known, announcement), announcement, appointed_on)

    def moved(self, name: str) -> list[str]:
        """Who fails, or fails no more, since the interview was selected: for them it must be selected again."""
        return self._moved(self._outcomes.of_stage(name, "interview"), self._announcements(name))

    def publish(self, name: str, outcomes: list[Outcome]) -> int:
        """Store and publish outcomes; answers how many are new."""
        return self._outcomes.publish(outcomes, self._announcements(name))

    def _declared(self, announcement: Announcement) -> Iterable[Candidate]:
        if announcement.notice_date is None:
            raise NoNoticeDate(f"announcement {announcement.id} has no notice date; set it in its file")
        for subject in subjects(self._database, announcement.id):
            found = self._assessed(subject, announcement)
            if found is not None:
                yield candidate_of(
                    subject.split("/", 1)[1],
                    found.declaration,
                    found.states,
                    found.score,
                    announcement,
                    announcement.notice_date,
                )

    def _passed_before(self, announcement: Announcement, stage: StageName) -> tuple[list[Candidate], list[str]]:
        """(who passed the stage before, ids of those whose papers are not settled).

        Candidates come with sex and region, and with reasons where the papers failed (§9), or where what was
        collected after the document result (§8) shows that they could not apply.
        """
        outcomes = self._outcomes.of_stage(announcement.id, BEFORE[stage])
        if not outcomes:
            raise NotYet(f"{announcement.id}: select the {BEFORE[stage]} stage first")
        found, unsettled = [], []
        for one in going_on(outcomes):
            assessed = self._assessed(f"{announcement.id}/{one.applicant_id}", announcement)
            if assessed is None:
                continue
            sex, local = traits_of(assessed.declaration, announcement)
            reasons = _barred(assessed.score, stage, announcement.rulebook)
            found.append(replace(one, sex=sex, local=local, reasons=reasons))
            if assessed.score.state is ScoreState.PROVISIONAL:
                unsettled.append(one.applicant_id)
        return found, unsettled

    def _moved(self, outcomes: Iterable[Outcome], announcement: Announcement) -> list[str]:
        """Ids of those who came to the interview and would be barred from it by now, or the other way round."""
        found = []
        for one in outcomes:
            try:
                assessed = self._assessed(f"{announcement.id}/{one.candidate.applicant_id}", announcement)
            except NotYet:  # selecting again says why
                found.append(one.candidate.applicant_id)
                continue
            if assessed is None:
                continue
            barred = bool(_barred(assessed.score, "interview", announcement.rulebook))
            if barred if one.result is not Result.OUT else not barred and _was_barred(one):
                found.append(one.candidate.applicant_id)
        return found

    def _with_traits(self, one: Outcome, announcement: Announcement) -> Outcome:
        """With sex and region, where a target may have waited for a tie."""
        if not targeted("interview", one.candidate.unit, announcement):
            return one
        assessed = self._assessed(f"{announcement.id}/{one.candidate.applicant_id}", announcement)
        if assessed is None:
            return one
        sex, local = traits_of(assessed.declaration, announcement)
        return replace(one, candidate=replace(one.candidate, sex=sex, local=local))

    def _results(self, name: str, stage: StageName, people: set[str]) -> list[dict[str, Any]]:
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(RESULTS).where(RESULTS.c.announcement == name, RESULTS.c.stage == stage)
            ).all()
        return [
            self._sealer.open_json(row.subject, f"score.result:{stage}", row.row)
            for row in rows
            if row.subject.split("/", 1)[1] in people
        ]

    def _assessed(self, subject: str, announcement: Announcement) -> Assessed | None:
        """The applicant, or None where they were erased or have not declared. Raises NotYet."""
        with self._database.read() as connection:
            found = situation(connection, subject)
        if found is None:
            return None
        try:
            return assess(found, subject, announcement, self._sealer, self._clock.now())
        except KeyDestroyed:
            return None
        except NotTaken as error:
            raise NotYet(
                f"{subject}: {error}; mend the rule book, then `docintake rescore {announcement.id}`"
            ) from None


def _was_barred(one: Outcome) -> bool:
    """Whether somebody was out before the interview began: they have no score, though they were not absent."""
    return one.score is None and not {"ABSENT", "NO_POSTS"} & {reason.code for reason in one.reasons}


def _barred(score: Score, stage: StageName, book: RuleBook) -> tuple[Reason, ...]:
    """Why somebody may not take part in the written test or the interview, whatever their marks; empty: they may.

    Papers are handed in after the written test (§9), so that they bar from the interview only.
    """
    if score.state is ScoreState.FAILED:
        return (papers_failed(book),) if stage == "interview" else ()
    return score.ineligible_reasons
