"""After the interview (rules 59, 73, 87–98): staff part ties, grounds of disqualification bar, reserves move up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from services.announcement.model import Announcement
from services.announcement.stages import ExamStage
from services.common.errors import DocintakeError
from services.score.rules.disqualification import Ground, disqualified
from services.score.rules.points import Reason
from services.score.stages.candidate import Line, Outcome, Result, Unit
from services.score.stages.examined import ExamResult, Mark, examine
from services.score.stages.rulings import by_unit, stages_of
from services.score.stages.targets import extras, targeted


class TooManyChosen(DocintakeError):
    """Staff chose more of those who tie than there are places; the message names unit, choice and places."""


@dataclass(frozen=True, slots=True)
class Check:
    """What is known of somebody before they are appointed."""

    decision: Literal["SELECT", "REJECT"] | None = None
    """What staff decided about a tie."""
    declined: bool = False
    """Whether they gave the post up."""
    grounds: tuple[Ground, ...] = ()
    """Grounds of disqualification found."""


_NOTHING = Check()


def select_final(
    outcomes: Iterable[Outcome], checks: Mapping[str, Check], announcement: Announcement, appointed_on: date
) -> list[Outcome]:
    """What becomes of everybody after the interview's `outcomes`, on the day of appointment `appointed_on`.

    Where staff decided a tie, the targets of its unit are looked at now; for that the candidates need their traits.
    A vacancy goes to the first of the reserve who is not barred; in a unit where a tie waits for staff nobody moves
    up. Raises TooManyChosen.
    """
    known = {one.candidate.applicant_id: one for one in outcomes}
    exam = stages_of(announcement).interview
    done: list[Outcome] = []
    for unit, members in by_unit((one.candidate for one in known.values()), announcement):
        done += _appoint(unit, [known[one.applicant_id] for one in members], checks, announcement, appointed_on, exam)
    return done


def _appoint(
    unit: Unit,
    members: list[Outcome],
    checks: Mapping[str, Check],
    announcement: Announcement,
    on: date,
    exam: ExamStage,
) -> list[Outcome]:
    tied = [one.candidate.applicant_id for one in members if one.result is Result.STAFF]
    settled = [_decided(one, checks, exam.rule) for one in members]
    if tied and not any(one.result is Result.STAFF for one in settled):
        settled = _with_extras(unit, settled, exam, announcement)
    settled = [_barred(one, checks, announcement, on, exam.rule) for one in settled]
    places = max(one.places for one in members)
    taken = sum(one.result is Result.PASSED for one in settled)
    if taken > places and tied:
        # Only staff can choose too many: ties that pass by option are places of their own.
        raise TooManyChosen(
            f"{unit}: {taken} are selected for {places} places; staff must select fewer of {', '.join(tied)}"
        )
    settled = _numbered(settled)
    if not any(one.result is Result.STAFF for one in settled):
        settled = _moved_up(settled, places - taken, checks, exam.rule)
    order = {Result.PASSED: 0, Result.EXTRA: 1, Result.STAFF: 2, Result.RESERVE: 3, Result.OUT: 4}
    return sorted(settled, key=lambda one: (order[one.result], one.rank or 0, one.candidate.applicant_id))


def _decided(one: Outcome, checks: Mapping[str, Check], rule: str) -> Outcome:
    """With what staff decided of a tie at the line; who is not selected comes first in reserve."""
    one = replace(one, stage="final")
    decision = checks.get(one.candidate.applicant_id, _NOTHING).decision
    if one.result is not Result.STAFF or decision is None:
        return one
    result, reserve = (Result.PASSED, None) if decision == "SELECT" else (Result.RESERVE, 0)
    return replace(one, result=result, reserve=reserve, explanation=(*one.explanation, _chosen(decision, rule)))


def _with_extras(unit: Unit, members: list[Outcome], exam: ExamStage, announcement: Announcement) -> list[Outcome]:
    """With who passes additionally for a target, now that the tie at the line is decided (rules 67–72)."""
    if not targeted("interview", unit, announcement):
        return members
    marks = [{part.id: one.candidate.marks.get(f"interview.{part.id}") for part in exam.parts} for one in members]
    fit = [
        index
        for index, one in enumerate(members)
        if one.result in (Result.PASSED, Result.RESERVE) and None not in marks[index].values()
    ]
    examined = []
    for index in fit:
        candidate = members[index].candidate
        given = {part: Mark(mark) for part, mark in marks[index].items() if mark is not None}
        examined.append(examine(candidate, ExamResult(candidate.applicant_id, given), "interview", exam, announcement))
    passed = frozenset(at for at, index in enumerate(fit) if members[index].result is Result.PASSED)
    line = min((examined[at].total for at in passed), default=None)
    places = max(one.places for one in members)
    more = extras("interview", exam, unit, examined, passed, line, places, announcement)
    added = {fit[at]: lines for at, lines in more.items()}
    return [
        replace(one, result=Result.EXTRA, reserve=None, explanation=(*one.explanation, *added[index]))
        if index in added
        else one
        for index, one in enumerate(members)
    ]


def _barred(one: Outcome, checks: Mapping[str, Check], announcement: Announcement, on: date, rule: str) -> Outcome:
    """Out where a ground of disqualification bars, or where the post was given up."""
    check = checks.get(one.candidate.applicant_id, _NOTHING)
    if one.result is Result.OUT:
        return one
    reasons = [*disqualified(check.grounds, announcement.rulebook, on)]
    if check.declined:
        reasons.append(Reason("DECLINED", rule, "임용을 포기했습니다.", "Gave the post up."))
    return replace(one, result=Result.OUT, reserve=None, reasons=tuple(reasons)) if reasons else one


def _chosen(decision: str, rule: str) -> Line:
    chosen = decision == "SELECT"
    return Line(
        rule,
        "동점자 중 담당자가 " + ("선발했습니다." if chosen else "선발하지 않았습니다."),
        "Staff " + ("selected" if chosen else "did not select") + " among those who tie.",
    )


def _numbered(members: list[Outcome]) -> list[Outcome]:
    """Reserve ranks anew: who lost a tie (0) comes first, and nobody keeps the number of somebody who is gone."""
    waiting = [one.reserve for one in members if one.result is Result.RESERVE and one.reserve is not None]
    return [
        replace(one, reserve=1 + sum(other < one.reserve for other in waiting))
        if one.result is Result.RESERVE and one.reserve is not None
        else one
        for one in members
    ]


def _moved_up(members: list[Outcome], vacancies: int, checks: Mapping[str, Check], rule: str) -> list[Outcome]:
    """The first `vacancies` of the reserve pass; who ties for the last vacancy waits for staff, or for what they said.

    Raises TooManyChosen where staff selected more of them than there are vacancies.
    """
    waiting = sorted({one.reserve for one in members if one.result is Result.RESERVE and one.reserve is not None})
    moved: dict[str, Result] = {}
    for number in waiting:
        if vacancies <= 0:
            break
        names = [one.candidate.applicant_id for one in members if one.reserve == number]
        called = names if len(names) <= vacancies else _chosen_of(names, checks, vacancies)
        moved |= dict.fromkeys(names, Result.STAFF) if called is None else dict.fromkeys(called, Result.PASSED)
        vacancies -= len(names)
    return [_called(one, moved, checks, rule) for one in members]


def _chosen_of(names: list[str], checks: Mapping[str, Check], vacancies: int) -> list[str] | None:
    """Whom staff selected of `names`, who tie for fewer `vacancies`; None while they have not filled them."""
    chosen = [name for name in names if checks.get(name, _NOTHING).decision == "SELECT"]
    if len(chosen) > vacancies:
        raise TooManyChosen(
            f"{len(chosen)} are selected for {vacancies} vacancies; staff must select fewer of {', '.join(names)}"
        )
    return chosen if len(chosen) == vacancies else None


def _called(one: Outcome, moved: Mapping[str, Result], checks: Mapping[str, Check], rule: str) -> Outcome:
    result = moved.get(one.candidate.applicant_id)
    if result is None:
        return one
    decision = checks.get(one.candidate.applicant_id, _NOTHING).decision
    chosen = (_chosen(decision, rule),) if decision == "SELECT" and result is Result.PASSED else ()
    line = Line(
        rule, f"예비 순번 {one.reserve}번이 결원을 이었습니다.", f"Number {one.reserve} of the reserve fills a vacancy."
    )
    if result is Result.STAFF:
        line = Line(
            rule,
            f"예비 순번 {one.reserve}번이 결원보다 많아 담당자가 결정합니다.",
            f"More people are number {one.reserve} of the reserve than there are vacancies: staff decide.",
        )
    return replace(one, result=result, reserve=None, explanation=(*one.explanation, *chosen, line))
