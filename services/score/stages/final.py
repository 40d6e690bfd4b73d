"""After the interview (rules 59, 73, 87–98): staff part ties, grounds of disqualification bar, reserves move up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from services.announcement.model import Announcement
from services.common.errors import DocintakeError
from services.score.rules.disqualification import Ground, disqualified
from services.score.rules.points import Reason
from services.score.stages.candidate import Line, Outcome, Result
from services.score.stages.rulings import by_unit, stages_of


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


def select_final(
    outcomes: Iterable[Outcome], checks: Mapping[str, Check], announcement: Announcement, appointed_on: date
) -> list[Outcome]:
    """What becomes of everybody after the interview's `outcomes`, on the day of appointment `appointed_on`.

    A vacancy goes to the first of the reserve who is not barred; in a unit where a tie waits for staff nobody moves
    up. Raises TooManyChosen.
    """
    known = {one.candidate.applicant_id: one for one in outcomes}
    exam = stages_of(announcement).interview
    done: list[Outcome] = []
    for _unit, members in by_unit((one.candidate for one in known.values()), announcement):
        done += _appoint([known[one.applicant_id] for one in members], checks, announcement, appointed_on, exam.rule)
    return done


def _appoint(
    members: list[Outcome], checks: Mapping[str, Check], announcement: Announcement, on: date, rule: str
) -> list[Outcome]:
    settled = [
        _settled(one, checks.get(one.candidate.applicant_id, Check()), announcement, on, rule) for one in members
    ]
    places = max(one.places for one in members)
    taken = sum(one.result is Result.PASSED for one in settled)
    if taken > places:
        # Only staff can choose too many: ties that pass by option are places of their own.
        chosen = [one for one in members if one.result is Result.STAFF]
        if chosen:
            raise TooManyChosen(
                f"{members[0].candidate.unit}: {taken} are selected for {places} places; "
                f"staff must select fewer of {', '.join(one.candidate.applicant_id for one in chosen)}"
            )
    settled = _numbered(settled)
    if not any(one.result is Result.STAFF for one in settled):
        settled = _moved_up(settled, places - taken, rule)
    order = {Result.PASSED: 0, Result.EXTRA: 1, Result.STAFF: 2, Result.RESERVE: 3, Result.OUT: 4}
    return sorted(settled, key=lambda one: (order[one.result], one.rank or 0, one.candidate.applicant_id))


def _settled(one: Outcome, check: Check, announcement: Announcement, on: date, rule: str) -> Outcome:
    one = replace(one, stage="final")
    if one.result is Result.OUT:
        return one
    reasons = [*disqualified(check.grounds, announcement.rulebook, on)]
    if check.declined:
        reasons.append(Reason("DECLINED", rule, "임용을 포기했습니다.", "Gave the post up."))
    if reasons:
        return replace(one, result=Result.OUT, reserve=None, reasons=tuple(reasons))
    if one.result is Result.STAFF and check.decision is not None:
        chosen = check.decision == "SELECT"
        line = Line(
            rule,
            "동점자 중 담당자가 " + ("선발했습니다." if chosen else "선발하지 않았습니다."),
            "Staff " + ("selected" if chosen else "did not select") + " among those who tie.",
        )
        result, reserve = (Result.PASSED, None) if chosen else (Result.RESERVE, 0)
        return replace(one, result=result, reserve=reserve, explanation=(*one.explanation, line))
    return one


def _numbered(members: list[Outcome]) -> list[Outcome]:
    """Reserve ranks anew: who lost a tie (0) comes first, and nobody keeps the number of somebody who is gone."""
    waiting = [one.reserve for one in members if one.result is Result.RESERVE and one.reserve is not None]
    return [
        replace(one, reserve=1 + sum(other < one.reserve for other in waiting))
        if one.result is Result.RESERVE and one.reserve is not None
        else one
        for one in members
    ]


def _moved_up(members: list[Outcome], vacancies: int, rule: str) -> list[Outcome]:
    """The first `vacancies` of the reserve pass; who ties for the last vacancy waits for staff."""
    if vacancies <= 0:
        return members
    waiting = sorted({one.reserve for one in members if one.result is Result.RESERVE and one.reserve is not None})
    moved: dict[int, Result] = {}
    for number in waiting:
        if vacancies <= 0:
            break
        size = sum(one.reserve == number and one.result is Result.RESERVE for one in members)
        moved[number] = Result.PASSED if size <= vacancies else Result.STAFF
        vacancies -= size
    return [_called(one, moved, rule) for one in members]


def _called(one: Outcome, moved: Mapping[int, Result], rule: str) -> Outcome:
    if one.result is not Result.RESERVE or one.reserve is None or one.reserve not in moved:
        return one
    line = Line(
        rule, f"예비 순번 {one.reserve}번이 결원을 이었습니다.", f"Number {one.reserve} of the reserve fills a vacancy."
    )
    return replace(one, result=moved[one.reserve], reserve=None, explanation=(*one.explanation, line))
